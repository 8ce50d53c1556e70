/** Closed list of the ways an expected failure can be named across the boundary. */
export const FAILURE_CODES = [
  'invalid-input',
  'not-found',
  'conflict',
  'read-only',
  'not-ready',
  'workbook-locked',
  'workbook-newer',
  'workbook-foreign',
  'workbook-damaged',
  'workbook-read-only',
  'workbook-gone',
  'disk-full',
  'model-invalid',
  'too-large',
  'cancelled',
  'unexpected',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

/**
 * An expected failure: one human sentence, the field it is about where there is one, and a log id for unexpected ones.
 */
export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
  readonly field?: string;
  readonly logId?: string;
}

/** A value, or why there is none: a `Failure` unless a room has failures of its own. */
export type Result<T, F = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: F };

/** A result that holds a value. */
export const success = <T>(value: T): Result<T> => ({ ok: true, value });

/** A failure; `field` is the path of the field it is about. */
export function failed(
  code: FailureCode,
  message: string,
  field?: string,
): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: field === undefined ? { code, message } : { code, message, field } };
}

const MOST_TOLD = 8;

/** Several failures as one that tells of each, in order; null where there is none. Code and field are those of the first. */
export function asOne(failures: readonly Failure[]): Failure | null {
  const [first] = failures;
  if (first === undefined || failures.length === 1) return first ?? null;
  const more = failures.length - MOST_TOLD;
  const sentences = failures.slice(0, MOST_TOLD).map(({ message }) => message);
  return { ...first, message: [...sentences, ...(more > 0 ? [`And ${more} more.`] : [])].join(' ') };
}

/** Makes the compiler prove that a union was handled whole; throws if data from outside slipped through. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
