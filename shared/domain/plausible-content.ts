import type { AssessmentContent } from './assessment-content.ts';
import { addDays, type IsoDate } from './dates.ts';
import { formatDate } from './format-date.ts';
import { type NameField, pathKey } from './issue-sentence.ts';
import { lowerFirst } from './lower-first.ts';
import { nameKey } from './name-key.ts';
import { isNeededText } from './needed-texts.ts';
import { type Failure, failed } from './result.ts';
import { givesReason, saysSomething, showsNothing } from './says-something.ts';

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

/**
 * Joiners where a script is written with them: between letters of Arabic (as in Persian) or after one, and after the sign
 * that binds letters in Devanagari. Elsewhere they only hide.
 */
const NEEDED_JOINER =
  /(?<=\p{Script=Arabic}\p{M}*)(?:\u200c(?=\p{Script=Arabic})|\u200d)|(?<=\u094d)(?:\u200c(?=\p{Script=Devanagari})|\u200d)/gu;

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

const SHOWN_CODES = 3;

/** Of a text that shows as nothing, which letters it is of: they cannot be quoted. */
function onlyInvisible(text: string): string {
  const names = [...new Set(Array.from(text.trim(), codePointName))];
  const more = names.length > SHOWN_CODES ? ', …' : '';
  return `holds only letters that show as nothing (${names.slice(0, SHOWN_CODES).join(', ')}${more})`;
}

/** Fields that say why; `words` are those beside a reason from a list. */
const REASONS: readonly PropertyKey[] = ['reason', 'words'];

/** A reason of a letter or two gives none; any other text may be as short. */
const says = (path: Path, text: string): boolean =>
  REASONS.includes(path.at(-1) ?? '') ? givesReason(text) : saysSomething(text);

/** A text that must say something once it is given: which tax, which condition, which law, why. */
const emptyProblem =
  (problem: Problem): Find =>
  ({ path, text }) => {
    if (says(path, text) || !isNeededText(path)) return [];
    const words = text.trim();
    // A blank that stands in no row is as good as not given, and said to be missing where it is.
    if (words === '')
      return path.some((key) => typeof key === 'number') ? [problem(path, 'must not be blank')] : [];
    if (showsNothing(text)) return [problem(path, `${onlyInvisible(text)}; write it out, or leave it out`)];
    return [
      problem(path, `must say something: “${words.slice(0, 40)}” does not; write it out, or leave it out`),
    ];
  };

type Find = (leaf: Leaf) => Failure[];
type Problem = (path: Path, complaint: string) => Failure;

const textProblem =
  (problem: Problem): Find =>
  ({ path, text }) => {
    // Said once, of the whole of it.
    if (showsNothing(text) && isNeededText(path)) return [];
    const isLong = LONG_TEXTS.includes(path.at(-1) ?? '');
    const bad = text
      .replace(NEEDED_JOINER, '')
      .match(UNSHOWABLE)
      ?.find((c) => !(isLong && LINE_CHARACTERS.includes(c)));
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

/** Texts of the list of options itself that say nothing; those of their terms are found with each option's content. */
export const emptyOptionTexts = ({ options }: AssessmentContent, nameField: NameField): readonly Failure[] =>
  textsIn(options ?? [], ['options'])
    .filter(({ path }) => !path.includes('terms'))
    .flatMap(
      emptyProblem(
        (path, complaint) =>
          failed('invalid-input', `${nameField(path)} ${complaint}.`, pathKey(path)).failure,
      ),
    );

/** Rows of a list that say the very same as one before them, by what makes them the same. */
function repeatedRows({ terms }: AssessmentContent, nameField: NameField): readonly Failure[] {
  const { subLimits = [], fees = [], conditions = [] } = terms.contract ?? {};
  const lists: readonly { readonly at: Path; readonly keys: readonly string[] }[] = [
    {
      at: ['terms', 'taxes'],
      keys: terms.taxes.map(({ jurisdiction, label }) => `${jurisdiction}\n${label}`),
    },
    { at: ['terms', 'ownSubjectivities'], keys: terms.ownSubjectivities.map(({ text }) => text) },
    { at: ['terms', 'contract', 'subLimits'], keys: subLimits.map(({ part, label }) => `${part}\n${label}`) },
    { at: ['terms', 'contract', 'fees'], keys: fees.map(({ label }) => label) },
    { at: ['terms', 'contract', 'conditions'], keys: conditions.map(({ text }) => text) },
  ];
  return lists.flatMap(({ at, keys: written }) => {
    const keys = written.map(nameKey);
    return keys.flatMap((key, i): readonly Failure[] => {
      const first = keys.indexOf(key);
      if (first === i || key === '') return [];
      const [row, before] = [nameField([...at, i]), lowerFirst(nameField([...at, first]))];
      return [
        failed('invalid-input', `${row} is ${before} again; keep one of them.`, pathKey([...at, i])).failure,
      ];
    });
  });
}

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
    ...emptyProblem(problem)(leaf),
  ]);
  const isNamed = subject.name.trim() !== '';
  if (!isNamed) found.unshift(problem(['subject', 'name'], 'must not be empty'));
  // A colleague further east may already write the next day.
  if (today !== undefined && asOf > addDays(today, 1)) {
    // Said alike of a file and of a form.
    const sentence = `The assessment date ${formatDate(asOf)} is after today (${formatDate(today)}); an assessment cannot know the future.`;
    found.push(failed('invalid-input', sentence, 'asOf').failure);
  }
  found.push(...repeatedRows(content, nameField));
  if (subject.liveSince !== null && subject.liveSince > asOf) {
    const complaint = `is ${formatDate(subject.liveSince)}, after the day of assessment, ${formatDate(asOf)}`;
    found.push(problem(['subject', 'liveSince'], complaint));
  }
  return found;
}
