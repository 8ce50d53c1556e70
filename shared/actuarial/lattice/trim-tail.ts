import type { DiscreteLaw } from './lattice-law.ts';

/** Rounding of accumulated masses: probability that no figure of a law can show. */
const NOTHING = 1e-15;
/** The share of the variance that may be where the values are left out. */
const UNSEEN = 1e-10;

/**
 * A law of the given variance without its last values, where these hold less than 1e-15 of probability and next to none
 * of the variance; their mass is put on the last one kept. A compound law reaches far beyond where anything is left of
 * it, and a lattice over that reach would be coarse where the loss is; a loss that is all tail keeps it.
 */
export function trimTail(law: DiscreteLaw, variance: number): DiscreteLaw {
  const { values, mass } = law;
  const largest = values[values.length - 1]!;
  let last = mass.length - 1;
  let beyond = 0;
  let size = 0;
  while (last > 0) {
    const p = mass[last]!;
    size += Math.abs(p);
    if (Math.abs(beyond + p) >= NOTHING || size * largest * largest > UNSEEN * variance) break;
    beyond += p;
    last -= 1;
  }
  if (last === mass.length - 1) return law;
  const kept = mass.slice(0, last + 1);
  kept[last] = kept[last]! + beyond;
  return { values: values.subarray(0, last + 1), mass: kept };
}
