import { type ArgumentCheck, mustBe } from './result.ts';

// Arguments may come from files and messages, whatever their types say: '5', null and true compare as numbers do. Each
// law has its own guard beside it; a value made by the engine's constructors is known by the functions it must have.

/** Whether a value is a number, NaN and the infinities included. */
export const isNumber = (given: unknown): given is number => typeof given === 'number';

/** Whether a value is an object with fields, not a list. */
export const isRecord = (given: unknown): given is Readonly<Record<string, unknown>> =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

/** Whether a value is an array of doubles. */
export const isFloat64Array = (given: unknown): given is Float64Array => given instanceof Float64Array;

/** Whether a value has a function under each of the names. */
export const hasFunctions = (given: unknown, names: readonly string[]): boolean =>
  isRecord(given) && names.every((name) => typeof given[name] === 'function');

/** The fields of a record of parameters: of anything else every field is missing, and the failure then names it. */
export const fieldsOf = <T>(given: T): T => (isRecord(given) ? given : ({} as T));

/** Checks that an argument is an object with fields. */
export const mustBeObject = (parameter: string, domain: string, given: unknown): ArgumentCheck =>
  mustBe({ parameter, domain, given, holds: isRecord(given) });

/** Checks that an argument is a list. */
export const mustBeList = (parameter: string, domain: string, given: unknown): ArgumentCheck =>
  mustBe({ parameter, domain, given, holds: Array.isArray(given) });

/** Checks that an argument is a text. */
export const mustBeText = (parameter: string, given: unknown): ArgumentCheck =>
  mustBe({ parameter, domain: 'a text', given, holds: typeof given === 'string' });

/** Checks that an argument is a finite number. */
export const mustBeFinite = (parameter: string, given: number): ArgumentCheck =>
  mustBe({ parameter, domain: 'a finite number', given, holds: Number.isFinite(given) });

/** Checks that an argument is a finite number above 0. */
export const mustBePositive = (parameter: string, given: number): ArgumentCheck =>
  mustBe({ parameter, domain: 'a finite number above 0', given, holds: Number.isFinite(given) && given > 0 });

/** Checks that an argument is a finite number, 0 or more. */
export const mustNotBeNegative = (parameter: string, given: number): ArgumentCheck =>
  mustBe({
    parameter,
    domain: 'a finite number, 0 or more',
    given,
    holds: Number.isFinite(given) && given >= 0,
  });

/** The range in which the functions behind a parameter keep their digits. */
export const mustBeWithin = ({
  parameter,
  given,
  from,
  to,
}: {
  readonly parameter: string;
  readonly given: number;
  readonly from: number;
  readonly to: number;
}): ArgumentCheck =>
  mustBe({
    parameter,
    domain: `from ${from} to ${to}`,
    given,
    holds: isNumber(given) && given >= from && given <= to,
  });

/** Amounts beyond this in either direction are refused; within it squares and cubes stay finite. */
export const LARGEST_AMOUNT = 1e100;
/** The least limit; from here up cubes of a lattice's steps do not underflow. */
const LEAST_LIMIT = 1e-30;

/** Checks that an argument is an amount from 0 to 1e100. */
export const mustBeAmount = (parameter: string, given: number): ArgumentCheck =>
  mustBe({
    parameter,
    domain: 'an amount, 0 or more and at most 1e100',
    given,
    holds: isNumber(given) && given >= 0 && given <= LARGEST_AMOUNT,
  });

/** Checks that an argument is an amount from 1e-100 to 1e100. */
export const mustBePositiveAmount = (parameter: string, given: number): ArgumentCheck =>
  mustBe({
    parameter,
    domain: 'an amount above 0, from 1e-100 to 1e100',
    given,
    holds: isNumber(given) && given >= 1 / LARGEST_AMOUNT && given <= LARGEST_AMOUNT,
  });

/** A limit: an amount above 0, or Infinity for none. */
export const mustBeLimit = (parameter: string, given: number): ArgumentCheck =>
  mustBe({
    parameter,
    domain: 'an amount above 0, from 1e-30 to 1e100, or Infinity for unlimited',
    given,
    holds:
      isNumber(given) &&
      given >= LEAST_LIMIT &&
      (given <= LARGEST_AMOUNT || given === Number.POSITIVE_INFINITY),
  });

/** The factor of a loading: beyond 1e100 its product with a variance would not be finite. */
export const mustBeLoading = (parameter: string, given: number): ArgumentCheck =>
  mustBe({
    parameter,
    domain: 'a number, 0 or more and at most 1e100',
    given,
    holds: isNumber(given) && given >= 0 && given <= LARGEST_AMOUNT,
  });

/** A return period in years: beyond 1e15 its level cannot be told from 1. */
export const mustBeReturnPeriod = (given: number): ArgumentCheck =>
  mustBe({
    parameter: 'returnPeriod',
    domain: 'above 1 and at most 1e15',
    given,
    holds: isNumber(given) && given > 1 && given <= 1e15,
  });

/** Checks that an argument is a probability in [0, 1]. */
export const mustBeProbability = (parameter: string, given: number): ArgumentCheck =>
  mustBe({
    parameter,
    domain: 'a probability in [0, 1]',
    given,
    holds: isNumber(given) && given >= 0 && given <= 1,
  });

/** Levels of quantiles and tail measures: strictly inside (0, 1). */
export const mustBeLevel = (parameter: string, given: number): ArgumentCheck =>
  mustBe({
    parameter,
    domain: 'strictly between 0 and 1',
    given,
    holds: isNumber(given) && given > 0 && given < 1,
  });

/** Checks that an argument is a whole number, `least` or more. */
export const mustBeWholeAtLeast = (parameter: string, given: number, least: number): ArgumentCheck =>
  mustBe({
    parameter,
    domain: `a whole number, ${least} or more`,
    given,
    holds: Number.isSafeInteger(given) && given >= least,
  });

/** Checks that an argument is a whole number from `least` to `most`. */
export const mustBeWholeWithin = ({
  parameter,
  given,
  least,
  most,
}: {
  readonly parameter: string;
  readonly given: number;
  readonly least: number;
  readonly most: number;
}): ArgumentCheck =>
  mustBe({
    parameter,
    domain: `a whole number, ${least} to ${most}`,
    given,
    holds: Number.isSafeInteger(given) && given >= least && given <= most,
  });
