import type { ReactElement } from 'react';
import { formatNumber, formatPercent, formatScore } from '#shared/domain/format-number.ts';
import { PILLARS, type Pillar } from '#shared/domain/vocabulary.ts';
import type { ScoreResult } from '#shared/scoring/score-result.ts';
import { ChartFrame } from './chart-frame.tsx';
import { PAPER_WIDTH } from './chart-surface.tsx';
import type { Medium } from './chart-view.ts';
import type { Fill } from './mark.tsx';
import { pillarView } from './pillar-view.ts';
import { type ChartRow, RowChart, type ValueAxis } from './row-chart.tsx';
import { PILLAR_WORDS } from './words.ts';

export interface PillarChartProps {
  readonly score: ScoreResult;
  readonly medium?: Medium;
  readonly paperWidth?: number;
}

/** Audits and incidents are the same grey: the hatch tells them apart on a bad printer. */
export const PILLAR_FILLS: Readonly<Record<Pillar, Fill>> = {
  custody: 'solid',
  audits: 'hatch',
  incidents: 'falling',
};

const AXIS: ValueAxis = {
  domain: [0, 100],
  scale: 'linear',
  ticks: [0, 20, 40, 60, 80, 100],
  format: (value) => formatNumber(value),
};

/** The three pillars and the overall score on one scale. */
export function PillarChart({
  score,
  medium = 'screen',
  paperWidth = PAPER_WIDTH,
}: PillarChartProps): ReactElement {
  const rows: ChartRow[] = PILLARS.map((key) => {
    const pillar = score.pillars[key];
    return {
      key,
      label: `${PILLAR_WORDS[key]} (${formatPercent(pillar.share, 0)})`,
      spans: [{ from: 0, to: pillar.score, style: { tone: key, fill: PILLAR_FILLS[key] } }],
      figure: formatScore(pillar.score),
      detail: [
        `Score ${formatNumber(pillar.score, 4)}`,
        `Weight ${formatPercent(pillar.share, 0)} of the overall score`,
        `Unproven ${formatPercent(pillar.evidenceGap, 1)} of its weight`,
      ],
    };
  });
  return (
    <ChartFrame view={pillarView(score)} medium={medium}>
      <RowChart
        rows={rows}
        axis={AXIS}
        medium={medium}
        paperWidth={paperWidth}
        figureWidth={44}
        references={[{ value: score.overall, label: `Overall ${formatScore(score.overall)}` }]}
      />
    </ChartFrame>
  );
}
