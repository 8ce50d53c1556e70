import { fieldsOf, mustBePositiveAmount } from '../../argument-checks.ts';
import { type ActuarialResult, whenValid } from '../../result.ts';
import { integratedLimitedMoment, makeSeverity } from '../../severity/make-severity.ts';
import type { Severity } from '../../severity/severity.ts';
import { mbbefdCurve } from '../exposure/mbbefd-curve.ts';

/** X = insured * D, D of the MBBEFD class (b >= 0, g >= 1): mass 1/g at the insured value; L_1(x) = V E[D] G(x/V). */
export function mbbefdSeverity(parameters: {
  readonly b: number;
  readonly g: number;
  readonly insured: number;
}): ActuarialResult<Severity> {
  const { insured } = fieldsOf(parameters);
  const made = mbbefdCurve(parameters);
  if (!made.ok) return made;
  const curve = made.value;
  return whenValid([mustBePositiveAmount('insured', insured)], () => {
    const survival = (x: number) => curve.survival(x / insured);
    const integrated = integratedLimitedMoment(survival, [insured]);
    return makeSeverity({
      family: 'mbbefd',
      survival,
      cdf: (x) => 1 - survival(x),
      density: (x) => curve.density(x / insured) / insured,
      limitedMoment: (k, d) =>
        k === 1 ? insured * curve.meanDamageRatio * curve.curve(d / insured) : integrated(k, d),
      moment: (k) => (k === 1 ? insured * curve.meanDamageRatio : integrated(k, insured)),
      quantile: (p) => insured * curve.quantile(p),
      atoms: [{ at: insured, mass: curve.totalLossProbability }],
      kinks: [insured],
      upperBound: insured,
    });
  });
}
