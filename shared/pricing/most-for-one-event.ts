import type { PartTerms, QuoteTerms } from '../domain/assessment-content.ts';
import {
  fromMinor,
  largestMinor,
  type MinorUnits,
  NO_MONEY,
  smallestMinor,
  toMinor,
} from '../domain/money.ts';
import type { CoveragePartId } from '../domain/vocabulary.ts';
import type { PriceResult } from './price-result.ts';

interface Layer {
  /** Amounts in currency units. */
  readonly exposedValue: number;
  readonly lossScale: number;
  readonly retention: number;
  readonly limit: number;
  readonly insurerShare: number;
  readonly aggregateLimitMinor: MinorUnits;
}

/** A whole loss of the exposed value, through the terms in their order; an earlier event has used up the aggregate retention. */
export function eventOf(part: Layer): MinorUnits {
  const left = Math.max(0, part.exposedValue * part.lossScale - part.retention);
  const event = toMinor(part.insurerShare * Math.min(part.limit, left));
  return smallestMinor([event, part.aggregateLimitMinor]);
}

const insurerShareOf = ({ coinsurancePercent }: { readonly coinsurancePercent: number }): number =>
  1 - coinsurancePercent / 100;

/** The same of a part at an entered rate, whose exposed value is not asked for. */
export const enteredEventOf = (terms: PartTerms, aggregateLimitMinor: MinorUnits): MinorUnits =>
  smallestMinor([toMinor(fromMinor(terms.limitMinor) * insurerShareOf(terms)), aggregateLimitMinor]);

/** What is left of it under the policy's limit, where the part shares that. */
export const underPolicy = (
  eventMinor: MinorUnits,
  isShared: boolean,
  limitMinor: MinorUnits | null,
): MinorUnits => (isShared && limitMinor !== null ? smallestMinor([eventMinor, limitMinor]) : eventMinor);

/** The most that each part of priced terms can pay for one event, in cents. Total and pure. */
export function mostForEachPart(
  { parts, enteredParts, policyLimitMinor }: Pick<PriceResult, 'parts' | 'enteredParts' | 'policyLimitMinor'>,
  terms: Pick<QuoteTerms, 'parts'>,
): ReadonlyMap<CoveragePartId, MinorUnits> {
  const modelled = parts.map((part): [CoveragePartId, MinorUnits] => {
    const limit = fromMinor(part.limitMinor);
    const event = eventOf({
      exposedValue: part.exposedValue,
      lossScale: part.hasAverageClause === true ? Math.min(1, limit / part.exposedValue) : 1,
      retention: fromMinor(part.retentionMinor),
      limit,
      insurerShare: insurerShareOf(part),
      aggregateLimitMinor: part.aggregateLimitMinor,
    });
    return [part.part, underPolicy(event, part.isShared, policyLimitMinor)];
  });
  const entered = enteredParts.flatMap(({ part, aggregateLimitMinor }): [CoveragePartId, MinorUnits][] => {
    const own = terms.parts.find((candidate) => candidate.part === part);
    return own === undefined ? [] : [[part, enteredEventOf(own, aggregateLimitMinor)]];
  });
  return new Map([...modelled, ...entered]);
}

/** The most that priced terms can pay for one event, which hits one part, in cents. Total and pure. */
export const mostForOneEvent = (
  price: Pick<PriceResult, 'parts' | 'enteredParts' | 'policyLimitMinor'>,
  terms: Pick<QuoteTerms, 'parts'>,
): MinorUnits => largestMinor([NO_MONEY, ...mostForEachPart(price, terms).values()]);
