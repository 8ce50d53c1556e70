import { formatShareExposed } from '#shared/domain/format-figures.ts';
import { formatMoneyShort, formatUnits, formatUnitsShort } from '#shared/domain/format-money.ts';
import { formatPercentValue, formatShort } from '#shared/domain/format-number.ts';
import type { PartPrice, PriceResult } from '#shared/pricing/price-result.ts';
import { type ChartView, figure } from './chart-view.ts';

/** Where one part's layer stands, in currency units. */
export interface Layer {
  readonly part: PartPrice;
  readonly retention: number;
  readonly limit: number;
  readonly top: number;
  readonly exposed: number;
  /** The part of the layer that a loss can reach, over the exposed value; 0 when it cannot attach. */
  readonly reachedShare: number;
}

export function layers(price: PriceResult): readonly Layer[] {
  return price.parts.map((part) => {
    const retention = part.retentionMinor / 100;
    const limit = part.limitMinor / 100;
    const exposed = part.exposedValue;
    const reached = Math.max(0, Math.min(retention + limit, exposed) - retention);
    return {
      part,
      retention,
      limit,
      top: retention + limit,
      exposed,
      reachedShare: exposed > 0 ? reached / exposed : 0,
    };
  });
}

function finding(all: readonly Layer[]): string {
  const shares = all.map((layer) => layer.reachedShare);
  const [only] = all;
  if (only === undefined) return 'No part has a loss model, so no layer is drawn';
  if (all.length === 1)
    return `The layer takes ${formatShareExposed(only.reachedShare)} of the exposed value`;
  const [low, high] = [Math.min(...shares), Math.max(...shares)];
  return `The layers take ${formatShareExposed(low)} to ${formatShareExposed(high)} of the exposed values`;
}

/** `25.0m xs 1.25m`, as the trade writes a layer. */
export const layerWords = (layer: Layer): string =>
  layer.retention > 0
    ? `${formatShort(layer.limit)} xs ${formatShort(layer.retention)}`
    : `${formatShort(layer.limit)} from the ground up`;

/** Words and figures of the layer picture. */
export function layerView(price: PriceResult, currency: string): ChartView {
  const all = layers(price);
  return {
    title: finding(all),
    subtitle: `Each bar is the value exposed to one event, in per cent; beside it the layer in ${currency} and its share`,
    summary: `${all
      .map(
        (layer) =>
          `${layer.part.label}: ${layerWords(layer)}, exposed value ${formatUnitsShort(layer.exposed, currency)}`,
      )
      .join(
        '; ',
      )}. The most payable in the period is ${formatMoneyShort(price.maximumPayableMinor, currency)}.`,
    table: {
      columns: [
        { label: 'Part', kind: 'text' },
        { label: `Retention, ${currency}`, kind: 'figure' },
        { label: `Limit each event, ${currency}`, kind: 'figure' },
        { label: `Exposed value, ${currency}`, kind: 'figure' },
        { label: 'Limit of exposed value', kind: 'figure' },
        { label: 'Coinsurance', kind: 'figure' },
      ],
      rows: all.map((layer) => [
        layer.part.label,
        figure(formatUnits(layer.retention), layer.retention),
        figure(formatUnits(layer.limit), layer.limit),
        figure(formatUnits(layer.exposed), layer.exposed),
        figure(formatShareExposed(layer.reachedShare), layer.reachedShare),
        figure(formatPercentValue(layer.part.coinsurancePercent), layer.part.coinsurancePercent / 100),
      ]),
    },
  };
}
