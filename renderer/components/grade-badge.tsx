import type { ReactElement } from 'react';
import { GRADES, type Grade } from '#shared/domain/vocabulary.ts';
import './grade-badge.css';

interface GradeBadgeProps {
  /** Null = not graded. */
  readonly grade: Grade | null;
  readonly size?: 'list' | 'panel';
  readonly isKnockedOut?: boolean;
  /** Set by judgement: the badge has a dashed edge and says so. */
  readonly isJudged?: boolean;
}

/**
 * The letter, and under it a scale of ten steps filled up to the grade: it reads without colour and in grey. A knocked-out
 * D is struck through with a hatch.
 */
export function GradeBadge({
  grade,
  size = 'list',
  isKnockedOut = false,
  isJudged = false,
}: GradeBadgeProps): ReactElement {
  const rank = grade === null ? null : GRADES.indexOf(grade) + 1;
  const name =
    grade === null
      ? 'No grade'
      : `Grade ${grade}${isKnockedOut ? ', knocked out' : ''}${isJudged ? ', by judgement' : ''}`;
  return (
    <span
      className={`grade-badge grade-${size}${isKnockedOut ? ' is-knocked-out' : ''}${isJudged ? ' is-judged' : ''}`}
      data-rank={rank ?? 'none'}
      role="img"
      aria-label={name}
    >
      <span className={grade === null ? 'grade-letter is-none' : 'grade-letter'}>
        {grade ?? (size === 'panel' ? 'No grade' : '–')}
      </span>
      <svg className="grade-steps" viewBox="0 0 59 5" preserveAspectRatio="none" aria-hidden>
        {GRADES.map((step, index) => (
          <rect
            key={step}
            x={index * 6}
            width={5}
            height={5}
            className={rank !== null && index < GRADES.length - rank + 1 ? 'is-filled' : 'is-open'}
          />
        ))}
      </svg>
    </span>
  );
}
