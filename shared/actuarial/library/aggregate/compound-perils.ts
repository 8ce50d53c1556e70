import { applyPgf } from '../../frequency/apply-pgf.ts';
import type { LatticeLaw } from '../../lattice/lattice-law.ts';
import { leastMass, massCumulants } from '../../lattice/mass-cumulants.ts';
import { meanPreservingMasses } from '../../lattice/mean-preserving-masses.ts';
import { multiplySpectrum, realFromSpectrum, realSpectrum, transformLength } from '../../lattice/real-fft.ts';
import { addCumulants, type Cumulants } from '../../measures/cumulants.ts';
import { coarsenSpectrum } from '../lattice/coarsen.ts';
import { capMasses } from './cap-masses.ts';
import type { Grid } from './grid.ts';
import type { Peril } from './peril.ts';

/** The annual sum of perils after their aggregate limits, on the grid and on twice its step. */
export interface CompoundLaws {
  readonly fine: LatticeLaw;
  readonly coarse: LatticeLaw;
  /** Cumulants on the lattice before the perils' aggregate limits, to compare with the analytic ones. */
  readonly latticeCumulants: Cumulants;
  /** Length of the longest transform, and of the last one, of the whole sum. */
  readonly transformLength: number;
  readonly sumLength: number;
  /** Least mass found before anything was read: rounding noise of the transforms. */
  readonly leastMass: number;
}

/**
 * phi = FFT(p), psi = P_N(phi), spectra multiplied; a peril with an aggregate limit is inverted, capped on the lattice
 * and transformed back; its sum before the cap may reach far beyond the grid, so its transform has its own length
 * (`cappedLengths`, one per peril; twice the points or more). Zero-padded to twice the points, or to the sum of the
 * caps where that is less (then nothing can wrap). The law on twice the step comes from the same spectra.
 */
export function compoundPerils(
  perils: readonly Peril[],
  grid: Grid,
  cappedLengths: readonly number[],
): CompoundLaws {
  const { step, points } = grid;
  const support = perils.reduce(
    (sum, peril) => sum + Math.ceil((peril.aggregateLimit / step) * (1 - 1e-12)),
    1,
  );
  // The law on twice the step has half the length, which must still be a valid transform length.
  const length = Math.min(2 * points, transformLength(Math.min(Math.max(support, 8), 2 * points)));
  const fine = { product: null as Float64Array | null, length, step };
  const coarse = { product: null as Float64Array | null, length: length / 2, step: 2 * step };
  // Capped perils share one set of buffers; spectra that go into the product keep their own.
  const buffer = bufferSet();
  const cumulants: Cumulants[] = [];
  const cappedCumulants: Cumulants[] = [];
  let lowest = 0;
  let longest = length;
  for (const [index, peril] of perils.entries()) {
    const isCapped = Number.isFinite(peril.aggregateLimit);
    const perilLength = isCapped ? cappedLengths[index]! : length;
    longest = Math.max(longest, perilLength);
    const take = isCapped ? buffer : newArray;
    const spectrum = realSpectrum(paymentMasses(peril, grid), perilLength, take('spectrum', perilLength + 2));
    const coarseSpectrum = coarsenSpectrum(spectrum, perilLength, take('coarse', perilLength / 2 + 2));
    applyPgf(peril.frequency, spectrum);
    applyPgf(peril.frequency, coarseSpectrum);
    if (isCapped) {
      const law = realFromSpectrum(spectrum, perilLength, buffer('law', perilLength));
      cumulants.push(massCumulants(law, step));
      lowest = Math.min(lowest, leastMass(law));
      const capped = capMasses({ mass: law, step, cap: peril.aggregateLimit, length });
      cappedCumulants.push(massCumulants(capped, step));
      include(fine, realSpectrum(capped, length));
      const coarseLaw = realFromSpectrum(
        coarseSpectrum,
        perilLength / 2,
        buffer('coarse law', perilLength / 2),
      );
      include(
        coarse,
        realSpectrum(
          capMasses({ mass: coarseLaw, step: 2 * step, cap: peril.aggregateLimit, length: length / 2 }),
          length / 2,
        ),
      );
    } else {
      include(fine, spectrum);
      include(coarse, coarseSpectrum);
    }
  }
  const mass = realFromSpectrum(fine.product!, length);
  if (cumulants.length < perils.length) {
    // Cumulants add, so the perils without a cap have the whole sum's less those of the capped ones.
    const capped = addCumulants(cappedCumulants);
    const whole = massCumulants(mass, step);
    cumulants.push({
      mean: whole.mean - capped.mean,
      variance: whole.variance - capped.variance,
      third: whole.third - capped.third,
    });
  }
  return {
    fine: { step, mass: mass.subarray(0, Math.min(points, length)) },
    coarse: {
      step: 2 * step,
      mass: realFromSpectrum(coarse.product!, length / 2).subarray(0, Math.min(points, length) / 2),
    },
    latticeCumulants: addCumulants(cumulants),
    transformLength: longest,
    sumLength: length,
    leastMass: Math.min(lowest, leastMass(mass)),
  };
}

type Take = (name: string, length: number) => Float64Array;

const newArray: Take = (_, length) => new Float64Array(length);

function bufferSet(): Take {
  const made = new Map<string, Float64Array>();
  return (name, length) => {
    const known = made.get(`${name} ${length}`);
    if (known !== undefined) return known;
    const array = new Float64Array(length);
    made.set(`${name} ${length}`, array);
    return array;
  };
}

function include(target: { product: Float64Array | null }, spectrum: Float64Array): void {
  if (target.product === null) target.product = spectrum;
  else multiplySpectrum(target.product, spectrum);
}

/** Masses of one payment of any kind of the peril, no longer than the largest payment or the grid needs. */
function paymentMasses(peril: Peril, grid: Grid): Float64Array {
  const mixed = new Float64Array(grid.points);
  for (const { payment, weight } of peril.payments) {
    const points = Math.min(grid.points, Math.ceil((payment.top / grid.step) * (1 - 1e-15)) + 1);
    const mass = meanPreservingMasses(payment, grid.step, Math.max(2, points));
    for (let j = 0; j < mass.length; j += 1) mixed[j] = mixed[j]! + weight * mass[j]!;
  }
  return mixed;
}
