import type { ReactElement } from 'react';
import { CartesianGrid } from 'recharts';
import { labelledTicks, type Plot, type Scale } from './plot.ts';

interface ValueGridProps {
  readonly plot: Plot;
  readonly across: readonly number[];
  /** Without these, only upright lines are drawn. */
  readonly up?: readonly number[];
}

/** Lines at places in pixels, and at the edges of the plot. */
export const ValueGrid = ({ plot, across, up = [] }: ValueGridProps): ReactElement => (
  <CartesianGrid
    x={plot.left}
    y={plot.top}
    width={plot.right - plot.left}
    height={plot.bottom - plot.top}
    verticalPoints={[plot.left, ...across, plot.right]}
    horizontalPoints={[plot.top, ...up, plot.bottom]}
    horizontal={up.length > 0}
    stroke="var(--chart-line)"
    strokeWidth={0.75}
  />
);

interface AxisProps {
  readonly plot: Plot;
  readonly at: Scale;
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
  readonly fontSize: number;
}

const LABEL_GAP = 8;

/** The axis at the foot of a plot: its line, and under it the values that have room. */
export function FootAxis({ plot, at, ticks, format, fontSize }: AxisProps): ReactElement {
  return (
    <g fontSize={fontSize} fill="var(--chart-quiet)" textAnchor="middle">
      <line x1={plot.left} x2={plot.right} y1={plot.bottom} y2={plot.bottom} stroke="var(--chart-line)" />
      {labelledTicks(ticks, at, format, fontSize).map((tick) => (
        <text key={tick} x={at(tick)} y={plot.bottom + LABEL_GAP} dy="0.71em">
          {format(tick)}
        </text>
      ))}
    </g>
  );
}

/** The values of an axis at the left of a plot, without a line. */
export function SideAxis({ plot, at, ticks, format, fontSize }: AxisProps): ReactElement {
  return (
    <g fontSize={fontSize} fill="var(--chart-quiet)" textAnchor="end">
      {ticks.map((tick) => (
        <text key={tick} x={plot.left - LABEL_GAP} y={at(tick)} dy="0.355em">
          {format(tick)}
        </text>
      ))}
    </g>
  );
}
