import { type AssessmentContent, submissionSchema } from './assessment-content.ts';
import { checkContentAgainstModel } from './check-content.ts';
import { choiceAt, keysAt, keysInFile, mustBeInFile } from './choices.ts';
import type { IsoDate } from './dates.ts';
import { fieldWithin, fieldWords } from './field-words.ts';
import { formatNumber } from './format-number.ts';
import { type FieldNames, pathKey, schemaFailures } from './issue-sentence.ts';
import { placesIn } from './json-members.ts';
import { readJsonText, refusePrototypeKeys, withoutMark } from './json-text.ts';
import { listText } from './list-text.ts';
import type { Insurer } from './people.ts';
import { pointedCents } from './pointed-cents.ts';
import type { RatingModel } from './rating-model.ts';
import { asOne, type Failure, failed, type Result, success } from './result.ts';
import { lastDayOf } from './unknown-day.ts';
import { wellFormed } from './well-formed.ts';

/** The largest submission that is read, in bytes (of a file) or characters (of text): real ones hold some 50 kB. */
export const MAXIMUM_SUBMISSION_SIZE = 10 * 1024 * 1024;

/** The failure of a submission that is too large to read, or null. `size` in bytes or characters. */
export function submissionSizeFailure(size: number): Failure | null {
  if (size <= MAXIMUM_SUBMISSION_SIZE) return null;
  const megabytes = formatNumber(size / (1024 * 1024), 1);
  return failed('too-large', `The submission is ${megabytes} MB; at most 10 MB is read.`).failure;
}

const parsedBefore = (input: unknown): ReturnType<typeof readJsonText> => {
  const safe = refusePrototypeKeys(input, 'The submission');
  return safe.ok ? { value: safe.value, failures: [] } : { value: undefined, failures: [safe.failure] };
};

/** How sentences speak of the fields of a file: as the form does, with the line where the file's text is at hand. */
function namesInFile(text: string | null, model: RatingModel): FieldNames {
  let places: ReturnType<typeof placesIn> | null = null;
  const placeOf = (path: readonly PropertyKey[]): string => {
    if (text === null) return '';
    places ??= placesIn(withoutMark(text));
    const place = places(path);
    return place === null ? '' : ` (${place.isThere ? '' : 'from '}line ${place.line})`;
  };
  return {
    nameField: (path) => `${path.length === 0 ? 'The submission' : fieldWords(path, model)}${placeOf(path)}`,
    placeOf,
    mustBe: (path, given, isKey) => {
      const choice = isKey ? keysAt(path, model) : choiceAt(path, model);
      if (choice === null) return null;
      return isKey ? keysInFile(path, choice) : mustBeInFile(choice, given);
    },
    membersOf: (path, keys) =>
      listText(keys.map((key) => `“${key}” (${fieldWithin([...path, key], model)})`)),
  };
}

/** For whom and by whom a submission says that it is quoted, beside its content. */
export interface SubmissionPeople {
  readonly insurer: Insurer | null;
  readonly underwriter: { readonly name: string } | null;
}

interface Read {
  readonly content: AssessmentContent | null;
  readonly people?: SubmissionPeople;
  readonly failures: readonly Failure[];
}

/** A month or a year as the date of an incident, where the day is not known: its last day, and that it is no more than that. */
function withLastDays(value: object): object {
  if (!('incidents' in value) || !Array.isArray(value.incidents)) return value;
  const incidents = value.incidents.map((incident: unknown) => {
    if (typeof incident !== 'object' || incident === null || !('date' in incident)) return incident;
    const last = typeof incident.date === 'string' ? lastDayOf(incident.date) : null;
    return last === null ? incident : { ...incident, ...last };
  });
  return { ...value, incidents };
}

/** What was told, and of fields that it does not speak of what else there is to tell. */
const beside = (told: readonly Failure[], others: readonly Failure[]): readonly Failure[] => [
  ...told,
  ...others.filter(({ field }) => !told.some((one) => one.field === field)),
];

