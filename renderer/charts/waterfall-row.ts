import type { Tone } from './mark.tsx';
import type { ChartRow } from './row-chart.tsx';
import type { WaterfallSpan } from './waterfall.ts';

interface WaterfallRowInput {
  readonly key: string;
  readonly label: string;
  readonly span: WaterfallSpan;
  readonly tone: Tone;
  readonly figure: string;
  readonly detail: readonly string[];
}

/** One line of a waterfall as a chart row, cents to units: totals solid, rises hatched one way, falls the other. */
export function waterfallRow({ key, label, span, tone, figure, detail }: WaterfallRowInput): ChartRow {
  const fill = span.direction === 'total' ? 'solid' : span.direction === 'up' ? 'hatch' : 'falling';
  const style = { tone: span.direction === 'total' ? ('ink' as const) : tone, fill } as const;
  return {
    key,
    label,
    figure,
    detail,
    isTotal: span.direction === 'total',
    joinAt: span.toMinor / 100,
    spans: [{ from: span.fromMinor / 100, to: span.toMinor / 100, style }],
  };
}
