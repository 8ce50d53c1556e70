import type { ReactElement } from 'react';
import { Bar, BarChart, type BarShapeProps, ReferenceLine, useXAxisScale, XAxis, YAxis } from 'recharts';
import { ChartFrame } from './chart-frame.tsx';
import { ChartSurface, PAPER_WIDTH } from './chart-surface.tsx';
import type { Medium } from './chart-view.ts';
import {
  type Dislocation,
  type DislocationBin,
  dislocationBins,
  dislocationView,
  edgeText,
} from './dislocation-view.ts';
import { FillKey } from './fill-key.tsx';
import { Mark, type MarkStyle } from './mark.tsx';
import { FONT_SIZE } from './row-chart.tsx';

export interface DislocationChartProps extends Dislocation {
  readonly medium?: Medium;
  readonly headingLevel?: 2 | 3 | 4;
}

const HEIGHT = 148;
const FALLS: MarkStyle = { tone: 'accent', fill: 'hatch' };
const RISES: MarkStyle = { tone: 'accent', fill: 'solid' };
const BEYOND: MarkStyle = { tone: 'accent', fill: 'open' };

const styleOf = ({ from, tail }: DislocationBin): MarkStyle =>
  tail !== null ? BEYOND : from < 0 ? FALLS : RISES;

/** How far a re-priced book moves: falls left of zero, rises right, the count on each column. */
export function DislocationChart({
  changes,
  reproduced,
  medium = 'screen',
  headingLevel = 3,
}: DislocationChartProps): ReactElement {
  const bins = dislocationBins(changes);
  const hasTail = bins.some(({ tail }) => tail !== null);
  return (
    <ChartFrame view={dislocationView({ changes, reproduced })} medium={medium} headingLevel={headingLevel}>
      <ChartSurface medium={medium} paperWidth={PAPER_WIDTH} height={HEIGHT}>
        {(width) => <Columns bins={bins} width={width} medium={medium} />}
      </ChartSurface>
      <FillKey
        entries={[
          { ...FALLS, label: 'Premium falls' },
          { ...RISES, label: 'Premium rises' },
          ...(hasTail ? [{ ...BEYOND, label: 'Beyond the scale' }] : []),
        ]}
      />
    </ChartFrame>
  );
}

interface ColumnsProps {
  readonly bins: readonly DislocationBin[];
  readonly width: number;
  readonly medium: Medium;
}

function Columns({ bins, width, medium }: ColumnsProps): ReactElement {
  const fontSize = FONT_SIZE[medium];
  const highest = Math.max(1, ...bins.map(({ count }) => count));
  const inner = bins.filter(({ tail }) => tail === null);
  const edges = [...inner.map(({ from }) => from), inner.at(-1)?.to ?? 0];
  return (
    <BarChart
      accessibilityLayer={false}
      data={bins.map((bin) => ({ ...bin, middle: (bin.from + bin.to) / 2 }))}
      width={width}
      height={HEIGHT}
      margin={{ top: fontSize + 8, right: 18, bottom: 0, left: 18 }}
    >
      <XAxis
        type="number"
        dataKey="middle"
        domain={[bins[0]?.from ?? 0, bins.at(-1)?.to ?? 1]}
        ticks={edges}
        tickFormatter={edgeText}
        tick={{ fontSize, fill: 'var(--chart-quiet)' }}
        tickLine={{ stroke: 'var(--chart-line)' }}
        axisLine={{ stroke: 'var(--chart-quiet)' }}
        height={24}
        interval="preserveStartEnd"
      />
      <YAxis type="number" domain={[0, highest]} hide />
      <Bar
        dataKey="count"
        isAnimationActive={false}
        shape={(shape: BarShapeProps) => <Column shape={shape} bins={bins} fontSize={fontSize} />}
      />
      <ReferenceLine x={0} stroke="var(--chart-ink)" strokeWidth={1} />
    </BarChart>
  );
}

interface ColumnProps {
  readonly shape: BarShapeProps;
  readonly bins: readonly DislocationBin[];
  readonly fontSize: number;
}

const GAP = 2;

/** One column over the whole width of its bin, its count above it. */
function Column({ shape, bins, fontSize }: ColumnProps): ReactElement | null {
  const scale = useXAxisScale();
  const bin = bins[shape.index];
  const [left, right] = [scale?.(bin?.from), scale?.(bin?.to)];
  if (bin === undefined || bin.count === 0 || left === undefined || right === undefined) return null;
  const box = { x: left + GAP, y: shape.y, width: right - left - 2 * GAP, height: shape.height };
  return (
    <g>
      <Mark box={box} style={styleOf(bin)} />
      <text
        x={(left + right) / 2}
        y={shape.y - 5}
        textAnchor="middle"
        fontSize={fontSize}
        fill="var(--chart-ink)"
        className="chart-figure"
      >
        {bin.count}
      </text>
    </g>
  );
}
