import { makeLossCache } from '#shared/actuarial/index.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { AssessmentFigures } from '#shared/domain/records.ts';
import { type Evaluation, evaluate } from '#shared/underwriting/evaluate.ts';

/** Consecutive saves of a draft share most of their losses. */
const cache = makeLossCache();

/** What the list shows of an assessment, at the grid on which it would be issued. */
export const figuresOf = (content: AssessmentContent, model: RatingModel): AssessmentFigures =>
  figuresFrom(evaluate(content, model, 'full', cache));

export const figuresFrom = ({ score, price, referrals }: Evaluation): AssessmentFigures => ({
  overall: score.overall,
  grade: score.outcome.grade,
  isKnockedOut: score.outcome.kind === 'knocked-out',
  referralCount: referrals.length,
  quotedMinor: price.ok ? price.value.quotedMinor : null,
});
