import type { ReactElement } from 'react';
import { formatAmount, formatChange, formatMoney } from '#shared/domain/format-money.ts';
import type { BridgeStepId, PremiumBridge } from '#shared/pricing/price-result.ts';
import { ChartFrame } from './chart-frame.tsx';
import { PAPER_WIDTH } from './chart-surface.tsx';
import type { Medium } from './chart-view.ts';
import type { Tone } from './mark.tsx';
import { placedSteps, premiumBridgeView } from './premium-bridge-view.ts';
import { RowChart } from './row-chart.tsx';
import { linearAxis } from './value-axis.ts';
import { waterfallRow } from './waterfall.ts';

interface PremiumBridgeChartProps {
  readonly bridge: PremiumBridge;
  readonly currency?: string;
  readonly medium?: Medium;
  readonly paperWidth?: number;
}

const STEP_TONES: Readonly<Record<BridgeStepId, Tone>> = {
  'class-average': 'ink',
  type: 'accent',
  custody: 'custody',
  audits: 'audits',
  'incident-history': 'incidents',
  'evidence-gap': 'accent',
  containment: 'accent',
  technical: 'ink',
};

/** Waterfall from the premium of the class average to this subject's technical premium. */
export function PremiumBridgeChart(props: PremiumBridgeChartProps): ReactElement {
  const { bridge, currency = 'USD', medium = 'screen', paperWidth = PAPER_WIDTH } = props;
  const placed = placedSteps(bridge);
  return (
    <ChartFrame view={premiumBridgeView(bridge, currency)} medium={medium}>
      <RowChart
        rows={placed.map(({ step, span }) =>
          waterfallRow({
            key: step.id,
            label: step.label,
            span,
            tone: STEP_TONES[step.id],
            figure: step.kind === 'step' ? formatChange(step.amountMinor) : formatAmount(step.amountMinor),
            detail: [formatMoney(step.amountMinor, currency)],
          }),
        )}
        axis={linearAxis(placed.flatMap(({ span }) => [span.fromMinor / 100, span.toMinor / 100]))}
        medium={medium}
        paperWidth={paperWidth}
      />
    </ChartFrame>
  );
}
