import type { ReactElement } from 'react';
import { formatShareExposed } from '#shared/domain/format-figures.ts';
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
import { linearAxis } from './value-axis.ts';

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

/** From nothing to the whole exposed value. */
const axis = linearAxis([0, 1], (share) => formatPercent(share, 0));

/** A layer in shares of the value exposed to it; what lies above that no loss can reach. */
function spansOf({ retention, top, exposed, part }: Layer): readonly RowSpan[] {
  if (!(exposed > 0)) return [];
  const from = Math.min(1, retention / exposed);
  const to = Math.min(1, top / exposed);
  const fill = part.coinsurancePercent > 0 ? FILLS.shared : FILLS.layer;
  const spans: RowSpan[] = [
    { from: 0, to: from, style: { tone: 'neutral', fill: FILLS.retention } },
    { from, to, style: { tone: 'accent', fill } },
    { from: to, to: 1, style: { tone: 'neutral', fill: FILLS.above } },
  ];
  return spans.filter((span) => span.to > span.from);
}

function toRow(layer: Layer, currency: string): ChartRow {
  const { part } = layer;
  return {
    key: part.part,
    label: part.label,
    spans: spansOf(layer),
    figure: `${layerWords(layer)} (${formatShareExposed(layer.reachedShare)})`,
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

/** Each part's retention and layer as shares of the value exposed to it, which makes every bar as long as the others. */
export function LayerChart(props: LayerChartProps): ReactElement {
  const { price, currency = 'USD', medium = 'screen', paperWidth = PAPER_WIDTH } = props;
  const all = layers(price);
  return (
    <ChartFrame view={layerView(price, currency)} medium={medium}>
      <RowChart
        rows={all.map((layer) => toRow(layer, currency))}
        axis={axis}
        medium={medium}
        paperWidth={paperWidth}
      />
      <FillKey entries={keyOf(all)} />
    </ChartFrame>
  );
}
