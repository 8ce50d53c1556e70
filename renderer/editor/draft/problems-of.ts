import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { checkContentAgainstModel } from '#shared/domain/check-content.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { PriceNote } from '#shared/pricing/price-result.ts';
import { contentProblems } from '#shared/underwriting/content-problems.ts';
import { lastOf } from './last-of.ts';
import type { PriceView } from './price-view.ts';

/** What is wrong, odd or missing in the content by itself, whatever its price. */
export const problemsOf = lastOf((content: AssessmentContent, model: RatingModel) => ({
  ...contentProblems(content, model),
  ofModel: checkContentAgainstModel(content, model, 'draft'),
}));

/** What keeps a price from being made: what the content shows by itself, or else what pricing it came upon. */
export const cannotPrice = (
  ofContent: readonly PriceNote[],
  { problems, isCurrent }: Pick<PriceView, 'problems' | 'isCurrent'>,
): PriceView['problems'] => (ofContent.length > 0 || !isCurrent ? ofContent : problems);
