import type { ReactElement } from 'react';
import { formatMoneyPlain, formatUnits } from '#shared/domain/format-money.ts';
import { formatPercent, formatPercentValue } from '#shared/domain/format-number.ts';
import type { PriceResult } from '#shared/pricing/price-result.ts';
import { ChartFrame } from './chart-frame.tsx';
import { FillKey, type FillKeyProps } from './chart-key.tsx';
import type { ChartRow, RowSpan } from './chart-row.ts';
import { PAPER_WIDTH } from './chart-surface.tsx';
import type { Medium } from './chart-view.ts';
import { type Layer, layers, layerView, layerWords } from './layer-view.ts';
import type { Fill } from './mark.tsx';
import { RowChart } from './row-chart.tsx';
import { logAxis, type ValueAxis } from './value-axis.ts';

interface LayerChartProps {
  readonly price: PriceResult;
  readonly currency?: string;
  readonly medium?: Medium;
  readonly paperWidth?: number;
}

const FILLS = {
  retention: 'wide-hatch',
  layer: 'solid',
  shared: 'hatch',
  above: 'open',
} as const satisfies Record<string, Fill>;

/** A logarithmic axis has no place for nothing. */
const A_CENT = 0.01;

function axisOf(all: readonly Layer[]): ValueAxis {
  const highest = Math.max(10, ...all.flatMap((layer) => [layer.exposed, layer.top]));
  const lowest = Math.min(
    highest / 10,
    ...all.map((layer) => (layer.retention > 0 ? layer.retention : layer.limit)),
  );
  // Half a decade of room keeps the smallest retention visible.
  return logAxis(Math.max(A_CENT, lowest / 3), highest);
}

function spansOf(layer: Layer, low: number): readonly RowSpan[] {
  const { retention, top, exposed, part } = layer;
  const from = Math.max(low, retention);
  const reached = Math.min(top, exposed);
  const fill = part.coinsurancePercent > 0 ? FILLS.shared : FILLS.layer;
  const spans: RowSpan[] = [];
  if (retention > low)
    spans.push({ from: low, to: retention, style: { tone: 'neutral', fill: FILLS.retention } });
  if (reached > from) spans.push({ from, to: reached, style: { tone: 'accent', fill } });
  if (exposed > top) spans.push({ from: top, to: exposed, style: { tone: 'neutral', fill: FILLS.above } });
  if (top > exposed)
    spans.push({ from: Math.max(from, exposed), to: top, style: { tone: 'accent', fill: FILLS.above } });
  return spans;
}

function toRow(layer: Layer, low: number, currency: string): ChartRow {
  const { part } = layer;
  return {
    key: part.part,
    label: part.label,
    spans: spansOf(layer, low),
    figure: `${layerWords(layer)} (${formatPercent(layer.reachedShare, 1)})`,
    detail: [
      `Retention ${formatMoneyPlain(part.retentionMinor, currency)}`,
      `Limit each event ${formatMoneyPlain(part.limitMinor, currency)}`,
      `Exposed value ${currency} ${formatUnits(layer.exposed)}`,
      `Coinsurance ${formatPercentValue(part.coinsurancePercent)}`,
    ],
  };
}

function keyOf(all: readonly Layer[]): FillKeyProps['entries'] {
  if (all.length === 0) return [];
  const hasCoinsurance = all.some(({ part }) => part.coinsurancePercent > 0);
  return [
    { tone: 'neutral', fill: FILLS.retention, label: 'Retention, borne by the insured' },
    { tone: 'accent', fill: FILLS.layer, label: 'Insured layer' },
    ...(hasCoinsurance
      ? [{ tone: 'accent' as const, fill: FILLS.shared, label: 'Layer with coinsurance' }]
      : []),
    { tone: 'neutral', fill: FILLS.above, label: 'Exposed above the layer, not insured' },
  ];
}

/** Each part's retention, layer and exposed value on one logarithmic scale. */
export function LayerChart(props: LayerChartProps): ReactElement {
  const { price, currency = 'USD', medium = 'screen', paperWidth = PAPER_WIDTH } = props;
  const all = layers(price);
  const axis = axisOf(all);
  const [low = A_CENT] = axis.scale.domain();
  return (
    <ChartFrame view={layerView(price, currency)} medium={medium}>
      <RowChart
        rows={all.map((layer) => toRow(layer, low, currency))}
        axis={axis}
        medium={medium}
        paperWidth={paperWidth}
      />
      <FillKey entries={keyOf(all)} />
    </ChartFrame>
  );
}
