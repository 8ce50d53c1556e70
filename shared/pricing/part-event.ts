import {
  type ActuarialFailure,
  negativeBinomialByMean,
  occurrencePayment,
  type ProgrammePart,
  probabilityAttach,
  probabilityExhaust,
} from '../actuarial/index.ts';
import { formatPercentValue } from '../domain/format-number.ts';
import type { PerilModel } from '../domain/rating-model.ts';
import { failed, type Result, success } from '../domain/result.ts';
import { cannotPrice } from './cannot-price.ts';
import { eventsOf, type PerilFrequency } from './frequency.ts';
import { groundUpLoss } from './ground-up-loss.ts';
import type { ModelledPart } from './priced-terms.ts';

/**
 * One part's single loss, its count, and what is known of them in closed form; also the engine's input for the part.
 */
export interface PartEvent extends ProgrammePart {
  readonly modelled: ModelledPart;
  readonly rated: PerilFrequency;
  readonly kappa: number;
  /** (min(r, V) / V)^(1 / kappa), of a large event. */
  readonly retentionDamageRatio: number;
  readonly probabilityAttach: number;
  readonly probabilityExhaust: number;
}

/** The field of the model behind an engine's parameter; amounts and shares of the terms are checked before. */
function fieldOf(parameter: string, { id, damageRatio }: PerilModel): string {
  if (parameter === 'mean') return `pricing.perils.${id}.baseFrequency`;
  if (parameter === 'cv2') return 'pricing.credibility.heterogeneity';
  if (parameter === 'kappa') return 'pricing.containment';
  if (damageRatio.family === 'by-size') return `pricing.perils.${id}.damageRatio`;
  return `pricing.perils.${id}${parameter in damageRatio ? `.damageRatio.${parameter}` : ''}`;
}

const WORDS: Readonly<Record<string, string>> = {
  mean: 'its events in the period',
  cv2: 'the mixing of its count',
  kappa: 'the power of its severity',
};

function refused({ label, peril }: ModelledPart, { parameter, domain, given }: ActuarialFailure) {
  const why = `${WORDS[parameter] ?? parameter} must be ${domain}, not ${given}`;
  return cannotPrice(label, why, fieldOf(parameter, peril));
}

/** The failure of terms that the engine refuses: a share of almost nothing, or a layer far too thin for its retention. */
function refusedTerms({ label, at, terms }: ModelledPart, { parameter }: ActuarialFailure) {
  if (parameter === 'coinsurance') {
    const message = `With a coinsurance of ${formatPercentValue(terms.coinsurancePercent)} ${label} insures next to nothing. Lower it.`;
    return failed('not-ready', message, `${at}.coinsurancePercent`);
  }
  const message = `${label} cannot be priced: its limit is less than a trillionth of its retention, too thin a layer to be computed. Raise the limit, or lower the retention.`;
  return failed('not-ready', message, `${at}.limitMinor`);
}

/**
 * The single loss of a part (rating algorithm, sections 2 to 4): ground-up loss X, large or small, payment `Y = (1-c)
 * min(max(X - r, 0), l)`, negative binomial count of events of either kind. Amounts in currency units. Fails with `not-ready`, naming part and
 * field of the model, on values that the engine refuses.
 */
export function partEvent(modelled: ModelledPart, rated: PerilFrequency, kappa: number): Result<PartEvent> {
  const { exposedValue, lossScale, retention, limit, insurerShare } = modelled;
  const { mixingCv2: cv2 } = rated;
  const mean = eventsOf(rated);
  const loss = groundUpLoss(modelled, kappa);
  if (loss === null) {
    const field = `pricing.perils.${modelled.peril.id}.damageRatio.${modelled.group}`;
    return cannotPrice(modelled.label, 'the model has no law of its losses for this type of subject', field);
  }
  if (!loss.ok) return refused(modelled, loss.failure);
  const payment = occurrencePayment(loss.value.severity, { retention, limit, coinsurance: insurerShare });
  if (!payment.ok) return refusedTerms(modelled, payment.failure);
  const frequency = negativeBinomialByMean({ mean, cv2 });
  if (!frequency.ok) return refused(modelled, frequency.failure);
  return success({
    id: modelled.part,
    label: modelled.label,
    payment: payment.value,
    frequency: frequency.value,
    terms: { retention: modelled.aggregateRetention, limit: modelled.aggregateLimit },
    isShared: modelled.isShared,
    severityKey: loss.value.key,
    frequencyKey: [mean, cv2].join(' '),
    modelled,
    rated,
    kappa,
    retentionDamageRatio: Math.min(1, retention / (exposedValue * lossScale)) ** (1 / kappa),
    probabilityAttach: probabilityAttach(payment.value),
    probabilityExhaust: probabilityExhaust(payment.value),
  });
}
