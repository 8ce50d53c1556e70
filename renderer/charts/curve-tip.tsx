import type { ReactElement } from 'react';
import type { TooltipContentProps } from 'recharts';
import { formatUnits } from '#shared/domain/format-money.ts';
import { formatPercent } from '#shared/domain/format-number.ts';
import type { CurvePoint } from './exceedance-view.ts';

interface CurveTipProps {
  readonly tip: TooltipContentProps;
  readonly currency: string;
}

const chance = (name: string, probability: number | undefined): string[] =>
  probability === undefined ? [] : [`${name}: ${formatPercent(probability, 3)}`];

/** What the pointer shows on the curves: the loss and the chance of more. */
export function CurveTip({ tip, currency }: CurveTipProps): ReactElement | null {
  const point: CurvePoint | undefined = tip.payload[0]?.payload;
  if (!tip.active || point === undefined) return null;
  return (
    <div className="chart-tip">
      <strong>{`More than ${currency} ${formatUnits(point.loss)}`}</strong>
      {[...chance('Aggregate', point.aggregate), ...chance('Occurrence', point.occurrence)].map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}
