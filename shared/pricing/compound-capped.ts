import type { Frequency } from '../actuarial/frequency/frequency.ts';
import { countBeyond } from '../actuarial/lattice/compound.ts';
import type { LatticeLaw } from '../actuarial/lattice/lattice-law.ts';
import { realFromSpectrum, realSpectrum, transformLength } from '../actuarial/lattice/real-fft.ts';
import { multiplySpectrum } from '../actuarial/lattice/values.ts';

/**
 * The first `points` masses of the sum of N payments with lattice masses f, exactly as the whole law has them: all that
 * an aggregate limit at or below the last point can see. Mass beyond is dropped (the cap takes it).
 *
 * The count's probabilities are few for the rare events priced here, so the compound is their polynomial in f,
 * `sum p_k f^k` up to P(N > k) < countTail, by Horner in f^2 with every product cut to `points`. Cutting before
 * transforming means twice the points hold every product without wrap-around, where transforming the generating
 * function would need room for all k payments.
 */
export function compoundFirst(
  severity: LatticeLaw,
  frequency: Frequency,
  points: number,
  countTail: number,
): Float64Array {
  const size = Math.max(2, points);
  const counts = countBeyond(frequency, countTail);
  const first = severity.mass.slice(0, size);
  const length = transformLength(2 * size - 1);
  const probability = (k: number) => (k <= counts ? frequency.pmf(k) : 0);

  const sum = new Float64Array(size);
  if (counts >= 2) {
    const spectrum = realSpectrum(first, length);
    multiplySpectrum(spectrum, spectrum.slice());
    const second = realFromSpectrum(spectrum, length).slice(0, size);
    const secondSpectrum = realSpectrum(second, length);
    // Blocks p_k f + p_(k+1) f^2 for odd k, from the last to the first.
    for (let k = counts % 2 === 0 ? counts - 1 : counts; k >= 1; k -= 2) {
      if (k + 2 <= counts) {
        const raised = realSpectrum(sum, length);
        multiplySpectrum(raised, secondSpectrum);
        sum.set(realFromSpectrum(raised, length).subarray(0, size));
      }
      const one = probability(k);
      const two = probability(k + 1);
      for (let j = 0; j < first.length; j += 1) sum[j] = sum[j]! + one * first[j]!;
      for (let j = 0; j < size; j += 1) sum[j] = sum[j]! + two * second[j]!;
    }
  } else {
    for (let j = 0; j < first.length; j += 1) sum[j] = probability(1) * first[j]!;
  }
  sum[0] = sum[0]! + probability(0);
  return sum.subarray(0, points);
}
