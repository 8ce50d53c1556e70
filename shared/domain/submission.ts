import { type AssessmentContent, submissionSchema } from './assessment-content.ts';
import { checkContentAgainstModel } from './check-content.ts';
import type { IsoDate } from './dates.ts';
import { formatNumber } from './format-number.ts';
import { schemaFailures } from './issue-sentence.ts';
import { parseJsonText, refusePrototypeKeys } from './json-text.ts';
import type { RatingModel } from './rating-model.ts';
import { type Failure, failed, type Result, success } from './result.ts';
import { wellFormed } from './well-formed.ts';

/** The largest submission that is read, in bytes (of a file) or characters (of text): real ones hold some 50 kB. */
export const MAXIMUM_SUBMISSION_SIZE = 10 * 1024 * 1024;

/** The failure of a submission that is too large to read, or null. `size` in bytes or characters. */
export function submissionSizeFailure(size: number): Failure | null {
  if (size <= MAXIMUM_SUBMISSION_SIZE) return null;
  const megabytes = formatNumber(size / (1024 * 1024), 1);
  return failed('too-large', `The submission is ${megabytes} MB; at most 10 MB is read.`).failure;
}

/**
 * All failures of a submission, or its content. Text is parsed first; anything else is taken as parsed JSON. `today`
 * bounds the day of assessment.
 */
export function readSubmission(
  input: unknown,
  model: RatingModel,
  today?: IsoDate,
): { readonly content: AssessmentContent | null; readonly failures: readonly Failure[] } {
  const isText = typeof input === 'string';
  const tooLarge = isText ? submissionSizeFailure(input.length) : null;
  if (tooLarge !== null) return { content: null, failures: [tooLarge] };
  const json = isText ? parseJsonText(input, 'The submission') : refusePrototypeKeys(input, 'The submission');
  if (!json.ok) return { content: null, failures: [json.failure] };
  if (typeof json.value !== 'object' || json.value === null || Array.isArray(json.value)) {
    return {
      content: null,
      failures: [failed('invalid-input', 'The submission must be a JSON object.').failure],
    };
  }
  const parsed = submissionSchema.safeParse(json.value);
  if (!parsed.success) {
    return { content: null, failures: schemaFailures(parsed.error, json.value, submissionSchema) };
  }
  const { format: _format, $schema: _schema, ...content } = parsed.data;
  const failures = checkContentAgainstModel({ content, model, purpose: 'submission', today });
  return { content: failures.length === 0 ? wellFormed(content) : null, failures };
}

/**
 * Reads a submission: JSON text, or a value already parsed, into assessment content with every default filled in. Fails
 * with the first problem found: one sentence naming the field and the allowed values (rating algorithm, section 9). An
 * assessment of a day after `today` is refused; without it there is no such bound.
 */
export function parseSubmission(
  input: unknown,
  model: RatingModel,
  today?: IsoDate,
): Result<AssessmentContent> {
  const { content, failures } = readSubmission(input, model, today);
  const [first] = failures;
  if (content !== null && first === undefined) return success(content);
  return { ok: false, failure: first ?? failed('invalid-input', 'The submission cannot be read.').failure };
}
