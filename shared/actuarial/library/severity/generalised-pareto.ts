import { fieldsOf, mustBeAmount, mustBePositiveAmount, mustBeWithin } from '../../argument-checks.ts';
import { type ActuarialResult, whenValid } from '../../result.ts';
import { makeSeverity } from '../../severity/make-severity.ts';
import type { Severity } from '../../severity/severity.ts';
import { integrateDyadic } from '../../special/gauss-legendre.ts';
import { expm1Over, log1pOver } from '../../special/near-zero.ts';
import { factorial } from './exponential.ts';

/**
 * Generalised Pareto above a threshold u >= 0: P(X > x) = (1 + xi (x-u)/beta)^(-1/xi) above u, 1 below; beta > 0, xi
 * from -1e6 to 1e6 (0: exponential; below 0 the law ends at u - beta/xi). Embrechts, Klueppelberg, Mikosch 1997, 3.4.
 */
export const generalisedParetoSeverity = (parameters: {
  readonly xi: number;
  readonly beta: number;
  readonly threshold: number;
}): ActuarialResult<Severity> => {
  const { xi, beta, threshold } = fieldsOf(parameters);
  return whenValid(
    [
      mustBeWithin({ parameter: 'xi', given: xi, from: -1e6, to: 1e6 }),
      mustBePositiveAmount('beta', beta),
      mustBeAmount('threshold', threshold),
    ],
    () => {
      /** -log S at distance y above the threshold. */
      const hazard = (y: number): number => {
        const inner = (xi * y) / beta;
        if (inner <= -1) return Number.POSITIVE_INFINITY;
        if (inner === Number.POSITIVE_INFINITY) return (Math.log(xi) + Math.log(y / beta)) / xi;
        return (y / beta) * log1pOver(inner);
      };
      const survival = (x: number) => (x <= threshold ? 1 : Math.exp(-hazard(x - threshold)));
      const upperBound = xi < 0 ? threshold - beta / xi : Number.POSITIVE_INFINITY;
      const excessMoment = (k: number): number => {
        let value = factorial(k);
        for (let j = 1; j <= k; j += 1) value *= beta / (1 - j * xi);
        return value;
      };
      return makeSeverity({
        family: 'gpd',
        survival,
        cdf: (x) => (x <= threshold ? 0 : -Math.expm1(-hazard(x - threshold))),
        density: (x) =>
          x < threshold || x >= upperBound ? 0 : Math.exp(-(1 + xi) * hazard(x - threshold)) / beta,
        limitedMoment: (k, d) => {
          if (d <= threshold) return d ** k;
          if (k > 1) {
            const f = (x: number) => k * x ** (k - 1) * survival(x);
            return threshold ** k + integrateDyadic({ f, from: threshold, to: d, kinks: [] });
          }
          const t = hazard(d - threshold);
          return threshold + beta * t * expm1Over((xi - 1) * t);
        },
        moment: (k) => {
          if (k * xi >= 1) return Number.POSITIVE_INFINITY;
          let sum = 0;
          let choose = 1;
          for (let j = 0; j <= k; j += 1) {
            sum += choose * threshold ** (k - j) * excessMoment(j);
            choose *= (k - j) / (j + 1);
          }
          return sum;
        },
        quantile: (p) => {
          const t = -Math.log1p(-p);
          return threshold + beta * t * expm1Over(xi * t);
        },
        kinks:
          xi < 0
            ? threshold > 0
              ? [threshold, upperBound]
              : [upperBound]
            : threshold > 0
              ? [threshold]
              : [],
        lowerBound: threshold,
        upperBound,
      });
    },
  );
};
