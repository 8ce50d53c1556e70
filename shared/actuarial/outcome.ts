/** A parameter outside its domain: which, what was allowed, what was given, and one sentence for a reader. */
export interface ActuarialFailure {
  readonly kind: 'actuarial';
  readonly parameter: string;
  readonly domain: string;
  readonly given: string;
  readonly message: string;
}

/** A result that may be a typed failure. Nothing in this room returns NaN or clamps an argument silently. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: ActuarialFailure };

/** A condition on one argument; `holds` false makes it the failure. */
export interface Requirement {
  readonly parameter: string;
  readonly domain: string;
  readonly given: string;
  readonly holds: boolean;
}

/** Requirements; those of a function are looked at only when all before them hold, so that they may read what is there. */
export type Requirements = readonly (Requirement | (() => Requirements))[];

export const valid = <T>(value: T): Outcome<T> => ({ ok: true, value });

export function outside(
  parameter: string,
  domain: string,
  given: unknown,
): { readonly ok: false; readonly failure: ActuarialFailure } {
  const shown = show(given);
  const message = `${parameter} must be ${domain}; it is ${shown}.`;
  return { ok: false, failure: { kind: 'actuarial', parameter, domain, given: shown, message } };
}

/** Checks the requirements in order and makes the value only when all hold. */
export function guarded<T>(requirements: Requirements, make: () => T): Outcome<T> {
  const broken = firstBroken(requirements);
  return broken === null ? valid(make()) : outside(broken.parameter, broken.domain, broken.given);
}

function firstBroken(requirements: Requirements): Requirement | null {
  for (const requirement of requirements) {
    const broken =
      typeof requirement === 'function' ? firstBroken(requirement()) : requirement.holds ? null : requirement;
    if (broken !== null) return broken;
  }
  return null;
}

/** The first failure among outcomes, or all their values, in order. */
export function all<T>(outcomes: readonly Outcome<T>[]): Outcome<readonly T[]> {
  const values: T[] = [];
  for (const outcome of outcomes) {
    if (!outcome.ok) return outcome;
    values.push(outcome.value);
  }
  return valid(values);
}

export function mapOutcome<T, U>(outcome: Outcome<T>, use: (value: T) => U): Outcome<U> {
  return outcome.ok ? valid(use(outcome.value)) : outcome;
}

/**
 * What the functions without an Outcome throw on an argument outside its domain: an Error with the failure's sentence,
 * and the failure itself.
 */
export interface ActuarialError extends Error {
  readonly failure: ActuarialFailure;
}

/** The value of an outcome whose arguments are known to be right; throws an ActuarialError otherwise. */
export function expectValue<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw errorOf(outcome.failure);
  return outcome.value;
}

/** For functions without an Outcome: throws an ActuarialError where a condition does not hold, costs nothing where it does. */
export function expectHolds(holds: boolean, parameter: string, domain: string, given: unknown): void {
  if (!holds) throw errorOf(outside(parameter, domain, given).failure);
}

const errorOf = (failure: ActuarialFailure): ActuarialError =>
  Object.assign(new Error(failure.message), { failure });

export function requires(parameter: string, domain: string, given: unknown, holds: boolean): Requirement {
  return { parameter, domain, given: show(given), holds };
}

/** Values from files and messages can be of any kind, and '5', null and true compare as numbers do. */
export const isNumber = (given: unknown): given is number => typeof given === 'number';

export const isFiniteNumber = (parameter: string, given: number): Requirement =>
  requires(parameter, 'a finite number', given, Number.isFinite(given));

export const isPositive = (parameter: string, given: number): Requirement =>
  requires(parameter, 'a finite number above 0', given, Number.isFinite(given) && given > 0);

export const isNotNegative = (parameter: string, given: number): Requirement =>
  requires(parameter, 'a finite number, 0 or more', given, Number.isFinite(given) && given >= 0);

/** Where the functions behind a parameter keep their digits. */
export const isWithin = (parameter: string, given: number, from: number, to: number): Requirement =>
  requires(parameter, `from ${from} to ${to}`, given, isNumber(given) && given >= from && given <= to);

/** Money beyond this in either direction is an error; within it squares and cubes stay finite. */
export const LARGEST_AMOUNT = 1e100;
/** Limits below this are no money; from here on cubes of a lattice's steps do not vanish. */
const LEAST_LIMIT = 1e-30;

export const isAmount = (parameter: string, given: number): Requirement =>
  requires(
    parameter,
    'an amount, 0 or more and at most 1e100',
    given,
    isNumber(given) && given >= 0 && given <= LARGEST_AMOUNT,
  );

export const isPositiveAmount = (parameter: string, given: number): Requirement =>
  requires(
    parameter,
    'an amount above 0, from 1e-100 to 1e100',
    given,
    isNumber(given) && given >= 1 / LARGEST_AMOUNT && given <= LARGEST_AMOUNT,
  );

/** A limit: an amount above 0, or Infinity for none. */
export const isLimit = (parameter: string, given: number): Requirement =>
  requires(
    parameter,
    'an amount above 0, from 1e-30 to 1e100, or Infinity for unlimited',
    given,
    isNumber(given) &&
      given >= LEAST_LIMIT &&
      (given <= LARGEST_AMOUNT || given === Number.POSITIVE_INFINITY),
  );

/** The factor of a loading: beyond 1e100 its product with a variance is no number. */
export const isLoad = (parameter: string, given: number): Requirement =>
  requires(
    parameter,
    'a number, 0 or more and at most 1e100',
    given,
    isNumber(given) && given >= 0 && given <= LARGEST_AMOUNT,
  );

/** A return period in years: beyond 1e15 its level cannot be told from 1. */
export const isReturnPeriod = (given: number): Requirement =>
  requires('returnPeriod', 'above 1 and at most 1e15', given, isNumber(given) && given > 1 && given <= 1e15);

export const isProbability = (parameter: string, given: number): Requirement =>
  requires(parameter, 'a probability in [0, 1]', given, isNumber(given) && given >= 0 && given <= 1);

/** Levels of quantiles and tail measures: strictly inside (0, 1). */
export const isLevel = (parameter: string, given: number): Requirement =>
  requires(parameter, 'strictly between 0 and 1', given, isNumber(given) && given > 0 && given < 1);

export const isWholeAtLeast = (parameter: string, given: number, least: number): Requirement =>
  requires(
    parameter,
    `a whole number, ${least} or more`,
    given,
    Number.isSafeInteger(given) && given >= least,
  );

export const isWholeWithin = (parameter: string, given: number, least: number, most: number): Requirement =>
  requires(
    parameter,
    `a whole number, ${least} to ${most}`,
    given,
    Number.isSafeInteger(given) && given >= least && given <= most,
  );

function show(given: unknown): string {
  if (typeof given === 'string') return given;
  if (Array.isArray(given)) return 'a list';
  if (typeof given === 'object' && given !== null) return 'an object';
  return given === undefined ? 'missing' : String(given);
}
