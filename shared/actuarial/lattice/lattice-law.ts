import { isFloat64Array } from '../argument-checks.ts';
import { assertArgument } from '../result.ts';

/**
 * Probability masses at 0, step, 2 step, ...; may sum to less than 1 when the law extends further (a defective law).
 */
export interface LatticeLaw {
  readonly step: number;
  readonly mass: Float64Array;
}

/** Probability masses at ascending values. */
export interface DiscreteLaw {
  readonly values: Float64Array;
  readonly mass: Float64Array;
}

/** The lattice points of a law, as values; index times step, so that rounding does not build up. */
export function latticePoints(law: LatticeLaw): DiscreteLaw {
  const values = new Float64Array(law.mass.length);
  for (let j = 0; j < values.length; j += 1) values[j] = j * law.step;
  return { values, mass: law.mass };
}

const BLOCK = 256;

/**
 * Sum of the masses: plain sums of blocks, added with Neumaier's compensation. Throws an ActuarialError unless the sum
 * is finite.
 */
export function totalMass(mass: Float64Array): number {
  assertArgument({
    holds: isFloat64Array(mass),
    parameter: 'mass',
    domain: 'an array of numbers',
    given: mass,
  });
  let sum = 0;
  let lost = 0;
  for (let from = 0; from < mass.length; from += BLOCK) {
    const to = Math.min(mass.length, from + BLOCK);
    let term = 0;
    for (let j = from; j < to; j += 1) term += mass[j]!;
    const next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
  }
  assertArgument({
    holds: Number.isFinite(sum + lost),
    parameter: 'mass',
    domain: 'an array of numbers with a finite sum',
    given: sum + lost,
  });
  return sum + lost;
}

/** Index of the largest value that is x or less; -1 when there is none. */
export function indexAtOrBelow(values: Float64Array, x: number): number {
  let low = -1;
  let high = values.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (values[middle]! <= x) low = middle;
    else high = middle;
  }
  return low;
}
