import { formatScore } from '../domain/format-number.ts';
import type { ScoreResult } from '../scoring/score-result.ts';

/** What judgement did to score and grade, with what they are without it, in a sentence or two; null where nothing was set. */
export function judgementWords({ original, overall, outcome }: ScoreResult): string | null {
  if (original === undefined) return null;
  const judged = outcome.kind === 'graded' ? outcome.judged : undefined;
  const ofScore = `Without judgement the score is ${formatScore(original.overall)} and the grade ${original.grade}; with it the score is ${formatScore(overall)}.`;
  return judged === undefined || outcome.grade === null
    ? ofScore
    : `${ofScore} The grade is ${outcome.grade} by judgement, not the ${judged.original} of the score: ${judged.reason}. ${judged.words}`;
}
