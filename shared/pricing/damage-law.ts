import {
  type ActuarialResult,
  betaDamage,
  conditionalLognormalDamage,
  type DamageRatio,
} from '../actuarial/index.ts';
import type { PerilModel } from '../domain/rating-model.ts';

/** The engine's law of a peril's damage ratio D; fails on a parameter outside the engine's domain. */
export const damageLaw = (ratio: PerilModel['damageRatio']): ActuarialResult<DamageRatio> =>
  ratio.family === 'beta' ? betaDamage(ratio) : conditionalLognormalDamage(ratio);
