import type { ReactElement } from 'react';
import { formatAmount, formatMoney } from '#shared/domain/format-money.ts';
import type { PriceResult } from '#shared/pricing/price-result.ts';
import { ChartFrame } from './chart-frame.tsx';
import { PAPER_WIDTH } from './chart-surface.tsx';
import type { Medium } from './chart-view.ts';
import { placedLines, premiumBuildUpView } from './premium-build-up-view.ts';
import { RowChart } from './row-chart.tsx';
import { linearAxis } from './value-axis.ts';
import { waterfallRow } from './waterfall.ts';

interface PremiumBuildUpChartProps {
  readonly price: PriceResult;
  readonly currency?: string;
  readonly medium?: Medium;
  readonly paperWidth?: number;
}

/** Waterfall from the expected loss to the technical and on to the quoted premium. */
export function PremiumBuildUpChart(props: PremiumBuildUpChartProps): ReactElement {
  const { price, currency = 'USD', medium = 'screen', paperWidth = PAPER_WIDTH } = props;
  const placed = placedLines(price);
  return (
    <ChartFrame view={premiumBuildUpView(price, currency)} medium={medium}>
      <RowChart
        rows={placed.map(({ line, span }) =>
          waterfallRow({
            key: line.id,
            label: line.label,
            span,
            tone: 'accent',
            figure: formatAmount(line.amountMinor),
            detail: [formatMoney(line.amountMinor, currency), line.basis],
          }),
        )}
        axis={linearAxis(placed.flatMap(({ span }) => [span.fromMinor / 100, span.toMinor / 100]))}
        medium={medium}
        paperWidth={paperWidth}
      />
    </ChartFrame>
  );
}
