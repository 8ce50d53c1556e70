import { isNumber, isRecord } from '../argument-checks.ts';
import { type ArgumentCheck, assertArgument, mustBe } from '../result.ts';

/** A point mass of a ground-up loss. */
export interface Atom {
  readonly at: number;
  readonly mass: number;
}

/**
 * A law without atoms seen from a retention next to its upper bound, by the excess y over the retention: there the sum of
 * the two has lost the digits of what is left to the bound, on which everything rests.
 */
export interface UpperTail {
  /** P(X > retention + y). */
  readonly survival: (y: number) => number;
  /** Density at retention + y. */
  readonly density: (y: number) => number;
}

/**
 * The law of one ground-up loss X >= 0, in currency units, as functions. Made by the constructors of this folder,
 * which check the parameters; the functions are then total on x >= 0 (infinity included) and p in [0, 1].
 */
export interface Severity {
  readonly family: string;
  /** P(X > x). */
  readonly survival: (x: number) => number;
  /** P(X <= x), accurate where it is small. */
  readonly cdf: (x: number) => number;
  /** Density of the continuous part, 0 outside its support. */
  readonly density: (x: number) => number;
  readonly atoms: readonly Atom[];
  /** E[min(X, limit)^order], order 1, 2 or 3; `limit` may be Infinity. */
  readonly limitedMoment: (order: number, limit: number) => number;
  /** E[X^order], order 1, 2 or 3; the value Infinity when it does not exist. */
  readonly moment: (order: number) => number;
  /** Least x with P(X <= x) >= p. */
  readonly quantile: (p: number) => number;
  /** Points in (0, upper bound] where the cdf is not analytic: thresholds, insured values, atoms. */
  readonly kinks: readonly number[];
  /** Further points at which quadrature starts a new panel, such as the median of a narrow law. */
  readonly breaks: readonly number[];
  /** Least x with P(X <= x) = 1; Infinity when unbounded. */
  readonly upperBound: number;
  /** The tail from a retention next to the upper bound; null where `survival` and `density` keep their digits. */
  readonly upperTail: (retention: number) => UpperTail | null;
}

/** The argument checks of a function of a severity at a point. */
export function assertSeverityAt(severity: Severity, parameter: string, x: number): void {
  assertArgument({
    holds: isSeverity(severity),
    parameter: 'severity',
    domain: 'a severity law',
    given: severity,
  });
  assertArgument({ holds: isNumber(x) && x >= 0, parameter, domain: 'a number, 0 or more', given: x });
}

/** P(X = x), x 0 or more. Throws an ActuarialError on any other x and on anything but a severity law. */
export function massAt(severity: Severity, x: number): number {
  assertSeverityAt(severity, 'x', x);
  let mass = 0;
  for (const atom of severity.atoms) if (atom.at === x) mass += atom.mass;
  return mass;
}

/** P(X >= x), x 0 or more. Throws an ActuarialError on any other x and on anything but a severity law. */
export function survivalFrom(severity: Severity, x: number): number {
  const mass = massAt(severity, x);
  return severity.survival(x) + mass;
}

/** Whether a value is a severity law as its constructors make it. */
export const isSeverity = (given: unknown): given is Severity =>
  isRecord(given) &&
  typeof given.survival === 'function' &&
  typeof given.cdf === 'function' &&
  typeof given.density === 'function' &&
  typeof given.limitedMoment === 'function' &&
  typeof given.moment === 'function' &&
  typeof given.quantile === 'function' &&
  typeof given.upperTail === 'function' &&
  Array.isArray(given.atoms);

/** Checks that an argument is a severity law. */
export const mustBeSeverity = (parameter: string, given: unknown): ArgumentCheck =>
  mustBe({ parameter, domain: 'a severity law', given, holds: isSeverity(given) });
