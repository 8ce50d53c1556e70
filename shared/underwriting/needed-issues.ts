import type { AssessmentContent } from '../domain/assessment-content.ts';
import { companyKey } from '../domain/company-key.ts';
import { fillTemplate } from '../domain/fill-template.ts';
import type { Issue } from '../domain/issue.ts';
import type { NeededField } from '../domain/model-wording.ts';
import { nameKey } from '../domain/name-key.ts';
import { openDeclarations } from '../domain/open-declarations.ts';
import type { Parties } from '../domain/parties.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { saysSomething } from '../domain/says-something.ts';

// What an offer cannot do without: which fields, and in which words, stands in the wording; here, when each counts as given.

/** A schedule, or the subjectivity that asks for one. */
const hasSchedule = ({ schedule, terms }: AssessmentContent, { wording }: RatingModel): boolean =>
  (schedule ?? []).length > 0 ||
  terms.subjectivities.some(({ id }) => id === wording.decision?.scheduleSubjectivity);

/** For whom and by whom it is quoted; null where only the content is judged, and nothing is said of them then. */
interface Given {
  readonly content: AssessmentContent;
  readonly model: RatingModel;
  readonly parties: Parties | null;
}

/** A name without the room between its words: “Sea Watch” is “Seawatch”. */
const lettersOf = (name: string): string => companyKey(name).replaceAll(' ', '');

/** What names nobody: “the insured”, “as above”, “Limited”. */
const NAMELESS = new Set(
  'the insured assured applicant client policyholder limited ltd company inc as above below per'.split(' '),
);
const isName = (text: string | null): boolean =>
  saysSomething(text) && wordsOf(text ?? '').some((word) => !NAMELESS.has(word));

/** Who is meant by a name with one of these words in it is not said, or is ourselves. */
const NOBODY = new Set(
  'us we self ourselves ourself lead leader nobody none various unplaced placed tba tbc tbd tbn'.split(' '),
);
/** Nor by one of the market at large. */
const ANYBODY =
  /^(any|some|one of|another|other|a)\s.*\b(syndicate|insurer|underwriter|company|market|lloyd)/u;

const wordsOf = (name: string): readonly string[] =>
  companyKey(name)
    .split(' ')
    .filter((word) => word !== '');

/** Whether one name is the beginning of the other, word by word: “Saltmarsh” and “Saltmarsh Insurance Ltd”. */
function isOneOfAnother(one: string, other: string): boolean {
  const [shorter = [], longer = []] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.length - b.length);
  const isBeginning = shorter.length > 0 && shorter.every((word, i) => longer[i] === word);
  return isBeginning || (lettersOf(one) !== '' && lettersOf(one) === lettersOf(other));
}

/** Whoever is followed is somebody else: neither ourselves, nor the insured, nor the broker. */
function isLedByOther({ content: { subject, terms }, parties }: Given): boolean {
  if (terms.line?.role !== 'follow') return true;
  const leader = terms.line.leader ?? '';
  const others = [subject.name, subject.legalName, terms.insured, terms.broker, parties?.insurer];
  return (
    saysSomething(leader) &&
    !ANYBODY.test(nameKey(leader)) &&
    !wordsOf(leader).some((word) => NOBODY.has(word)) &&
    !others.some((name) => isOneOfAnother(leader, name ?? ''))
  );
}

/** An offer by the insurer to itself. */
function insuredByItself({ content: { subject, terms }, model, parties }: Given): readonly Issue[] {
  const words = model.wording.decision?.unusual ?? null;
  const insurer = parties?.insurer ?? '';
  const isOurs = (name: string | null) => isOneOfAnother(name ?? '', insurer);
  if (words === null || lettersOf(insurer) === '') return [];
  const field = isOurs(terms.insured)
    ? 'terms.insured'
    : isOurs(subject.legalName)
      ? 'subject.legalName'
      : null;
  if (field === null) return [];
  const message = fillTemplate(words.insuredIsInsurer, { insurer });
  return [{ severity: 'needed', id: 'insured-is-insurer', about: 'content', field, message }];
}

/** Where a field is given by more, or by less, than a text that says something. */
const GIVEN_OTHERWISE: Partial<Readonly<Record<NeededField, (given: Given) => boolean>>> = {
  // The name in the terms is written as it stands on the contract.
  'subject.legalName': ({ content: { subject, terms } }) =>
    isName(subject.legalName) || isName(terms.insured),
  'terms.line.leader': isLedByOther,
  schedule: ({ content, model }) => hasSchedule(content, model),
  declarations: ({ content, model }) => openDeclarations(content, model).length === 0,
  insurer: ({ parties }) => parties === null || saysSomething(parties.insurer),
  underwriter: ({ parties }) => parties === null || saysSomething(parties.underwriter),
};

const valueAt = (content: AssessmentContent, field: NeededField): unknown =>
  field
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : null,
      content,
    );

/** A text that says something; a date and an hour are texts, too. */
function isGiven(field: NeededField, given: Given): boolean {
  const otherwise = GIVEN_OTHERWISE[field];
  if (otherwise !== undefined) return otherwise(given);
  const value = valueAt(given.content, field);
  return typeof value === 'string' && saysSomething(value);
}

/**
 * What an offer of this content lacks, in the order and the words of the model's wording; nothing while no part is chosen,
 * and nothing under a wording of before there was such a list. Total and pure.
 */
export function neededIssues(
  content: AssessmentContent,
  model: RatingModel,
  parties: Parties | null,
): readonly Issue[] {
  if (content.terms.parts.length === 0) return [];
  const given: Given = { content, model, parties };
  const lacking = (model.wording.decision?.needed ?? []).flatMap(({ field, sentence }): readonly Issue[] =>
    isGiven(field, given)
      ? []
      : [{ severity: 'needed', id: `needed:${field}`, about: 'content', field, message: sentence }],
  );
  return [...lacking, ...insuredByItself(given)];
}
