import { type LossCache, type WholeLoss, wholeLoss } from '../actuarial/index.ts';
import type { AssessmentContent } from '../domain/assessment-content.ts';
import type { MinorUnits } from '../domain/money.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { type Result, success } from '../domain/result.ts';
import { technicalPremium } from './build-up.ts';
import type { RatingBasis } from './frequency.ts';
import { type PeriodLoss, periodLoss } from './period-loss.ts';
import { pricedRisk } from './priced-risk.ts';
import type { PricedTerms } from './priced-terms.ts';
import { riskLoadAmounts } from './risk-load.ts';

/**
 * Expected loss and risk load in currency units: the part of the premium that depends on the loss distribution. Fails
 * as `periodLoss`.
 */
export function lossCost({
  content,
  terms,
  basis,
  model,
  grid,
  cache,
}: {
  readonly content: AssessmentContent;
  readonly terms: PricedTerms;
  readonly basis: RatingBasis;
  readonly model: RatingModel;
  readonly grid: 'draft' | 'full';
  readonly cache: LossCache;
}): Result<{ readonly loss: PeriodLoss; readonly riskLoad: number }> {
  const made = periodLoss({ terms, basis, gridName: grid, cache, model });
  if (!made.ok) return made;
  const loss = made.value;
  let whole: WholeLoss | null = null;
  const readOnce = () => {
    whole ??= wholeLoss(loss);
    return whole;
  };
  const [riskLoad] = riskLoadAmounts(
    [content.terms.riskLoadPrinciple],
    { loss, whole: readOnce, risk: pricedRisk(loss, terms.days, model) },
    model,
  );
  return success({ loss, riskLoad: riskLoad! });
}

/**
 * The technical premium at any rating basis, everything else unchanged: the explanations are differences of these.
 * Fails as `periodLoss` and `technicalPremium` do.
 */
export function technicalAt({
  content,
  terms,
  basis,
  model,
  grid,
  cache,
}: {
  readonly content: AssessmentContent;
  readonly terms: PricedTerms;
  readonly basis: RatingBasis;
  readonly model: RatingModel;
  readonly grid: 'draft' | 'full';
  readonly cache: LossCache;
}): Result<MinorUnits> {
  const cost = lossCost({ content, terms, basis, model, grid, cache });
  if (!cost.ok) return cost;
  const premium = technicalPremium({
    expectedLoss: cost.value.loss.mean,
    riskLoad: cost.value.riskLoad,
    terms,
    model,
  });
  return premium.ok ? success(premium.value.technicalMinor) : premium;
}
