import {
  distortedMean,
  expectValue,
  proportionalHazard,
  tailValueAtRisk,
  type WholeLoss,
  wangTransform,
} from '../actuarial/index.ts';
import { formatPercentValue, formatSignificant } from '../domain/format-number.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { assertNever } from '../domain/result.ts';
import { RISK_LOAD_PRINCIPLES, type RiskLoadPrinciple } from '../domain/vocabulary.ts';
import type { PeriodLoss } from './period-loss.ts';
import type { RiskLoad } from './price-result.ts';

const LABELS: Readonly<Record<RiskLoadPrinciple, string>> = {
  'standard-deviation': 'Standard deviation',
  'cost-of-capital': 'Cost of capital',
  wang: 'Wang transform',
  'proportional-hazard': 'Proportional hazard',
};

function basisOf(principle: RiskLoadPrinciple, model: RatingModel): string {
  const { standardDeviation, costOfCapital, wangLambda, proportionalHazardRho } = model.pricing.riskLoad;
  switch (principle) {
    case 'standard-deviation':
      return `${formatSignificant(standardDeviation)} × standard deviation of the loss of the period`;
    case 'cost-of-capital': {
      const { rate, share, level } = costOfCapital;
      const percent = formatPercentValue(rate * 100);
      return `${percent} × ${formatSignificant(share)} × (TVaR ${formatPercentValue(level * 100)} − mean)`;
    }
    case 'wang':
      return `Mean distorted at λ ${formatSignificant(wangLambda)} − mean`;
    case 'proportional-hazard':
      return `Mean distorted at ρ ${formatSignificant(proportionalHazardRho)} − mean`;
    default:
      return assertNever(principle);
  }
}

/**
 * The risk load of one principle, in currency units, 0 or more (rating algorithm, section 6). The standard deviation is
 * that of section 5; tail and distortions are read from the law of `whole`, which is only formed when asked for.
 */
export function riskLoadAmount(
  principle: RiskLoadPrinciple,
  loss: PeriodLoss,
  whole: () => WholeLoss,
  model: RatingModel,
): number {
  const { standardDeviation, costOfCapital, wangLambda, proportionalHazardRho } = model.pricing.riskLoad;
  switch (principle) {
    case 'standard-deviation':
      return standardDeviation * loss.sd;
    case 'cost-of-capital': {
      const tail = expectValue(tailValueAtRisk(whole().distribution, costOfCapital.level));
      return Math.max(0, costOfCapital.rate * costOfCapital.share * (tail - loss.mean));
    }
    case 'wang':
      return Math.max(
        0,
        distortedMean(whole().distribution, expectValue(wangTransform(wangLambda))) - loss.mean,
      );
    case 'proportional-hazard': {
      const distortion = expectValue(proportionalHazard(proportionalHazardRho));
      return Math.max(0, distortedMean(whole().distribution, distortion) - loss.mean);
    }
    default:
      return assertNever(principle);
  }
}

/** All principles side by side, in the order of the vocabulary. */
export function allRiskLoads(loss: PeriodLoss, whole: WholeLoss, model: RatingModel): readonly RiskLoad[] {
  return RISK_LOAD_PRINCIPLES.map((principle) => ({
    principle,
    label: LABELS[principle],
    basis: basisOf(principle, model),
    amount: riskLoadAmount(principle, loss, () => whole, model),
  }));
}
