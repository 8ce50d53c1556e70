// Who draws what in the charts, and why.
//
// Recharts draws surfaces, grids, axes, curves, filled rectangles, keys and the text of tips, each part used by itself
// with all it needs handed to it. Its containers (BarChart, LineChart ...) are not used: they keep what they draw in a
// store and draw all of it in one task that cannot be divided, and while the reply of the price engine is drawn no task
// may hold the window for more than 8 ms. Longest task of the window's own thread in Electron, in ms of its own
// processor time, first drawn / drawn again for another price, median (two cores, busy with other work):
//
//                                  container      these parts
//   build-up of the premium       18.6 / 10.2      6.7 / 2.9
//   points of 14 factors          19.6 / 11.7      6.9 / 4.3
//   exceedance curves             71.3 / 18.7      5.4 / 3.2
//   histogram of re-priced book   23.1 / 13.9      5.7 / 3.3
//
// d3-scale gives scales and round ticks. Our own are
// - hatches (hatch.ts): the writer of PDFs turns the patterns of SVG into bitmaps, lines stay lines;
// - the wrapping of labels and the choice of ticks that have room (wrap-text.ts, value-axis.ts): the library measures
//   text in the page, so that paper would depend on the machine's fonts, and with its own ticks the build-up takes
//   13.3 ms in place of 6.7 when it is first drawn, since the page is laid out for them at once;
// - rows of label, bars and figure, labelled lines, and where a tip stands, for which the library needs its container.
//
// Used outside a container the library's axis counts as internal from its version 4 on: look at axes.tsx before that.

import type { ReactElement } from 'react';
import { Surface } from 'recharts';
import { FOOT_HEIGHT, FootAxis, Grid } from './axes.tsx';
import type { ChartRow, ReferenceLine } from './chart-row.ts';
import { ChartSurface } from './chart-surface.tsx';
import type { Medium } from './chart-view.ts';
import { FONT_SIZE, type Plot } from './plot.ts';
import { RowMarks } from './row-marks.tsx';
import { type Tip, WithTip } from './tip.tsx';
import { placeAxis, type ValueAxis } from './value-axis.ts';
import { estimateWidth, wrapText } from './wrap-text.ts';

interface RowChartProps {
  readonly rows: readonly ChartRow[];
  readonly axis: ValueAxis;
  readonly medium: Medium;
  readonly paperWidth: number;
  /** Closer rows, for a chart that stands among text. */
  readonly isCompact?: boolean;
  readonly references?: readonly ReferenceLine[];
}

const ROW_HEIGHT: Readonly<Record<Medium, number>> = { screen: 30, paper: 26 };
const COMPACT_ROW_HEIGHT = 18;
/** On paper, where a label needs its second line. */
const WRAPPED_ROW_HEIGHT = 29;
/** An axis without ticks takes no room: the figures at the right edge say enough. */
const axisHeight = (axis: ValueAxis): number => (axis.ticks.length === 0 ? 2 : FOOT_HEIGHT);
const REFERENCE_HEIGHT = 18;

/** Rows of bars on one value axis: label at the left, exact figure at the right, marks between. */
export function RowChart(props: RowChartProps): ReactElement | null {
  const { rows, medium, paperWidth, references = [] } = props;
  // The title says that there is nothing to draw.
  if (rows.length === 0) return null;
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
  const isWrapped = rows.some(
    (row) => wrapText({ text: row.label, width: room, fontSize: FONT_SIZE.paper }).length > 1,
  );
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
  const at = placeAxis(axis, plot.left, plot.right);
  const [lowest = 0] = axis.scale.domain();
  const rowHeight = (plot.bottom - plot.top) / rows.length;
  const drawing = (
    <Surface width={width} height={height} aria-hidden={medium === 'screen'}>
      <Grid plot={plot} upright={axis.ticks.map(at)} />
      <FootAxis {...{ plot, axis, at }} fontSize={FONT_SIZE[medium]} />
      {rows.map((row, index) => (
        <RowMarks
          key={row.key}
          {...{ row, index, plot, rowHeight, at, width, fontSize }}
          isLast={index === rows.length - 1}
          labelWidth={labelWidth - LABEL_GAP}
        />
      ))}
      {lowest < 0 ? <UprightLine plot={plot} x={at(0)} /> : null}
      {references.map(({ label, value }) => (
        <LabelledLine key={label} {...{ label, plot, fontSize }} x={at(value)} />
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
    <WithTip tipAt={tipAt} width={width} height={height}>
      {drawing}
    </WithTip>
  );
}

interface LineProps {
  readonly plot: Plot;
  readonly x: number;
  readonly dash?: string;
}

const UprightLine = ({ plot, x, dash }: LineProps): ReactElement => (
  <line x1={x} x2={x} y1={plot.top} y2={plot.bottom} stroke="var(--chart-ink)" strokeDasharray={dash} />
);

interface LabelledLineProps extends LineProps {
  readonly label: string;
  readonly fontSize: number;
}

/** A dashed line at a value of its own, with its name above the plot. */
const LabelledLine = ({ label, fontSize, plot, x }: LabelledLineProps): ReactElement => (
  <g>
    <UprightLine plot={plot} x={x} dash="4 3" />
    <text x={x} y={plot.top - 5} textAnchor="middle" fontSize={fontSize} fill="var(--chart-ink)">
      {label}
    </text>
  </g>
);
