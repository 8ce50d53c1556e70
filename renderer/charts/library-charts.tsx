import { scaleBand } from 'd3-scale';
import type { ReactElement } from 'react';
import { Surface } from 'recharts';
import { formatCount } from '#shared/domain/format-date.ts';
import { formatUnits } from '#shared/domain/format-money.ts';
import { CAUSE_WORDS } from '#shared/library/library-words.ts';
import { Grid, SideAxis, sideRoom } from './axes.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { ChartSurface, PAPER_WIDTH } from './chart-surface.tsx';
import {
  byCause,
  byYear,
  type CountedIncident,
  causeView,
  type LibraryMeasure,
  measureOf,
  measureText,
  yearView,
} from './library-view.ts';
import { Mark, type MarkStyle } from './mark.tsx';
import { FONT_SIZE, type Plot } from './plot.ts';
import { RowChart } from './row-chart.tsx';
import { type Tip, WithTip } from './tip.tsx';
import { linearAxis, placeAxis } from './value-axis.ts';
import { estimateWidth } from './wrap-text.ts';

interface LibraryChartProps {
  readonly incidents: readonly CountedIncident[];
  readonly measure: LibraryMeasure;
}

const HEIGHT = 236;
const FOOT = 22;
const FILL: MarkStyle = { tone: 'accent', fill: 'solid' };

/** Incidents or losses of each year as columns. */
export const YearChart = ({ incidents, measure }: LibraryChartProps): ReactElement => (
  <ChartFrame view={yearView(incidents, measure)} medium="screen" headingLevel={2}>
    <ChartSurface medium="screen" paperWidth={PAPER_WIDTH} height={HEIGHT}>
      {(width) => <Years incidents={incidents} measure={measure} width={width} />}
    </ChartSurface>
  </ChartFrame>
);

function Years({ incidents, measure, width }: LibraryChartProps & { readonly width: number }): ReactElement {
  const years = byYear(incidents);
  const axis = linearAxis(years.map((one) => measureOf(measure, one)));
  const fontSize = FONT_SIZE.screen;
  const left = sideRoom(axis, fontSize);
  const plot: Plot = {
    left,
    right: Math.max(left + 1, width - 4),
    top: FONT_SIZE.screen,
    bottom: HEIGHT - FOOT,
  };
  const up = placeAxis(axis, plot.bottom, plot.top);
  const across = scaleBand<number>()
    .domain(years.map(({ year }) => year))
    .range([plot.left, plot.right])
    .paddingInner(0.25)
    .paddingOuter(0.1);
  const every = Math.max(1, Math.ceil(estimateWidth('2026  ', fontSize) / Math.max(1, across.step())));
  const tipAt = (x: number): Tip | null => {
    const one = years.find(({ year }) => {
      const from = across(year) ?? 0;
      return x >= from && x < from + across.bandwidth();
    });
    return one === undefined
      ? null
      : {
          title: String(one.year),
          lines: [formatCount(one.count, 'incident'), `USD ${formatUnits(one.lossUsd)} lost`],
        };
  };
  return (
    <WithTip tipAt={tipAt} width={width} height={HEIGHT}>
      <Surface width={width} height={HEIGHT} aria-hidden>
        <Grid plot={plot} upright={[]} level={axis.ticks.map(up)} />
        <SideAxis plot={plot} axis={axis} at={up} fontSize={fontSize} />
        {years.map((one, index) => {
          const x = across(one.year) ?? 0;
          const y = up(measureOf(measure, one));
          const isLabelled = (years.length - 1 - index) % every === 0;
          return (
            <g key={one.year}>
              <Mark box={{ x, y, width: across.bandwidth(), height: plot.bottom - y }} style={FILL} />
              {isLabelled && (
                <text
                  x={x + across.bandwidth() / 2}
                  y={plot.bottom + 15}
                  textAnchor="middle"
                  fontSize={fontSize}
                  fill="var(--chart-quiet)"
                >
                  {one.year}
                </text>
              )}
            </g>
          );
        })}
      </Surface>
    </WithTip>
  );
}

/** Incidents or losses of each cause as bars. */
export function CauseChart({ incidents, measure }: LibraryChartProps): ReactElement {
  const causes = byCause(incidents, measure);
  return (
    <ChartFrame view={causeView(incidents, measure)} medium="screen" headingLevel={2}>
      <RowChart
        rows={causes.map((one) => ({
          key: one.cause,
          label: CAUSE_WORDS[one.cause],
          spans: [{ from: 0, to: measureOf(measure, one), style: FILL }],
          figure: measureText(measure, measureOf(measure, one)),
          detail: [formatCount(one.count, 'incident'), `USD ${formatUnits(one.lossUsd)} lost`],
        }))}
        axis={linearAxis(causes.map((one) => measureOf(measure, one)))}
        medium="screen"
        paperWidth={PAPER_WIDTH}
        isCompact
      />
    </ChartFrame>
  );
}
