import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { PriceResult } from '#shared/pricing/price-result.ts';
import type { Explanation, PriceView } from '../../app/draft/price-view.ts';

/** In this order: a draft while typing, the full grid when input rests, then the explanation. */
export type Phase = 'draft' | 'full' | 'explain';

/** To the worker: the model once, then one request at a time. */
export type PriceRequest =
  | { readonly kind: 'model'; readonly model: RatingModel }
  | {
      readonly kind: 'price';
      readonly sequence: number;
      readonly content: AssessmentContent;
      readonly phase: Phase;
    };

/** From the worker: a price or why there is none, an explanation, or a fault of the programme. */
export type PriceReply = { readonly sequence: number } & (
  | { readonly kind: 'price'; readonly price: PriceResult | null; readonly problems: PriceView['problems'] }
  | { readonly kind: 'explanation'; readonly explanation: Explanation }
  | { readonly kind: 'failure'; readonly why: string }
);
