import {
  CONDITION_KINDS,
  FILE_OWNERS,
  LINE_ROLES,
  OPTION_IDS,
  POOLINGS,
  SCHEDULED_KINDS,
  SUBJECTIVITY_TIMES,
} from './deal-content.ts';
import { holderOf } from './field-words.ts';
import { hasOwnAnswer } from './has-own-answer.ts';
import { judgementRulesOf } from './judgement-rules.ts';
import { listText, orText } from './list-text.ts';
import { evidenceWords } from './model-words.ts';
import type { Factor, RatingModel } from './rating-model.ts';
import { showsNothing } from './says-something.ts';
import { SUBJECTIVITY_TIME_WORDS } from './subjectivity-words.ts';
import { upperFirst } from './upper-first.ts';
import {
  DATE_PRECISIONS,
  DECLARATION_STATES,
  type DeclarationState,
  EVIDENCE_STATES,
  GRADES,
  REGISTER_EVIDENCE_STATES,
} from './vocabulary.ts';

type Path = readonly PropertyKey[];

/** Something that may be chosen: by its code in a file, by its label in the form. */
export interface Named {
  readonly id: string;
  readonly label: string;
}

/** What is chosen at a field: what it is called (“which is no cause of loss”), and all that it may be. */
export interface Choice {
  readonly what: string;
  readonly allowed: readonly Named[];
}

export const DECLARATION_LABELS: Readonly<Record<DeclarationState, string>> = {
  yes: 'Yes',
  no: 'No',
  'not-stated': 'Not stated',
};
export const POOLING_LABELS: Readonly<Record<(typeof POOLINGS)[number], string>> = {
  pooled: 'One limit for all clients together',
  'per-client': 'A limit for each client',
};

const labelled = <K extends string>(ids: readonly K[], labels: Readonly<Record<K, string>>): Named[] =>
  ids.map((id) => ({ id, label: labels[id] }));
const named = (ids: readonly string[]): Named[] => ids.map((id) => ({ id, label: upperFirst(id) }));
/** Of which the code is what the form shows. */
const plain = (ids: readonly string[]): Named[] => ids.map((id) => ({ id, label: id }));
const choice = (what: string, allowed: readonly Named[]): Choice => ({ what, allowed });

/** The levels of a question that has some. */
export const levelsOf = (factor: Factor | undefined): Choice | null =>
  factor?.kind === 'ordinal'
    ? choice(
        'level of that question',
        factor.levels.map(({ key, label }) => ({ id: key, label })),
      )
    : null;

/** The questions that take an answer of their own. */
export const questionsOf = ({ factors }: RatingModel): readonly Factor[] => factors.filter(hasOwnAnswer);

type Of = (model: RatingModel, path: Path) => Choice | null;

const evidence =
  (states: typeof EVIDENCE_STATES | typeof REGISTER_EVIDENCE_STATES): Of =>
  (model) =>
    choice(
      'state of evidence',
      states.map((id) => ({ id, label: evidenceWords(model, id).label })),
    );
const part: Of = ({ coverageParts }) => choice('coverage part', coverageParts);
const judged: Of = (model) => choice('reason for a judgement', judgementRulesOf(model)?.reasons ?? []);

/** What is chosen, by what a field stands in and its key. */
const CHOICES: Readonly<Record<string, Of>> = {
  'subject.type': ({ subjectTypes }) => choice('type of subject', subjectTypes),
  'answers.evidence': evidence(EVIDENCE_STATES),
  'answers.level': ({ factors }, path) => levelsOf(factors.find(({ id }) => id === path[1])),
  'incidentRegister.evidence': evidence(REGISTER_EVIDENCE_STATES),
  'incidents.cause': ({ causes }) =>
    choice(
      'cause of loss',
      causes.map(({ code, label }) => ({ id: code, label })),
    ),
  'incidents.boundary': ({ wording }) => choice('such answer', wording.boundaries),
  'incidents.fixStatus': ({ wording }) => choice('state of a fix', wording.fixStatuses),
  'incidents.postmortem': ({ wording }) => choice('kind of post-mortem', wording.postmortems),
  'incidents.datePrecision': () =>
    choice(
      'such answer',
      DATE_PRECISIONS.map((id) => ({ id, label: `The ${id}` })),
    ),
  'parts.part': part,
  'subLimits.part': part,
  'schedule.part': part,
  'schedule.kind': () => choice('kind of asset', named(SCHEDULED_KINDS)),
  'terms.riskLoadPrinciple': ({ wording }) => choice('principle of a risk load', wording.riskLoadPrinciples),
  'terms.scheduleReason': ({ wording }) => choice('reason of a schedule adjustment', wording.scheduleReasons),
  'terms.cyberClause': ({ wording }) => choice('such clause', wording.cyberClauses.clauses),
  'terms.signingWording': ({ wording }) => choice('such answer', wording.signingWordings.wordings),
  'subjectivities.id': ({ subjectivities }) =>
    choice(
      'subjectivity',
      subjectivities.map(({ id, text }) => ({ id, label: text })),
    ),
  'buyBacks.exclusionId': ({ exclusions }) => choice('exclusion', exclusions),
  'contract.pooling': () => choice('such choice', labelled(POOLINGS, POOLING_LABELS)),
  'conditions.kind': () => choice('such kind', named(CONDITION_KINDS)),
  'line.role': () => choice('such choice', named(LINE_ROLES)),
  'subjectivityTerms.when': () => choice('such time', labelled(SUBJECTIVITY_TIMES, SUBJECTIVITY_TIME_WORDS)),
  'options.id': () => choice('letter of an option', plain(OPTION_IDS)),
  'judged.reason': judged,
  'grade.reason': judged,
  'grade.grade': () => choice('grade', plain(GRADES)),
  'files.about': () => choice('such kind', named(FILE_OWNERS)),
};

