import { corridorPosition, corridorSpan } from '#shared/domain/corridor-words.ts';
import { formatDate } from '#shared/domain/format-date.ts';
import { formatAdequacy, formatLossRatio, formatRateOnLine } from '#shared/domain/format-figures.ts';
import { formatAmount, formatAmountPlain } from '#shared/domain/format-money.ts';
import { formatNumber, formatPercentValue } from '#shared/domain/format-number.ts';
import { SUB_LIMITS_NOT_PRICED } from '#shared/domain/sub-limits.ts';
import { mostForOneEvent } from '#shared/pricing/most-for-one-event.ts';
import type { Corridor, PriceResult } from '#shared/pricing/price-result.ts';
import { contentOfDocument } from '#shared/quote/content-of-document.ts';
import type { DocumentPrice } from '#shared/quote/document-figures.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { bullets, type Column, textTable } from './text-table.ts';

const LEFT: Column = { align: 'left' };
const RIGHT: Column = { align: 'right' };

/** Parts, premium build-up, measures and the engine's own certificate; or why there is no price. */
export function priceLines(document: QuoteDocument): string[] {
  const { price } = document;
  const content = contentOfDocument(document);
  if (price === null) return ['PREMIUM', '  There is no price:', ...bullets(document.statusReasons)];
  return [
    `COVER, in ${content.currency}, ${periodText(document)}`,
    ...partLines(price),
    `  Maximum payable in the period ${formatAmountPlain(price.maximumPayableMinor)}, for one event ${formatAmountPlain(mostForOneEvent(price, content.terms))}`,
    ...lineLines(document),
    '',
    `PREMIUM, in ${content.currency}`,
    ...buildUpLines(price),
    `  Rate on line ${formatRateOnLine(price.rateOnLine)}, expected loss ratio ${formatLossRatio(price.expectedLossRatio)}, quoted / technical ${formatAdequacy(price.adequacy)}`,
    ...contractLines(document),
    ...noteLines(price),
    certificateLine(price),
    ...optionLines(document),
  ];
}

/** Our part of the order; nothing where none is given. */
function lineLines({ content: { terms } }: QuoteDocument): string[] {
  const { line } = terms;
  if (line === undefined) return [];
  const role =
    line.role === 'lead' ? 'leading' : `following${line.leader === undefined ? '' : ` ${line.leader}`}`;
  return [
    `  Our written line ${formatPercentValue(line.writtenPercent)} of the whole, of an order of ${formatPercentValue(line.orderPercent)}, ${role}; all figures at 100%`,
  ];
}

/** The options that go on the paper, side by side; nothing where none were made. */
function optionLines({ options = [] }: QuoteDocument): string[] {
  if (options.length === 0) return [];
  const head = ['Option', 'One event', 'In the period', 'Technical', 'Quoted', 'Q / T', 'Rate on line'];
  const rows = options.map(({ id, label, figures }) => {
    const name = label === null ? id : `${id}, ${label}`;
    if (figures === null) return [name, 'not priced'];
    return [
      name,
      formatAmountPlain(figures.mostEventMinor),
      formatAmountPlain(figures.mostPeriodMinor),
      formatAmount(figures.technicalMinor),
      formatAmount(figures.quotedMinor),
      formatAdequacy(figures.adequacy),
      formatRateOnLine(figures.rateOnLine),
    ];
  });
  const columns = [{ ...LEFT, most: 36 }, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT];
  return ['', 'OPTIONS, the first of which the figures above are of', ...textTable([head, ...rows], columns)];
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
    formatRateOnLine(part.rateOnLine),
    corridorText(part.corridor),
  ]);
  const entered = price.enteredParts.map((part) => [
    part.label,
    formatAmountPlain(part.limitMinor),
    '',
    formatAmountPlain(part.aggregateLimitMinor),
    formatAmount(part.shareOfQuotedMinor),
    formatRateOnLine(part.rateOnLine),
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
  const measure = corridor.measure === 'rate-on-line' ? '' : ' of protocol premium';
  return `${corridorPosition(corridor)} ${corridorSpan(corridor)}${measure}`;
}

function buildUpLines(price: PriceResult): string[] {
  const rows = price.buildUp.map((line) => [
    line.kind === 'total' ? line.label.toUpperCase() : line.label,
    line.basis,
    formatAmount(line.amountMinor),
  ]);
  return textTable(rows, [LEFT, { ...LEFT, most: 56 }, RIGHT]);
}

/** Fees, which are no part of the premium, and sub-limits, which the price takes no account of. */
function contractLines({ content }: QuoteDocument): string[] {
  const { fees = [], subLimits = [] } = content.terms.contract ?? {};
  return [
    ...fees.map(
      ({ label, amountMinor }) => `  Fee beside the premium: ${label}, ${formatAmount(amountMinor)}`,
    ),
    ...subLimits.map(({ label, limitMinor }) => `  Sub-limit: ${label}, ${formatAmount(limitMinor)}`),
    ...(subLimits.length === 0 ? [] : [`  ${SUB_LIMITS_NOT_PRICED}`]),
  ];
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
