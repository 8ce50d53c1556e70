import { fieldsOf, isFloat64Array, isNumber, isRecord, mustBeWithin } from '../argument-checks.ts';
import { discreteChecks } from '../lattice/discrete-checks.ts';
import { type DiscreteLaw, indexAtOrBelow, totalMass } from '../lattice/lattice-law.ts';
import { type ActuarialResult, type ArgumentCheck, assertArgument, mustBe, whenValid } from '../result.ts';

/** A discrete law with its survival and stop-loss functions, from which every measure is read. */
export interface Distribution {
  readonly values: Float64Array;
  readonly mass: Float64Array;
  /** P(L > values[j]); never below 0 and never increasing, despite rounding noise in the masses. */
  readonly survival: Float64Array;
  /** E[(L - values[j])+]. */
  readonly excess: Float64Array;
}

/** A law that loses more than this has no meaningful quantiles. */
const LARGEST_TOLERANCE = 1e-3;

/**
 * Reads the law of a discrete loss. Masses may carry rounding noise of up to 1e-6, positive or negative; their sum must
 * be within `tolerance` (up to 1e-3) of 1: a law that loses more has mass beyond its last value, and no tail measure
 * can be read from it. Fails unless the values are ascending amounts from 0 to 1e100, one for each mass.
 */
export function readDistribution(law: DiscreteLaw, tolerance = 1e-9): ActuarialResult<Distribution> {
  const checked = whenValid(
    [
      mustBeWithin({ parameter: 'tolerance', given: tolerance, from: 0, to: LARGEST_TOLERANCE }),
      ...discreteChecks('law', law),
    ],
    () => law,
  );
  return checked.ok ? distributionFrom(law, tolerance) : checked;
}

/** As readDistribution, for values and masses already checked: fails only where the masses do not sum to 1. */
export function distributionFrom(
  { values, mass }: DiscreteLaw,
  tolerance: number,
): ActuarialResult<Distribution> {
  const total = totalMass(mass);
  return whenValid(
    [
      mustBe({
        parameter: 'mass',
        domain: `masses that sum to 1 within ${tolerance}`,
        given: total,
        holds: Math.abs(total - 1) <= tolerance,
      }),
    ],
    () => {
      const last = values.length - 1;
      const survival = new Float64Array(values.length);
      const excess = new Float64Array(values.length);
      let sum = 0;
      let beyond = 0;
      let above = 0;
      let next = values[last]!;
      for (let j = last - 1; j >= 0; j -= 1) {
        sum += mass[j + 1]!;
        // Rounding can leave small negative masses: survival still never decreases from right to left, and never
        // exceeds 1.
        if (sum > beyond) beyond = sum > 1 ? 1 : sum;
        const here = values[j]!;
        above += (next - here) * beyond;
        survival[j] = beyond;
        excess[j] = above;
        next = here;
      }
      return { values, mass, survival, excess };
    },
  );
}

/** Mean, variance, standard deviation and skewness (population versions; skewness 0 for a constant). */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
  readonly sd: number;
  readonly skewness: number;
}

/**
 * Moments of a discrete law, about its mean in a second pass. Throws an ActuarialError on anything but a discrete law
 * with finite moments.
 */
export function discreteMoments(law: DiscreteLaw): Moments {
  const { values, mass } = fieldsOf(law);
  const isLaw = isFloat64Array(values) && isFloat64Array(mass) && values.length === mass.length;
  assertArgument({
    holds: isLaw,
    parameter: 'law',
    domain: 'a discrete law, with a mass for each value',
    given: law,
  });
  let mean = 0;
  for (let j = 0; j < mass.length; j += 1) mean += values[j]! * mass[j]!;
  let second = 0;
  let third = 0;
  for (let j = 0; j < mass.length; j += 1) {
    const deviation = values[j]! - mean;
    const square = deviation * deviation * mass[j]!;
    second += square;
    third += deviation * square;
  }
  // A value or mass that is not a number shows up here.
  assertArgument({
    holds: Number.isFinite(third),
    parameter: 'law',
    domain: 'a discrete law whose values and masses have moments',
    given: third,
  });
  return momentsFromCentral(mean, second, third);
}

/** Moments from the mean, the variance and the third central moment; skewness 0 for a constant. */
export function momentsFromCentral(mean: number, variance: number, thirdCentral: number): Moments {
  const sd = Math.sqrt(Math.max(0, variance));
  // The cube of a tiny sd may underflow to 0: the engine treats such a loss as a constant.
  const cube = sd * variance;
  return { mean, variance, sd, skewness: sd > 0 && cube > 0 ? thirdCentral / cube : 0 };
}

/** P(L > x), any x. Throws an ActuarialError on anything but a distribution and a number. */
export function exceedance(distribution: Distribution, x: number): number {
  assertReadableAt(distribution, x);
  const j = indexAtOrBelow(distribution.values, x);
  return j < 0 ? 1 : distribution.survival[j]!;
}

/** The argument checks of a function of a distribution at a point. */
export function assertReadableAt(distribution: Distribution, x: number): void {
  const isRead = isDistribution(distribution);
  assertArgument({
    holds: isRead,
    parameter: 'distribution',
    domain: 'a distribution, as readDistribution makes it',
    given: distribution,
  });
  assertArgument({ holds: isNumber(x) && !Number.isNaN(x), parameter: 'x', domain: 'a number', given: x });
}

/** Whether a value is a distribution as readDistribution makes it. */
export const isDistribution = (given: unknown): given is Distribution =>
  isRecord(given) &&
  isFloat64Array(given.values) &&
  isFloat64Array(given.mass) &&
  isFloat64Array(given.survival) &&
  isFloat64Array(given.excess) &&
  given.values.length > 0;

/** Checks that an argument is a distribution. */
export const mustBeDistribution = (parameter: string, given: unknown): ArgumentCheck =>
  mustBe({
    parameter,
    domain: 'a distribution, as readDistribution makes it',
    given,
    holds: isDistribution(given),
  });
