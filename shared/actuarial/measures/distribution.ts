import { type DiscreteLaw, indexAtOrBelow, totalMass } from '../lattice/lattice-law.ts';
import { guarded, type Outcome, requires } from '../outcome.ts';

/** A discrete law with its survival and stop-loss functions, from which every measure is read. */
export interface Distribution {
  readonly values: Float64Array;
  readonly mass: Float64Array;
  /** P(L > values[j]); never below 0 and never increasing, whatever rounding noise the masses carry. */
  readonly survival: Float64Array;
  /** E[(L - values[j])+]. */
  readonly excess: Float64Array;
}

/**
 * Reads a discrete law. Masses may carry rounding noise of either sign; their sum must be within `tolerance` of 1
 * (a law that loses more has mass beyond its last value and cannot carry a tail measure).
 */
export function readDistribution(law: DiscreteLaw, tolerance = 1e-9): Outcome<Distribution> {
  const { values, mass } = law;
  const total = totalMass(mass);
  return guarded(
    [
      requires(
        'values',
        'as many values as masses, at least one',
        values.length,
        values.length === mass.length && mass.length > 0,
      ),
      requires('values', 'finite and ascending', values.length, isAscending(values)),
      requires('mass', `masses that sum to 1 within ${tolerance}`, total, Math.abs(total - 1) <= tolerance),
    ],
    () => {
      const last = values.length - 1;
      const survival = new Float64Array(values.length);
      const excess = new Float64Array(values.length);
      let sum = 0;
      for (let j = last - 1; j >= 0; j--) {
        sum += mass[j + 1]!;
        survival[j] = Math.min(1, Math.max(survival[j + 1]!, sum));
        excess[j] = excess[j + 1]! + (values[j + 1]! - values[j]!) * survival[j]!;
      }
      return { values, mass, survival, excess };
    },
  );
}

function isAscending(values: Float64Array): boolean {
  for (let j = 0; j < values.length; j++) {
    if (!Number.isFinite(values[j]!) || (j > 0 && values[j]! <= values[j - 1]!)) return false;
  }
  return true;
}

/** Mean, variance, standard deviation and skewness (population versions; skewness 0 for a constant). */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
  readonly sd: number;
  readonly skewness: number;
}

/** Moments of a discrete law, about its mean in a second pass. */
export function discreteMoments(law: DiscreteLaw): Moments {
  const { values, mass } = law;
  let mean = 0;
  for (let j = 0; j < mass.length; j++) mean += values[j]! * mass[j]!;
  let second = 0;
  let third = 0;
  for (let j = 0; j < mass.length; j++) {
    const deviation = values[j]! - mean;
    const square = deviation * deviation * mass[j]!;
    second += square;
    third += deviation * square;
  }
  return momentsFromCentral(mean, second, third);
}

export function momentsFromCentral(mean: number, variance: number, thirdCentral: number): Moments {
  const sd = Math.sqrt(Math.max(0, variance));
  return { mean, variance, sd, skewness: sd > 0 ? thirdCentral / (sd * variance) : 0 };
}

/** P(L > x). */
export function exceedance(distribution: Distribution, x: number): number {
  const j = indexAtOrBelow(distribution.values, x);
  return j < 0 ? 1 : distribution.survival[j]!;
}

/** P(L >= x). */
export function exceedanceFrom(distribution: Distribution, x: number): number {
  const j = indexAtOrBelow(distribution.values, x);
  if (j < 0) return 1;
  if (distribution.values[j] !== x) return distribution.survival[j]!;
  return j === 0 ? 1 : distribution.survival[j - 1]!;
}

/** E[(L - x)+], the stop-loss premium at retention x. */
export function stopLoss(distribution: Distribution, x: number): number {
  const j = indexAtOrBelow(distribution.values, x);
  if (j < 0) return distribution.values[0]! - x + distribution.excess[0]!;
  return distribution.excess[j]! - (x - distribution.values[j]!) * distribution.survival[j]!;
}
