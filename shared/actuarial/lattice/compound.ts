import { applyPgf } from '../frequency/apply-pgf.ts';
import type { Frequency } from '../frequency/frequency.ts';
import {
  expectHolds,
  expectValue,
  guarded,
  isLevel,
  type Outcome,
  type Requirements,
  requires,
} from '../outcome.ts';
import { isFrequency, isFrequencyLaw } from '../shapes.ts';
import type { LatticeLaw } from './lattice-law.ts';
import { isMass, latticeRequirements } from './law-requirements.ts';
import { isTransformLength, realFromSpectrum, realSpectrum, transformLength } from './real-fft.ts';

/** Least k with P(N > k) < tolerance, in (0, 1). Throws an ActuarialError on another tolerance or what is no count. */
export function countBeyond(frequency: Frequency, tolerance: number): number {
  expectHolds(isFrequencyLaw(frequency), 'frequency', 'a law of a count', frequency);
  expectHolds(tolerance > 0 && tolerance < 1, 'tolerance', 'strictly between 0 and 1', tolerance);
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
 * Fails when that needs more than 2^22 points (a count so large that the range-bound route is the right one), on what is
 * no lattice law or no count, and on a tolerance outside (0, 1).
 */
export function compoundWhole(
  severity: LatticeLaw,
  frequency: Frequency,
  tailTolerance = 1e-14,
): Outcome<LatticeLaw> {
  const checked = guarded(
    [
      ...latticeRequirements('severity', severity),
      isFrequency('frequency', frequency),
      isLevel('tailTolerance', tailTolerance),
    ],
    () => true,
  );
  return checked.ok ? compoundedWhole(severity, frequency, tailTolerance) : checked;
}

/** The same of a law and a count that are known to be right. */
export function compoundedWhole(
  severity: LatticeLaw,
  frequency: Frequency,
  tailTolerance: number,
): Outcome<LatticeLaw> {
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
      mass: compounded(severity.mass, frequency, length).slice(0, n * k + 1),
    }),
  );
}

/**
 * g = IFFT(P_N(FFT(p))) on a cyclic lattice of `length` points, a power of two, 4 to 2^24, at least p's length. Throws an
 * ActuarialError on another length, on what are no masses and what is no count.
 */
export const compoundCyclic = (mass: Float64Array, frequency: Frequency, length: number): Float64Array =>
  expectValue(
    guarded(cyclicRequirements(mass, frequency, length), () => compounded(mass, frequency, length)),
  );

export const cyclicRequirements = (
  mass: Float64Array,
  frequency: Frequency,
  length: number,
): Requirements => [
  isMass('mass', mass),
  isFrequency('frequency', frequency),
  () => [
    requires(
      'length',
      "a power of two, 4 to 16,777,216, at least the masses' number",
      length,
      isTransformLength(length) && length >= mass.length,
    ),
  ],
];

/** The same of masses and a count that are known to be right. */
export function compounded(mass: Float64Array, frequency: Frequency, length: number): Float64Array {
  const spectrum = realSpectrum(mass, length);
  applyPgf(frequency, spectrum);
  return realFromSpectrum(spectrum, length);
}
