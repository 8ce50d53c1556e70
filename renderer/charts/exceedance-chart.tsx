import { type ReactElement, useId } from 'react';
import { Curve, Surface } from 'recharts';
import { formatNumber } from '#shared/domain/format-number.ts';
import type { PriceResult } from '#shared/pricing/price-result.ts';
import { FOOT_HEIGHT, FootAxis, Grid, SideAxis, sideRoom } from './axes.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { ChartKey, SAMPLE } from './chart-key.tsx';
import { ChartSurface, PAPER_WIDTH } from './chart-surface.tsx';
import type { Medium } from './chart-view.ts';
import { curveTip } from './curve-tip.ts';
import {
  type CurvePoint,
  curvePoints,
  type ExceedanceMark,
  exceedanceMarks,
  exceedanceView,
  RAREST,
} from './exceedance-view.ts';
import { FONT_SIZE, type Plot } from './plot.ts';
import { WithTip } from './tip.tsx';
import { logAxis, placeAxis } from './value-axis.ts';
import { placeMarks, VerticalMarks } from './vertical-marks.tsx';

interface ExceedanceChartProps {
  readonly price: PriceResult;
  readonly currency?: string;
  readonly medium?: Medium;
  readonly paperWidth?: number;
}

const HEIGHT: Readonly<Record<Medium, number>> = { screen: 280, paper: 215 };
const LABEL_ROW = 15;
const RIGHT_ROOM = 20;
/** Decades of loss shown below the largest: under that the curve is flat. */
const DECADES_SHOWN = 3.5;

/**
 * Both may run on top of each other, and be printed in grey: a thin line above thick dashes can be told apart wherever
 * they lie.
 */
const CURVES = [
  {
    curve: 'aggregate',
    label: 'Aggregate of the period, after all terms (AEP)',
    line: { stroke: 'var(--chart-accent)', strokeWidth: 1.75 },
  },
  {
    curve: 'occurrence',
    label: 'Largest single event, before aggregate terms (OEP)',
    line: { stroke: 'var(--chart-incidents)', strokeWidth: 4, strokeDasharray: '5 5' },
  },
] as const;

const oneIn = (probability: number): string => `1\u00a0in\u00a0${formatNumber(1 / probability)}`;

/** Exceedance curves of the period, aggregate and occurrence, with retentions and limits as labelled lines. */
export function ExceedanceChart(props: ExceedanceChartProps): ReactElement {
  const { price, currency = 'USD', medium = 'screen', paperWidth = PAPER_WIDTH } = props;
  return (
    <ChartFrame view={exceedanceView(price, currency)} medium={medium}>
      <ChartSurface medium={medium} paperWidth={paperWidth} height={HEIGHT[medium]}>
        {(width) => <Curves price={price} currency={currency} medium={medium} width={width} />}
      </ChartSurface>
      <ChartKey
        entries={CURVES.map(({ label, line }) => ({
          label,
          sample: <line x2={SAMPLE} y1={SAMPLE / 2} y2={SAMPLE / 2} {...line} />,
        }))}
      />
    </ChartFrame>
  );
}

/** Axes that hold the curves and the marks. */
function axesOf(points: readonly CurvePoint[], marks: readonly ExceedanceMark[]) {
  const largest = Math.max(1, ...points.map(({ loss }) => loss), ...marks.map(({ value }) => value));
  const likeliest = Math.max(
    RAREST * 10,
    ...points.map((point) => Math.max(point.aggregate ?? 0, point.occurrence ?? 0)),
  );
  return {
    losses: logAxis(largest / 10 ** DECADES_SHOWN, largest),
    chances: logAxis(RAREST, Math.min(1, likeliest), oneIn),
  };
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
  const { losses, chances } = axesOf(points, exceedanceMarks(price));
  const [height, fontSize, tickSize] = [HEIGHT[medium], FONT_SIZE[medium], FONT_SIZE[medium]];
  const left = sideRoom(chances, tickSize);
  const right = Math.max(left + 1, width - RIGHT_ROOM);
  const across = placeAxis(losses, left, right);
  const marks = placeMarks(exceedanceMarks(price), across, { left, right, fontSize, currency });
  const labelRows = 1 + Math.max(0, ...marks.map(({ level }) => level));
  const plot: Plot = { left, right, top: labelRows * LABEL_ROW + 15, bottom: height - FOOT_HEIGHT };
  const up = placeAxis(chances, plot.bottom, plot.top);
  const drawing = (
    <Surface width={width} height={height} aria-hidden={medium === 'screen'}>
      <clipPath id={clip}>
        <rect x={left} y={plot.top} width={right - left} height={plot.bottom - plot.top} />
      </clipPath>
      <Grid plot={plot} upright={losses.ticks.map(across)} level={chances.ticks.map(up)} />
      <FootAxis plot={plot} axis={losses} at={across} fontSize={tickSize} />
      <SideAxis plot={plot} axis={chances} at={up} fontSize={tickSize} />
      <VerticalMarks plot={plot} marks={marks} fontSize={fontSize} rowHeight={LABEL_ROW} medium={medium} />
      <g fill="none" clipPath={`url(#${clip})`}>
        {CURVES.toReversed().map(({ curve, line }) => (
          <Curve
            key={curve}
            points={points.flatMap(({ loss, [curve]: p }) =>
              p === undefined ? [] : [{ x: across(loss), y: up(p) }],
            )}
            {...line}
          />
        ))}
      </g>
    </Surface>
  );
  if (medium === 'paper') return drawing;
  return (
    <WithTip tipAt={(x) => curveTip({ points, x, at: across, plot, currency })} width={width} height={height}>
      {drawing}
    </WithTip>
  );
}
