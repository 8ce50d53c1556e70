import { applyPgf } from '../frequency/apply-pgf.ts';
import type { Frequency } from '../frequency/frequency.ts';
import { guarded, isLevel, type Outcome, requires } from '../outcome.ts';
import type { LatticeLaw } from './lattice-law.ts';
import { realFromSpectrum, realSpectrum, transformLength } from './real-fft.ts';

/** Least k with P(N > k) < tolerance. */
export function countBeyond(frequency: Frequency, tolerance: number): number {
  let k = 0;
  let stride = 1;
  while (frequency.tail(k + stride) >= tolerance) {
    k += stride;
    stride *= 2;
  }
  let high = k + stride;
  if (frequency.tail(k) < tolerance) return k;
  while (high - k > 1) {
    const middle = Math.floor((k + high) / 2);
    if (frequency.tail(middle) < tolerance) high = middle;
    else k = middle;
  }
  return high;
}

/**
 * The law of the sum of N payments with lattice masses p, whole: on 0..n k points, n the last index of p and
 * P(N > k) < tailTolerance, by FFT on a length above n (k + 1), so that nothing wraps (rating algorithm, section 5).
 * Fails when that needs more than 2^22 points (a count so large that the range-bound route is the right one).
 */
export function compoundWhole(
  severity: LatticeLaw,
  frequency: Frequency,
  tailTolerance = 1e-14,
): Outcome<LatticeLaw> {
  const level = guarded([isLevel('tailTolerance', tailTolerance)], () => true);
  if (!level.ok) return level;
  const n = severity.mass.length - 1;
  if (n === 0) return { ok: true, value: { step: severity.step, mass: Float64Array.of(1) } };
  const k = Math.max(1, countBeyond(frequency, tailTolerance));
  const length = transformLength(n * (k + 1) + 1);
  return guarded(
    [
      requires(
        'frequency',
        'a count whose compound fits 4,194,304 points',
        frequency.mean,
        length <= 2 ** 22,
      ),
    ],
    () => ({
      step: severity.step,
      mass: compoundCyclic(severity.mass, frequency, length).slice(0, n * k + 1),
    }),
  );
}

/** g = IFFT(P_N(FFT(p))) on a cyclic lattice of `length` points, a power of two, 4 or more, at least p's length. */
export function compoundCyclic(mass: Float64Array, frequency: Frequency, length: number): Float64Array {
  const spectrum = realSpectrum(mass, length);
  applyPgf(frequency, spectrum);
  return realFromSpectrum(spectrum, length);
}
