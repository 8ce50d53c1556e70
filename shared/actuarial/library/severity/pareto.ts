import { fieldsOf, mustBePositive, mustBePositiveAmount } from '../../argument-checks.ts';
import { type ActuarialResult, whenValid } from '../../result.ts';
import { makeSeverity } from '../../severity/make-severity.ts';
import type { Severity } from '../../severity/severity.ts';
import { integratePanel } from '../../special/gauss-legendre.ts';
import { expm1Over } from '../../special/near-zero.ts';

/** (exp(e t) - 1) / e, continuous at e = 0: the building block of power-law limited moments. */
const powerIntegral = (e: number, t: number): number => t * expm1Over(e * t);

/** Lomax (two-parameter Pareto): P(X > x) = (theta/(theta+x))^alpha; alpha, theta > 0. Loss Models 4e, A.2.3.1. */
export const lomaxSeverity = (parameters: {
  readonly alpha: number;
  readonly theta: number;
}): ActuarialResult<Severity> => {
  const { alpha, theta } = fieldsOf(parameters);
  return whenValid([mustBePositive('alpha', alpha), mustBePositiveAmount('theta', theta)], () => {
    const survival = (x: number) => Math.exp(-alpha * Math.log1p(x / theta));
    return makeSeverity({
      family: 'lomax',
      survival,
      cdf: (x) => -Math.expm1(-alpha * Math.log1p(x / theta)),
      density: (x) => (alpha / theta) * Math.exp(-(alpha + 1) * Math.log1p(x / theta)),
      limitedMoment: (k, d) => {
        const t = Math.log1p(d / theta);
        if (k === 1) return theta * powerIntegral(1 - alpha, t);
        // Below theta the alternating sum cancels and one panel is exact to rounding.
        if (d <= theta)
          return integratePanel({ f: (x) => k * x ** (k - 1) * survival(x), from: 0, to: d, n: 32 });
        let sum = 0;
        let coefficient = 1;
        for (let j = k - 1; j >= 0; j -= 1) {
          sum += coefficient * powerIntegral(j + 1 - alpha, t);
          coefficient *= -j / (k - j);
        }
        return k * theta ** k * sum;
      },
      moment: (k) => {
        if (alpha <= k) return Number.POSITIVE_INFINITY;
        let value = 1;
        for (let j = 1; j <= k; j += 1) value *= (j * theta) / (alpha - j);
        return value;
      },
      quantile: (p) => theta * Math.expm1(-Math.log1p(-p) / alpha),
    });
  });
};

/** Single-parameter Pareto: P(X > x) = (min/x)^alpha above min, 1 below; alpha, min > 0. Loss Models 4e, A.4.1.4. */
export const singleParetoSeverity = (parameters: {
  readonly alpha: number;
  readonly min: number;
}): ActuarialResult<Severity> => {
  const { alpha, min } = fieldsOf(parameters);
  return whenValid([mustBePositive('alpha', alpha), mustBePositiveAmount('min', min)], () =>
    makeSeverity({
      family: 'pareto1',
      survival: (x) => (x <= min ? 1 : (min / x) ** alpha),
      cdf: (x) => (x <= min ? 0 : -Math.expm1(-alpha * Math.log(x / min))),
      density: (x) => (x < min ? 0 : (alpha / x) * (min / x) ** alpha),
      limitedMoment: (k, d) =>
        d <= min ? d ** k : min ** k * (1 + k * powerIntegral(k - alpha, Math.log(d / min))),
      moment: (k) => (alpha <= k ? Number.POSITIVE_INFINITY : (alpha * min ** k) / (alpha - k)),
      quantile: (p) => min * Math.exp(-Math.log1p(-p) / alpha),
      kinks: [min],
      lowerBound: min,
    }),
  );
};
