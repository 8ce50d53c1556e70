import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { Result } from '#shared/domain/result.ts';
import type { PriceResult, SolveResult } from '#shared/pricing/price-result.ts';
import type { SolveTarget } from '#shared/pricing/solve.ts';
import type { Explanation, PriceView } from '../../editor/draft/price-view.ts';

/** In this order: a draft while typing, the full grid when input rests, then the explanation. */
export type Phase = 'draft' | 'full' | 'explain';

/** What to find for a target premium: a retention or a limit of one part. */
export interface SolveQuestion extends SolveTarget {
  readonly what: SolveResult['what'];
}

export interface PriceJob {
  readonly kind: 'price';
  readonly content: AssessmentContent;
  readonly phase: Phase;
}

export interface SolveJob {
  readonly kind: 'solve';
  readonly content: AssessmentContent;
  readonly question: SolveQuestion;
}

export type Job = PriceJob | SolveJob;
export type JobRequest = { readonly sequence: number } & Job;

/** To the worker: the model once, then one request at a time. */
export type PriceRequest = { readonly kind: 'model'; readonly model: RatingModel } | JobRequest;

/** From the worker: a price or why there is none, an explanation, a solution, or a fault of the programme. */
export type PriceReply = { readonly sequence: number } & (
  | { readonly kind: 'price'; readonly price: PriceResult | null; readonly problems: PriceView['problems'] }
  | { readonly kind: 'explanation'; readonly explanation: Explanation }
  | { readonly kind: 'solution'; readonly outcome: Result<SolveResult> }
  | { readonly kind: 'failure'; readonly why: string }
);
