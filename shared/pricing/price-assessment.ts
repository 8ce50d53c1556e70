import {
  type LossCache,
  makeLossCache,
  type PartLoss,
  type WholeLoss,
  wholeLoss,
} from '../actuarial/index.ts';
import type { AssessmentContent } from '../domain/assessment-content.ts';
import { fromMinor, NO_MONEY } from '../domain/money.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { type Result, success } from '../domain/result.ts';
import type { ScoreResult } from '../scoring/score-result.ts';
import { type BuildUp, buildUp, enteredPremium } from './build-up.ts';
import { cannotPrice, isExact, notExact, notReady } from './cannot-price.ts';
import { ratingBasisOf } from './frequency.ts';
import { lossCertificate } from './loss-certificate.ts';
import { lossDistribution } from './loss-measures.ts';
import type { PartEvent } from './part-event.ts';
import { type PartShare, partShares } from './part-shares.ts';
import { type PeriodLoss, periodLoss } from './period-loss.ts';
import type { EnteredPart, LossCertificate, PartPrice, PriceResult } from './price-result.ts';
import { pricedRisk } from './priced-risk.ts';
import { type PricedTerms, readTerms } from './priced-terms.ts';
import { allRiskLoads } from './risk-load.ts';

export interface PriceOptions {
  /** `draft` while typing, `full` when the input rests and whenever a quote is issued. */
  readonly grid: 'draft' | 'full';
  /** Kept by the caller between prices; without one everything is computed afresh. */
  readonly cache?: LossCache;
}

/** A price without what is only shown of its loss: all that premium, verdict and their issues rest on. */
export type BarePrice = Omit<PriceResult, 'loss'>;

export interface PriceInput {
  readonly content: AssessmentContent;
  readonly score: ScoreResult;
  readonly model: RatingModel;
  readonly options: PriceOptions;
}

function partPrice(rated: PartEvent, loss: PartLoss, share: PartShare): PartPrice {
  const part = rated.modelled;
  return {
    part: part.part,
    label: part.label,
    isShared: part.isShared,
    limitMinor: part.terms.limitMinor,
    retentionMinor: part.terms.retentionMinor,
    coinsurancePercent: part.terms.coinsurancePercent,
    aggregateLimitMinor: part.aggregateLimitMinor,
    aggregateRetentionMinor: part.terms.aggregateRetentionMinor,
    exposedValue: part.exposedValue,
    ...(part.terms.hasAverageClause === true ? { hasAverageClause: true } : {}),
    ...rated.rated,
    kappa: rated.kappa,
    retentionDamageRatio: rated.retentionDamageRatio,
    probabilityAttach: rated.probabilityAttach,
    probabilityExhaust: rated.probabilityExhaust,
    eventMean: loss.plan.eventMoments.mean,
    eventSd: loss.plan.eventMoments.sd,
    periodMean: loss.mean,
    periodSd: loss.sd,
    probabilityAnyLoss: loss.probabilityAny,
    probabilityAggregateExhausted: loss.probabilityExhausted,
    shareOfTechnicalMinor: share.technicalMinor,
    shareOfQuotedMinor: share.quotedMinor,
    rateOnLine: share.rateOnLine,
    corridor: share.corridor,
  };
}

function enteredParts(
  terms: PricedTerms,
  shares: readonly PartShare[],
  model: RatingModel,
): readonly EnteredPart[] {
  return terms.entered.map((e, i) => {
    const share = shares[terms.modelled.length + i]!;
    return {
      part: e.coverage.id,
      label: e.coverage.label,
      limitMinor: e.terms.limitMinor,
      aggregateLimitMinor: e.aggregateLimitMinor,
      ratePercent: e.ratePercent,
      reason: e.reason,
      premiumMinor: enteredPremium(e, terms.days, model),
      shareOfQuotedMinor: share.quotedMinor,
      rateOnLine: share.rateOnLine,
      corridor: share.corridor,
    };
  });
}

function rates(terms: PricedTerms, premium: BuildUp) {
  const quoted = fromMinor(premium.quotedMinor);
  const rateOnLine = quoted / fromMinor(terms.maximumPayableMinor);
  const largest = Math.max(0, ...terms.modelled.map((p) => p.exposedValue));
  return {
    rateOnLine,
    rateOnLineAnnual: (rateOnLine * 365) / terms.days,
    rateOnExposedValue: largest > 0 ? quoted / largest : 0,
    expectedLossRatio: premium.quotedMinor > 0 ? premium.expectedLossMinor / premium.quotedMinor : 0,
    adequacy: premium.technicalMinor > 0 ? premium.quotedMinor / premium.technicalMinor : 0,
  };
}