/** What is chosen at a field; null where nothing of the form is, or anything may be written. */
export function choiceAt(path: Path, model: RatingModel): Choice | null {
  if (path[0] === 'declarations')
    return choice('answer to a declaration', labelled(DECLARATION_STATES, DECLARATION_LABELS));
  const at = `${holderOf(path)}.${String(path.at(-1))}`;
  return Object.hasOwn(CHOICES, at) ? (CHOICES[at]?.(model, path) ?? null) : null;
}

/** By what the records of a list are told: the questions of answers and declarations, the subjectivities of who owes what. */
export function keysAt(path: Path, model: RatingModel): Choice | null {
  const list = path.at(-2);
  if (list === 'answers') return choice('question', questionsOf(model));
  if (list === 'declarations')
    return choice(
      'declaration',
      model.declarations.map(({ id, question }) => ({ id, label: question })),
    );
  return list === 'subjectivityTerms' ? choiceAt(['subjectivities', 0, 'id'], model) : null;
}

/** As a file has it, with what the form calls it: `“key-hot” (Hot-wallet key compromise)`. */
export const inFile = ({ id, label }: Named): string => (label === id ? `“${id}”` : `“${id}” (${label})`);
const inForm = ({ label }: Named): string => `“${label}”`;

/** Several as a file has them. */
export const listInFile = (items: readonly Named[]): string => listText(items.map(inFile));

const LONGEST_GIVEN = 60;

/** What somebody wrote, in quotes; null where it is nothing, or no single word or number. */
function written(given: unknown): string | null {
  const isOne = typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean';
  const text = isOne ? String(given).slice(0, LONGEST_GIVEN) : '';
  if (text.trim() === '') return null;
  return showsNothing(text) ? 'of letters that show as nothing' : `“${text}”`;
}

/** The end of a sentence about a choice of a file: what was written, and all that may be, each by its code and its label. */
export function mustBeInFile({ what, allowed }: Choice, given?: unknown): string {
  const mustBe = `must be ${orText(allowed.map(inFile))}`;
  const one = written(given);
  return one === null ? mustBe : `is ${one}, which is no ${what}; it ${mustBe}`;
}

/** The same of a form, which shows no code. */
const mustBeInForm = ({ allowed }: Choice): string => `must be ${orText(allowed.map(inForm))}`;

/** The same of the key of a record. */
export const keysInFile = (path: Path, { allowed }: Choice): string =>
  `is ${path.includes('subjectivityTerms') ? '' : 'to a question that is '}not known; known are ${listInFile(allowed)}`;

/**
 * `submission`: a file to be taken in whole. `draft`: work in hand, where an answer may be half given and answers to
 * questions of another subject type may linger (scoring leaves them aside), and what is implausible is listed with the
 * problems of its price (`contentIssues`). Both call their fields as the form does; what is chosen in a file is its id.
 */
export type ContentPurpose = 'submission' | 'draft';

/** The same for either of them. */
export const mustBe = (choice: Choice, given: string, purpose: ContentPurpose): string =>
  purpose === 'submission' ? mustBeInFile(choice, given) : mustBeInForm(choice);

export const nameOf = (named: Named, purpose: ContentPurpose): string =>
  purpose === 'submission' ? inFile(named) : inForm(named);
