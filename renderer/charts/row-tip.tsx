import type { ReactElement } from 'react';
import type { TooltipContentProps } from 'recharts';
import type { ChartRow } from './row-chart.tsx';

/** What the pointer shows: the row's name and its exact figures. */
export function RowTip({ active, payload }: TooltipContentProps): ReactElement | null {
  const row: ChartRow | undefined = payload[0]?.payload;
  if (!active || row === undefined) return null;
  return (
    <div className="chart-tip">
      <strong>{row.label}</strong>
      {row.detail.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}
