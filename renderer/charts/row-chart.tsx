import type { ReactElement } from 'react';
import {
  Bar,
  BarChart,
  type BarShapeProps,
  CartesianGrid,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
  type YAxisTickContentProps,
} from 'recharts';
import { ChartSurface } from './chart-surface.tsx';
import type { Medium } from './chart-view.ts';
import type { MarkStyle } from './mark.tsx';
import { RowMarks } from './row-marks.tsx';
import { RowTip } from './row-tip.tsx';
import { estimateWidth, wrapText } from './wrap-text.ts';

/** A stretch of a row on the value axis, drawn in the order given. */
export interface RowSpan {
  readonly from: number;
  readonly to: number;
  readonly style: MarkStyle;
}

export interface ChartRow {
  readonly key: string;
  readonly label: string;
  readonly spans: readonly RowSpan[];
  /** The figure at the right edge. */
  readonly figure: string;
  readonly isTotal?: boolean;
  /** Value at which a thin line runs down to the next row: the running sum of a waterfall. */
  readonly joinAt?: number;
  /** Exact figures for the pointer. */
  readonly detail: readonly string[];
}

export interface ValueAxis {
  readonly domain: readonly [number, number];
  readonly scale: 'linear' | 'log';
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
}

export interface ReferenceMark {
  readonly value: number;
  readonly label: string;
}

export interface RowChartProps {
  readonly rows: readonly ChartRow[];
  readonly axis: ValueAxis;
  readonly medium: Medium;
  readonly paperWidth: number;
  /** Closer rows, for a chart that stands among text. */
  readonly isCompact?: boolean;
  readonly references?: readonly ReferenceMark[];
}

export const FONT_SIZE: Readonly<Record<Medium, number>> = { screen: 12, paper: 11 };
const ROW_HEIGHT: Readonly<Record<Medium, number>> = { screen: 30, paper: 26 };
const COMPACT_ROW_HEIGHT = 18;
/** On paper, where a label needs its second line. */
const WRAPPED_ROW_HEIGHT = 29;
/** An axis without ticks takes no room: the figures at the right edge say enough. */
const axisHeight = (axis: ValueAxis): number => (axis.ticks.length === 0 ? 2 : 22);
const REFERENCE_HEIGHT = 18;

/** Rows of bars on one value axis: label at the left, exact figure at the right, marks between. */
export function RowChart(props: RowChartProps): ReactElement {
  const { rows, medium, paperWidth, references = [] } = props;
  const top = references.length > 0 ? REFERENCE_HEIGHT : 4;
  const rowHeight = props.isCompact === true ? COMPACT_ROW_HEIGHT : roomyHeight(props);
  const height = rows.length * rowHeight + axisHeight(props.axis) + top;
  return (
    <ChartSurface medium={medium} paperWidth={paperWidth} height={height}>
      {(width) => <Rows {...props} width={width} height={height} top={top} />}
    </ChartSurface>
  );
}

const labelRoom = (width: number): number => Math.round(Math.min(width * 0.36, 236));
const LABEL_GAP = 10;
/** Room between the plot and the figures, and for the figures of totals, which are heavier. */
const FIGURE_GAP = 22;

function roomyHeight({ rows, medium, paperWidth }: RowChartProps): number {
  if (medium === 'screen') return ROW_HEIGHT.screen;
  const room = labelRoom(paperWidth) - LABEL_GAP;
  const isWrapped = rows.some((row) => wrapText(row.label, room, FONT_SIZE.paper).length > 1);
  return isWrapped ? WRAPPED_ROW_HEIGHT : ROW_HEIGHT.paper;
}

interface RowsProps extends RowChartProps {
  readonly width: number;
  readonly height: number;
  readonly top: number;
}

const extent = (row: ChartRow): [number, number] => [
  Math.min(...row.spans.map((span) => span.from)),
  Math.max(...row.spans.map((span) => span.to)),
];

function Rows({ rows, axis, medium, width, height, top, references = [] }: RowsProps) {
  const labelWidth = labelRoom(width);
  const fontSize = FONT_SIZE[medium];
  const figureWidth = Math.max(...rows.map((row) => estimateWidth(row.figure, fontSize)), 0) + FIGURE_GAP;
  const tick = { fontSize: fontSize - (medium === 'paper' ? 1 : 0), fill: 'var(--chart-quiet)' };
  return (
    <BarChart
      accessibilityLayer={false}
      data={rows}
      width={width}
      height={height}
      layout="vertical"
      barCategoryGap="22%"
      margin={{ top, right: figureWidth, bottom: 0, left: 0 }}
    >
      <CartesianGrid horizontal={false} stroke="var(--chart-line)" strokeWidth={0.75} />
      <XAxis
        type="number"
        scale={axis.scale}
        domain={[...axis.domain]}
        ticks={[...axis.ticks]}
        tickFormatter={axis.format}
        tick={tick}
        tickLine={false}
        axisLine={{ stroke: 'var(--chart-line)' }}
        height={axisHeight(axis)}
        interval="preserveStartEnd"
      />
      <YAxis
        type="category"
        dataKey="key"
        width={labelWidth}
        interval={0}
        tickLine={false}
        axisLine={false}
        tick={(tickProps: YAxisTickContentProps) => (
          <RowLabel tick={tickProps} rows={rows} width={labelWidth - LABEL_GAP} fontSize={fontSize} />
        )}
      />
      {medium === 'screen' ? (
        <Tooltip content={RowTip} cursor={{ fill: 'var(--chart-tint)' }} isAnimationActive={false} />
      ) : null}
      <Bar<ChartRow, [number, number]>
        dataKey={extent}
        isAnimationActive={false}
        shape={(shape: BarShapeProps) => <RowMarks shape={shape} rows={rows} fontSize={fontSize} />}
      />
      {axis.domain[0] < 0 ? <ReferenceLine x={0} stroke="var(--chart-ink)" strokeWidth={1} /> : null}
      {references.map((mark) => (
        <ReferenceLine
          key={mark.label}
          x={mark.value}
          stroke="var(--chart-ink)"
          strokeDasharray="4 3"
          label={{ value: mark.label, position: 'top', fontSize, fill: 'var(--chart-ink)' }}
        />
      ))}
    </BarChart>
  );
}

interface RowLabelProps {
  readonly tick: YAxisTickContentProps;
  readonly rows: readonly ChartRow[];
  readonly width: number;
  readonly fontSize: number;
}

function RowLabel({ tick, rows, width, fontSize }: RowLabelProps): ReactElement | null {
  const row = rows[tick.index];
  if (row === undefined) return null;
  const texts = wrapText(row.label, width, fontSize);
  const leading = fontSize * 1.15;
  const first = Number(tick.y) - ((texts.length - 1) * leading) / 2;
  return (
    <text fontSize={fontSize} fill="var(--chart-ink)" fontWeight={row.isTotal === true ? 600 : 400}>
      {texts.map((text, index) => (
        <tspan key={text} x={0} y={first + index * leading} dominantBaseline="central">
          {text}
        </tspan>
      ))}
    </text>
  );
}
