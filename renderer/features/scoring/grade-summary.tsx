import type { ReactElement } from 'react';
import { formatScore } from '#shared/domain/format-number.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { AssessmentFigures } from '#shared/domain/records.ts';
import type { ScoreResult } from '#shared/scoring/score-result.ts';
import { GradeBadge } from '../../components/grade-badge.tsx';
import { JudgementMark } from './judgement-mark.tsx';
import { ScoreScale } from './score-scale.tsx';
import './grade-summary.css';

interface GradeSummaryProps {
  readonly score: ScoreResult;
  readonly model: RatingModel;
}

type StoredGradeProps = Pick<AssessmentFigures, 'grade' | 'overall' | 'isKnockedOut'>;

/** Grade and score as they were last saved. */
export const StoredGrade = ({ grade, overall, isKnockedOut }: StoredGradeProps): ReactElement => (
  <section className="grade-summary" aria-label="Grade and score">
    <div className="grade-line">
      <GradeBadge grade={grade} size="panel" isKnockedOut={isKnockedOut} />
      <div className="grade-figures">
        {/* Of one that was only just begun there is nothing to show. */}
        {overall > 0 && (
          <p className="grade-score figures">
            {formatScore(overall)}
            <small> of 100</small>
          </p>
        )}
      </div>
    </div>
  </section>
);

/** Grade, score, and how far unproven answers leave it open. A knock-out does not hide the score. */
export function GradeSummary({ score, model }: GradeSummaryProps): ReactElement {
  const { outcome, overall, range, ungatedGrade, original } = score;
  const judged = outcome.kind === 'graded' ? outcome.judged : undefined;
  const isKnockedOut = outcome.kind === 'knocked-out';
  const isUnanswered = score.evidenceGap === 1 && overall === 0;
  const isOpen = formatScore(range.low) !== formatScore(range.high);
  return (
    <section className="grade-summary" aria-label="Grade and score">
      <div className="grade-line">
        <GradeBadge
          grade={outcome.grade}
          size="panel"
          isKnockedOut={isKnockedOut}
          isJudged={judged !== undefined}
        />
        <div className="grade-figures">
          <p className="grade-score figures">
            {isUnanswered ? <small>No answers yet</small> : formatScore(overall)}
            {!isUnanswered && <small> of 100</small>}
          </p>
          <p className="grade-action">
            {isKnockedOut
              ? `Knocked out. Without the knock-out: ${formatScore(overall)}, ${ungatedGrade}.`
              : outcome.action}
          </p>
        </div>
      </div>
      {original !== undefined && (
        <p className="small">
          <JudgementMark original={`${formatScore(original.overall)} ${original.grade}`} />
        </p>
      )}
      <ScoreScale score={score} model={model} />
      <p className="small soft figures">
        {isOpen
          ? `Open answers: ${formatScore(range.low)} (${range.lowGrade}) to ${formatScore(range.high)} (${range.highGrade})`
          : 'Every answer is proven, so the score cannot move.'}
      </p>
      {outcome.kind === 'no-grade' && <p className="small grade-reason">{outcome.reason}</p>}
      {score.weakPillarCap !== null && (
        <p className="small grade-reason">
          Capped at {score.weakPillarCap.cap}: {score.pillars[score.weakPillarCap.pillar].label.toLowerCase()}{' '}
          is under {model.aggregation.weakPillarBelow}.
        </p>
      )}
    </section>
  );
}
