import type { Result } from '../domain/result.ts';

/** An argument outside its domain: which, what is allowed, what was given, and one sentence for a reader. */
export interface ActuarialFailure {
  readonly kind: 'actuarial';
  readonly parameter: string;
  readonly domain: string;
  readonly given: string;
  readonly message: string;
}

/** A value, or a typed failure. Nothing in this room returns NaN or clamps an argument silently. */
export type ActuarialResult<T> = Result<T, ActuarialFailure>;

/** What one argument must be; where it does not hold it becomes the failure. */
export interface ArgumentCheck {
  readonly parameter: string;
  readonly domain: string;
  readonly given: string;
  readonly holds: boolean;
}

/** Checks in order; a function among them runs only when all before it hold, so that it may read what they checked. */
export type ArgumentChecks = readonly (ArgumentCheck | (() => ArgumentChecks))[];

/** A check of one argument: `parameter` must be `domain`. */
export function mustBe({
  parameter,
  domain,
  given,
  holds,
}: {
  readonly parameter: string;
  readonly domain: string;
  readonly given: unknown;
  readonly holds: boolean;
}): ArgumentCheck {
  return { parameter, domain, given: show(given), holds };
}

/** A result that holds a value. */
export const valid = <T>(value: T): ActuarialResult<T> => ({ ok: true, value });

/** The failure of one argument. */
export function invalid(
  parameter: string,
  domain: string,
  given: unknown,
): { readonly ok: false; readonly failure: ActuarialFailure } {
  const shown = show(given);
  const message = `${parameter} must be ${domain}; it is ${shown}.`;
  return { ok: false, failure: { kind: 'actuarial', parameter, domain, given: shown, message } };
}

/** Runs the checks in order and makes the value only when all hold; fails with the first that does not. */
export function whenValid<T>(checks: ArgumentChecks, make: () => T): ActuarialResult<T> {
  const failing = firstFailing(checks);
  return failing === null ? valid(make()) : invalid(failing.parameter, failing.domain, failing.given);
}

function firstFailing(checks: ArgumentChecks): ArgumentCheck | null {
  for (const check of checks) {
    const failing = typeof check === 'function' ? firstFailing(check()) : check.holds ? null : check;
    if (failing !== null) return failing;
  }
  return null;
}

/** The first failure among results, or all their values, in order. */
export function allValid<T>(results: readonly ActuarialResult<T>[]): ActuarialResult<readonly T[]> {
  const values: T[] = [];
  for (const result of results) {
    if (!result.ok) return result;
    values.push(result.value);
  }
  return valid(values);
}

/** The result with its value, where there is one, passed through a function. */
export function mapResult<T, U>(result: ActuarialResult<T>, use: (value: T) => U): ActuarialResult<U> {
  return result.ok ? valid(use(result.value)) : result;
}

/**
 * What the functions that return a plain value throw on an argument outside its domain: an Error with the failure's
 * sentence, and the failure itself.
 */
export interface ActuarialError extends Error {
  readonly failure: ActuarialFailure;
}

/** The value of a result whose arguments are known to be right; throws an ActuarialError otherwise. */
export function expectValue<T>(result: ActuarialResult<T>): T {
  if (!result.ok) throw errorOf(result.failure);
  return result.value;
}

/** For functions that return a plain value: throws an ActuarialError where a condition does not hold. */
export function assertArgument({
  holds,
  parameter,
  domain,
  given,
}: {
  readonly holds: boolean;
  readonly parameter: string;
  readonly domain: string;
  readonly given: unknown;
}): void {
  if (!holds) throw errorOf(invalid(parameter, domain, given).failure);
}

const errorOf = (failure: ActuarialFailure): ActuarialError =>
  Object.assign(new Error(failure.message), { failure });

function show(given: unknown): string {
  if (typeof given === 'string') return given;
  if (Array.isArray(given)) return 'a list';
  if (typeof given === 'object' && given !== null) return 'an object';
  return given === undefined ? 'missing' : String(given);
}
