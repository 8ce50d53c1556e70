import {
  betaDamage,
  conditionalLognormalDamage,
  type DamageRatio,
  type Outcome,
} from '../actuarial/index.ts';
import type { PerilModel } from '../domain/rating-model.ts';

/** The engine's law of a peril's damage ratio D; fails on a parameter outside the engine's domain. */
export const damageLaw = (ratio: PerilModel['damageRatio']): Outcome<DamageRatio> =>
  ratio.family === 'beta' ? betaDamage(ratio) : conditionalLognormalDamage(ratio);
