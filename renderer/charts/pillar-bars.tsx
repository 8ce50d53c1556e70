import type { ReactElement } from 'react';
import { formatUnproven } from '#shared/domain/format-figures.ts';
import { formatPercent, formatScore } from '#shared/domain/format-number.ts';
import { PILLARS, type Pillar } from '#shared/domain/vocabulary.ts';
import type { ScorePicture } from '#shared/scoring/score-result.ts';
import type { ReferenceLine } from './chart-row.ts';
import type { Medium } from './chart-view.ts';
import type { Fill } from './mark.tsx';
import { useModelWords } from './model-words.tsx';
import { RowChart } from './row-chart.tsx';
import { linearAxis } from './value-axis.ts';

/** Audits and incidents are the same grey: the hatch tells them apart on a bad printer. */
export const PILLAR_FILLS: Readonly<Record<Pillar, Fill>> = {
  custody: 'solid',
  audits: 'hatch',
  incidents: 'falling',
};

const SCORES = linearAxis([100]);

interface PillarBarsProps {
  readonly score: ScorePicture;
  readonly medium: Medium;
  readonly paperWidth: number;
  readonly references?: readonly ReferenceLine[];
  /** Closer rows and no axis, where the bars stand among text and the figures say enough. */
  readonly isCompact?: boolean;
}

/** The three pillars as bars on the 0 to 100 scale, without a frame. */
export function PillarBars(props: PillarBarsProps): ReactElement {
  const { score, medium, paperWidth, references = [], isCompact = false } = props;
  const words = useModelWords();
  return (
    <RowChart
      rows={PILLARS.map((key) => {
        const pillar = score.pillars[key];
        return {
          key,
          label: isCompact ? words.pillars[key] : `${words.pillars[key]} (${formatPercent(pillar.share, 0)})`,
          spans: [{ from: 0, to: pillar.score, style: { tone: key, fill: PILLAR_FILLS[key] } }],
          figure: formatScore(pillar.score),
          detail: [
            `Score ${formatScore(pillar.score)}`,
            `Weight ${formatPercent(pillar.share, 0)} of the overall score`,
            `Unproven ${formatUnproven(pillar.evidenceGap)} of its weight`,
          ],
        };
      })}
      axis={isCompact ? { ...SCORES, ticks: [] } : SCORES}
      medium={medium}
      paperWidth={paperWidth}
      isCompact={isCompact}
      references={references}
    />
  );
}
