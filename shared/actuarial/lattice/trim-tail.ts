import type { DiscreteLaw } from './lattice-law.ts';

/** Rounding of accumulated masses: less probability than this makes no difference to any result. */
const NOTHING = 1e-15;
/** The share of the variance that the values left out may have, unless told. */
const UNSEEN = 1e-10;

/**
 * Cuts off the last values of a law of the given variance where they hold less than 1e-15 of probability and almost
 * none of the variance; their mass goes to the last value kept. A compound law extends far beyond any relevant
 * probability, and a lattice over all of it would be too coarse where the loss is. A loss that is all tail keeps it.
 */
export function trimTail(law: DiscreteLaw, variance: number, unseen = UNSEEN): DiscreteLaw {
  const { values, mass } = law;
  const largest = values[values.length - 1]!;
  let last = mass.length - 1;
  let beyond = 0;
  let size = 0;
  while (last > 0) {
    const p = mass[last]!;
    size += Math.abs(p);
    if (Math.abs(beyond + p) >= NOTHING || size * largest * largest > unseen * variance) break;
    beyond += p;
    last -= 1;
  }
  if (last === mass.length - 1) return law;
  const kept = mass.slice(0, last + 1);
  kept[last] = kept[last]! + beyond;
  return { values: values.subarray(0, last + 1), mass: kept };
}
