import type { DiscreteLaw } from './lattice-law.ts';

/** Rounding of accumulated masses: probability that no figure of a law can show. */
const NOTHING = 1e-15;

/**
 * A law without the last values that together hold less than 1e-15, which is put on the last one kept: a compound law
 * reaches far beyond where anything is left of it, and a lattice over that reach would be coarse where the loss is.
 */
export function trimmed(law: DiscreteLaw): DiscreteLaw {
  const { values, mass } = law;
  let last = mass.length - 1;
  let beyond = 0;
  while (last > 0 && Math.abs(beyond + mass[last]!) < NOTHING) {
    beyond += mass[last]!;
    last -= 1;
  }
  if (last === mass.length - 1) return law;
  const kept = mass.slice(0, last + 1);
  kept[last] = kept[last]! + beyond;
  return { values: values.subarray(0, last + 1), mass: kept };
}
