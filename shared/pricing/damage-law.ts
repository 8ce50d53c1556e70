import {
  type ActuarialResult,
  betaDamage,
  conditionalLognormalDamage,
  type DamageRatio,
} from '../actuarial/index.ts';
import { referenceValueOf, type SubjectGroup } from '../domain/model-rules.ts';
import type { PerilModel } from '../domain/rating-model.ts';
import { clamp } from '../scoring/compare.ts';

/** The parameters of a law of the damage ratio, as a reader works with them. */
export type DamageParameters =
  | { readonly family: 'beta'; readonly a: number; readonly b: number }
  | { readonly family: 'conditional-lognormal'; readonly mu: number; readonly sigma: number };

const lawOf = (parameters: DamageParameters): ActuarialResult<DamageRatio> =>
  parameters.family === 'beta' ? betaDamage(parameters) : conditionalLognormalDamage(parameters);

/**
 * The law of the damage ratio D of a peril's large events, for a group and an exposed value in currency units (rating
 * algorithm, section 3). Null where the model has none for the group.
 */
export function damageParameters(
  { damageRatio, referenceValue }: Pick<PerilModel, 'damageRatio' | 'referenceValue'>,
  group: SubjectGroup,
  exposedValue: number,
): DamageParameters | null {
  if (damageRatio.family === 'beta') return { family: 'beta', a: damageRatio.a, b: damageRatio.b };
  if (damageRatio.family === 'conditional-lognormal')
    return { family: 'conditional-lognormal', mu: damageRatio.mu, sigma: damageRatio.sigma };
  const law = damageRatio[group];
  if (law === null) return null;
  const [low, high] = damageRatio.valueClamp;
  const mean =
    law.a + law.b * Math.log(clamp(exposedValue, low, high) / referenceValueOf({ referenceValue }));
  return law.family === 'beta-by-size'
    ? { family: 'beta', a: law.alpha, b: law.alpha * Math.exp(-mean) }
    : { family: 'conditional-lognormal', mu: mean, sigma: law.sigma };
}

/** The engine's law of the same; fails on a parameter outside the engine's domain. */
export function damageLaw(
  peril: Pick<PerilModel, 'damageRatio' | 'referenceValue'>,
  group: SubjectGroup,
  exposedValue: number,
): ActuarialResult<DamageRatio> | null {
  const parameters = damageParameters(peril, group, exposedValue);
  return parameters === null ? null : lawOf(parameters);
}

/**
 * The law of a small loss over the exposed value, where the group has small events: lognormal with the median in currency
 * units but at most a share of the value, conditional on at most the value.
 */
export function smallDamageParameters(
  { smallEvents }: Pick<PerilModel, 'smallEvents'>,
  group: SubjectGroup,
  exposedValue: number,
): Extract<DamageParameters, { readonly family: 'conditional-lognormal' }> | null {
  const small = smallEvents[group];
  if (small === null) return null;
  const median = Math.min(small.median, small.medianShareOfValue * exposedValue);
  return { family: 'conditional-lognormal', mu: Math.log(median / exposedValue), sigma: small.sigma };
}

/** The engine's law of the same. */
export function smallDamageLaw(
  peril: Pick<PerilModel, 'smallEvents'>,
  group: SubjectGroup,
  exposedValue: number,
): ActuarialResult<DamageRatio> | null {
  const parameters = smallDamageParameters(peril, group, exposedValue);
  return parameters === null ? null : lawOf(parameters);
}

/** Small events for each large one; 0 where every event is of the one law. */
export const smallShareOf = ({ smallEvents }: Pick<PerilModel, 'smallEvents'>, group: SubjectGroup): number =>
  smallEvents[group]?.share ?? 0;
