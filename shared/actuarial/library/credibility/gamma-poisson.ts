import {
  fieldsOf,
  mustBeAmount,
  mustBeLevel,
  mustBePositiveAmount,
  mustBeWithin,
} from '../../argument-checks.ts';
import type { Frequency } from '../../frequency/frequency.ts';
import { makeNegativeBinomial } from '../../frequency/negative-binomial.ts';
import { type ActuarialResult, invalid, mustBe, whenValid } from '../../result.ts';
import { gammaLowerInverse } from '../../special/incomplete-gamma.ts';

export interface GammaPoissonPosterior {
  readonly shape: number;
  readonly rate: number;
  readonly mean: number;
  readonly sd: number;
  /** exposure / (exposure + prior rate): the weight of the own experience. */
  readonly credibilityFactor: number;
  /** The rate per unit of exposure that is not exceeded with probability p in (0, 1). */
  readonly quantile: (p: number) => ActuarialResult<number>;
}

/**
 * Gamma prior of a Poisson rate (shape, rate > 0) and counts over exposures: posterior gamma(shape + claims, rate +
 * exposure). Shape from 1e-6 to 1e8, rate from 1e-100 to 1e100; exposures from 0 to 1e100 and counts from 0 to 1e8, as
 * many of each. Source: Loss Models 4e, section 18.7.
 */
export function gammaPoisson(input: {
  readonly priorShape: number;
  readonly priorRate: number;
  readonly exposures: readonly number[];
  readonly counts: readonly number[];
}): ActuarialResult<GammaPoissonPosterior> {
  const { priorShape, priorRate, exposures, counts } = fieldsOf(input);
  if (!Array.isArray(exposures)) return invalid('exposures', 'a list', exposures);
  if (!Array.isArray(counts)) return invalid('counts', 'a list, as long as exposures', counts);
  return whenValid(
    [
      mustBeWithin({ parameter: 'priorShape', given: priorShape, from: 1e-6, to: 1e8 }),
      mustBePositiveAmount('priorRate', priorRate),
      mustBe({
        parameter: 'counts',
        domain: 'as many as exposures',
        given: counts.length,
        holds: counts.length === exposures.length,
      }),
      ...exposures.map((exposure: number) => mustBeAmount('exposures', exposure)),
      ...counts.map((count: number) => mustBeWithin({ parameter: 'counts', given: count, from: 0, to: 1e8 })),
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
        quantile: (p: number) => whenValid([mustBeLevel('p', p)], () => gammaLowerInverse(shape, p) / rate),
      };
    },
  );
}

/**
 * The count over the next `exposure`, an amount above 0: negative binomial r = shape, beta = exposure / rate, whose
 * mean is at most 1e8. A count law for the engine.
 */
export function predictiveCount(
  posterior: GammaPoissonPosterior,
  exposure: number,
): ActuarialResult<Frequency> {
  const { shape, rate } = fieldsOf(posterior);
  return whenValid(
    [
      mustBePositiveAmount('shape', shape),
      mustBePositiveAmount('rate', rate),
      mustBePositiveAmount('exposure', exposure),
      mustBeWithin({
        parameter: 'shape * exposure / rate',
        given: (shape * exposure) / rate,
        from: 0,
        to: 1e8,
      }),
    ],
    () => makeNegativeBinomial(shape, exposure / rate, 'negbin'),
  );
}
