import type { ReactElement } from 'react';
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts';
import { formatNumber, formatTick } from '#shared/domain/format-number.ts';
import type { PriceResult } from '#shared/pricing/price-result.ts';
import { ChartFrame } from './chart-frame.tsx';
import { ChartSurface, PAPER_WIDTH } from './chart-surface.tsx';
import type { Medium } from './chart-view.ts';
import { CurveKey } from './curve-key.tsx';
import { CurveTip } from './curve-tip.tsx';
import { type CurvePoint, curvePoints, exceedanceMarks, exceedanceView, RAREST } from './exceedance-view.ts';
import { decades, logTicks } from './log-axis.ts';
import { FONT_SIZE } from './row-chart.tsx';
import { markLevels, VerticalMarks } from './vertical-marks.tsx';

export interface ExceedanceChartProps {
  readonly price: PriceResult;
  readonly currency?: string;
  readonly medium?: Medium;
  readonly paperWidth?: number;
}

const HEIGHT: Readonly<Record<Medium, number>> = { screen: 280, paper: 250 };
const LABEL_ROW = 15;
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
  const plotWidth = width - 64 - 16;
  const placed = markLevels(marks, (value) => (plotWidth * Math.log10(value / low)) / DECADES_SHOWN, {
    fontSize,
    width: plotWidth,
  });
  const levels = 1 + Math.max(0, ...placed.map((mark) => mark.level));
  const tick = { fontSize: fontSize - (medium === 'paper' ? 1 : 0), fill: 'var(--chart-quiet)' };
  const line = { isAnimationActive: false, dot: false, connectNulls: true, type: 'linear' } as const;
  return (
    <LineChart
      accessibilityLayer={false}
      data={points}
      width={width}
      height={HEIGHT[medium]}
      margin={{ top: levels * LABEL_ROW + 4, right: 16, bottom: 0, left: 0 }}
    >
      <CartesianGrid stroke="var(--chart-line)" strokeWidth={0.75} />
      <XAxis
        type="number"
        dataKey="loss"
        scale="log"
        domain={[low, high]}
        ticks={[...logTicks(low, high)]}
        tickFormatter={formatTick}
        tick={tick}
        tickLine={false}
        axisLine={{ stroke: 'var(--chart-line)' }}
        height={22}
        allowDataOverflow
      />
      <YAxis
        type="number"
        scale="log"
        domain={[RAREST, probabilityTicks.at(-1) ?? 1]}
        ticks={[...probabilityTicks]}
        tickFormatter={oneIn}
        tick={tick}
        tickLine={false}
        axisLine={false}
        width={64}
        allowDataOverflow
      />
      {medium === 'screen' ? (
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--chart-quiet)' }}
          content={(tip) => <CurveTip tip={tip} currency={currency} />}
        />
      ) : null}
      <VerticalMarks marks={placed} currency={currency} fontSize={fontSize} rowHeight={LABEL_ROW} />
      <Line<CurvePoint, number | undefined>
        {...line}
        dataKey="aggregate"
        stroke="var(--chart-accent)"
        strokeWidth={2.25}
      />
      <Line<CurvePoint, number | undefined>
        {...line}
        dataKey="occurrence"
        stroke="var(--chart-incidents)"
        strokeWidth={1.75}
        strokeDasharray="6 4"
      />
    </LineChart>
  );
}
