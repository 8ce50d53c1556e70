import { allocateLargestRemainder, fromMinor, type MinorUnits, minorWithout } from '../domain/money.ts';
import type { CoveragePart, RatingModel } from '../domain/rating-model.ts';
import type { CoveragePartId, SubjectType } from '../domain/vocabulary.ts';
import { type BuildUp, enteredPremium } from './build-up.ts';
import type { PeriodLoss } from './period-loss.ts';
import type { Corridor } from './price-result.ts';
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

function corridorOf(
  coverage: CoveragePart,
  type: SubjectType,
  rateOnLine: number,
  quotedMinor: MinorUnits,
  protocolMinor: MinorUnits | null,
): Corridor | null {
  const band = coverage.corridor?.bands.find((b) => b.types.includes(type));
  if (coverage.corridor === null || band === undefined) return null;
  const { measure } = coverage.corridor;
  if (measure === 'premium-over-protocol-premium' && (protocolMinor === null || protocolMinor === 0))
    return null;
  const value = measure === 'rate-on-line' ? rateOnLine : quotedMinor / protocolMinor!;
  const position = value < band.low ? 'below' : value > band.high ? 'above' : 'inside';
  return { measure, low: band.low, high: band.high, value, position };
}

/**
 * Shares of the technical and quoted premium by part, to the cent (rating algorithm, section 6): on what is not at an
 * entered rate by `1.05 mean + 0.15 sd_total sd / sum sd`, entered-rate parts their own premium; of quoted by share of
 * technical. Largest remainders, so that the parts sum to the whole. Modelled parts first, in the order of the terms.
 */
export function partShares(
  loss: PeriodLoss,
  terms: PricedTerms,
  premium: BuildUp,
  type: SubjectType,
  model: RatingModel,
): readonly PartShare[] {
  const { buildUp, riskLoad } = model.pricing;
  const sdSum = loss.parts.reduce((sum, p) => sum + p.sd, 0);
  const weights = loss.parts.map(
    (p) =>
      (1 + buildUp.claimsHandlingShare) * p.mean +
      (sdSum > 0 ? (riskLoad.standardDeviation * loss.sd * p.sd) / sdSum : 0),
  );
  const modelledMinor = allocateLargestRemainder(
    minorWithout(premium.technicalMinor, premium.enteredMinor),
    weights,
  );
  const entered = terms.entered.map((e) => enteredPremium(e.terms.limitMinor, e.ratePercent, terms.days));
  // Without a modelled part its lines (the fixed expense) go to the entered-rate parts.
  const technical =
    loss.parts.length > 0
      ? [...modelledMinor, ...entered]
      : allocateLargestRemainder(premium.technicalMinor, entered);
  const quoted = allocateLargestRemainder(premium.quotedMinor, technical);

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
      corridor: corridorOf(coverage, type, rateOnLine, quoted[i]!, protocolMinor),
    };
  });
}
