import { formatUnproven } from '#shared/domain/format-figures.ts';
import { formatNumber, formatPercent, formatScore } from '#shared/domain/format-number.ts';
import type { ModelWords } from '#shared/domain/model-words.ts';
import { PILLARS } from '#shared/domain/vocabulary.ts';
import type { ScorePicture } from '#shared/scoring/score-result.ts';
import { type ChartView, figure } from './chart-view.ts';

/** Pillars this close together: none of them is the story. */
const LEVEL_WITHIN = 4;

function finding(score: ScorePicture, words: ModelWords): string {
  const ordered = PILLARS.map((pillar) => score.pillars[pillar]).toSorted((a, b) => a.score - b.score);
  const [weakest, strongest] = [ordered[0], ordered.at(-1)];
  if (weakest === undefined || strongest === undefined) return 'No pillar could be scored';
  if (score.weakPillarCap !== null) {
    const cap = score.weakPillarCap;
    const name = words.pillars[cap.pillar];
    return `${name} at ${formatScore(score.pillars[cap.pillar].score)} caps the overall score at ${formatNumber(cap.cap)}`;
  }
  if (strongest.score === 0) return 'No pillar earns a point: nothing has been shown';
  const spread = strongest.score - weakest.score;
  if (spread < LEVEL_WITHIN)
    return `No pillar stands out: all three lie within ${formatScore(spread)} points`;
  return `${words.pillars[weakest.pillar]} is the weakest pillar at ${formatScore(weakest.score)}`;
}

/** Words and figures of the pillar chart. */
export function pillarView(score: ScorePicture, words: ModelWords): ChartView {
  const pillars = PILLARS.map((pillar) => score.pillars[pillar]);
  return {
    title: finding(score, words),
    subtitle: 'Score by pillar, 0 to 100, higher is safer; weight in the overall score beside the name',
    summary: `${pillars
      .map((pillar) => `${pillar.label} scores ${formatScore(pillar.score)} of 100`)
      .join(', ')}. The overall score is ${formatScore(score.overall)}.`,
    table: {
      columns: [
        { label: 'Pillar', kind: 'text' },
        { label: 'Weight', kind: 'figure' },
        { label: 'Score', kind: 'figure' },
        { label: 'Unproven weight', kind: 'figure' },
      ],
      rows: [
        ...pillars.map((pillar) => [
          pillar.label,
          figure(formatPercent(pillar.share, 0), pillar.share),
          figure(formatScore(pillar.score), pillar.score),
          figure(formatUnproven(pillar.evidenceGap), pillar.evidenceGap),
        ]),
        [
          'Overall',
          figure('100%', 1),
          figure(formatScore(score.overall), score.overall),
          figure(formatUnproven(score.evidenceGap), score.evidenceGap),
        ],
      ],
    },
  };
}
