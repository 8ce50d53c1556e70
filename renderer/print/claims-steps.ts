import { formatMoneyPlain } from '#shared/domain/format-money.ts';
import { formatPercentValue } from '#shared/domain/format-number.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { quotedParts } from './part-numbers.ts';

/** What claims have failed on elsewhere, turned into a list from the terms that were chosen. */
export function claimsSteps(document: QuoteDocument): readonly string[] {
  const { content, wording, words } = document;
  const { label } = quotedParts(document);
  const { currency, terms } = content;
  const waits = wording.parts.filter((part) => !/^none$/i.test(part.waiting.trim()));
  const retentions = terms.parts.filter((part) => part.retentionMinor > 0);
  return [
    ...words.claimsSteps.beforeTerms,
    ...retentions.map(
      (part) =>
        `${label(part.part)}: the first ${formatMoneyPlain(part.retentionMinor, currency)} of each event stays with the insured.`,
    ),
    ...terms.parts
      .filter((part) => part.coinsurancePercent > 0)
      .map(
        (part) =>
          `${label(part.part)}: the insured bears ${formatPercentValue(part.coinsurancePercent)} of each loss above the retention.`,
      ),
    ...waits.map((part) => `${part.label}: waiting and discovery: ${part.waiting}.`),
    ...words.claimsSteps.afterTerms,
  ];
}