/** Losses at the edge of double precision can have finite moments and yet no skewness to compare with the lattice's. */
const isNumeric = ({ checks }: LossCertificate): boolean =>
  checks.every(({ analytic, lattice, error }) =>
    [analytic, lattice, error].every((figure) => figure === null || Number.isFinite(figure)),
  );

/**
 * Prices an assessment: perils, frequencies, severities, the loss of the period, and the premium build-up to the cent,
 * with its whole working (rating algorithm, sections 1 to 6 and 9). Fails with the first thing that keeps a price from
 * being made, naming its field in the content or, under `pricing.`, in the rating model. A knocked-out or ungraded
 * subject is priced all the same: whether it may be quoted is not for the price to say. Pure: the same content, score,
 * model and grid give the same cents.
 */
export function priceAssessment(input: PriceInput): Result<PriceResult> {
  return priceWith(input, (loss, whole) => ({ loss: lossDistribution(loss, whole, input.model) }));
}

/** As priceAssessment, to the same cents, without the distribution of the loss, which takes a tenth of the work. */
export function priceBarely(input: PriceInput): Result<BarePrice> {
  return priceWith(input, () => ({}));
}

/** The price with what `ofLoss` makes of the loss, in the order in which documents keep its keys. */
function priceWith<L extends object>(
  { content, score, model, options }: PriceInput,
  ofLoss: (loss: PeriodLoss, whole: WholeLoss) => L,
): Result<BarePrice & L> {
  const { terms, problems } = readTerms(content, model);
  if (terms === null) return notReady(problems);
  const cache = options.cache ?? makeLossCache();
  const basis = ratingBasisOf(score, content.subject.type, model);
  const made = periodLoss({ terms, basis, gridName: options.grid, cache, model });
  if (!made.ok) return made;
  const loss = made.value;
  const whole = wholeLoss(loss);
  const certificate = lossCertificate(loss, whole);
  if (!isNumeric(certificate))
    return cannotPrice('This quote', 'numbers of its loss are not finite', 'pricing.perils');

  const principle = content.terms.riskLoadPrinciple;
  const risk = pricedRisk(loss, terms.days, model);
  const riskLoads = allRiskLoads({ loss, whole: () => whole, risk }, model);
  if (!riskLoads.every(({ amount }) => isExact(amount * 100)))
    return notExact('A risk load', 'pricing.riskLoad');
  const riskLoad = riskLoads.find((r) => r.principle === principle)!;
  const built = buildUp({
    expectedLoss: loss.mean,
    riskLoad: riskLoad.amount,
    riskLoadBasis: riskLoad.basis,
    terms,
    quote: content.terms,
    model,
    currency: content.currency,
  });
  if (!built.ok) return built;
  const premium = built.value;
  const shares = partShares({ loss, terms, premium, risk, type: content.subject.type }, model);
  return success({
    modelId: model.id,
    periodDays: terms.days,
    principle,
    severityScore: basis.severityScore,
    kappa: loss.kappa,
    parts: loss.parts.map((p, i) => ({
      ...partPrice(loss.events[i]!, p, shares[i]!),
      ...(risk === null ? {} : { pricedDeviation: risk.ofParts[i]! }),
    })),
    enteredParts: enteredParts(terms, shares, model),
    policyLimitMinor: terms.policyLimitMinor,
    policyRetentionMinor:
      terms.policyLimitMinor === null ? NO_MONEY : content.terms.policyAggregateRetentionMinor,
    maximumPayableMinor: terms.maximumPayableMinor,
    ...ofLoss(loss, whole),
    ...(risk === null ? {} : { priceOfRisk: risk.priceOfRisk, periodFactor: risk.periodFactor }),
    riskLoads,
    buildUp: premium.lines,
    technicalMinor: premium.technicalMinor,
    quotedMinor: premium.quotedMinor,
    unroundedMinor: premium.unroundedMinor,
    taxMinor: premium.taxMinor,
    taxes: premium.taxes,
    payableMinor: premium.payableMinor,
    minimumPremiumMinor: premium.minimumPremiumMinor,
    ...rates(terms, premium),
    certificate,
  });
}
