import { mustBeLevel, mustBeReturnPeriod } from '../argument-checks.ts';
import { type ActuarialResult, whenValid } from '../result.ts';
import { type Distribution, mustBeDistribution } from './distribution.ts';

/** Rounding noise of accumulated masses, so that F(x) = p exactly is found as F(x) >= p. */
const NOISE = 1e-13;

/** VaR_p: the least x with F(x) >= p, without interpolation; p in (0, 1). */
export const valueAtRisk = (distribution: Distribution, p: number): ActuarialResult<number> =>
  whenValid(
    [mustBeDistribution('distribution', distribution), mustBeLevel('p', p)],
    () => distribution.values[quantileIndex(distribution, p)]!,
  );

/** TVaR_p = VaR_p + E[(L - VaR_p)+] / (1 - p), expected shortfall; p in (0, 1). */
export const tailValueAtRisk = (distribution: Distribution, p: number): ActuarialResult<number> =>
  whenValid([mustBeDistribution('distribution', distribution), mustBeLevel('p', p)], () => {
    const j = quantileIndex(distribution, p);
    return distribution.values[j]! + distribution.excess[j]! / (1 - p);
  });

/** The loss met or exceeded once in `years` periods: VaR at 1 - 1/years; years above 1, to 1e15. */
export const returnPeriodLoss = (distribution: Distribution, years: number): ActuarialResult<number> =>
  whenValid(
    [mustBeDistribution('distribution', distribution), mustBeReturnPeriod(years)],
    () => distribution.values[indexWithSurvival(distribution, 1 / years)]!,
  );

const quantileIndex = (distribution: Distribution, p: number): number =>
  indexWithSurvival(distribution, 1 - p);

/** Least index whose survival is `target` or less. */
function indexWithSurvival(distribution: Distribution, target: number): number {
  const { survival } = distribution;
  let low = -1;
  let high = survival.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (survival[middle]! <= target + NOISE) high = middle;
    else low = middle;
  }
  return high;
}
