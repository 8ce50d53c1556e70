import { mustBePositiveAmount } from '../../argument-checks.ts';
import { discreteChecks } from '../../lattice/discrete-checks.ts';
import type { DiscreteLaw, LatticeLaw } from '../../lattice/lattice-law.ts';
import { MOST_POINTS } from '../../lattice/real-fft.ts';
import { type ActuarialResult, mustBe, whenValid } from '../../result.ts';
/**
 * Spreads each mass on its two neighbours on 0, step, 2 step, ... so that the mean is kept; the result ends at the
 * first lattice point at or above the largest value. Fails on anything but a law on amounts and on a step that gives
 * more than 2^24 points.
 */
export function spreadOnLattice(law: DiscreteLaw, step: number): ActuarialResult<LatticeLaw> {
  const largestOf = () => law.values[law.values.length - 1]!;
  return whenValid(
    [
      ...discreteChecks('law', law),
      mustBePositiveAmount('step', step),
      () => [
        mustBe({
          parameter: 'step',
          domain: 'large enough for at most 16,777,216 points',
          given: step,
          holds: largestOf() / step < MOST_POINTS,
        }),
      ],
    ],
    () => {
      const largest = largestOf();
      // A value within rounding of a lattice point is on it: 60 steps of one third must not open a 61st cell.
      const points = Math.ceil((largest / step) * (1 - 4e-16)) + 1;
      const mass = new Float64Array(points);
      for (let j = 0; j < law.values.length; j += 1) {
        const place = law.values[j]! / step;
        const below = Math.min(Math.floor(place), points - 1);
        const share = below === points - 1 ? 0 : place - below;
        const p = law.mass[j]!;
        mass[below] = mass[below]! + p * (1 - share);
        if (share > 0) mass[below + 1] = mass[below + 1]! + p * share;
      }
      return { step, mass };
    },
  );
}
