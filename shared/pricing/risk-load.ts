import {
  type Distortion,
  distortedMeans,
  expectValue,
  proportionalHazard,
  tailValueAtRisk,
  type WholeLoss,
  wangTransform,
} from '../actuarial/index.ts';
import { formatShareValue, formatSignificant } from '../domain/format-number.ts';
import { labelsById } from '../domain/model-words.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { assertNever } from '../domain/result.ts';
import { RISK_LOAD_PRINCIPLES, type RiskLoadPrinciple } from '../domain/vocabulary.ts';
import type { PeriodLoss } from './period-loss.ts';
import type { RiskLoad } from './price-result.ts';
import type { PricedRisk } from './priced-risk.ts';

function basisOf(principle: RiskLoadPrinciple, risk: PricedRisk | null, model: RatingModel): string {
  const { standardDeviation, costOfCapital, wangLambda, proportionalHazardRho } = model.pricing.riskLoad;
  switch (principle) {
    case 'standard-deviation':
      return [
        formatSignificant(standardDeviation),
        ...(risk === null ? [] : [`price of risk ${formatSignificant(risk.priceOfRisk, 4)}`]),
        'standard deviation of the loss of the period',
        ...((risk?.periodFactor ?? 1) === 1
          ? []
          : [`root of the years ${formatSignificant(risk?.periodFactor ?? 1, 4)}`]),
      ].join(' × ');
    case 'cost-of-capital': {
      const { rate, share, level } = costOfCapital;
      const percent = formatShareValue(rate);
      return `${percent} × ${formatSignificant(share)} × (TVaR ${formatShareValue(level)} − mean)`;
    }
    case 'wang':
      return `Mean distorted at λ ${formatSignificant(wangLambda)} − mean`;
    case 'proportional-hazard':
      return `Mean distorted at ρ ${formatSignificant(proportionalHazardRho)} − mean`;
    default:
      return assertNever(principle);
  }
}

function distortionOf(principle: RiskLoadPrinciple, model: RatingModel): Distortion | null {
  const { wangLambda, proportionalHazardRho } = model.pricing.riskLoad;
  switch (principle) {
    case 'wang':
      return expectValue(wangTransform(wangLambda));
    case 'proportional-hazard':
      return expectValue(proportionalHazard(proportionalHazardRho));
    case 'standard-deviation':
    case 'cost-of-capital':
      return null;
    default:
      return assertNever(principle);
  }
}

/** A loss of the period with what its risk loads are read from; `risk` where the model's load is by covariance. */
export interface LoadedLoss {
  readonly loss: PeriodLoss;
  readonly whole: () => WholeLoss;
  readonly risk: PricedRisk | null;
}

/**
 * The risk loads of principles, in currency units, 0 or more (rating algorithm, section 6). The standard deviation is
 * that of section 5, at the price of risk and for the years where the model says so; tail and distortions are read from
 * the law of `whole`, which is only formed when asked for.
 */
export function riskLoadAmounts(
  principles: readonly RiskLoadPrinciple[],
  { loss, whole, risk }: LoadedLoss,
  model: RatingModel,
): readonly number[] {
  const { standardDeviation, costOfCapital } = model.pricing.riskLoad;
  const distortions = principles.flatMap((principle) => distortionOf(principle, model) ?? []);
  const distorted = [...(distortions.length > 0 ? distortedMeans(whole().distribution, distortions) : [])];
  return principles.map((principle) => {
    if (principle === 'standard-deviation') {
      const load = standardDeviation * loss.sd;
      return risk === null ? load : load * risk.priceOfRisk * risk.periodFactor;
    }
    if (principle === 'cost-of-capital') {
      const tail = expectValue(tailValueAtRisk(whole().distribution, costOfCapital.level));
      return Math.max(0, costOfCapital.rate * costOfCapital.share * (tail - loss.mean));
    }
    return Math.max(0, distorted.shift()! - loss.mean);
  });
}

/** All principles side by side, in the order of the vocabulary. */
export function allRiskLoads(loaded: LoadedLoss, model: RatingModel): readonly RiskLoad[] {
  const amounts = riskLoadAmounts(RISK_LOAD_PRINCIPLES, loaded, model);
  const labels = labelsById(model.wording.riskLoadPrinciples);
  return RISK_LOAD_PRINCIPLES.map((principle, i) => ({
    principle,
    label: labels[principle],
    basis: basisOf(principle, loaded.risk, model),
    amount: amounts[i]!,
  }));
}
