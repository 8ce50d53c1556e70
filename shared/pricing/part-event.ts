import {
  betaDamage,
  conditionalLognormalDamage,
  damageRatioSeverity,
  expectValue,
  negativeBinomialByMean,
  occurrencePayment,
  type ProgrammePart,
  probabilityAttach,
  probabilityExhaust,
} from '../actuarial/index.ts';
import type { PerilModel } from '../domain/rating-model.ts';
import type { PerilFrequency } from './frequency.ts';
import type { ModelledPart } from './priced-terms.ts';

/** One part's single loss, its count and what is closed about them; also what the engine takes as a part. */
export interface PartEvent extends ProgrammePart {
  readonly modelled: ModelledPart;
  readonly rated: PerilFrequency;
  readonly kappa: number;
  /** (min(r, V) / V)^(1 / kappa). */
  readonly retentionDamageRatio: number;
  readonly probabilityAttach: number;
  readonly probabilityExhaust: number;
}

const damageOf = (ratio: PerilModel['damageRatio']) =>
  expectValue(ratio.family === 'beta' ? betaDamage(ratio) : conditionalLognormalDamage(ratio));

/**
 * The single loss of a part (rating algorithm, sections 2 to 4): ground-up `X = V D^kappa`, payment
 * `Y = (1-c) min(max(X - r, 0), l)`, negative binomial count. Amounts in currency units.
 */
export function partEvent(modelled: ModelledPart, rated: PerilFrequency, kappa: number): PartEvent {
  const { exposedValue, retention, limit, insurerShare } = modelled;
  const { frequency: mean, mixingCv2: cv2 } = rated;
  const damage = damageOf(modelled.peril.damageRatio);
  const severity = expectValue(damageRatioSeverity({ damage, exposedValue, kappa }));
  const payment = expectValue(occurrencePayment(severity, { retention, limit, coinsurance: insurerShare }));
  return {
    id: modelled.part,
    label: modelled.label,
    payment,
    frequency: expectValue(negativeBinomialByMean({ mean, cv2 })),
    terms: { retention: modelled.aggregateRetention, limit: modelled.aggregateLimit },
    isShared: modelled.isShared,
    severityKey: [damage.key, exposedValue, kappa].join(' '),
    frequencyKey: [mean, cv2].join(' '),
    modelled,
    rated,
    kappa,
    retentionDamageRatio: Math.min(1, retention / exposedValue) ** (1 / kappa),
    probabilityAttach: probabilityAttach(payment),
    probabilityExhaust: probabilityExhaust(payment),
  };
}
