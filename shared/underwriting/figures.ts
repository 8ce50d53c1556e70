import type { AssessmentFigures } from '../domain/records.ts';
import { type Judgement, referralsIn } from './judgement.ts';

/** The figures of a judgement for the list; of one at the full grid, on which it would be issued. */
export const figuresOf = (judgement: Pick<Judgement, 'score' | 'price' | 'flags'>): AssessmentFigures => {
  const { score, price } = judgement;
  return {
    overall: score.overall,
    grade: score.outcome.grade,
    isKnockedOut: score.outcome.kind === 'knocked-out',
    referralCount: referralsIn(judgement).length,
    quotedMinor: price.ok ? price.value.quotedMinor : null,
  };
};
