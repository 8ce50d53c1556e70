import { mustBeWholeWithin } from '../../argument-checks.ts';
import { type Frequency, mustBeFrequency } from '../../frequency/frequency.ts';
import type { LatticeLaw } from '../../lattice/lattice-law.ts';
import { MOST_POINTS } from '../../lattice/real-fft.ts';
import { type ActuarialResult, mustBe, whenValid } from '../../result.ts';
import { latticeChecks } from './lattice-checks.ts';

/**
 * The compound law by Panjer's recursion: a reference for tests, not the engine's method (O(n m), and it needs P(S = 0)
 * > 0 in double precision: it fails from an expected count of about 745). g_0 = P_N(p_0); g_k = [ (q_1 - (a+b) q_0) p_k
 * + sum_j (a + b j / k) p_j g_(k-j) ] / (1 - a p_0), for counts of the (a, b, 1) class with probabilities q. Source:
 * Panjer 1981; Loss Models 4e, theorem 9.8.
 */
export function panjer(
  severity: LatticeLaw,
  frequency: Frequency,
  points: number,
): ActuarialResult<LatticeLaw> {
  const checked = whenValid(
    [
      ...latticeChecks('severity', severity),
      mustBeFrequency('frequency', frequency),
      mustBeWholeWithin({ parameter: 'points', given: points, least: 1, most: MOST_POINTS }),
    ],
    () => true,
  );
  if (!checked.ok) return checked;
  const { mass: p, step } = severity;
  const recursion = frequency.panjer;
  const none = frequency.pgf(p[0]!);
  return whenValid(
    [
      mustBe({
        parameter: 'frequency',
        domain: 'of the (a, b, 1) class',
        given: frequency.family,
        holds: recursion !== null,
      }),
      mustBe({
        parameter: 'frequency',
        domain: 'a count with P(S = 0) above 1e-300',
        given: none,
        holds: none > 1e-300,
      }),
    ],
    () => {
      const { a, b, first } = recursion ?? { a: 0, b: 0, first: 0 };
      const scale = 1 - a * p[0]!;
      const g = new Float64Array(points);
      g[0] = none;
      for (let k = 1; k < points; k += 1) {
        let sum = first * (p[k] ?? 0);
        const last = Math.min(k, p.length - 1);
        for (let j = 1; j <= last; j += 1) sum += (a + (b * j) / k) * p[j]! * g[k - j]!;
        g[k] = sum / scale;
      }
      return { step, mass: g };
    },
  );
}
