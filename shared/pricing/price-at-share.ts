import type { MinorUnits } from '../domain/money.ts';
import { ourShareMinor } from '../domain/our-share.ts';
import type { FactorEffect, PremiumBridge, PremiumRange, PriceResult } from './price-result.ts';

/**
 * The figures of a price at our share: every amount of it, each rounded by itself, so that lines may add up to a cent beside
 * their total. Rates, chances, ratios, corridors and the certificate are of the whole and stay. Pure.
 */
export function priceAtShare(price: PriceResult, percent: number): PriceResult {
  if (percent === 100) return price;
  const minor = (whole: MinorUnits) => ourShareMinor(whole, percent);
  const units = (whole: number) => (whole * percent) / 100;
  const { loss } = price;
  return {
    ...price,
    parts: price.parts.map((part) => ({
      ...part,
      limitMinor: minor(part.limitMinor),
      retentionMinor: minor(part.retentionMinor),
      aggregateLimitMinor: minor(part.aggregateLimitMinor),
      aggregateRetentionMinor: minor(part.aggregateRetentionMinor),
      exposedValue: units(part.exposedValue),
      eventMean: units(part.eventMean),
      eventSd: units(part.eventSd),
      periodMean: units(part.periodMean),
      periodSd: units(part.periodSd),
      ...(part.pricedDeviation === undefined ? {} : { pricedDeviation: units(part.pricedDeviation) }),
      shareOfTechnicalMinor: minor(part.shareOfTechnicalMinor),
      shareOfQuotedMinor: minor(part.shareOfQuotedMinor),
    })),
    enteredParts: price.enteredParts.map((part) => ({
      ...part,
      limitMinor: minor(part.limitMinor),
      aggregateLimitMinor: minor(part.aggregateLimitMinor),
      premiumMinor: minor(part.premiumMinor),
      shareOfQuotedMinor: minor(part.shareOfQuotedMinor),
    })),
    policyLimitMinor: price.policyLimitMinor === null ? null : minor(price.policyLimitMinor),
    policyRetentionMinor: minor(price.policyRetentionMinor),
    maximumPayableMinor: minor(price.maximumPayableMinor),
    loss: {
      ...loss,
      mean: units(loss.mean),
      sd: units(loss.sd),
      sharedMean: units(loss.sharedMean),
      sharedSd: units(loss.sharedSd),
      tails: loss.tails.map((tail) => ({
        ...tail,
        valueAtRisk: units(tail.valueAtRisk),
        tailValueAtRisk: units(tail.tailValueAtRisk),
      })),
      returnLosses: loss.returnLosses.map((line) => ({
        ...line,
        aggregate: units(line.aggregate),
        occurrence: units(line.occurrence),
      })),
      aggregateCurve: loss.aggregateCurve.map((point) => ({ ...point, loss: units(point.loss) })),
      occurrenceCurve: loss.occurrenceCurve.map((point) => ({ ...point, loss: units(point.loss) })),
    },
    riskLoads: price.riskLoads.map((load) => ({ ...load, amount: units(load.amount) })),
    buildUp: price.buildUp.map((line) => ({ ...line, amountMinor: minor(line.amountMinor) })),
    technicalMinor: minor(price.technicalMinor),
    quotedMinor: minor(price.quotedMinor),
    unroundedMinor: minor(price.unroundedMinor),
    taxMinor: minor(price.taxMinor),
    taxes: price.taxes.map((tax) => ({ ...tax, amountMinor: minor(tax.amountMinor) })),
    payableMinor: minor(price.payableMinor),
    minimumPremiumMinor: minor(price.minimumPremiumMinor),
  };
}

interface Explained {
  readonly bridge: PremiumBridge | null;
  readonly effects: readonly FactorEffect[] | null;
  readonly range: PremiumRange | null;
}

/** What explains a price, at our share. Pure. */
export function explanationAtShare({ bridge, effects, range }: Explained, percent: number): Explained {
  const minor = (whole: MinorUnits) => ourShareMinor(whole, percent);
  return {
    bridge: bridge && {
      steps: bridge.steps.map((step) => ({ ...step, amountMinor: minor(step.amountMinor) })),
    },
    effects:
      effects?.map((effect) => ({
        ...effect,
        technicalAtBestMinor: minor(effect.technicalAtBestMinor),
        effectMinor: minor(effect.effectMinor),
      })) ?? null,
    range: range && { lowMinor: minor(range.lowMinor), highMinor: minor(range.highMinor) },
  };
}
