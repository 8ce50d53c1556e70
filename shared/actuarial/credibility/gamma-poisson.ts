import type { Frequency } from '../frequency/frequency.ts';
import { makeNegativeBinomial } from '../frequency/negative-binomial.ts';
import { guarded, isLevel, isPositive, type Outcome, outside, requires } from '../outcome.ts';
import { gammaLowerInverse } from '../special/incomplete-gamma.ts';

export interface GammaPoissonPosterior {
  readonly shape: number;
  readonly rate: number;
  readonly mean: number;
  readonly sd: number;
  /** exposure / (exposure + prior rate): the weight of the own experience. */
  readonly credibilityFactor: number;
  /** The rate per unit of exposure that is not exceeded with probability p in (0, 1). */
  readonly quantile: (p: number) => Outcome<number>;
}

/**
 * Gamma prior of a Poisson rate (shape, rate > 0) and counts over exposures: posterior gamma(shape + claims, rate +
 * exposure). Exposures and counts finite, 0 or more, as many of each. Source: Loss Models 4e, section 18.7.
 */
export function gammaPoisson(input: {
  readonly priorShape: number;
  readonly priorRate: number;
  readonly exposures: readonly number[];
  readonly counts: readonly number[];
}): Outcome<GammaPoissonPosterior> {
  const { priorShape, priorRate, exposures, counts } = input;
  if (!Array.isArray(exposures)) return outside('exposures', 'a list', exposures);
  if (!Array.isArray(counts)) return outside('counts', 'a list, as long as exposures', counts);
  const isGood = (x: number) => Number.isFinite(x) && x >= 0;
  return guarded(
    [
      isPositive('priorShape', priorShape),
      isPositive('priorRate', priorRate),
      requires('counts', 'as many as exposures', counts.length, counts.length === exposures.length),
      requires('exposures', 'finite, 0 or more', exposures.join(', '), exposures.every(isGood)),
      requires('counts', 'finite, 0 or more', counts.join(', '), counts.every(isGood)),
    ],
    () => {
      const exposure = exposures.reduce((sum, x) => sum + x, 0);
      const shape = priorShape + counts.reduce((sum, x) => sum + x, 0);
      const rate = priorRate + exposure;
      return {
        shape,
        rate,
        mean: shape / rate,
        sd: Math.sqrt(shape) / rate,
        credibilityFactor: exposure / (exposure + priorRate),
        quantile: (p: number) => guarded([isLevel('p', p)], () => gammaLowerInverse(shape, p) / rate),
      };
    },
  );
}

/** The count over the next `exposure` > 0: negative binomial r = shape, beta = exposure / rate. Feeds the engine. */
export const predictiveCount = (posterior: GammaPoissonPosterior, exposure: number): Outcome<Frequency> =>
  guarded([isPositive('exposure', exposure)], () =>
    makeNegativeBinomial(posterior.shape, exposure / posterior.rate, 'negbin'),
  );
