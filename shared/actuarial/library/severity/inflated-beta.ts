import { fieldsOf, mustBeProbability } from '../../argument-checks.ts';
import { type ActuarialResult, mapResult, mustBe, whenValid } from '../../result.ts';
import { betaDamage, damageRatioSeverity } from '../../severity/damage-ratio.ts';
import { makeSeverity } from '../../severity/make-severity.ts';
import type { Severity } from '../../severity/severity.ts';

/** X = insured * Beta(a, b); a, b, insured > 0. Loss Models 4e, A.6.1.2. */
export function betaSeverity(parameters: {
  readonly a: number;
  readonly b: number;
  readonly insured: number;
}): ActuarialResult<Severity> {
  const { a, b, insured } = fieldsOf(parameters);
  const damage = betaDamage({ a, b });
  if (!damage.ok) return damage;
  return mapResult(
    damageRatioSeverity({ damage: damage.value, exposedValue: insured, kappa: 1 }),
    (severity) => ({ ...severity, family: 'beta' }),
  );
}

/** Mass p0 at 0, p1 at the insured value (p0, p1 in [0, 1], sum at most 1), else insured * Beta(a, b). */
export function oneInflatedBetaSeverity(parameters: {
  readonly a: number;
  readonly b: number;
  readonly p0: number;
  readonly p1: number;
  readonly insured: number;
}): ActuarialResult<Severity> {
  const { p0, p1, insured } = fieldsOf(parameters);
  const inner = betaSeverity(parameters);
  if (!inner.ok) return inner;
  return whenValid(
    [
      mustBeProbability('p0', p0),
      mustBeProbability('p1', p1),
      mustBe({ parameter: 'p0 + p1', domain: 'at most 1', given: p0 + p1, holds: p0 + p1 <= 1 }),
    ],
    () => inflate({ beta: inner.value, p0, p1, insured }),
  );
}

function inflate({
  beta,
  p0,
  p1,
  insured,
}: {
  readonly beta: Severity;
  readonly p0: number;
  readonly p1: number;
  readonly insured: number;
}): Severity {
  const share = 1 - p0 - p1;
  return makeSeverity({
    family: 'oneInflatedBeta',
    survival: (x) => share * beta.survival(x) + p1,
    cdf: (x) => p0 + share * beta.cdf(x),
    density: (x) => share * beta.density(x),
    limitedMoment: (k, d) => share * beta.limitedMoment(k, d) + p1 * d ** k,
    moment: (k) => share * beta.moment(k) + p1 * insured ** k,
    quantile: (p) => (p > 1 - p1 ? insured : share > 0 ? beta.quantile((p - p0) / share) : insured),
    atoms: [...(p0 > 0 ? [{ at: 0, mass: p0 }] : []), ...(p1 > 0 ? [{ at: insured, mass: p1 }] : [])],
    kinks: [insured],
    massAtZero: p0,
    upperBound: insured,
  });
}
