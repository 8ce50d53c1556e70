import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';

/** The two models of a move. */
export interface MoveBasis {
  readonly from: RatingModel;
  readonly to: RatingModel;
}

export interface MoveJob {
  readonly content: AssessmentContent;
  readonly today: IsoDate;
}
