import { fieldsOf, mustBePositiveAmount, mustBeWithin } from '../../argument-checks.ts';
import { type ActuarialResult, whenValid } from '../../result.ts';
import { makeSeverity } from '../../severity/make-severity.ts';
import type { Severity } from '../../severity/severity.ts';
import { gammaLower, gammaLowerInverse, gammaPrefix, gammaUpper } from '../../special/incomplete-gamma.ts';

/**
 * P(X > x) = Q(shape, x/scale); shape from 1e-6 to 1e8, scale > 0.
 * L_k(d) = scale^k (shape)_k P(shape+k, d/scale) + d^k S(d), with the rising factorial as a product, since the ratio
 * of gamma functions overflows from shape 171. Loss Models 4e, A.3.2.1.
 */
export const gammaSeverity = (parameters: {
  readonly shape: number;
  readonly scale: number;
}): ActuarialResult<Severity> => {
  const { shape, scale } = fieldsOf(parameters);
  return whenValid(
    [
      mustBeWithin({ parameter: 'shape', given: shape, from: 1e-6, to: 1e8 }),
      mustBePositiveAmount('scale', scale),
    ],
    () => {
      const moment = (k: number): number => {
        let product = 1;
        for (let j = 0; j < k; j += 1) product *= (shape + j) * scale;
        return product;
      };
      return makeSeverity({
        family: 'gamma',
        survival: (x) => gammaUpper(shape, x / scale),
        cdf: (x) => gammaLower(shape, x / scale),
        density: (x) => gammaPrefix(shape, x / scale) / x,
        limitedMoment: (k, d) =>
          moment(k) * gammaLower(shape + k, d / scale) + d ** k * gammaUpper(shape, d / scale),
        moment,
        quantile: (p) => scale * gammaLowerInverse(shape, p),
        breaks: [shape * scale],
      });
    },
  );
};
