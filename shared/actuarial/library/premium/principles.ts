import { mustBeLevel, mustBeLoading, mustBeWithin } from '../../argument-checks.ts';
import { type Distribution, discreteMoments, mustBeDistribution } from '../../measures/distribution.ts';
import { tailValueAtRisk } from '../../measures/tail-measures.ts';
import { type ActuarialResult, mapResult, whenValid } from '../../result.ts';

// Loads and rates are from 0 to 1e100. Fails outside that range and on anything but a distribution.

/** (1 + load) mean. */
export const expectedValuePrinciple = (distribution: Distribution, load: number): ActuarialResult<number> =>
  whenValid(
    [mustBeDistribution('distribution', distribution), mustBeLoading('load', load)],
    () => (1 + load) * discreteMoments(distribution).mean,
  );

/** mean + load * sd. */
export const standardDeviationPrinciple = (
  distribution: Distribution,
  load: number,
): ActuarialResult<number> =>
  whenValid([mustBeDistribution('distribution', distribution), mustBeLoading('load', load)], () => {
    const { mean, sd } = discreteMoments(distribution);
    return mean + load * sd;
  });

/** mean + load * variance; the load is per currency unit. */
export const variancePrinciple = (distribution: Distribution, load: number): ActuarialResult<number> =>
  whenValid([mustBeDistribution('distribution', distribution), mustBeLoading('load', load)], () => {
    const { mean, variance } = discreteMoments(distribution);
    return mean + load * variance;
  });

/** E[X e^(hX)] / E[e^(hX)], the largest exponent subtracted so that nothing overflows; h per currency unit. */
export const esscherPrinciple = (distribution: Distribution, h: number): ActuarialResult<number> =>
  whenValid(
    [
      mustBeDistribution('distribution', distribution),
      mustBeWithin({ parameter: 'h', given: h, from: -1e100, to: 1e100 }),
    ],
    () => {
      const { values, mass } = distribution;
      const largest = Math.max(h * values[0]!, h * values[values.length - 1]!);
      let weight = 0;
      let sum = 0;
      for (let j = 0; j < values.length; j += 1) {
        const w = mass[j]! * Math.exp(h * values[j]! - largest);
        weight += w;
        sum += w * values[j]!;
      }
      return sum / weight;
    },
  );

/** mean + rate (TVaR_p - mean): a return on the capital that the tail requires. */
export const costOfCapitalPrinciple = (
  distribution: Distribution,
  p: number,
  rate: number,
): ActuarialResult<number> =>
  withTail({ distribution, p, rate, combine: (mean, tail) => mean + rate * (tail - mean) });

/** (mean + r TVaR_p) / (1 + r): constant cost of capital. */
export const constantCostOfCapital = (
  distribution: Distribution,
  p: number,
  rate: number,
): ActuarialResult<number> =>
  withTail({ distribution, p, rate, combine: (mean, tail) => (mean + rate * tail) / (1 + rate) });

function withTail({
  distribution,
  p,
  rate,
  combine,
}: {
  readonly distribution: Distribution;
  readonly p: number;
  readonly rate: number;
  readonly combine: (mean: number, tail: number) => number;
}): ActuarialResult<number> {
  const checked = whenValid(
    [mustBeDistribution('distribution', distribution), mustBeLevel('p', p), mustBeLoading('rate', rate)],
    () => true,
  );
  if (!checked.ok) return checked;
  const { mean } = discreteMoments(distribution);
  return mapResult(tailValueAtRisk(distribution, p), (tail) => combine(mean, tail));
}
