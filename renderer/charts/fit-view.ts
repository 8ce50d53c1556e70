import { formatUnits } from '#shared/domain/format-money.ts';
import { formatPercent, formatSignificant, formatTick } from '#shared/domain/format-number.ts';
import type { FitPlot, PlotAxis } from '#shared/report/fit-plot.ts';
import { type ChartCell, type ChartView, figure } from './chart-view.ts';
import { linearAxis, logAxis, type ValueAxis } from './value-axis.ts';

/** Words and figures of a plot of a fit. */
export const fitView = ({ title, subtitle, summary, across, up, points }: FitPlot): ChartView => ({
  title,
  subtitle,
  summary,
  table: {
    columns: [
      { label: points.label, kind: 'text' },
      { label: across.label, kind: 'figure' },
      { label: up.label, kind: 'figure' },
    ],
    rows: points.values.map(({ name, x, y, isAtLeast }): ChartCell[] => [
      name,
      figure(exactText(across, x), x),
      figure(`${isAtLeast === true ? 'at least ' : ''}${exactText(up, y)}`, y),
    ]),
  },
});

export const exactText = ({ unit }: PlotAxis, value: number): string =>
  unit === 'usd' ? formatUnits(value) : formatPercent(value, 2);

/** Values of an axis, short: the unit stands in its label. */
function tickText({ unit }: PlotAxis, value: number): string {
  return unit === 'usd' ? formatTick(value) : `${formatSignificant(value * 100, 2)}%`;
}

export function fitAxis(axis: PlotAxis): ValueAxis {
  const format = (value: number) => tickText(axis, value);
  return axis.scale === 'log'
    ? logAxis(axis.domain[0], axis.domain[1], format)
    : linearAxis(axis.domain, format);
}
