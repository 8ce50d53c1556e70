import { scaleLinear } from 'd3-scale';
import type { ReactElement } from 'react';
import { Surface } from 'recharts';
import { formatCount } from '#shared/domain/format-date.ts';
import { FOOT_HEIGHT, FootAxis } from './axes.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { FillKey } from './chart-key.tsx';
import { ChartSurface, PAPER_WIDTH } from './chart-surface.tsx';
import type { Medium } from './chart-view.ts';
import {
  binText,
  type Dislocation,
  type DislocationBin,
  dislocationBins,
  dislocationView,
  edgeText,
} from './dislocation-view.ts';
import { Mark, type MarkStyle } from './mark.tsx';
import { FONT_SIZE, type Plot, type Scale } from './plot.ts';
import { type Tip, WithTip } from './tip.tsx';
import { placeAxis, type ValueAxis } from './value-axis.ts';
import { estimateWidth } from './wrap-text.ts';

interface DislocationChartProps extends Dislocation {
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

const COUNT_GAP = 5;

function Columns({ bins, width, medium }: ColumnsProps): ReactElement {
  const fontSize = FONT_SIZE[medium];
  const axis = axisOf(bins);
  // Labels stand under the edges of columns, the first and the last half outside the plot.
  const side = Math.max(...axis.ticks.map((tick) => estimateWidth(axis.format(tick), fontSize))) / 2;
  const plot: Plot = {
    left: side,
    right: Math.max(side + 1, width - side),
    top: fontSize + 2 * COUNT_GAP,
    bottom: HEIGHT - FOOT_HEIGHT,
  };
  const at = placeAxis(axis, plot.left, plot.right);
  const up = scaleLinear()
    .domain([0, Math.max(1, ...bins.map(({ count }) => count))])
    .range([plot.bottom, plot.top]);
  const drawing = (
    <Surface width={width} height={HEIGHT} aria-hidden={medium === 'screen'}>
      {bins.map((bin) => (
        <Column key={bin.from} {...{ bin, at, up, fontSize }} />
      ))}
      <FootAxis plot={plot} axis={axis} at={at} fontSize={FONT_SIZE[medium]} hasTickLines />
      <line x1={at(0)} x2={at(0)} y1={plot.top} y2={plot.bottom} stroke="var(--chart-ink)" />
    </Surface>
  );
  if (medium === 'paper') return drawing;
  const tipAt = (x: number): Tip | null => {
    const bin = bins.find(({ from, to }) => x >= at(from) && x < at(to));
    return bin === undefined
      ? null
      : { title: binText(bin), lines: [formatCount(bin.count, 'premium', 'premiums')] };
  };
  return (
    <WithTip tipAt={tipAt} width={width} height={HEIGHT}>
      {drawing}
    </WithTip>
  );
}

/** The edges of the bins are its values; a tail has no outer edge. */
function axisOf(bins: readonly DislocationBin[]): ValueAxis {
  const inner = bins.filter(({ tail }) => tail === null);
  return {
    scale: scaleLinear().domain([bins[0]?.from ?? 0, bins.at(-1)?.to ?? 1]),
    ticks: [...inner.map(({ from }) => from), ...inner.slice(-1).map(({ to }) => to)],
    format: edgeText,
  };
}

interface ColumnProps {
  readonly bin: DislocationBin;
  readonly at: Scale;
  readonly up: Scale;
  readonly fontSize: number;
}

const BETWEEN_COLUMNS = 4;

/** One column over the whole width of its bin, its count above it. */
function Column({ bin, at, up, fontSize }: ColumnProps): ReactElement | null {
  if (bin.count === 0) return null;
  const [left, right, y] = [at(bin.from), at(bin.to), up(bin.count)];
  const box = {
    x: left + BETWEEN_COLUMNS / 2,
    y,
    width: Math.max(1, right - left - BETWEEN_COLUMNS),
    height: up(0) - y,
  };
  return (
    <g>
      <Mark box={box} style={styleOf(bin)} />
      <text
        x={(left + right) / 2}
        y={y - COUNT_GAP}
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
