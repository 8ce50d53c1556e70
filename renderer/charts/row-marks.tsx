import type { ReactElement } from 'react';
import { type BarShapeProps, useChartWidth, usePlotArea, useXAxisScale } from 'recharts';
import { Mark } from './mark.tsx';
import type { ChartRow } from './row-chart.tsx';

interface RowMarksProps {
  readonly shape: BarShapeProps;
  readonly rows: readonly ChartRow[];
  readonly fontSize: number;
}

/** The marks of one row, its figure at the right edge, and the joint to the next row. */
export function RowMarks({ shape, rows, fontSize }: RowMarksProps): ReactElement | null {
  const scale = useXAxisScale();
  const chartWidth = useChartWidth();
  const plot = usePlotArea();
  const row = rows[shape.index];
  if (row === undefined || scale === undefined || chartWidth === undefined) return null;
  const { y, height } = shape;
  const at = (value: number): number => scale(value) ?? 0;
  const gap = Math.max(0, (plot?.height ?? 0) / rows.length - height);
  return (
    <g>
      {row.spans.map((span, index) => {
        const [left, right] = [Math.min(at(span.from), at(span.to)), Math.max(at(span.from), at(span.to))];
        // A step of nothing in a waterfall keeps its place as a line.
        const least = span.from !== span.to || row.joinAt !== undefined ? 1 : 0;
        const box = { x: left, y, width: Math.max(right - left, least), height };
        // biome-ignore lint/suspicious/noArrayIndexKey: the spans of a row are drawn in a fixed order
        return <Mark key={index} box={box} style={span.style} />;
      })}
      {row.joinAt === undefined || shape.index === rows.length - 1 ? null : (
        <line
          x1={at(row.joinAt)}
          x2={at(row.joinAt)}
          y1={y + height}
          y2={y + height + gap}
          stroke="var(--chart-quiet)"
          strokeWidth={1}
        />
      )}
      <text
        x={chartWidth - 1}
        y={y + height / 2}
        textAnchor="end"
        dominantBaseline="central"
        fontSize={fontSize}
        fontWeight={row.isTotal === true ? 600 : 400}
        fill="var(--chart-ink)"
        className="chart-figure"
      >
        {row.figure}
      </text>
    </g>
  );
}
