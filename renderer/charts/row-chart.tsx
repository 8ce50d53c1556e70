import type { ReactElement } from 'react';
import { Surface } from 'recharts';
import { ChartSurface } from './chart-surface.tsx';
import type { Medium } from './chart-view.ts';
import type { MarkStyle } from './mark.tsx';
import { type Plot, type Scale, scaleOf } from './plot.ts';
import { RowMarks } from './row-marks.tsx';
import { type Tip, Tipped } from './tipped.tsx';
import { FootAxis, ValueGrid } from './value-axis.tsx';
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

function Rows({ rows, axis, medium, width, height, top, references = [] }: RowsProps): ReactElement {
  const labelWidth = labelRoom(width);
  const fontSize = FONT_SIZE[medium];
  const figureWidth = Math.max(...rows.map((row) => estimateWidth(row.figure, fontSize)), 0) + FIGURE_GAP;
  const plot: Plot = {
    left: labelWidth,
    right: Math.max(labelWidth + 1, width - figureWidth),
    top,
    bottom: height - axisHeight(axis),
  };
  const at = scaleOf(axis.scale, axis.domain, [plot.left, plot.right]);
  const rowHeight = (plot.bottom - plot.top) / Math.max(1, rows.length);
  const tickSize = fontSize - (medium === 'paper' ? 1 : 0);
  const drawing = (
    <Surface width={width} height={height} aria-hidden>
      <ValueGrid plot={plot} across={axis.ticks.map(at)} />
      <FootAxis {...{ plot, at }} ticks={axis.ticks} format={axis.format} fontSize={tickSize} />
      {rows.map((row, index) => (
        <RowMarks
          key={row.key}
          {...{ row, index, plot, rowHeight, at, width, fontSize }}
          isLast={index === rows.length - 1}
          labelWidth={labelWidth - LABEL_GAP}
        />
      ))}
      {axis.domain[0] < 0 ? <Upright plot={plot} x={at(0)} /> : null}
      {references.map(({ label, value }) => (
        <Reference key={label} label={label} {...{ plot, fontSize }} x={at(value)} />
      ))}
    </Surface>
  );
  if (medium === 'paper') return drawing;
  const tipAt = (x: number, y: number): Tip | null => {
    const row = rows[Math.floor((y - plot.top) / rowHeight)];
    if (row === undefined || x < plot.left || x > plot.right) return null;
    return { title: row.label, lines: row.detail };
  };
  return (
    <Tipped tipAt={tipAt} width={width} height={height}>
      {drawing}
    </Tipped>
  );
}

interface UprightProps {
  readonly plot: Plot;
  readonly x: ReturnType<Scale>;
  readonly dash?: string;
}

const Upright = ({ plot, x, dash }: UprightProps): ReactElement => (
  <line
    x1={x}
    x2={x}
    y1={plot.top}
    y2={plot.bottom}
    stroke="var(--chart-ink)"
    strokeWidth={1}
    {...(dash === undefined ? {} : { strokeDasharray: dash })}
  />
);

const REFERENCE_GAP = 5;

/** A dashed line at a value of its own, with its name above the plot. */
const Reference = ({
  label,
  fontSize,
  ...line
}: UprightProps & { readonly label: string; readonly fontSize: number }): ReactElement => (
  <g>
    <Upright {...line} dash="4 3" />
    <text
      x={line.x}
      y={line.plot.top - REFERENCE_GAP}
      textAnchor="middle"
      fontSize={fontSize}
      fill="var(--chart-ink)"
    >
      {label}
    </text>
  </g>
);
