import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { Repriced } from '#shared/underwriting/reprice-many.ts';

export interface RepriceItem {
  readonly id: string;
  readonly content: AssessmentContent;
}

/** To the worker: the model once, then one batch at a time. */
export type RepriceRequest =
  | { readonly kind: 'model'; readonly model: RatingModel }
  | { readonly kind: 'batch'; readonly items: readonly RepriceItem[] };

/** What became of one assessment: a fault of the programme concerns that one alone. */
export type EngineOutcome =
  | { readonly kind: 'repriced'; readonly result: Omit<Repriced<string>, 'id'> }
  | { readonly kind: 'faulty'; readonly why: string };

/** From the worker: each result as it is made, and the end of the batch. */
export type RepriceReply =
  | { readonly kind: 'result'; readonly id: string; readonly outcome: EngineOutcome }
  | { readonly kind: 'batch-done' };
