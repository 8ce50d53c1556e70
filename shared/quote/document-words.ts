import type { AssessmentContent } from '../domain/assessment-content.ts';
import type { ExposureField } from '../domain/exposures.ts';
import { fillTemplate } from '../domain/fill-template.ts';
import { labelsById, type ModelWords, modelWords, partLabel } from '../domain/model-words.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import type { Boundary, FixStatus, Postmortem } from '../domain/vocabulary.ts';
import type { QuoteWording } from './quote-wording.ts';

/** A clause that the terms choose, as printed. */
export interface ClauseWords {
  readonly heading: string;
  readonly text: string;
  readonly isChosen: boolean;
}

/** The words of the model that a document prints, resolved when it is made and stored with it. */
export interface DocumentWords extends ModelWords {
  readonly register: string;
  readonly fixStatuses: Readonly<Record<FixStatus, string>>;
  readonly postmortems: Readonly<Record<Postmortem, string>>;
  readonly boundaries: Readonly<Record<Boundary, string>>;
  readonly exposures: readonly { readonly id: ExposureField; readonly label: string }[];
  readonly exposuresNote: string;
  readonly cyberClause: ClauseWords;
  readonly signingWording: ClauseWords;
  /** Null when no reason was chosen. */
  readonly scheduleReason: string | null;
  readonly responses: Readonly<Record<QuoteWording['causes'][number]['response'], string>>;
  /** Ids of the conditions that stand under the heading of recoveries. */
  readonly recoveryConditions: readonly string[];
  /** What to have ready for a claim, before and after the steps that follow from the terms. */
  readonly claimsSteps: { readonly beforeTerms: readonly string[]; readonly afterTerms: readonly string[] };
  /** Of what a corridor that is no rate on line is a share. */
  readonly corridorOf: string;
  /** What the model's rules on a factor say where one moved a score. */
  readonly freshness: string;
  readonly socialisedLoss: string;
  /** What a paper for the broker says beside its terms; absent under a wording of before it did. */
  readonly paper?: PaperSentences;
}

/** Sentences that stand on a paper for the broker whatever its terms are. */
export interface PaperSentences {
  readonly several: string;
  readonly information: string;
  readonly notScheduled: string;
  readonly notices?: string | undefined;
  readonly changesNothing?: string | undefined;
  readonly taxes?: string | undefined;
  readonly oneEvent?: string | undefined;
  readonly limitsMeet?: string | undefined;
  readonly limitsMeetShared?: string | undefined;
  /** A template: `{part}`, `{share}`, `{percent}` and `{limit}`. */
  readonly coinsurance?: string | undefined;
}

/** Which part answers for a deceived signer, as far as that part is quoted. */
function signingText(
  { terms }: AssessmentContent,
  model: RatingModel,
  { isOneOfSeveral }: { readonly isOneOfSeveral: boolean },
): string {
  const { wordings, silent, notQuoted, notInEach } = model.wording.signingWordings;
  if (terms.signingWording === null) return silent;
  const chosen = wordings.find(({ id }) => id === terms.signingWording);
  if (chosen === undefined) return terms.signingWording;
  const { part, text } = chosen;
  if (part === null) return text;
  if (notQuoted !== undefined && !terms.parts.some((quoted) => quoted.part === part))
    return fillTemplate(notQuoted, { part: partLabel(model, part) });
  return isOneOfSeveral && notInEach !== undefined ? `${text} ${notInEach}` : text;
}

/**
 * The words that a document of this content prints, from the model and its wording. An id that the wording does not have
 * is shown as the id itself. Total and pure.
 */
export function documentWords(
  content: AssessmentContent,
  model: RatingModel,
  beside: { readonly isOneOfSeveral: boolean } = { isOneOfSeveral: false },
): DocumentWords {
  const { terms } = content;
  const { wording } = model;
  const { cyberClauses, signingWordings, claimsSteps } = wording;
  const cyber = cyberClauses.clauses.find(({ id }) => id === terms.cyberClause);
  const printed = model.conditions.map(({ id }) => id);
  const steps = (list: typeof claimsSteps.beforeTerms) =>
    list.filter(({ conditionId }) => printed.includes(conditionId)).map(({ text }) => text);
  return {
    ...modelWords(model),
    register: wording.register.label,
    fixStatuses: labelsById(wording.fixStatuses),
    postmortems: labelsById(wording.postmortems),
    boundaries: labelsById(wording.boundaries),
    exposures: wording.exposures.map(({ id, label }) => ({ id, label })),
    exposuresNote: wording.exposuresNote,
    cyberClause: {
      heading: cyberClauses.heading,
      text:
        terms.cyberClause === null
          ? cyberClauses.silent
          : `${terms.cyberClause} applies. ${cyber?.text ?? ''}`.trim(),
      isChosen: terms.cyberClause !== null,
    },
    signingWording: {
      heading: signingWordings.heading,
      text: signingText(content, model, beside),
      isChosen: terms.signingWording !== null,
    },
    scheduleReason:
      wording.scheduleReasons.find(({ id }) => id === terms.scheduleReason)?.label ?? terms.scheduleReason,
    responses: wording.responses,
    recoveryConditions: wording.recoveryConditions,
    claimsSteps: { beforeTerms: steps(claimsSteps.beforeTerms), afterTerms: steps(claimsSteps.afterTerms) },
    corridorOf: wording.corridor.of,
    freshness: wording.freshness.added,
    socialisedLoss: wording.socialisedLoss?.added ?? '',
    ...(wording.papers !== undefined && { paper: sentencesOf(wording.papers) }),
  };
}

/** Those that the wording has, and nothing else of it. */
const SENTENCES = [
  'several',
  'information',
  'notScheduled',
  'notices',
  'changesNothing',
  'taxes',
  'oneEvent',
  'limitsMeet',
  'limitsMeetShared',
  'coinsurance',
] as const satisfies readonly (keyof PaperSentences)[];

const sentencesOf = (papers: PaperSentences): PaperSentences => {
  const { several, information, notScheduled } = papers;
  const said = SENTENCES.filter((name) => papers[name] !== undefined).map((name) => [name, papers[name]]);
  return { several, information, notScheduled, ...Object.fromEntries(said) };
};
