import { ENGINE_VERSION } from '../actuarial/engine-version.ts';
import type { AssessmentContent } from '../domain/assessment-content.ts';
import { inputsHash } from '../domain/content-hash.ts';
import { addDays, type IsoDate, utcDay } from '../domain/dates.ts';
import { contentOfOption, mainOption } from '../domain/options.ts';
import type { Insurer } from '../domain/people.ts';
import type { TrailHead } from '../domain/records.ts';
import type { DeclarationState, Grade } from '../domain/vocabulary.ts';
import type { FactorEffect, PremiumBridge, PremiumRange } from '../pricing/price-result.ts';
import type { ActiveModel } from '../underwriting/activate-model.ts';
import type { FullRating } from '../underwriting/full-rating.ts';
import { type DocumentPrice, type DocumentScore, documentPrice, documentScore } from './document-figures.ts';
import { type DocumentOption, documentOptions } from './document-options.ts';
import { type DocumentWords, documentWords } from './document-words.ts';
import { type IncidentFigures, incidentFigures } from './incident-figures.ts';
import { type ModelFigures, modelFigures } from './model-figures.ts';
import { type QuoteWording, quoteWording } from './quote-wording.ts';
import { spellOutAnswers } from './spell-out-answers.ts';

/**
 * What a document is to its reader. `draft`: not issued, watermarked. `indication`: issued, and waiting for a sign-off.
 * `quote`: an offer. `not-quotable`: an assessment for the file of what may not be issued at all, neither an offer nor an
 * indication of one.
 */
export type DocumentStatus = 'draft' | 'indication' | 'quote' | 'not-quotable';

/**
 * Everything that the quote document shows, self-contained: the print pages read this and nothing else, and it is stored
 * with the issued quote, so that a document can be shown again years later without the model it came from.
 */
export interface QuoteDocument {
  readonly format: 'ballast-quote-document/1';
  readonly status: DocumentStatus;
  /** Why it is not a quote, one sentence each (empty for a quote). */
  readonly statusReasons: readonly string[];
  readonly reference: string;
  /** Counts from 1 within a case; null of what was never issued. */
  readonly version: number | null;
  readonly paper: 'a4' | 'letter';
  /** ISO date-time, UTC. */
  readonly preparedAt: string;
  readonly preparedBy: string;
  /** Null when nothing is offered: not issued, or no part. */
  readonly validUntil: IsoDate | null;
  readonly periodEnd: IsoDate | null;
  readonly model: {
    readonly id: string;
    readonly title: string;
    readonly version: string;
    readonly hash: string;
    /** Id and hash of the wording that the words of this document are from; null: stored without, and worded when read. */
    readonly wordingId: string | null;
    readonly wordingHash: string | null;
    readonly statement: string;
    readonly gradeStatus: string;
    /** The model's grade bands, best first: the scale on which the document draws the score. */
    readonly gradeBands: readonly { readonly grade: Grade; readonly minimumScore: number }[];
  };
  readonly engineVersion: string;
  /** SHA-256 (hex) of the canonical JSON of content and model hash: the short hash of the running foot. */
  readonly inputsHash: string;
  readonly content: AssessmentContent;
  readonly subjectTypeLabel: string;
  readonly score: DocumentScore;
  /** Null when it cannot be priced; `statusReasons` then say why. */
  readonly price: DocumentPrice | null;
  readonly bridge: PremiumBridge | null;
  readonly effects: readonly FactorEffect[] | null;
  readonly range: PremiumRange | null;
  readonly wording: QuoteWording;
  /** The words of the model that this document prints. */
  readonly words: DocumentWords;
  /** What the underwriter declared, in the model's questions: `not-stated` is printed as such. */
  readonly declarations: readonly {
    readonly id: string;
    readonly question: string;
    readonly state: DeclarationState;
  }[];
  /** Who approved what was referred, and subject to what; absent where nothing was. */
  readonly approval?: DocumentApproval;
  /**
   * The options that go on the paper side by side, the first of which the document is of; absent where none were made. Their
   * terms stand in `content` as well; `content` is whole.
   */
  readonly options?: readonly DocumentOption[];
  /**
   * The entry of the workbook's audit trail that tells of this offer, printed at the foot of each page; absent from what is
   * not issued and from documents of before it was printed.
   */
  readonly trailHead?: TrailHead;
  /** For which insurer it is made, as the workbook said then; absent where it had said nothing. */
  readonly insurer?: Insurer;
  /** The model's figures that the price rests on; absent where there is no price, and from documents of before they were printed. */
  readonly modelFigures?: ModelFigures;
  /** The model's figures that the incident register is scored by; absent from documents of before they were printed. */
  readonly incidentFigures?: IncidentFigures;
}

