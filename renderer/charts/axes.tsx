import type { ReactElement } from 'react';
import { type BaseTickContentProps, CartesianAxis, CartesianGrid, Text } from 'recharts';
import type { Plot, Scale } from './plot.ts';
import { labelledTicks, type ValueAxis } from './value-axis.ts';
import { estimateWidth } from './wrap-text.ts';

interface GridProps {
  readonly plot: Plot;
  /** Places in pixels of upright and of level lines. */
  readonly upright: readonly number[];
  readonly level?: readonly number[];
}

/** Thin lines behind the marks, and at the edges of the plot. */
export const Grid = ({ plot, upright, level = [] }: GridProps): ReactElement => (
  <CartesianGrid
    x={plot.left}
    y={plot.top}
    width={plot.right - plot.left}
    height={plot.bottom - plot.top}
    verticalPoints={[...new Set([plot.left, ...upright, plot.right])]}
    horizontalPoints={[...new Set([plot.top, ...level, plot.bottom])]}
    horizontal={level.length > 0}
    stroke="var(--chart-line)"
    strokeWidth={0.75}
  />
);

interface AxisProps {
  readonly plot: Plot;
  readonly axis: ValueAxis;
  readonly at: Scale;
  readonly fontSize: number;
}

/** From the axis to its values, the lines at its ticks among it. */
const TICK_MARGIN = 8;
/** Signs such as % and letters such as m are wider than an estimate by the mean says. */
const WIDE_LETTERS = 6;

/** The room that the labels of a side axis take. */
export const sideRoom = ({ ticks, format }: ValueAxis, fontSize: number): number =>
  TICK_MARGIN + WIDE_LETTERS + Math.max(...ticks.map((tick) => estimateWidth(format(tick), fontSize)));
const TICK_SIZE = 5;
export const FOOT_HEIGHT = 22;
const LINE = { stroke: 'var(--chart-line)' };

/** The axis at the foot of a plot: its line, and under it the values that have room. */
export const FootAxis = ({
  plot,
  axis,
  at,
  fontSize,
  hasTickLines = false,
}: AxisProps & { readonly hasTickLines?: boolean }): ReactElement => (
  <CartesianAxis
    axisType="xAxis"
    orientation="bottom"
    x={plot.left}
    y={plot.bottom}
    width={plot.right - plot.left}
    height={FOOT_HEIGHT}
    axisLine={LINE}
    tickLine={hasTickLines && LINE}
    {...ticksOf({ valueAxis: axis, at, values: labelledTicks(axis, at, fontSize), fontSize })}
  />
);

/** The values of an axis at the left of a plot, without a line. */
export const SideAxis = ({ plot, axis, at, fontSize }: AxisProps): ReactElement => (
  <CartesianAxis
    axisType="yAxis"
    orientation="left"
    x={0}
    y={plot.top}
    width={plot.left}
    height={plot.bottom - plot.top}
    axisLine={false}
    tickLine={false}
    {...ticksOf({ valueAxis: axis, at, values: axis.ticks, fontSize })}
  />
);

/**
 * What both have in common. Left to itself the library would leave out labels that it has measured in the page, and ask
 * the page for the font of each axis as soon as it stands, for which the whole page has to be laid out at once.
 */
const ticksOf = ({
  valueAxis: { format },
  at,
  values,
  fontSize,
}: {
  readonly valueAxis: ValueAxis;
  readonly at: Scale;
  readonly values: readonly number[];
  readonly fontSize: number;
}) =>
  ({
    ticks: values.map((value, index) => ({ value, index, coordinate: at(value) })),
    interval: 0,
    tick: <TickLabel format={format} fontSize={fontSize} />,
    tickSize: TICK_SIZE,
    tickMargin: TICK_MARGIN - TICK_SIZE,
  }) as const;

/** Its place and its value come from the axis. */
interface TickLabelProps extends Partial<BaseTickContentProps> {
  readonly format: (value: number) => string;
  readonly fontSize: number;
}

const TickLabel = ({
  x = 0,
  y = 0,
  textAnchor = 'middle',
  verticalAnchor = 'start',
  payload,
  format,
  fontSize,
}: TickLabelProps): ReactElement => (
  <Text {...{ x, y, textAnchor, verticalAnchor, fontSize }} fill="var(--chart-quiet)">
    {format(payload?.value)}
  </Text>
);
