import type { ReactElement } from 'react';
import { formatScore } from '#shared/domain/format-number.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { ScoreResult } from '#shared/scoring/score-result.ts';

const WIDTH = 340;

interface ScoreScaleProps {
  readonly score: ScoreResult;
  readonly model: RatingModel;
}

/** A ruler from 0 to 100 with the band edges, the open range hatched, and a mark at the score. */
export function ScoreScale({ score, model }: ScoreScaleProps): ReactElement {
  const { low, high, lowGrade, highGrade } = score.range;
  const x = (value: number) => 1 + (value / 100) * (WIDTH - 2);
  const mark = x(score.overall);
  const summary = `Score ${formatScore(score.overall)} on a scale of 0 to 100; open answers leave ${formatScore(low)} (${lowGrade}) to ${formatScore(high)} (${highGrade}).`;
  return (
    <svg className="score-scale" viewBox={`0 0 ${WIDTH} 34`} role="img" aria-label={summary}>
      <defs>
        <pattern
          id="score-range-hatch"
          width={5}
          height={5}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line className="score-scale-hatch" x1={0} y1={0} x2={0} y2={5} />
        </pattern>
      </defs>
      <line className="score-scale-ground" x1={1} x2={WIDTH - 1} y1={14.5} y2={14.5} />
      <rect
        className="score-scale-range"
        x={x(low)}
        width={Math.max(0, x(high) - x(low))}
        y={10}
        height={9}
      />
      {model.gradeBands.map(({ grade, minimumScore }, index) => (
        <g key={grade}>
          {minimumScore > 0 && (
            <line className="score-scale-tick" x1={x(minimumScore)} x2={x(minimumScore)} y1={14} y2={20} />
          )}
          <text
            className="score-scale-label"
            x={(x(minimumScore) + x(model.gradeBands[index - 1]?.minimumScore ?? 100)) / 2}
            y={32}
            textAnchor="middle"
          >
            {grade}
          </text>
        </g>
      ))}
      <path className="score-scale-mark" d={`M ${mark - 5} 0 L ${mark + 5} 0 L ${mark} 8 Z`} />
      <line className="score-scale-mark" stroke="currentColor" x1={mark} x2={mark} y1={6} y2={20} />
    </svg>
  );
}
