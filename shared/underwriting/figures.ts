import type { MinorUnits } from '../domain/money.ts';
import type { Grade } from '../domain/vocabulary.ts';
import { type Judgement, referralsIn } from './judgement.ts';

/** What the list shows of score and price. */
export interface AssessmentFigures {
  readonly overall: number;
  readonly grade: Grade | null;
  readonly isKnockedOut: boolean;
  readonly referralCount: number;
  readonly quotedMinor: MinorUnits | null;
}

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
