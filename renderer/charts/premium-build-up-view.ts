import { formatLossRatio } from '#shared/domain/format-figures.ts';
import { formatAmount, formatMoney } from '#shared/domain/format-money.ts';
import type { BuildUpLine, PriceResult } from '#shared/pricing/price-result.ts';
import { type ChartView, figure } from './chart-view.ts';
import { shareInWords } from './share-in-words.ts';
import { placeWaterfall, type WaterfallSpan } from './waterfall.ts';

interface PlacedLine {
  readonly line: BuildUpLine;
  readonly span: WaterfallSpan;
}

/** Lines up to the quoted premium with their places; lines of zero are left to the table. */
export function placedLines(price: PriceResult): readonly PlacedLine[] {
  const end = price.buildUp.findIndex((line) => line.id === 'quoted-premium');
  const lines = price.buildUp.slice(0, end + 1);
  const spans = placeWaterfall(
    lines.map((line) => ({ amountMinor: line.amountMinor, kind: line.kind === 'total' ? 'total' : 'step' })),
  );
  return lines
    .flatMap((line, index) => {
      const span = spans[index];
      return span === undefined ? [] : [{ line, span }];
    })
    .filter(({ line }) => line.kind === 'total' || line.amountMinor !== 0);
}

function finding(price: PriceResult): string {
  const technical = price.buildUp.findIndex((line) => line.id === 'technical-premium');
  const largest = price.buildUp.slice(0, technical).toSorted((a, b) => b.amountMinor - a.amountMinor)[0];
  if (largest === undefined || price.technicalMinor <= 0) return 'The minimum premium makes the whole price';
  const share = largest.amountMinor / price.technicalMinor;
  return `${largest.label} makes ${shareInWords(share)} of the technical premium`;
}

/** Words and figures of the premium build-up; throws nothing, hides nothing: every line stands in the table. */
export function premiumBuildUpView(price: PriceResult, currency: string): ChartView {
  return {
    title: finding(price),
    subtitle: `From expected loss to the quoted premium, ${currency}`,
    summary: `The technical premium is ${formatMoney(price.technicalMinor, currency)}, the quoted premium ${formatMoney(price.quotedMinor, currency)}, the amount payable with tax ${formatMoney(price.payableMinor, currency)}. The expected loss is ${formatLossRatio(price.expectedLossRatio)} of the quoted premium.`,
    table: {
      columns: [
        { label: 'Line', kind: 'text' },
        { label: 'How it is made', kind: 'text' },
        { label: currency, kind: 'figure' },
      ],
      rows: price.buildUp.map((line) => [
        line.label,
        line.basis,
        figure(formatAmount(line.amountMinor), line.amountMinor / 100),
      ]),
    },
  };
}
