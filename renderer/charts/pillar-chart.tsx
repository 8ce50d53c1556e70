import type { ReactElement } from 'react';
import { formatScore } from '#shared/domain/format-number.ts';
import type { ScorePicture } from '#shared/scoring/score-result.ts';
import { ChartFrame } from './chart-frame.tsx';
import { PAPER_WIDTH } from './chart-surface.tsx';
import type { Medium } from './chart-view.ts';
import { useModelWords } from './model-words.tsx';
import { PillarBars } from './pillar-bars.tsx';
import { pillarView } from './pillar-view.ts';

interface PillarChartProps {
  readonly score: ScorePicture;
  readonly medium?: Medium;
  readonly paperWidth?: number;
}

/** The three pillars and the overall score on one scale. */
export function PillarChart({
  score,
  medium = 'screen',
  paperWidth = PAPER_WIDTH,
}: PillarChartProps): ReactElement {
  return (
    <ChartFrame view={pillarView(score, useModelWords())} medium={medium}>
      <PillarBars
        score={score}
        medium={medium}
        paperWidth={paperWidth}
        references={[{ value: score.overall, label: `Overall ${formatScore(score.overall)}` }]}
      />
    </ChartFrame>
  );
}
