import { type AssessmentContent, submissionSchema } from './assessment-content.ts';
import { checkContentAgainstModel } from './check-content.ts';
import type { IsoDate } from './dates.ts';
import { fieldWords } from './field-words.ts';
import { formatNumber } from './format-number.ts';
import { type NameField, schemaFailures } from './issue-sentence.ts';
import { placesIn } from './json-members.ts';
import { readJsonText, refusePrototypeKeys, withoutMark } from './json-text.ts';
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

/** How a sentence calls a field of a file: as the form does, with the line where the file's text is at hand. */
function fieldInFile(text: string | null, model: RatingModel): NameField {
  let places: ReturnType<typeof placesIn> | null = null;
  return (path) => {
    const words = fieldWords(path, model);
    if (text === null) return words;
    places ??= placesIn(withoutMark(text));
    const place = places(path);
    if (place === null) return words;
    return `${words} (${place.isThere ? '' : 'from '}line ${place.line})`;
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
  const nameField = fieldInFile(isText ? input : null, model);
  const parsed = submissionSchema.safeParse(withLastDays(json.value));
  if (!parsed.success) {
    return {
      content: null,
      failures: schemaFailures(parsed.error, json.value, { schema: submissionSchema, nameField }),
    };
  }
  const pointed = isText ? pointedCents(input, model) : [];
  if (pointed.length > 0) return { content: null, failures: pointed };
  const { format: _format, $schema: _schema, insurer = null, underwriter = null, ...content } = parsed.data;
  const failures = checkContentAgainstModel({ content, model, purpose: 'submission', today, nameField });
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
