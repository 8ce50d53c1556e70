import { applyPgf } from '../frequency/apply-pgf.ts';
import { type Frequency, isFrequency } from '../frequency/frequency.ts';
import { type ActuarialResult, assertArgument, mustBe, whenValid } from '../result.ts';
import type { LatticeLaw } from './lattice-law.ts';
import { realFromSpectrum, realSpectrum, transformLength } from './real-fft.ts';

/**
 * The least k with P(N > k) < tolerance, in (0, 1). Throws an ActuarialError on any other tolerance and on anything but
 * a count law.
 */
export function countBeyond(frequency: Frequency, tolerance: number): number {
  assertArgument({
    holds: isFrequency(frequency),
    parameter: 'frequency',
    domain: 'a count law',
    given: frequency,
  });
  assertArgument({
    holds: tolerance > 0 && tolerance < 1,
    parameter: 'tolerance',
    domain: 'strictly between 0 and 1',
    given: tolerance,
  });
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
 * The law of the sum of N payments on 0..n k points, for a lattice law and a count law already checked; fails only
 * where it needs more than 2^22 points.
 */
export function compoundLattice(
  severity: LatticeLaw,
  frequency: Frequency,
  tailTolerance: number,
): ActuarialResult<LatticeLaw> {
  const n = severity.mass.length - 1;
  if (n === 0) return { ok: true, value: { step: severity.step, mass: Float64Array.of(1) } };
  const k = Math.max(1, countBeyond(frequency, tailTolerance));
  const length = transformLength(n * (k + 1) + 1);
  return whenValid(
    [
      mustBe({
        parameter: 'frequency',
        domain: 'a count whose compound fits 4,194,304 points',
        given: frequency.mean,
        holds: length <= 2 ** 22,
      }),
    ],
    () => ({
      step: severity.step,
      mass: compoundMasses(severity.mass, frequency, length).slice(0, n * k + 1),
    }),
  );
}

/**
 * The masses of the sum of N payments on a cyclic lattice of `length` points, g = IFFT(P_N(FFT(p))), for arguments
 * already checked.
 */
export function compoundMasses(mass: Float64Array, frequency: Frequency, length: number): Float64Array {
  const spectrum = realSpectrum(mass, length);
  applyPgf(frequency, spectrum);
  return realFromSpectrum(spectrum, length);
}
