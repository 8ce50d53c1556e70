import { fieldsOf, mustBePositiveAmount, mustBeWithin } from '../../argument-checks.ts';
import { type ActuarialResult, whenValid } from '../../result.ts';
import { integratedLimitedMoment, makeSeverity } from '../../severity/make-severity.ts';
import type { Severity } from '../../severity/severity.ts';
import { betaLowerWithComplement } from '../../special/incomplete-beta.ts';
import { logBeta } from '../../special/log-gamma.ts';

/** Below this distance of alpha - k/gamma from 0 the closed form nears its pole (and is undefined from 0 down). */
const POLE = 0.05;

/**
 * Quadrature starts a new panel at theta and at each of these multiples of it, since the tails span many magnitudes.
 */
const MAGNITUDES = Array.from({ length: 26 }, (_, j) => 10 ** (8 * (j - 5)));

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
}): ActuarialResult<Severity> => {
  const { alpha, gamma, theta } = fieldsOf(parameters);
  return whenValid(
    [
      mustBeWithin({ parameter: 'alpha', given: alpha, from: 1e-3, to: 1e6 }),
      mustBeWithin({ parameter: 'gamma', given: gamma, from: 0.02, to: 1e3 }),
      mustBePositiveAmount('theta', theta),
    ],
    () => {
      const power = (x: number) => (x / theta) ** gamma;
      const hazard = (x: number) => {
        const p = power(x);
        // Where p overflows, the 1 in log(1 + p) no longer matters.
        return alpha * (p === Number.POSITIVE_INFINITY ? gamma * Math.log(x / theta) : Math.log1p(p));
      };
      const survival = (x: number) => Math.exp(-hazard(x));
      /** I_v of v = p / (1 + p), from v and 1 - v. */
      const lower = (p: number, a: number, b: number) =>
        betaLowerWithComplement(1 / (1 + 1 / p), 1 / (1 + p), a, b);
      const moment = (k: number): number => {
        const rest = alpha - k / gamma;
        if (rest <= 0) return Number.POSITIVE_INFINITY;
        return theta ** k * (k / gamma) * Math.exp(logBeta(k / gamma, rest));
      };
      const integrated = integratedLimitedMoment(
        survival,
        MAGNITUDES.map((factor) => theta * factor),
      );
      return makeSeverity({
        family: 'burr',
        survival,
        cdf: (x) => -Math.expm1(-hazard(x)),
        density: (x) => ((alpha * gamma) / x) * (1 / (1 + 1 / power(x))) * survival(x),
        limitedMoment: (k, d) => {
          const rest = alpha - k / gamma;
          if (rest < POLE) return Math.min(d ** k, moment(k), integrated(k, d));
          const all = moment(k);
          const below = all * lower(power(d), 1 + k / gamma, rest);
          return Math.min(d ** k, all, below + d ** k * survival(d));
        },
        moment,
        quantile: (p) => theta * Math.expm1(-Math.log1p(-p) / alpha) ** (1 / gamma),
        breaks: [theta],
      });
    },
  );
};
