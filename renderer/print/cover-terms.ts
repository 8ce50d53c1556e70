import type { PartTerms } from '#shared/domain/assessment-content.ts';
import { formatShareExposed } from '#shared/domain/format-figures.ts';
import { formatAmountPlain } from '#shared/domain/format-money.ts';
import { formatPercentValue } from '#shared/domain/format-number.ts';
import { standsUnderPolicy } from '#shared/domain/stands-under-policy.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { quotedParts } from './part-numbers.ts';

/** One line of the cover table, in words and figures. */
export interface CoverLine {
  readonly part: PartTerms['part'];
  readonly title: string;
  readonly limit: string;
  readonly aggregate: string;
  readonly retention: string;
  readonly coinsurance: string;
  /** Limit over exposed value, or why there is none: a pooled limit must not be read as full cover. */
  readonly ofExposed: string;
  readonly shared: 'Yes' | 'No';
}

function aggregateWords(terms: PartTerms): string {
  const limit = formatAmountPlain(terms.aggregateLimitMinor ?? terms.limitMinor);
  return terms.aggregateRetentionMinor > 0
    ? `${limit} xs ${formatAmountPlain(terms.aggregateRetentionMinor)}`
    : limit;
}

function exposedWords(document: QuoteDocument, terms: PartTerms): string {
  const priced = document.price?.parts.find((part) => part.part === terms.part);
  if (priced === undefined) return 'Not modelled';
  if (!(priced.exposedValue > 0)) return 'Not stated';
  return formatShareExposed(terms.limitMinor / 100 / priced.exposedValue);
}

/** The quoted parts in the order of the terms. */
export function coverLines(document: QuoteDocument): readonly CoverLine[] {
  const { title } = quotedParts(document);
  const isUnder = standsUnderPolicy(document.content.terms);
  return document.content.terms.parts.map((terms) => ({
    part: terms.part,
    title: title(terms.part),
    limit: formatAmountPlain(terms.limitMinor),
    aggregate: aggregateWords(terms),
    retention: terms.retentionMinor > 0 ? formatAmountPlain(terms.retentionMinor) : 'Nil',
    coinsurance: terms.coinsurancePercent > 0 ? formatPercentValue(terms.coinsurancePercent) : 'None',
    ofExposed: exposedWords(document, terms),
    shared: isUnder(terms) ? 'Yes' : 'No',
  }));
}

/** The limit and retention that stand over the shared parts, in one sentence; null when no part is shared. */
export function sharedTermsWords({ content, price }: QuoteDocument): string | null {
  const { terms, currency } = content;
  if (!terms.parts.some(standsUnderPolicy(terms))) return null;
  const limit = price?.policyLimitMinor ?? terms.policyAggregateLimitMinor;
  const retention = terms.policyAggregateRetentionMinor;
  const limitWords =
    limit === null
      ? 'Shared parts stand together under one aggregate limit, which is not stated'
      : `Shared parts stand together under one aggregate limit of ${currency} ${formatAmountPlain(limit)}`;
  return retention > 0
    ? `${limitWords}, in excess of an aggregate retention of ${currency} ${formatAmountPlain(retention)}.`
    : `${limitWords}.`;
}
