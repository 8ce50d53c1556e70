import { coarsenLattice } from '../../lattice/coarsen.ts';
import type { LatticeLaw } from '../../lattice/lattice-law.ts';
import { transformTwiddles } from '../../lattice/real-fft.ts';
import { expectValue, whenValid } from '../../result.ts';
import { latticeChecks } from './lattice-checks.ts';
/**
 * Local moment matching on twice the step, from the masses on one. Throws an ActuarialError on anything but a lattice
 * law.
 */
export const coarsen = (law: LatticeLaw): LatticeLaw =>
  expectValue(whenValid(latticeChecks('law', law), () => coarsenLattice(law)));

/** Coarsening on half spectra: from one of `length` to one of `length / 2`, without a transform. */
export function coarsenSpectrum(
  spectrum: Float64Array,
  length: number,
  coarse: Float64Array = new Float64Array(length / 2 + 2),
): Float64Array {
  const half = length / 2;
  const twiddles = transformTwiddles(length);
  for (let k = 0; k <= half / 2; k += 1) {
    const a = 2 * k;
    const cosine = twiddles[a]!;
    const b = length - a;
    coarse[a] = 0.5 * (spectrum[a]! * (1 + cosine) + spectrum[b]! * (1 - cosine));
    coarse[a + 1] = 0.5 * (spectrum[a + 1]! * (1 + cosine) - spectrum[b + 1]! * (1 - cosine));
  }
  return coarse;
}
