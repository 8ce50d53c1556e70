import type { AssessmentContent } from './assessment-content.ts';
import { addDays, type IsoDate } from './dates.ts';
import { formatDate } from './format-date.ts';
import { type NameField, pathKey } from './issue-sentence.ts';
import { nameKey } from './name-key.ts';
import { type Failure, failed } from './result.ts';

/** The year of the first public chain: no digital asset, and no loss of one, is older. */
const FIRST_DATE = '2009-01-01';
/** Later years are slips of the pen; every period and due date ends long before. */
const LAST_DATE = '2100-12-31';

const DATE_FIELDS: readonly PropertyKey[] = [
  'asOf',
  'liveSince',
  'date',
  'seenOn',
  'periodStart',
  'dueOn',
  'retroactiveDate',
];
/** Fields written in several lines. */
const LONG_TEXTS: readonly PropertyKey[] = [
  'note',
  'source',
  'reason',
  'scheduleNote',
  'text',
  'words',
  'insuredAddress',
  'conditions',
];

/**
 * What shows as nothing, moves the text around it or breaks a document: control characters (C0, DEL, C1), zero-width
 * characters and marks of direction, line and paragraph separators, half surrogates.
 */
const UNSHOWABLE =
  /[\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u00ad\u115f\u1160\u2800\u3164\uffa0]/gu;

/** What lines of a long text are made of, on every system. */
const LINE_CHARACTERS: readonly string[] = ['\n', '\r', '\t'];

type Path = readonly PropertyKey[];
interface Leaf {
  readonly path: Path;
  readonly text: string;
}

/** Every text in content, with its path; content is as deep as its schema, not as a sender wishes. */
export function textsIn(value: unknown, path: Path = []): readonly Leaf[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, i) => textsIn(item, [...path, i]));
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, [...path, key]));
}

const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Texts of rows of the terms that say nothing when they are blank: which tax, which condition, why. */
const ROW_TEXTS: readonly PropertyKey[] = [
  'jurisdiction',
  'label',
  'text',
  'reason',
  'custodians',
  'vendors',
  'chains',
  'auditors',
];

const blankProblem =
  (problem: Problem): Find =>
  ({ path, text }) => {
    const list = path.findLastIndex((key) => typeof key === 'number');
    if (list < 0 || text.trim() !== '') return [];
    const field = list === path.length - 1 ? path[list - 1] : path.at(-1);
    return ROW_TEXTS.includes(field ?? '') ? [problem(path, 'must not be blank')] : [];
  };

type Find = (leaf: Leaf) => Failure[];
type Problem = (path: Path, complaint: string) => Failure;

const textProblem =
  (problem: Problem): Find =>
  ({ path, text }) => {
    const isLong = LONG_TEXTS.includes(path.at(-1) ?? '');
    const bad = text.match(UNSHOWABLE)?.find((c) => !(isLong && LINE_CHARACTERS.includes(c)));
    return bad === undefined
      ? []
      : [problem(path, `holds characters that cannot be shown (${codePointName(bad)}); remove them`)];
  };

const dateProblem =
  (problem: Problem): Find =>
  ({ path, text }) => {
    if (!DATE_FIELDS.includes(path.at(-1) ?? '')) return [];
    if (text < FIRST_DATE) return [problem(path, `must not be before ${formatDate(FIRST_DATE)}`)];
    return text > LAST_DATE ? [problem(path, `must not be after ${formatDate(LAST_DATE)}`)] : [];
  };

/**
 * What a form cannot have in schema-valid content: a name of blanks, characters that cannot be shown, dates outside
 * 2009..2100, a subject live only after its assessment, an assessment after `today` (the reader's day; left out where
 * there is no clock). One sentence each with the field's path, calling the field as `nameField` does. Kept out of the
 * schema, so that a workbook that holds such content still opens.
 */
export function implausibilities(
  content: AssessmentContent,
  today: IsoDate | undefined,
  nameField: NameField,
): readonly Failure[] {
  const { subject, asOf } = content;
  const problem: Problem = (path, complaint) =>
    failed('invalid-input', `${nameField(path)} ${complaint}.`, pathKey(path)).failure;
  const found = textsIn(content).flatMap((leaf) => [
    ...dateProblem(problem)(leaf),
    ...textProblem(problem)(leaf),
    ...blankProblem(problem)(leaf),
  ]);
  const isNamed = subject.name.trim() !== '';
  if (!isNamed) found.unshift(problem(['subject', 'name'], 'must not be empty'));
  // A colleague further east may already write the next day.
  if (today !== undefined && asOf > addDays(today, 1)) {
    // Said alike of a file and of a form.
    const sentence = `The assessment date ${formatDate(asOf)} is after today (${formatDate(today)}); an assessment cannot know the future.`;
    found.push(failed('invalid-input', sentence, 'asOf').failure);
  }
  const taxes = content.terms.taxes.map(({ jurisdiction, label }) => nameKey(`${jurisdiction}\n${label}`));
  for (const [i, tax] of taxes.entries()) {
    const first = taxes.indexOf(tax);
    if (first === i) continue;
    const words = nameField(['terms', 'taxes', i]);
    const sentence = `${words} is tax or levy no. ${first + 1} again; keep one of them.`;
    found.push(failed('invalid-input', sentence, `terms.taxes.${i}`).failure);
  }
  if (subject.liveSince !== null && subject.liveSince > asOf) {
    const complaint = `is ${formatDate(subject.liveSince)}, after the day of assessment, ${formatDate(asOf)}`;
    found.push(problem(['subject', 'liveSince'], complaint));
  }
  return found;
}
