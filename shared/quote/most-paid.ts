import { exactRest } from '../domain/exact-cents.ts';
import { minorPercent } from '../domain/minor-share.ts';
import {
  largestMinor,
  type MinorUnits,
  minorWithout,
  NO_MONEY,
  smallestMinor,
  toMinor,
} from '../domain/money.ts';
import type { DocumentPrice } from './document-figures.ts';
import type { QuoteDocument } from './quote-document.ts';

type Part = QuoteDocument['content']['terms']['parts'][number];

const leastOf = (amounts: readonly (MinorUnits | null)[]): MinorUnits =>
  smallestMinor(amounts.filter((amount) => amount !== null));

/**
 * The most that a part pays for one event, in cents, by the one order of application: the loss (at most the value exposed,
 * scaled by average where that is chosen), the retention, the limit, the insured's coinsurance of what is left, then the
 * aggregate terms of part and policy.
 */
export function mostPaidForOneEvent(part: Part, price: DocumentPrice | null): MinorUnits {
  const priced = price?.parts.find((candidate) => candidate.part === part.part);
  const value = priced !== undefined && priced.exposedValue > 0 ? priced.exposedValue : null;
  const isScaled = part.hasAverageClause === true && value !== null;
  const loss =
    value === null ? null : toMinor(isScaled ? value * Math.min(1, part.limitMinor / 100 / value) : value);
  const above = loss === null ? null : largestMinor([NO_MONEY, minorWithout(loss, part.retentionMinor)]);
  const layer = leastOf([part.limitMinor, above]);
  const ours = minorPercent(layer, 100 * exactRest([part.coinsurancePercent / 100]));
  const afterRetention = largestMinor([NO_MONEY, minorWithout(ours, part.aggregateRetentionMinor)]);
  return leastOf([
    afterRetention,
    part.aggregateLimitMinor ?? part.limitMinor,
    part.isShared ? (price?.policyLimitMinor ?? null) : null,
  ]);
}
