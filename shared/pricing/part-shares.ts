import { fromMinor, type MinorUnits, minorWithout } from '../domain/money.ts';
import type { CoveragePart, RatingModel } from '../domain/rating-model.ts';
import type { CoveragePartId, SubjectType } from '../domain/vocabulary.ts';
import { type BuildUp, enteredPremium } from './build-up.ts';
import type { PeriodLoss } from './period-loss.ts';
import { premiumCents } from './premium-cents.ts';
import type { Corridor } from './price-result.ts';
import type { PricedRisk } from './priced-risk.ts';
import type { PricedTerms } from './priced-terms.ts';

/** What one part carries of the premium. */
export interface PartShare {
  readonly part: CoveragePartId;
  readonly technicalMinor: MinorUnits;
  readonly quotedMinor: MinorUnits;
  /** Share of quoted over the aggregate limit, x 365 / days. */
  readonly rateOnLine: number;
  readonly corridor: Corridor | null;
}

function corridorOf({
  coverage,
  type,
  rateOnLine,
  quotedMinor,
  protocolMinor,
}: {
  readonly coverage: CoveragePart;
  readonly type: SubjectType;
  readonly rateOnLine: number;
  readonly quotedMinor: MinorUnits;
  readonly protocolMinor: MinorUnits | null;
}): Corridor | null {
  const band = coverage.corridor?.bands.find((b) => b.types.includes(type));
  if (coverage.corridor === null || band === undefined) return null;
  const { measure } = coverage.corridor;
  if (measure === 'premium-over-protocol-premium' && (protocolMinor === null || protocolMinor === 0))
    return null;
  const value = measure === 'rate-on-line' ? rateOnLine : quotedMinor / protocolMinor!;
  const position = value < band.low ? 'below' : value > band.high ? 'above' : 'inside';
  return { measure, low: band.low, high: band.high, value, position };
}

/** A premium with all that says how its parts share it; `risk` where the model's load is by covariance. */
export interface SharedPremium {
  readonly loss: PeriodLoss;
  readonly terms: PricedTerms;
  readonly premium: BuildUp;
  readonly risk: PricedRisk | null;
  readonly type: SubjectType;
}

/** An amount shared by weights, unrounded; all 0 weights share nothing. */
function sharesOf(amount: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => (sum > 0 ? (amount * weight) / sum : 0));
}

/**
 * Shares of the technical and quoted premium by part, to the cent (rating algorithm, section 6): on what is not at an
 * entered rate by `1.05 mean + 0.15 sd_total sd / sum sd`, or with its covariance with the policy in place of the
 * last; entered-rate parts their own premium; of quoted by share of technical. Largest remainders, so that the parts sum to the whole. Modelled parts first, in the order of the terms.
 */
export function partShares(
  { loss, terms, premium, risk, type }: SharedPremium,
  model: RatingModel,
): readonly PartShare[] {
  const { buildUp, riskLoad } = model.pricing;
  const { split } = premiumCents(model);
  const sdSum = loss.parts.reduce((sum, p) => sum + p.sd, 0);
  const loadOf = (i: number) => {
    if (risk !== null) return riskLoad.standardDeviation * risk.periodFactor * risk.ofParts[i]!;
    return sdSum > 0 ? (riskLoad.standardDeviation * loss.sd * loss.parts[i]!.sd) / sdSum : 0;
  };
  const weights = loss.parts.map((p, i) => (1 + buildUp.claimsHandlingShare) * p.mean + loadOf(i));
  const modelledMinor = split(minorWithout(premium.technicalMinor, premium.enteredMinor), weights);
  const entered = terms.entered.map((part) => enteredPremium(part, terms.days, model));
  // Without a modelled part its lines (the fixed expense) go to the entered-rate parts.
  const technical =
    loss.parts.length > 0 ? [...modelledMinor, ...entered] : split(premium.technicalMinor, entered);
  const quoted = split(
    premium.quotedMinor,
    risk === null || loss.parts.length === 0
      ? technical
      : [...sharesOf(premium.technicalMinor - premium.enteredMinor, weights), ...entered],
  );

  const parts = [
    ...terms.modelled.map((p) => ({ coverage: p.coverage, aggregateMinor: p.aggregateLimitMinor })),
    ...terms.entered.map((e) => ({ coverage: e.coverage, aggregateMinor: e.aggregateLimitMinor })),
  ];
  const protocolAt = parts.findIndex((p) => p.coverage.id === model.wording.corridor.part);
  const protocolMinor = protocolAt < 0 ? null : quoted[protocolAt]!;
  return parts.map(({ coverage, aggregateMinor }, i) => {
    const rateOnLine = ((fromMinor(quoted[i]!) / fromMinor(aggregateMinor)) * 365) / terms.days;
    return {
      part: coverage.id,
      technicalMinor: technical[i]!,
      quotedMinor: quoted[i]!,
      rateOnLine,
      corridor: corridorOf({ coverage, type, rateOnLine, quotedMinor: quoted[i]!, protocolMinor }),
    };
  });
}
