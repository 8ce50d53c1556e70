import type { ReactElement } from 'react';
import type { ChartRow } from './chart-row.ts';
import { Mark } from './mark.tsx';
import type { Plot, Scale } from './plot.ts';
import { wrapText } from './wrap-text.ts';

/** Share of a row that its bar takes; the rest is air above and below. */
const BAR_SHARE = 0.56;

interface RowMarksProps {
  readonly row: ChartRow;
  readonly index: number;
  readonly isLast: boolean;
  readonly plot: Plot;
  readonly rowHeight: number;
  readonly at: Scale;
  readonly width: number;
  readonly labelWidth: number;
  readonly fontSize: number;
}

/** One row: its label at the left, its marks, its figure at the right edge, and the joint to the next row. */
export function RowMarks(props: RowMarksProps): ReactElement {
  const { row, plot, rowHeight, at, width, labelWidth, fontSize } = props;
  const rowTop = plot.top + props.index * rowHeight;
  const height = Math.floor(rowHeight * BAR_SHARE);
  const y = rowTop + (rowHeight - height) / 2;
  const middle = rowTop + rowHeight / 2;
  const fontWeight = row.isTotal === true ? 600 : 400;
  return (
    <g className="chart-row">
      <rect
        className="chart-row-ground"
        x={plot.left}
        y={rowTop}
        width={plot.right - plot.left}
        height={rowHeight}
        fill="none"
      />
      <RowLabel text={row.label} middle={middle} {...{ width: labelWidth, fontSize, fontWeight }} />
      {row.spans.map((span, index) => {
        const [from, to] = [at(span.from), at(span.to)];
        // A step of nothing in a waterfall keeps its place as a line.
        const least = span.from !== span.to || row.joinAt !== undefined ? 1 : 0;
        const box = { x: Math.min(from, to), y, width: Math.max(Math.abs(to - from), least), height };
        // biome-ignore lint/suspicious/noArrayIndexKey: the spans of a row are drawn in a fixed order
        return <Mark key={index} box={box} style={span.style} />;
      })}
      {row.joinAt === undefined || props.isLast ? null : (
        <line
          x1={at(row.joinAt)}
          x2={at(row.joinAt)}
          y1={y + height}
          y2={y + rowHeight}
          stroke="var(--chart-quiet)"
          strokeWidth={1}
        />
      )}
      <text
        x={width - 1}
        y={middle}
        textAnchor="end"
        dominantBaseline="central"
        fontSize={fontSize}
        fontWeight={fontWeight}
        fill="var(--chart-ink)"
        className="chart-figure"
      >
        {row.figure}
      </text>
    </g>
  );
}

interface RowLabelProps {
  readonly text: string;
  readonly middle: number;
  readonly width: number;
  readonly fontSize: number;
  readonly fontWeight: number;
}

function RowLabel({ text, middle, width, fontSize, fontWeight }: RowLabelProps): ReactElement {
  const lines = wrapText({ text, width, fontSize });
  const leading = fontSize * 1.15;
  const first = middle - ((lines.length - 1) * leading) / 2;
  return (
    <text fontSize={fontSize} fill="var(--chart-ink)" fontWeight={fontWeight}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines of a label may read the same
        <tspan key={index} x={0} y={first + index * leading} dominantBaseline="central">
          {line}
        </tspan>
      ))}
    </text>
  );
}
