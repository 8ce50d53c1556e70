import { fieldsOf, mustBeWithin } from '../argument-checks.ts';
import { type ActuarialResult, whenValid } from '../result.ts';
import { gammaLower, gammaPrefix } from '../special/incomplete-gamma.ts';
import type { Frequency } from './frequency.ts';

/** Poisson count; lambda losses in the period, 0 to 1e8. Source: Loss Models 4e, appendix B.2.1.1. */
export const poisson = (parameters: { readonly lambda: number }): ActuarialResult<Frequency> => {
  const { lambda } = fieldsOf(parameters);
  return whenValid([mustBeWithin({ parameter: 'lambda', given: lambda, from: 0, to: 1e8 })], () =>
    makePoisson(lambda),
  );
};

/** As `poisson`, for a mean already known to be finite and not negative. */
export function makePoisson(lambda: number): Frequency {
  return {
    family: 'poisson',
    mean: lambda,
    variance: lambda,
    thirdCentralMoment: lambda,
    pmf: (n) => {
      if (n === 0) return Math.exp(-lambda);
      return lambda === 0 ? 0 : gammaPrefix(n, lambda) / n;
    },
    tail: (n) => gammaLower(n + 1, lambda),
    pgf: (z) => Math.exp(lambda * (z - 1)),
    someEvent: (s) => -Math.expm1(-lambda * s),
    logPgfOnePlus: (w) => lambda * w,
    pgfSpectrum: (spectrum) => {
      for (let k = 0; k < spectrum.length; k += 2) {
        const modulus = Math.exp(lambda * (spectrum[k]! - 1));
        const angle = lambda * spectrum[k + 1]!;
        spectrum[k] = modulus * Math.cos(angle);
        spectrum[k + 1] = modulus * Math.sin(angle);
      }
    },
    thin: (keep) => makePoisson(lambda * keep),
    panjer: { a: 0, b: lambda, first: 0 },
  };
}
