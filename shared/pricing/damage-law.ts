import {
  type ActuarialResult,
  betaDamage,
  conditionalLognormalDamage,
  type DamageRatio,
} from '../actuarial/index.ts';
import { referenceValueOf, type SubjectGroup } from '../domain/model-rules.ts';
import type { PerilModel } from '../domain/rating-model.ts';
import { clamp } from '../scoring/compare.ts';

/**
 * The engine's law of the damage ratio D of a peril's large events, for a group and an exposed value in currency units
 * (rating algorithm, section 3). Null where the model has none for the group; fails on a parameter outside the engine's
 * domain.
 */
export function damageLaw(
  { damageRatio, referenceValue }: Pick<PerilModel, 'damageRatio' | 'referenceValue'>,
  group: SubjectGroup,
  exposedValue: number,
): ActuarialResult<DamageRatio> | null {
  if (damageRatio.family === 'beta') return betaDamage(damageRatio);
  if (damageRatio.family === 'conditional-lognormal') return conditionalLognormalDamage(damageRatio);
  const law = damageRatio[group];
  if (law === null) return null;
  const [low, high] = damageRatio.valueClamp;
  const mean =
    law.a + law.b * Math.log(clamp(exposedValue, low, high) / referenceValueOf({ referenceValue }));
  return law.family === 'beta-by-size'
    ? betaDamage({ a: law.alpha, b: law.alpha * Math.exp(-mean) })
    : conditionalLognormalDamage({ mu: mean, sigma: law.sigma });
}

/**
 * The law of a small loss over the exposed value, where the group has small events: lognormal with the median in currency
 * units but at most a share of the value, conditional on at most the value.
 */
export function smallDamageLaw(
  { smallEvents }: Pick<PerilModel, 'smallEvents'>,
  group: SubjectGroup,
  exposedValue: number,
): ActuarialResult<DamageRatio> | null {
  const small = smallEvents[group];
  if (small === null) return null;
  const median = Math.min(small.median, small.medianShareOfValue * exposedValue);
  return conditionalLognormalDamage({ mu: Math.log(median / exposedValue), sigma: small.sigma });
}

/** Small events for each large one; 0 where every event is of the one law. */
export const smallShareOf = ({ smallEvents }: Pick<PerilModel, 'smallEvents'>, group: SubjectGroup): number =>
  smallEvents[group]?.share ?? 0;
