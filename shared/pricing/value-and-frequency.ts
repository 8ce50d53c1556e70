import { referenceValueOf } from '../domain/model-rules.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { clamp } from '../scoring/compare.ts';
import { damageLaw, smallDamageLaw, smallShareOf } from './damage-law.ts';
import type { ModelledPart } from './priced-terms.ts';

type Part = Pick<ModelledPart, 'peril' | 'group' | 'exposedValue'>;

/** The exposed value inside the clamp of the frequency's size rule; beyond it nothing of the frequency moves. */
function clampedValue({ peril, exposedValue }: Part, { pricing }: RatingModel): number {
  const { frequency } = pricing;
  if (frequency.form === 'size-free') return exposedValue;
  const [low, high] = frequency.ratioClamp;
  const referenceValue = referenceValueOf(peril);
  return clamp(exposedValue, low * referenceValue, high * referenceValue);
}

/** f(V) = clamp(V / reference value)^elasticity (rating algorithm 2026.2, section 2); 1 where size does not move it. */
export function sizeFactorOf(part: Part, model: RatingModel): number {
  const { frequency } = model.pricing;
  if (frequency.form === 'size-free') return 1;
  const ratio = clampedValue(part, model) / referenceValueOf(part.peril);
  return ratio ** frequency.elasticity[part.group].value;
}

/**
 * s*: events above the threshold from which own losses are counted, for each large event: S_D(x / V) + phi S_small(x), x
 * the lesser of an amount and a share of V, the power of the severity left aside, V inside the clamp of the size factor
 * (rating algorithm 2026.2, section 2.1). 1 where the model expects all events; NaN where the engine refuses a law.
 */
export function thresholdEvents(part: Part, model: RatingModel): number {
  const { expected } = model.pricing.credibility;
  if (expected.form === 'all-events') return 1;
  const { peril, group } = part;
  const value = clampedValue(part, model);
  const ratio = Math.min(expected.amount, expected.shareOfValue * value) / value;
  const large = damageLaw(peril, group, value);
  const small = smallDamageLaw(peril, group, value);
  if (large === null || !large.ok || small?.ok === false) return Number.NaN;
  const ofSmall = small === null ? 0 : smallShareOf(peril, group) * small.value.survival(ratio);
  return large.value.survival(ratio) + ofSmall;
}
