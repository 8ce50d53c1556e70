import type { RatingModel } from '../domain/rating-model.ts';
import type { PeriodLoss } from './period-loss.ts';

/** What a risk load by covariance rests on (rating algorithm 2026.2, section 6). */
export interface PricedRisk {
  /** The mean price of risk, weighted by variance: 1 where nothing varies. */
  readonly priceOfRisk: number;
  /** The root of the years of a period above one; 1 up to a year. */
  readonly periodFactor: number;
  /** RV / sd of each part, in currency units: what it adds to the priced deviation of the policy. */
  readonly ofParts: readonly number[];
}

/**
 * Prices of the variance of a policy: each part outside the shared group at its own, the shared group at 1, its variance
 * given to its parts by their own. Null where the model loads the deviation by itself.
 */
export function pricedRisk(loss: PeriodLoss, days: number, model: RatingModel): PricedRisk | null {
  const { form } = model.pricing.riskLoad;
  if (form === 'stand-alone') return null;
  const variance = loss.sd ** 2;
  const isShared = (i: number) => loss.shared !== null && loss.events[i]!.isShared;
  const ofShared = loss.shared === null ? 0 : loss.shared.sd ** 2;
  const sharedSum = loss.parts.reduce((sum, { sd }, i) => sum + (isShared(i) ? sd ** 2 : 0), 0);
  const priced = loss.parts.map(({ sd }, i) => {
    if (!isShared(i)) return loss.events[i]!.modelled.peril.priceOfRisk * sd ** 2;
    return sharedSum > 0 ? (ofShared * sd ** 2) / sharedSum : 0;
  });
  const free = priced.reduce((sum, one, i) => sum + (isShared(i) ? 0 : one), 0);
  return {
    priceOfRisk: variance > 0 ? (ofShared + free) / variance : 1,
    periodFactor: periodFactorOf(days, model),
    ofParts: priced.map((one) => (loss.sd > 0 ? one / loss.sd : 0)),
  };
}

/** What the risk load of a period is times that of a year. */
const periodFactorOf = (days: number, { pricing }: RatingModel): number =>
  pricing.riskLoad.longPeriods === 'none' ? 1 : Math.sqrt(Math.max(1, days / 365));
