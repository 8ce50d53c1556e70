import { type ReactElement, useId } from 'react';
import { Curve, Surface } from 'recharts';
import { formatNumber, formatTick } from '#shared/domain/format-number.ts';
import type { PriceResult } from '#shared/pricing/price-result.ts';
import { ChartFrame } from './chart-frame.tsx';
import { ChartSurface, PAPER_WIDTH } from './chart-surface.tsx';
import type { Medium } from './chart-view.ts';
import { CurveKey } from './curve-key.tsx';
import { curveTip } from './curve-tip.ts';
import { curvePoints, exceedanceMarks, exceedanceView, RAREST } from './exceedance-view.ts';
import { decades, logTicks } from './log-axis.ts';
import { type Plot, scaleOf } from './plot.ts';
import { FONT_SIZE } from './row-chart.tsx';
import { Tipped } from './tipped.tsx';
import { FootAxis, SideAxis, ValueGrid } from './value-axis.tsx';
import { markLevels, VerticalMarks } from './vertical-marks.tsx';

export interface ExceedanceChartProps {
  readonly price: PriceResult;
  readonly currency?: string;
  readonly medium?: Medium;
  readonly paperWidth?: number;
}

const HEIGHT: Readonly<Record<Medium, number>> = { screen: 280, paper: 250 };
const LABEL_ROW = 15;
const FOOT_AXIS = 22;
const SIDE_AXIS = 76;
const RIGHT_ROOM = 16;
/** Decades of loss shown below the largest: under that the curve is flat. */
const DECADES_SHOWN = 4;

const oneIn = (probability: number): string => `1\u00a0in\u00a0${formatNumber(1 / probability)}`;

/** Exceedance curves of the period, aggregate and occurrence, with retentions and limits as labelled lines. */
export function ExceedanceChart(props: ExceedanceChartProps): ReactElement {
  const { price, currency = 'USD', medium = 'screen', paperWidth = PAPER_WIDTH } = props;
  return (
    <ChartFrame view={exceedanceView(price, currency)} medium={medium}>
      <ChartSurface medium={medium} paperWidth={paperWidth} height={HEIGHT[medium]}>
        {(width) => <Curves price={price} currency={currency} medium={medium} width={width} />}
      </ChartSurface>
      <CurveKey />
    </ChartFrame>
  );
}

interface CurvesProps {
  readonly price: PriceResult;
  readonly currency: string;
  readonly medium: Medium;
  readonly width: number;
}

function Curves({ price, currency, medium, width }: CurvesProps): ReactElement {
  const clip = useId();
  const points = curvePoints(price);
  const marks = exceedanceMarks(price);
  const fontSize = FONT_SIZE[medium];
  const largest = Math.max(1, ...points.map((point) => point.loss), ...marks.map((mark) => mark.value));
  const high = decades(largest, largest).at(-1) ?? largest;
  const low = high / 10 ** DECADES_SHOWN;
  const likeliest = Math.max(
    RAREST * 10,
    ...points.map((p) => Math.max(p.aggregate ?? 0, p.occurrence ?? 0)),
  );
  const probabilityTicks = decades(RAREST, Math.min(1, likeliest));
  const plotWidth = Math.max(1, width - SIDE_AXIS - RIGHT_ROOM);
  const placed = markLevels(marks, (value) => (plotWidth * Math.log10(value / low)) / DECADES_SHOWN, {
    fontSize,
    width: plotWidth,
  });
  const levels = 1 + Math.max(0, ...placed.map((mark) => mark.level));
  const height = HEIGHT[medium];
  const plot: Plot = {
    left: SIDE_AXIS,
    right: SIDE_AXIS + plotWidth,
    top: levels * LABEL_ROW + 4,
    bottom: height - FOOT_AXIS,
  };
  const across = scaleOf('log', [low, high], [plot.left, plot.right]);
  const up = scaleOf('log', [RAREST, probabilityTicks.at(-1) ?? 1], [plot.bottom, plot.top]);
  const tickSize = fontSize - (medium === 'paper' ? 1 : 0);
  const foot = { plot, at: across, ticks: logTicks(low, high) };
  const side = { plot, at: up, ticks: probabilityTicks };
  const pointsOf = (curve: 'aggregate' | 'occurrence') =>
    points.flatMap(({ loss, [curve]: p }) => (p === undefined ? [] : [{ x: across(loss), y: up(p) }]));
  const drawing = (
    <Surface width={width} height={height} aria-hidden>
      <clipPath id={clip}>
        <rect x={plot.left} y={plot.top} width={plotWidth} height={plot.bottom - plot.top} />
      </clipPath>
      <ValueGrid plot={plot} across={foot.ticks.map(across)} up={side.ticks.map(up)} />
      <FootAxis {...foot} format={formatTick} fontSize={tickSize} />
      <SideAxis {...side} format={oneIn} fontSize={tickSize} />
      <VerticalMarks {...{ plot, currency, fontSize }} marks={placed} at={across} rowHeight={LABEL_ROW} />
      <g fill="none" clipPath={`url(#${clip})`}>
        <Curve points={pointsOf('aggregate')} stroke="var(--chart-accent)" strokeWidth={2.25} />
        <Curve
          points={pointsOf('occurrence')}
          stroke="var(--chart-incidents)"
          strokeWidth={1.75}
          strokeDasharray="6 4"
        />
      </g>
    </Surface>
  );
  if (medium === 'paper') return drawing;
  return (
    <Tipped tipAt={(x) => curveTip(points, x, across, plot, currency)} width={width} height={height}>
      {drawing}
    </Tipped>
  );
}