/** Deeper than any field of a submission. */
const DEEPEST_FIELD = 8;

/** Codes that the model does not know in a file that its schema does not take, so that they are told with the rest. */
function unknownCodes(
  value: unknown,
  path: readonly PropertyKey[],
  by: { readonly model: RatingModel; readonly names: FieldNames },
): readonly Failure[] {
  if (typeof value === 'object' && value !== null) {
    if (path.length >= DEEPEST_FIELD) return [];
    const inside: readonly (readonly [PropertyKey, unknown])[] = Array.isArray(value)
      ? value.map((item, i) => [i, item])
      : Object.entries(value);
    return inside.flatMap(([key, item]) => unknownCodes(item, [...path, key], by));
  }
  const choice = typeof value === 'string' && path.length > 1 ? choiceAt(path, by.model) : null;
  if (choice === null || choice.allowed.some(({ id }) => id === value)) return [];
  const sentence = `${by.names.nameField(path)} ${mustBeInFile(choice, value)}.`;
  return [failed('invalid-input', sentence, pathKey(path)).failure];
}

/**
 * All failures of a submission, or its content. Text is parsed first; anything else is taken as parsed JSON. `today`
 * bounds the day of assessment.
 */
export function readSubmission(input: unknown, model: RatingModel, today?: IsoDate): Read {
  const isText = typeof input === 'string';
  const tooLarge = isText ? submissionSizeFailure(input.length) : null;
  if (tooLarge !== null) return { content: null, failures: [tooLarge] };
  const json = isText ? readJsonText(input, 'The submission') : parsedBefore(input);
  if (json.failures.length > 0) return { content: null, failures: json.failures };
  if (typeof json.value !== 'object' || json.value === null || Array.isArray(json.value)) {
    return {
      content: null,
      failures: [failed('invalid-input', 'The submission must be a JSON object.').failure],
    };
  }
  const names = namesInFile(isText ? input : null, model);
  const pointed = isText ? pointedCents(withoutMark(input), model) : [];
  const parsed = submissionSchema.safeParse(withLastDays(json.value));
  if (!parsed.success) {
    const failures = schemaFailures(parsed.error, json.value, { schema: submissionSchema, names });
    const codes = unknownCodes(json.value, [], { model, names });
    return { content: null, failures: beside(beside(pointed, failures), codes) };
  }
  const { format: _format, $schema: _schema, insurer = null, underwriter = null, ...content } = parsed.data;
  const unfit = checkContentAgainstModel({
    content,
    model,
    purpose: 'submission',
    today,
    nameField: names.nameField,
  });
  const failures = beside(pointed, unfit);
  if (failures.length > 0) return { content: null, failures };
  return { content: wellFormed(content), people: wellFormed({ insurer, underwriter }), failures };
}

/**
 * Reads a submission: JSON text, or a value already parsed, into assessment content with every default filled in. Fails
 * with all that is wrong at once, a sentence each naming the field as the form does, its line where text is given, and the
 * allowed values (rating algorithm, section 9). An assessment of a day after `today` is refused; without it there is no such bound.
 */
export function parseSubmission(
  input: unknown,
  model: RatingModel,
  today?: IsoDate,
): Result<AssessmentContent> {
  const whole = parseWholeSubmission(input, model, today);
  return whole.ok ? success(whole.value.content) : whole;
}

/** As `parseSubmission`, with the insurer and the underwriter that the file names. */
export function parseWholeSubmission(
  input: unknown,
  model: RatingModel,
  today?: IsoDate,
): Result<{ readonly content: AssessmentContent; readonly people: SubmissionPeople }> {
  const { content, people, failures } = readSubmission(input, model, today);
  const all = asOne(failures);
  if (content !== null && people !== undefined && all === null) return success({ content, people });
  return { ok: false, failure: all ?? failed('invalid-input', 'The submission cannot be read.').failure };
}
