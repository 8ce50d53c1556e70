import {
  betaDamage,
  conditionalLognormalDamage,
  damageRatioSeverity,
  expectValue,
  type Frequency,
  type LayerMoments,
  layerMoments,
  negativeBinomialByMean,
  occurrencePayment,
  type Payment,
  probabilityAttach,
  probabilityExhaust,
} from '../actuarial/index.ts';
import type { PerilModel } from '../domain/rating-model.ts';
import type { PerilFrequency } from './frequency.ts';
import type { ModelledPart } from './priced-terms.ts';

/** One part's single loss: its payment, its count and what is closed about them, on no lattice yet. */
export interface PartEvent {
  readonly part: ModelledPart;
  readonly frequency: PerilFrequency;
  readonly count: Frequency;
  readonly payment: Payment;
  readonly kappa: number;
  /** (min(r, V) / V)^(1 / kappa). */
  readonly retentionDamageRatio: number;
  readonly probabilityAttach: number;
  readonly probabilityExhaust: number;
  readonly event: LayerMoments;
  /**
   * The payment that the lattice stands on: cut at aggregate retention and limit together where these are far below the
   * limit each event, beyond which one loss changes nothing, so that a low aggregate limit has its own fine steps.
   */
  readonly seenPayment: Payment;
  readonly seenEvent: LayerMoments;
  /** Every input of the seen payment, for caches. */
  readonly key: string;
}

const damageOf = (ratio: PerilModel['damageRatio']) =>
  expectValue(ratio.family === 'beta' ? betaDamage(ratio) : conditionalLognormalDamage(ratio));

/** Above this share of the limit, aggregate terms keep the lattice of the whole payment, and with it what is compounded. */
const FAR_BELOW = 1 / 8;

/**
 * The single loss of a part (rating algorithm, sections 2 to 4): ground-up `X = V D^kappa`, payment
 * `Y = (1-c) min(max(X - r, 0), l)`, negative binomial count. Amounts in currency units.
 */
export function partEvent(part: ModelledPart, frequency: PerilFrequency, kappa: number): PartEvent {
  const { exposedValue, retention, limit, insurerShare } = part;
  const most = (part.aggregateRetention + part.aggregateLimit) / insurerShare;
  const seenLimit = most < FAR_BELOW * limit ? most : limit;
  const damage = damageOf(part.peril.damageRatio);
  const severity = expectValue(damageRatioSeverity({ damage, exposedValue, kappa }));
  const paymentUnder = (width: number) =>
    expectValue(occurrencePayment(severity, { retention, limit: width, coinsurance: insurerShare }));
  const payment = paymentUnder(limit);
  const event = layerMoments(payment);
  const isWhole = seenLimit >= limit;
  const seenPayment = isWhole ? payment : paymentUnder(seenLimit);
  return {
    part,
    frequency,
    count: expectValue(negativeBinomialByMean({ mean: frequency.frequency, cv2: frequency.mixingCv2 })),
    payment,
    kappa,
    retentionDamageRatio: Math.min(1, retention / exposedValue) ** (1 / kappa),
    probabilityAttach: probabilityAttach(payment),
    probabilityExhaust: probabilityExhaust(payment),
    event,
    seenPayment,
    seenEvent: isWhole ? event : layerMoments(seenPayment),
    key: [damage.key, exposedValue, kappa, retention, seenLimit, insurerShare].join(' '),
  };
}
