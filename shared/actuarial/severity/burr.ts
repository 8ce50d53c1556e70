import { guarded, isPositiveAmount, isWithin, type Outcome } from '../outcome.ts';
import { betaLower } from '../special/incomplete-beta.ts';
import { logGamma } from '../special/log-gamma.ts';
import { integratedLimitedMoment, makeSeverity } from './make-severity.ts';
import type { Severity } from './severity.ts';

/** Below this distance of alpha - k/gamma from 0 the closed form nears its pole (and is undefined from 0 down). */
const POLE = 0.05;

/**
 * P(X > x) = (1 + (x/theta)^gamma)^-alpha; alpha from 1e-3 to 1e6, gamma from 0.02 to
 * 1e3, theta > 0. Loss Models 4e, A.2.2.2.
 * L_k(d) = theta^k Gamma(1+k/gamma) Gamma(alpha-k/gamma)/Gamma(alpha) I_v(1+k/gamma, alpha-k/gamma) + d^k S(d) for
 * alpha > k/gamma, quadrature of the survival function otherwise.
 */
export const burrSeverity = (parameters: {
  readonly alpha: number;
  readonly gamma: number;
  readonly theta: number;
}): Outcome<Severity> => {
  const { alpha, gamma, theta } = parameters;
  return guarded(
    [
      isWithin('alpha', alpha, 1e-3, 1e6),
      isWithin('gamma', gamma, 0.02, 1e3),
      isPositiveAmount('theta', theta),
    ],
    () => {
      const power = (x: number) => (x / theta) ** gamma;
      const survival = (x: number) => Math.exp(-alpha * Math.log1p(power(x)));
      const moment = (k: number): number => {
        const rest = alpha - k / gamma;
        if (rest <= 0) return Number.POSITIVE_INFINITY;
        return theta ** k * Math.exp(logGamma(1 + k / gamma) + logGamma(rest) - logGamma(alpha));
      };
      const integrated = integratedLimitedMoment(survival, [theta]);
      return makeSeverity({
        family: 'burr',
        survival,
        cdf: (x) => -Math.expm1(-alpha * Math.log1p(power(x))),
        density: (x) => ((alpha * gamma) / x) * (power(x) / (1 + power(x))) * survival(x),
        limitedMoment: (k, d) => {
          const rest = alpha - k / gamma;
          if (rest < POLE) return integrated(k, d);
          const v = power(d) / (1 + power(d));
          return moment(k) * betaLower(v, 1 + k / gamma, rest) + d ** k * survival(d);
        },
        moment,
        quantile: (p) => theta * Math.expm1(-Math.log1p(-p) / alpha) ** (1 / gamma),
        breaks: [theta],
      });
    },
  );
};