/** An approval as a document prints it. */
export interface DocumentApproval {
  readonly name: string;
  readonly role: string;
  /** ISO date-time, UTC. */
  readonly at: string;
  /** One sentence each, in the words of whoever approved. */
  readonly conditions: readonly string[];
}

/** On which paper, when and by whom a document is made. */
export interface Preparation {
  readonly paper: QuoteDocument['paper'];
  /** ISO date-time, UTC. */
  readonly preparedAt: string;
  /** Empty where nobody is named. */
  readonly preparedBy: string;
  readonly insurer?: Insurer | null;
}

/** What a document goes out as: under the reference and version that it is issued with, or as something not issued. */
export type Designation =
  | { readonly status: 'quote' | 'indication'; readonly reference: string; readonly version: number }
  | { readonly status: 'draft' | 'not-quotable' };

const NOT_ISSUED = { draft: 'Draft', 'not-quotable': 'Not issued' } as const;

const nameOf = (designation: Designation): Pick<QuoteDocument, 'reference' | 'version'> =>
  'version' in designation
    ? { reference: designation.reference, version: designation.version }
    : { reference: NOT_ISSUED[designation.status], version: null };

/**
 * Puts together the self-contained document of a rating, of options that of the main one: figures as computed, the reasons why it is not a quote, wording
 * resolved from the model, dates worked out, answers spelled out. Validity counts from the day of preparation (UTC) and is
 * null where nothing is offered: no version issued, or no part; the period ends `periodDays` after its first day, at the
 * hour at which it began. Pure and total: the same input gives the same document, and the order of its keys is part of the
 * stored bytes.
 */
export function buildQuoteDocument({
  rating,
  activeModel: { model, hash, wordingHash },
  designation,
  preparation: { paper, preparedAt, preparedBy, insurer = null },
  approval,
}: {
  readonly rating: FullRating;
  readonly activeModel: ActiveModel;
  readonly designation: Designation;
  readonly preparation: Preparation;
  /** Of this very content; left out where nothing was approved. */
  readonly approval?: DocumentApproval | undefined;
}): QuoteDocument {
  const { content, judgement } = rating;
  const main = contentOfOption(content, mainOption(content));
  const { terms } = main;
  const options = documentOptions(rating, model);
  const { reference, version } = nameOf(designation);
  const price = documentPrice(judgement, model);
  const isOffered = version !== null && terms.parts.length > 0;
  return {
    format: 'ballast-quote-document/1',
    status: designation.status,
    statusReasons: judgement.decision.reasons,
    reference,
    version,
    paper,
    preparedAt,
    preparedBy,
    validUntil: isOffered ? addDays(utcDay(new Date(preparedAt)), terms.validityDays) : null,
    periodEnd: terms.periodStart === null ? null : addDays(terms.periodStart, terms.periodDays),
    model: {
      id: model.id,
      title: model.title,
      version: model.version,
      hash,
      wordingId: model.wording.id,
      wordingHash,
      statement: model.statement,
      gradeStatus: model.gradeStatus,
      gradeBands: model.gradeBands.map(({ grade, minimumScore }) => ({ grade, minimumScore })),
    },
    engineVersion: ENGINE_VERSION,
    inputsHash: inputsHash(content, hash),
    content,
    subjectTypeLabel:
      model.subjectTypes.find((type) => type.id === content.subject.type)?.label ?? content.subject.type,
    score: spellOutAnswers(documentScore(judgement, model), model),
    price,
    bridge: rating.bridge,
    effects: rating.effects,
    range: rating.range,
    wording: quoteWording(main, model),
    words: documentWords(main, model, { isOneOfSeveral: (options ?? []).length > 1 }),
    declarations: model.declarations.map(({ id, question }) => ({
      id,
      question,
      state: content.declarations[id] ?? 'not-stated',
    })),
    ...(approval !== undefined && { approval }),
    ...(options === null ? {} : { options }),
    // At the end, and left out where there is none: the bytes of older documents stay as they were.
    ...(insurer !== null && { insurer }),
    incidentFigures: incidentFigures(model),
    ...(price !== null && { modelFigures: modelFigures(price, content.subject.type, model) }),
  };
}
