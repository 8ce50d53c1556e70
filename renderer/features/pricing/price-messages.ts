import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { PriceResult } from '#shared/pricing/price-result.ts';
import type { PriceView } from '../../app/draft/price-view.ts';

export type Grid = 'draft' | 'full';

/** To the worker: the model once, then one request at a time. */
export type PriceRequest =
  | { readonly kind: 'model'; readonly model: RatingModel }
  | {
      readonly kind: 'price';
      readonly sequence: number;
      readonly content: AssessmentContent;
      readonly grid: Grid;
    };

/** From the worker: a price, or why there is none. */
export interface PriceReply {
  readonly sequence: number;
  readonly grid: Grid;
  readonly price: PriceResult | null;
  readonly problems: PriceView['problems'];
  /** The engine threw: a fault of the programme, not of the input. */
  readonly failure: string | null;
}
