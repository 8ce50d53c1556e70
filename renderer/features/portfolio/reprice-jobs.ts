import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { Repriced } from '#shared/underwriting/reprice.ts';

export interface RepriceItem {
  readonly id: string;
  readonly content: AssessmentContent;
}

/** A batch of assessments, judged as of today. */
export interface RepriceJob {
  readonly items: readonly RepriceItem[];
  readonly today: IsoDate;
}

/** What became of one assessment: a fault of the programme concerns that one alone. */
export type EngineOutcome =
  | { readonly kind: 'repriced'; readonly result: Repriced }
  | { readonly kind: 'faulty'; readonly why: string };

/** Each result of a batch as it is made; the answer to the batch itself is its end. */
export interface RepriceResult {
  readonly id: string;
  readonly outcome: EngineOutcome;
}
