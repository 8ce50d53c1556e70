import { fieldsOf, mustBePositiveAmount, mustBeWithin } from '../../argument-checks.ts';
import { type ActuarialResult, whenValid } from '../../result.ts';
import { makeSeverity } from '../../severity/make-severity.ts';
import type { Severity } from '../../severity/severity.ts';
import { gammaLower } from '../../special/incomplete-gamma.ts';
import { logGamma } from '../../special/log-gamma.ts';

/**
 * P(X > x) = exp(-(x/scale)^shape); shape from 0.02 to 1e3, scale > 0.
 * L_k(d) = scale^k Gamma(1+k/shape) P(1+k/shape, (d/scale)^shape) + d^k S(d). Loss Models 4e, A.3.2.3.
 */
export const weibullSeverity = (parameters: {
  readonly shape: number;
  readonly scale: number;
}): ActuarialResult<Severity> => {
  const { shape, scale } = fieldsOf(parameters);
  return whenValid(
    [
      mustBeWithin({ parameter: 'shape', given: shape, from: 0.02, to: 1e3 }),
      mustBePositiveAmount('scale', scale),
    ],
    () => {
      const power = (x: number) => (x / scale) ** shape;
      const moment = (k: number) => scale ** k * Math.exp(logGamma(1 + k / shape));
      return makeSeverity({
        family: 'weibull',
        survival: (x) => Math.exp(-power(x)),
        cdf: (x) => -Math.expm1(-power(x)),
        density: (x) => (shape / x) * power(x) * Math.exp(-power(x)),
        limitedMoment: (k, d) =>
          moment(k) * gammaLower(1 + k / shape, power(d)) + d ** k * Math.exp(-power(d)),
        moment,
        quantile: (p) => scale * (-Math.log1p(-p)) ** (1 / shape),
        breaks: [scale],
      });
    },
  );
};
