import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { type Explanation, rateAlone } from '#shared/underwriting/full-rating.ts';
import type { Judgement } from '#shared/underwriting/judgement.ts';

/** Each content is judged first, and the price of that judgement is explained next. */
export interface RatingJob {
  readonly id: number;
  readonly wanted: 'judgement' | 'explanation';
  readonly content: AssessmentContent;
}

export type RatingAnswer = { readonly judgement: Judgement } | { readonly explanation: Explanation };

/** Answers jobs by one model. */
export function raterBy(model: RatingModel): (job: RatingJob) => RatingAnswer {
  const judged = new Map<number, () => Explanation>();
  return ({ id, wanted, content }) => {
    if (wanted === 'judgement') {
      const { judgement, explain } = rateAlone(content, model);
      judged.set(id, explain);
      return { judgement };
    }
    // A thread may have ended in between.
    const explain = judged.get(id) ?? rateAlone(content, model).explain;
    judged.delete(id);
    return { explanation: explain() };
  };
}
