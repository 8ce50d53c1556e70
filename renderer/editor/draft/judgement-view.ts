import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { OptionId } from '#shared/domain/deal-content.ts';
import type { Issue } from '#shared/domain/issue.ts';
import type { Failure } from '#shared/domain/result.ts';
import type { MostPaidOfTerms } from '#shared/pricing/most-paid.ts';
import type { PriceResult } from '#shared/pricing/price-result.ts';
import type { OptionFigures, PartOfOption } from '#shared/quote/document-options.ts';
import type { Explanation } from '#shared/underwriting/full-rating.ts';
import type { Judgement } from '#shared/underwriting/judgement.ts';

/** What is known of one of several options. */
export interface OptionView {
  readonly id: OptionId;
  /** The content that the figures are of. */
  readonly content: AssessmentContent;
  /** Null where there is no price: `failure` says why. */
  readonly figures: OptionFigures | null;
  readonly parts: readonly PartOfOption[];
  readonly failure: Failure | null;
  readonly issues: readonly Issue[];
  readonly grid: 'draft' | 'full';
  /** False while the figures are of an earlier input. */
  readonly isCurrent: boolean;
}

/** What the window knows of the judgement of the content that is shown now: it comes from the worker, and only from there. */
export interface JudgementView {
  /** The last one that came; null until the first is there. */
  readonly judgement: Judgement | null;
  /** What it is of. */
  readonly content: AssessmentContent | null;
  /** False while the judgement is of an earlier input: it is then marked, never shown as new. */
  readonly isCurrent: boolean;
  readonly explanation: Explanation | null;
  readonly isExplanationCurrent: boolean;
  /** The most that the terms can pay; null where they cannot be priced. */
  readonly most: MostPaidOfTerms | null;
  /** Every option that has been judged, in the order of their letters; empty where none were made. */
  readonly options: readonly OptionView[];
  /** The engine itself failed. */
  readonly failure: string | null;
}

export const notJudgedYet: JudgementView = {
  judgement: null,
  content: null,
  isCurrent: false,
  explanation: null,
  isExplanationCurrent: false,
  most: null,
  options: [],
  failure: null,
};

/** The price of a judgement as the window shows it. */
export interface PriceView {
  /** The last figures computed; null when there are none. */
  readonly price: PriceResult | null;
  /** Why there is no price, in one sentence; null where there is one, and while it is not known. */
  readonly whyNone: string | null;
  /** False while the figures belong to an earlier input: they are then marked, never shown as new. */
  readonly isCurrent: boolean;
  /** The full grid is the one a quote is issued on; the draft grid answers while one types. */
  readonly grid: 'draft' | 'full' | null;
  readonly explanation: Explanation | null;
  readonly isExplanationCurrent: boolean;
  /** The engine itself failed. */
  readonly failure: string | null;
}

/** The price in a judgement. Before the first one it is open whether there is a price. */
export function priceIn(view: JudgementView): PriceView {
  const { judgement, isCurrent, explanation, isExplanationCurrent, failure } = view;
  const price = judgement?.price ?? null;
  return {
    price: price?.ok ? price.value : null,
    whyNone: price === null || price.ok ? null : price.failure.message,
    grid: judgement?.grid ?? null,
    isCurrent,
    explanation,
    isExplanationCurrent,
    failure,
  };
}
