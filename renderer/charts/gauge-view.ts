import { formatUnproven } from '#shared/domain/format-figures.ts';
import { formatScore } from '#shared/domain/format-number.ts';
import { assertNever } from '#shared/domain/result.ts';
import type { Grade } from '#shared/domain/vocabulary.ts';
import type { ScorePicture } from '#shared/scoring/score-result.ts';
import { type ChartView, figure } from './chart-view.ts';

export interface GradeBand {
  readonly grade: Grade;
  readonly minimumScore: number;
}

/** A band with both its edges, lowest first. */
interface BandSpan {
  readonly grade: Grade;
  readonly from: number;
  readonly to: number;
}

export function bandSpans(bands: readonly GradeBand[]): readonly BandSpan[] {
  const ascending = bands.toSorted((a, b) => a.minimumScore - b.minimumScore);
  return ascending.map((band, index) => ({
    grade: band.grade,
    from: band.minimumScore,
    to: ascending[index + 1]?.minimumScore ?? 100,
  }));
}

function finding(score: ScorePicture): string {
  const value = formatScore(score.overall);
  switch (score.outcome.kind) {
    case 'graded':
      return `Grade ${score.outcome.grade} at ${value} of 100`;
    case 'knocked-out':
      return `Knocked out: grade ${score.outcome.grade}; without the knock-out ${value} would be ${score.ungatedGrade}`;
    case 'no-grade':
      return `No grade: too much is unproven; ${value} is an indication`;
    default:
      return assertNever(score.outcome);
  }
}

/** `65.1 to 82.0 (BB to A)`: where the score could stand once every unproven answer is settled. */
export function rangeWords(score: ScorePicture): string {
  const { low, high, lowGrade, highGrade } = score.range;
  const grades = lowGrade === highGrade ? lowGrade : `${lowGrade} to ${highGrade}`;
  return `${formatScore(low)} to ${formatScore(high)} (${grades})`;
}

export const hasRange = (score: ScorePicture): boolean => score.range.high - score.range.low >= 0.05;

/** Words and figures of the gauge. */
export function gaugeView(score: ScorePicture): ChartView {
  const range = hasRange(score)
    ? `Unproven answers leave it at ${rangeWords(score)}`
    : 'Every answer is proven, so the score has no range';
  return {
    title: finding(score),
    subtitle:
      'Overall score, 0 to 100, higher is safer; the band spans unproven answers at worst and at best',
    summary: `${finding(score)}. ${range}. ${formatUnproven(score.evidenceGap)} of the weight is unproven.`,
    table: {
      columns: [
        { label: 'Measure', kind: 'text' },
        { label: 'Score', kind: 'figure' },
        { label: 'Grade', kind: 'text' },
      ],
      rows: [
        [
          'Low: unproven answers at worst',
          figure(formatScore(score.range.low), score.range.low),
          score.range.lowGrade,
        ],
        ['Score', figure(formatScore(score.overall), score.overall), score.outcome.grade ?? 'No grade'],
        [
          'High: unproven answers at best',
          figure(formatScore(score.range.high), score.range.high),
          score.range.highGrade,
        ],
      ],
    },
  };
}
