import { fieldsOf, isNumber, mustBeWithin } from '../../argument-checks.ts';
import { type ActuarialResult, mustBe, whenValid } from '../../result.ts';
import { integratedLimitedMoment, makeSeverity } from '../../severity/make-severity.ts';
import type { Severity } from '../../severity/severity.ts';
import { normalCdf, normalDensity, normalQuantile, normalSurvival } from '../../special/normal.ts';

/**
 * ln X normal with mean mu and standard deviation sigma, 1e-6 to 10.
 * L_k(d) = exp(k mu + k^2 sigma^2/2) Phi((ln d - mu)/sigma - k sigma) + d^k S(d). Loss Models 4e, A.5.1.1.
 */
export const lognormalSeverity = (parameters: {
  readonly mu: number;
  readonly sigma: number;
}): ActuarialResult<Severity> => {
  const { mu, sigma } = fieldsOf(parameters);
  return whenValid(
    [
      mustBe({
        parameter: 'mu',
        domain: 'between -230 and 230, for amounts up to 1e100',
        given: mu,
        holds: isNumber(mu) && Math.abs(mu) <= 230,
      }),
      mustBeWithin({ parameter: 'sigma', given: sigma, from: 1e-6, to: 10 }),
    ],
    () => {
      const standard = (x: number) => (Math.log(x) - mu) / sigma;
      const moment = (k: number) => Math.exp(k * mu + 0.5 * k * k * sigma * sigma);
      // The limited moment can be finite where the whole moment overflows.
      const integrated = integratedLimitedMoment((x) => normalSurvival(standard(x)), [Math.exp(mu)]);
      return makeSeverity({
        family: 'lognormal',
        survival: (x) => normalSurvival(standard(x)),
        cdf: (x) => normalCdf(standard(x)),
        density: (x) => normalDensity(standard(x)) / (sigma * x),
        limitedMoment: (k, d) =>
          Number.isFinite(moment(k))
            ? moment(k) * normalCdf(standard(d) - k * sigma) + d ** k * normalSurvival(standard(d))
            : integrated(k, d),
        moment,
        quantile: (p) => Math.exp(mu + sigma * normalQuantile(p)),
        breaks: [Math.exp(mu)],
      });
    },
  );
};
