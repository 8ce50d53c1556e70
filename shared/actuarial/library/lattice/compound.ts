import { mustBeLevel } from '../../argument-checks.ts';
import { type Frequency, mustBeFrequency } from '../../frequency/frequency.ts';
import { compoundLattice, compoundMasses } from '../../lattice/compound.ts';
import { mustBeMasses } from '../../lattice/discrete-checks.ts';
import type { LatticeLaw } from '../../lattice/lattice-law.ts';
import { isTransformLength } from '../../lattice/real-fft.ts';
import { type ActuarialResult, type ArgumentChecks, expectValue, mustBe, whenValid } from '../../result.ts';
import { latticeChecks } from './lattice-checks.ts';
/**
 * The law of the sum of N payments with lattice masses p, whole: on 0..n k points, n the last index of p and P(N > k) <
 * tailTolerance, by FFT on a length above n (k + 1), so that nothing wraps (rating algorithm, section 5). Fails when
 * that needs more than 2^22 points (for counts that large use the annual-sum route), on anything but a lattice law and
 * a count law, and on a tolerance outside (0, 1).
 */
export function compoundWhole(
  severity: LatticeLaw,
  frequency: Frequency,
  tailTolerance = 1e-14,
): ActuarialResult<LatticeLaw> {
  const checked = whenValid(
    [
      ...latticeChecks('severity', severity),
      mustBeFrequency('frequency', frequency),
      mustBeLevel('tailTolerance', tailTolerance),
    ],
    () => true,
  );
  return checked.ok ? compoundLattice(severity, frequency, tailTolerance) : checked;
}

/**
 * g = IFFT(P_N(FFT(p))) on a cyclic lattice of `length` points, a power of two, 4 to 2^24, at least p's length. Throws
 * an ActuarialError on any other length and on anything but masses and a count law.
 */
export const compoundCyclic = (mass: Float64Array, frequency: Frequency, length: number): Float64Array =>
  expectValue(
    whenValid(cyclicChecks(mass, frequency, length), () => compoundMasses(mass, frequency, length)),
  );

/** The argument checks of compounding masses on a cyclic lattice. */
export const cyclicChecks = (mass: Float64Array, frequency: Frequency, length: number): ArgumentChecks => [
  mustBeMasses('mass', mass),
  mustBeFrequency('frequency', frequency),
  () => [
    mustBe({
      parameter: 'length',
      domain: "a power of two, 4 to 16,777,216, at least the masses' number",
      given: length,
      holds: isTransformLength(length) && length >= mass.length,
    }),
  ],
];
