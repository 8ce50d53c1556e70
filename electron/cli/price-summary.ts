import { corridorPosition } from '#shared/domain/corridor-words.ts';
import { formatDate } from '#shared/domain/format-date.ts';
import { formatAmount, formatAmountPlain } from '#shared/domain/format-money.ts';
import {
  formatNumber,
  formatPercent,
  formatPercentValue,
  formatShareValue,
} from '#shared/domain/format-number.ts';
import type { Corridor, PriceResult } from '#shared/pricing/price-result.ts';
import type { DocumentPrice } from '#shared/quote/document-figures.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { bullets, type Column, textTable } from './text-table.ts';

const LEFT: Column = { align: 'left' };
const RIGHT: Column = { align: 'right' };

/** Parts, premium build-up, measures and the engine's own certificate; or why there is no price. */
export function priceLines(document: QuoteDocument): string[] {
  const { price, content } = document;
  if (price === null) return ['PREMIUM', '  There is no price:', ...bullets(document.statusReasons)];
  return [
    `COVER, in ${content.currency}, ${periodText(document)}`,
    ...partLines(price),
    `  Maximum payable in the period ${formatAmountPlain(price.maximumPayableMinor)}`,
    '',
    `PREMIUM, in ${content.currency}`,
    ...buildUpLines(price),
    `  Rate on line ${formatPercent(price.rateOnLine, 4)}, expected loss ratio ${formatPercent(price.expectedLossRatio, 1)}, quoted / technical ${formatPercent(price.adequacy, 1)}`,
    ...noteLines(price),
    certificateLine(price),
  ];
}

function periodText({ content, periodEnd }: QuoteDocument): string {
  const { periodStart, periodDays } = content.terms;
  const days = `${formatNumber(periodDays)} days`;
  if (periodStart === null || periodEnd === null) return `${days}, first day not given`;
  return `${formatDate(periodStart)} to ${formatDate(periodEnd)} (${days})`.replaceAll('\u00a0', ' ');
}

function partLines(price: PriceResult): string[] {
  const head = ['Part', 'Each event', 'Retention', 'In the period', 'Premium', 'Rate on line', 'Market'];
  const modelled = price.parts.map((part) => [
    `${part.isShared ? '* ' : ''}${part.label}`,
    formatAmountPlain(part.limitMinor),
    formatAmountPlain(part.retentionMinor) +
      (part.coinsurancePercent > 0 ? ` + ${formatPercentValue(part.coinsurancePercent)}` : ''),
    formatAmountPlain(part.aggregateLimitMinor),
    formatAmount(part.shareOfQuotedMinor),
    formatPercent(part.rateOnLine, 4),
    corridorText(part.corridor),
  ]);
  const entered = price.enteredParts.map((part) => [
    part.label,
    formatAmountPlain(part.limitMinor),
    '',
    formatAmountPlain(part.aggregateLimitMinor),
    formatAmount(part.shareOfQuotedMinor),
    formatPercent(part.rateOnLine, 4),
    `entered rate ${formatPercentValue(part.ratePercent)}`,
  ]);
  const shared =
    price.policyLimitMinor === null
      ? []
      : [
          `  * together limited to ${formatAmountPlain(price.policyLimitMinor)}, after an aggregate retention of ${formatAmountPlain(price.policyRetentionMinor)}`,
        ];
  const columns = [{ ...LEFT, most: 36 }, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, LEFT];
  return [...textTable([head, ...modelled, ...entered], columns), ...shared];
}

function corridorText(corridor: Corridor | null): string {
  if (corridor === null) return 'no corridor';
  const range = `${formatShareValue(corridor.low)} to ${formatShareValue(corridor.high)}`;
  const measure = corridor.measure === 'rate-on-line' ? '' : ' of protocol premium';
  return `${corridorPosition(corridor, (share) => formatPercentValue(share * 100))} ${range}${measure}`;
}

function buildUpLines(price: PriceResult): string[] {
  const rows = price.buildUp.map((line) => [
    line.kind === 'total' ? line.label.toUpperCase() : line.label,
    line.basis,
    formatAmount(line.amountMinor),
  ]);
  return textTable(rows, [LEFT, { ...LEFT, most: 56 }, RIGHT]);
}

const noteLines = (price: DocumentPrice): string[] =>
  bullets(
    price.notes.map((note) => note.message),
    '  ',
  );

function certificateLine({ certificate }: PriceResult): string {
  const { verdict, engineVersion, partPoints, policyPoints, checks } = certificate;
  const failing = checks.filter((check) => check.verdict !== 'pass').map((check) => check.label);
  const found = failing.length === 0 ? `${checks.length} checks pass` : `see ${failing.join(', ')}`;
  return `  Certificate ${verdict}: ${found}; ${engineVersion}, grid ${formatNumber(partPoints)} / ${formatNumber(policyPoints)}`;
}
