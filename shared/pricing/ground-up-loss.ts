import {
  type ActuarialResult,
  damageRatioSeverity,
  mixtureSeverity,
  type Severity,
} from '../actuarial/index.ts';
import { damageLaw, smallDamageLaw, smallShareOf } from './damage-law.ts';
import type { ModelledPart } from './priced-terms.ts';

/** One ground-up loss of a part, and every input of it for caches. */
export interface GroundUpLoss {
  readonly severity: Severity;
  readonly key: string;
}

/**
 * The ground-up loss of one event of a part (rating algorithm, sections 3 and 4): a large one `X = V D^kappa`, or with
 * probability phi / (1 + phi) a small one, whose size is absolute; an average clause scales either. Amounts in currency
 * units. Null where the model has no law for the group; fails on what the engine refuses.
 */
export function groundUpLoss(
  { peril, group, exposedValue, lossScale }: ModelledPart,
  kappa: number,
): ActuarialResult<GroundUpLoss> | null {
  const damage = damageLaw(peril, group, exposedValue);
  if (damage === null || !damage.ok) return damage;
  const scaled = exposedValue * lossScale;
  const large = damageRatioSeverity({ damage: damage.value, exposedValue: scaled, kappa });
  if (!large.ok) return large;
  const key = [damage.value.key, scaled, kappa].join(' ');
  const smallDamage = smallDamageLaw(peril, group, exposedValue);
  if (smallDamage === null) return { ok: true, value: { severity: large.value, key } };
  if (!smallDamage.ok) return smallDamage;
  const small = damageRatioSeverity({ damage: smallDamage.value, exposedValue: scaled, kappa: 1 });
  if (!small.ok) return small;
  const share = smallShareOf(peril, group);
  const mixture = mixtureSeverity({
    weights: [1 / (1 + share), share / (1 + share)],
    components: [large.value, small.value],
  });
  return mixture.ok
    ? { ok: true, value: { severity: mixture.value, key: [key, smallDamage.value.key, share].join(' ') } }
    : mixture;
}
