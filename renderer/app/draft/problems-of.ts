import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { checkContentAgainstModel } from '#shared/domain/check-content.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { contentProblems } from '#shared/pricing/content-problems.ts';
import { lastOf } from './last-of.ts';

/** What is wrong, odd or missing in the content by itself, whatever its price. */
export const problemsOf = lastOf((content: AssessmentContent, model: RatingModel) => ({
  ...contentProblems(content, model),
  ofModel: checkContentAgainstModel(content, model, 'draft'),
}));
