import type { LatticeLaw } from './lattice-law.ts';
import { transformTwiddles } from './real-fft.ts';

/**
 * Local moment matching on twice the step, from the masses on one: the wide tent is the narrow one plus half of each
 * neighbour, so p'_j = p_2j + (p_(2j-1) + p_(2j+1)) / 2 exactly.
 */
export function coarsen(law: LatticeLaw): LatticeLaw {
  const { mass } = law;
  const points = (mass.length >> 1) + 1;
  const coarse = new Float64Array(points);
  for (let j = 0; j < points; j++) {
    const left = j > 0 ? (mass[2 * j - 1] ?? 0) : 0;
    coarse[j] = (mass[2 * j] ?? 0) + 0.5 * (left + (mass[2 * j + 1] ?? 0));
  }
  return { step: 2 * law.step, mass: coarse };
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
