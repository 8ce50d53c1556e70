import { expectValue, guarded } from '../outcome.ts';
import type { LatticeLaw } from './lattice-law.ts';
import { latticeRequirements } from './law-requirements.ts';
import { transformTwiddles } from './real-fft.ts';

/** Local moment matching on twice the step, from the masses on one. Throws an ActuarialError on what is no lattice law. */
export const coarsen = (law: LatticeLaw): LatticeLaw =>
  expectValue(guarded(latticeRequirements('law', law), () => coarsened(law)));

/** The same of a law known to be one. */
export const coarsened = (law: LatticeLaw): LatticeLaw => ({
  step: 2 * law.step,
  mass: coarseMasses(law.mass, 2),
});

/**
 * The masses on `ratio` times the step, a whole number of 2 or more: a tent of the wide lattice is linear between the
 * points of the narrow one, so each mass spread on its two wide neighbours, mean kept, is what the wide lattice itself
 * would hold, exactly.
 */
export function coarseMasses(mass: Float64Array, ratio: number): Float64Array {
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

/** The same on half spectra: from one of `length` to one of `length / 2`, without a transform. */
export function coarsenSpectrum(
  spectrum: Float64Array,
  length: number,
  coarse: Float64Array = new Float64Array(length / 2 + 2),
): Float64Array {
  const half = length / 2;
  const twiddles = transformTwiddles(length);
  for (let k = 0; k <= half / 2; k++) {
    const a = 2 * k;
    const cosine = twiddles[a]!;
    const b = length - a;
    coarse[a] = 0.5 * (spectrum[a]! * (1 + cosine) + spectrum[b]! * (1 - cosine));
    coarse[a + 1] = 0.5 * (spectrum[a + 1]! * (1 + cosine) - spectrum[b + 1]! * (1 - cosine));
  }
  return coarse;
}
