import type { ChartRow } from './chart-row.ts';
import type { Tone } from './mark.tsx';

/** One line of a waterfall: a step moves the running sum, a total restates it from zero. */
interface WaterfallItem {
  readonly amountMinor: number;
  readonly kind: 'step' | 'total';
}

/** Where a line's bar stands, and whether it rises, falls or restates. */
export interface WaterfallSpan {
  readonly fromMinor: number;
  readonly toMinor: number;
  readonly direction: 'up' | 'down' | 'total';
  /** A total that is not the sum of the steps before it: the chart must not hide it. */
  readonly differenceMinor: number;
}

/** Places each line of a waterfall; amounts in integer cents, so the sums are exact. */
export function placeWaterfall(items: readonly WaterfallItem[]): readonly WaterfallSpan[] {
  let running = 0;
  return items.map((item, index) => {
    if (item.kind === 'total') {
      const differenceMinor = index === 0 ? 0 : item.amountMinor - running;
      running = item.amountMinor;
      return { fromMinor: 0, toMinor: item.amountMinor, direction: 'total', differenceMinor };
    }
    const fromMinor = running;
    running += item.amountMinor;
    return {
      fromMinor,
      toMinor: running,
      direction: item.amountMinor < 0 ? 'down' : 'up',
      differenceMinor: 0,
    };
  });
}

interface WaterfallRow {
  readonly key: string;
  readonly label: string;
  readonly span: WaterfallSpan;
  readonly tone: Tone;
  readonly figure: string;
  readonly detail: readonly string[];
}

/** One line of a waterfall as a chart row, cents to units: totals solid, rises hatched one way, falls the other. */
export function waterfallRow({ span, tone, ...words }: WaterfallRow): ChartRow {
  const isTotal = span.direction === 'total';
  const fill = isTotal ? 'solid' : span.direction === 'up' ? 'hatch' : 'falling';
  return {
    ...words,
    isTotal,
    joinAt: span.toMinor / 100,
    spans: [
      {
        from: span.fromMinor / 100,
        to: span.toMinor / 100,
        style: { tone: isTotal ? 'ink' : tone, fill },
      },
    ],
  };
}
