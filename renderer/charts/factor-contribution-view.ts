import { formatPoints } from '#shared/domain/format-figures.ts';
import { formatScore } from '#shared/domain/format-number.ts';
import { lowerFirst } from '#shared/domain/lower-first.ts';
import type { ModelWords } from '#shared/domain/model-words.ts';
import { PILLARS, type Pillar } from '#shared/domain/vocabulary.ts';
import type { FactorScore, ScoreResult } from '#shared/scoring/score-result.ts';
import { type ChartView, figure } from './chart-view.ts';

/** A factor with its points on the scale of the chart: of its pillar, or of the weighted mean of all pillars. */
export interface FactorPoints {
  readonly factor: FactorScore;
  readonly points: number;
  readonly possible: number;
  readonly lost: number;
}

/** Applicable factors, the most points lost first; ties by points possible, then by the model's order. */
export function factorPoints(score: ScoreResult, pillar: Pillar | null): readonly FactorPoints[] {
  const pillars = pillar === null ? PILLARS : [pillar];
  return pillars
    .flatMap((key) => {
      const { share, factors } = score.pillars[key];
      const weight = pillar === null ? share : 1;
      return factors
        .filter((factor) => factor.status !== 'not-applicable')
        .map((factor) => {
          const points = weight * factor.points;
          const possible = weight * factor.maximumPoints;
          return { factor, points, possible, lost: possible - points };
        });
    })
    .toSorted((a, b) => b.lost - a.lost || b.possible - a.possible);
}

function finding(rows: readonly FactorPoints[]): string {
  const first = rows[0];
  if (first === undefined) return 'No factor applies';
  if (rows.every((row) => row.points === 0)) return 'No factor earns a point';
  if (first.lost < 0.05) return 'Every factor earns its full points';
  return `${first.factor.label} loses most: ${formatPoints(first.lost)} of ${formatPoints(first.possible)} points`;
}

const measure = (pillar: Pillar | null, words: ModelWords): string => {
  if (pillar === null) return 'Points earned of points possible in the weighted mean of the pillars';
  if (pillar === 'incidents')
    return `Points earned of points possible in the experience score of the ${lowerFirst(words.pillars[pillar])}`;
  return `Points earned of points possible in the ${lowerFirst(words.pillars[pillar])} pillar`;
};

/** Words and figures of the factor contributions; `pillar` null takes all pillars on one scale. */
export function factorContributionView(
  score: ScoreResult,
  pillar: Pillar | null,
  words: ModelWords,
): ChartView {
  const rows = factorPoints(score, pillar);
  const lost = rows.reduce((sum, row) => sum + row.lost, 0);
  const unproven = rows.filter((row) => row.factor.isUnproven).length;
  return {
    title: finding(rows),
    subtitle: `${measure(pillar, words)}; the fill shows the evidence`,
    summary: `${rows.length} factors lose ${formatPoints(lost)} points in all; ${unproven === 0 ? 'all are proven' : `${unproven} ${unproven === 1 ? 'is' : 'are'} not proven`}. Most is lost by ${rows
      .slice(0, 3)
      .map((row) => `${row.factor.label} (${formatPoints(row.lost)})`)
      .join(', ')}.`,
    table: {
      columns: [
        { label: 'Factor', kind: 'text' },
        { label: 'Answer', kind: 'text' },
        { label: 'Evidence', kind: 'text' },
        { label: 'Score', kind: 'figure' },
        { label: 'Points earned', kind: 'figure' },
        { label: 'Points possible', kind: 'figure' },
      ],
      rows: rows.map(({ factor, points, possible }) => [
        factor.label,
        factor.answerText,
        words.evidence[factor.evidence].short,
        factor.score === null
          ? words.evidence['not-applicable'].short
          : figure(formatScore(factor.score), factor.score),
        figure(formatPoints(points), points),
        figure(formatPoints(possible), possible),
      ]),
    },
  };
}
