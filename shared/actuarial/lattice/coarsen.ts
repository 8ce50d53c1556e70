import type { LatticeLaw } from './lattice-law.ts';

/** The law on twice the step: local moment matching from the masses on one. */
export const coarsenLattice = (law: LatticeLaw): LatticeLaw => ({
  step: 2 * law.step,
  mass: coarsenMasses(law.mass, 2),
});

/**
 * The masses on `ratio` times the step, a whole number of 2 or more: a tent of the wide lattice is linear between the
 * points of the narrow one, so each mass split between its two wide neighbours, with the mean kept, gives exactly the
 * masses of the wide lattice.
 */
export function coarsenMasses(mass: Float64Array, ratio: number): Float64Array {
  const coarse = new Float64Array(Math.ceil((mass.length - 1) / ratio) + 1);
  for (let from = 0, k = 0; from < mass.length; from += ratio, k += 1) {
    const to = Math.min(mass.length, from + ratio);
    let here = mass[from]!;
    let next = 0;
    for (let j = from + 1; j < to; j += 1) {
      const share = (j - from) / ratio;
      here += mass[j]! * (1 - share);
      next += mass[j]! * share;
    }
    coarse[k] = coarse[k]! + here;
    if (next !== 0) coarse[k + 1] = coarse[k + 1]! + next;
  }
  return coarse;
}
