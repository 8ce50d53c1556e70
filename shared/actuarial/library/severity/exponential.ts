import { fieldsOf, mustBePositiveAmount } from '../../argument-checks.ts';
import { type ActuarialResult, whenValid } from '../../result.ts';
import { makeSeverity } from '../../severity/make-severity.ts';
import type { Severity } from '../../severity/severity.ts';
import { gammaLower } from '../../special/incomplete-gamma.ts';

/** P(X > x) = exp(-x/scale); scale > 0. L_k(d) = k! scale^k P(k+1, d/scale) + d^k S(d). Loss Models 4e, A.3.3.1. */
export const exponentialSeverity = (parameters: { readonly scale: number }): ActuarialResult<Severity> => {
  const { scale } = fieldsOf(parameters);
  return whenValid([mustBePositiveAmount('scale', scale)], () =>
    makeSeverity({
      family: 'exponential',
      survival: (x) => Math.exp(-x / scale),
      cdf: (x) => -Math.expm1(-x / scale),
      density: (x) => Math.exp(-x / scale) / scale,
      limitedMoment: (k, d) =>
        k === 1
          ? -scale * Math.expm1(-d / scale)
          : factorial(k) * scale ** k * gammaLower(k + 1, d / scale) + d ** k * Math.exp(-d / scale),
      moment: (k) => factorial(k) * scale ** k,
      quantile: (p) => -scale * Math.log1p(-p),
    }),
  );
};

/** k!, k = 0, 1, 2 ... */
export function factorial(k: number): number {
  let product = 1;
  for (let j = 2; j <= k; j += 1) product *= j;
  return product;
}
