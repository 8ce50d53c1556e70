import { type ReactElement, useId } from 'react';
import { Curve, Surface } from 'recharts';
import type { FitPlot, PlotPoint } from '#shared/report/fit-plot.ts';
import { FOOT_HEIGHT, FootAxis, Grid, SideAxis, sideRoom } from './axes.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { ChartKey, SAMPLE } from './chart-key.tsx';
import { ChartSurface, PAPER_WIDTH } from './chart-surface.tsx';
import type { Medium } from './chart-view.ts';
import { exactText, fitAxis, fitView } from './fit-view.ts';
import { FONT_SIZE, type Plot, type Scale } from './plot.ts';
import { type Tip, WithTip } from './tip.tsx';
import { placeAxis } from './value-axis.ts';

interface FitChartProps {
  readonly plot: FitPlot;
  readonly medium?: Medium;
  readonly headingLevel?: 2 | 3 | 4;
}

const HEIGHT: Readonly<Record<Medium, number>> = { screen: 264, paper: 220 };
const RIGHT_ROOM = 18;
const TOP_ROOM = 8;
const POINT_RADIUS = 3;
const CURVE = { stroke: 'var(--chart-accent)', strokeWidth: 2 };
/** Of the curve's own colour: a tint of the ground is none on a dark one. */
const BAND = {
  fill: 'var(--chart-accent)',
  fillOpacity: 0.12,
  stroke: 'var(--chart-accent)',
  strokeOpacity: 0.35,
};
const POINT = { stroke: 'var(--chart-incidents)', strokeWidth: 1.25 };

/** Losses on record as dots, an open one where the share is only known to be at least that; the law as a curve and a band. */
export function FitChart({ plot, medium = 'screen', headingLevel = 3 }: FitChartProps): ReactElement {
  const { points, curve, band } = plot;
  const middle = SAMPLE / 2;
  const hasAtLeast = points.values.some(({ isAtLeast }) => isAtLeast === true);
  return (
    <ChartFrame view={fitView(plot)} medium={medium} headingLevel={headingLevel}>
      <ChartSurface medium={medium} paperWidth={PAPER_WIDTH} height={HEIGHT[medium]}>
        {(width) => <Drawing plot={plot} medium={medium} width={width} />}
      </ChartSurface>
      <ChartKey
        entries={[
          { label: points.label, sample: <Dot x={middle} y={middle} isOpen={false} /> },
          ...(hasAtLeast
            ? [{ label: 'At least so much', sample: <Dot x={middle} y={middle} isOpen /> }]
            : []),
          { label: curve.label, sample: <line x2={SAMPLE} y1={middle} y2={middle} {...CURVE} /> },
          ...(band === null
            ? []
            : [
                {
                  label: band.label,
                  sample: <rect x={1} y={5} width={SAMPLE - 2} height={SAMPLE - 10} {...BAND} />,
                },
              ]),
        ]}
      />
    </ChartFrame>
  );
}

interface DotProps {
  readonly x: number;
  readonly y: number;
  readonly isOpen: boolean;
}

const Dot = ({ x, y, isOpen }: DotProps): ReactElement => (
  <circle
    cx={x}
    cy={y}
    r={POINT_RADIUS}
    fill={isOpen ? 'var(--chart-ground)' : 'var(--chart-incidents)'}
    fillOpacity={isOpen ? 1 : 0.55}
    {...POINT}
  />
);

interface DrawingProps {
  readonly plot: FitPlot;
  readonly medium: Medium;
  readonly width: number;
}

function Drawing({ plot: { across, up, points, curve, band }, medium, width }: DrawingProps): ReactElement {
  const clip = useId();
  const [height, tickSize] = [HEIGHT[medium], FONT_SIZE[medium]];
  const [acrossAxis, upAxis] = [fitAxis(across), fitAxis(up)];
  const left = sideRoom(upAxis, tickSize);
  const room: Plot = {
    left,
    right: Math.max(left + 1, width - RIGHT_ROOM),
    top: TOP_ROOM + FONT_SIZE[medium],
    bottom: height - FOOT_HEIGHT,
  };
  const x = placeAxis(acrossAxis, room.left, room.right);
  const y = placeAxis(upAxis, room.bottom, room.top);
  const least = up.domain[0];
  const height0 = (value: number) => y(up.scale === 'log' ? Math.max(value, least) : value);
  const drawing = (
    <Surface width={width} height={height} aria-hidden={medium === 'screen'}>
      <clipPath id={clip}>
        <rect
          x={room.left - POINT_RADIUS}
          y={room.top - POINT_RADIUS}
          width={room.right - room.left + 2 * POINT_RADIUS}
          height={room.bottom - room.top + 2 * POINT_RADIUS}
        />
      </clipPath>
      {band !== null && <polygon points={outline(band.values, x, height0)} {...BAND} />}
      <Grid plot={room} upright={acrossAxis.ticks.map(x)} level={upAxis.ticks.map(y)} />
      <FootAxis plot={room} axis={acrossAxis} at={x} fontSize={tickSize} />
      <SideAxis plot={room} axis={upAxis} at={y} fontSize={tickSize} />
      <text x={room.left} y={FONT_SIZE[medium] - 1} fontSize={tickSize} fill="var(--chart-quiet)">
        {up.label}
      </text>
      <g clipPath={`url(#${clip})`}>
        <Curve
          points={curve.values.map(([at, value]) => ({ x: x(at), y: height0(value) }))}
          fill="none"
          {...CURVE}
        />
        {points.values.map((point) => (
          <Dot key={point.name} x={x(point.x)} y={height0(point.y)} isOpen={point.isAtLeast === true} />
        ))}
      </g>
    </Surface>
  );
  if (medium === 'paper') return drawing;
  const tipAt = (px: number, py: number): Tip | null => {
    const near = nearest(points.values, (point) => Math.hypot(x(point.x) - px, height0(point.y) - py));
    return near === null
      ? null
      : {
          title: near.name,
          lines: [
            `${across.label}: ${exactText(across, near.x)}`,
            `${up.label}: ${near.isAtLeast === true ? 'at least ' : ''}${exactText(up, near.y)}`,
          ],
        };
  };
  return (
    <WithTip tipAt={tipAt} width={width} height={height}>
      {drawing}
    </WithTip>
  );
}

/** Up along the low edge and back along the high one. */
const outline = (values: readonly (readonly [number, number, number])[], x: Scale, y: Scale): string =>
  [
    ...values.map(([at, low]) => `${x(at)},${y(low)}`),
    ...values.toReversed().map(([at, , high]) => `${x(at)},${y(high)}`),
  ].join(' ');

const TIP_REACH = 14;

function nearest(points: readonly PlotPoint[], away: (point: PlotPoint) => number): PlotPoint | null {
  let best: PlotPoint | null = null;
  let least = TIP_REACH;
  for (const point of points) {
    const distance = away(point);
    if (distance < least) [best, least] = [point, distance];
  }
  return best;
}
