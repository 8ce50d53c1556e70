import { hasFunctions, isNumber, mustBeFinite, mustBePositive } from '../argument-checks.ts';
import { type Distribution, isDistribution } from '../measures/distribution.ts';
import { type ActuarialResult, type ArgumentCheck, assertArgument, mustBe, whenValid } from '../result.ts';
import { normalCdf, normalQuantile } from '../special/normal.ts';
import { distortedBlocks, distortedValues, survivalBlocks } from './distorted-sum.ts';

/**
 * A distortion g of survival probabilities, increasing with g(0) = 0, g(1) = 1; the distorted mean is the integral
 * of g(S). `power`: proportional hazard, S^(1/rho); `wang`: Phi(Phi^-1(S) + lambda); `dual-power`: 1 - (1-S)^k;
 * `tvar`: min(S / (1-p), 1). Source: Wang 1995, 2000; Wirch and Hardy 1999.
 */
export interface Distortion {
  readonly kind: 'proportional-hazard' | 'wang' | 'dual-power' | 'tvar';
  readonly apply: (survival: number) => number;
  /** Analytic on (0, 1). */
  readonly isSmooth: boolean;
}

/** rho >= 1 loads (rho = 1 is the mean); rho > 0. */
export const proportionalHazard = (rho: number): ActuarialResult<Distortion> =>
  whenValid([mustBePositive('rho', rho)], () => ({
    kind: 'proportional-hazard' as const,
    isSmooth: true,
    apply: (s: number) => (s <= 0 ? 0 : s >= 1 ? 1 : s ** (1 / rho)),
  }));

/** lambda >= 0 loads; any finite lambda. */
export const wangTransform = (lambda: number): ActuarialResult<Distortion> =>
  whenValid([mustBeFinite('lambda', lambda)], () => ({
    kind: 'wang' as const,
    isSmooth: true,
    apply: (s: number) => (s <= 0 ? 0 : s >= 1 ? 1 : normalCdf(normalQuantile(s) + lambda)),
  }));

/**
 * Survival probabilities below this are rounding noise of the transform, which a distortion by a power would turn into
 * a loading.
 */
export const SURVIVAL_FLOOR = 1e-12;

/**
 * Distorted means of a discrete law, in the order of the distortions: x_1 + sum (x_{i+1} - x_i) g(S(x_i)), where
 * survival probabilities below `floor` count as 0 (give 0 for masses without rounding noise). Throws an ActuarialError
 * on anything but a distribution and distortions, and on a floor outside [0, 1).
 */
export function distortedMeans(
  distribution: Distribution,
  distortions: readonly Distortion[],
  floor = SURVIVAL_FLOOR,
): readonly number[] {
  const isRead = isDistribution(distribution);
  assertArgument({
    holds: isRead,
    parameter: 'distribution',
    domain: 'a distribution, as readDistribution makes it',
    given: distribution,
  });
  const areMade = Array.isArray(distortions) && distortions.every(isDistortion);
  assertArgument({
    holds: areMade,
    parameter: 'distortions',
    domain: 'a list of distortions',
    given: distortions,
  });
  assertArgument({
    holds: isNumber(floor) && floor >= 0 && floor < 1,
    parameter: 'floor',
    domain: 'a probability in [0, 1)',
    given: floor,
  });
  const { values, survival } = distribution;
  let end = values.length - 1;
  while (end > 0 && survival[end - 1]! <= floor) end -= 1;
  const width = (j: number) => values[j + 1]! - values[j]!;
  const blocks = distortions.some((d) => d.isSmooth)
    ? survivalBlocks({ survival, width, from: 0, end })
    : null;
  return distortions.map(
    (distortion) =>
      values[0]! +
      (distortion.isSmooth && blocks !== null
        ? distortedBlocks(blocks, distortion.apply)
        : distortedValues({ g: distortion.apply, survival, width, from: 0, end })),
  );
}

/** Whether a value is a distortion as its constructors make it. */
const isDistortion = (given: unknown): given is Distortion => hasFunctions(given, ['apply']);

/** Checks that an argument is a distortion. */
export const mustBeDistortion = (parameter: string, given: unknown): ArgumentCheck =>
  mustBe({ parameter, domain: 'a distortion', given, holds: isDistortion(given) });
