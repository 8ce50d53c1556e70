import type { LossCache } from '../actuarial/index.ts';
import type { AssessmentContent } from '../domain/assessment-content.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import type { Result } from '../domain/result.ts';
import { priceAssessment } from '../pricing/price-assessment.ts';
import { scoreBlocks } from '../pricing/price-notes.ts';
import type { PriceNote, PriceResult } from '../pricing/price-result.ts';
import { termsReferrals } from '../pricing/terms-referrals.ts';
import { scoreAssessment } from '../scoring/score-assessment.ts';
import type { Flag, ScoreResult } from '../scoring/score-result.ts';
import { contentProblems } from './content-problems.ts';

/** Score, price and what stands in the way of a quote: all that the window shows and a quote is issued from. */
export interface Evaluation {
  readonly modelId: string;
  readonly grid: 'draft' | 'full';
  readonly score: ScoreResult;
  /** The price, or the first thing that keeps one from being made. */
  readonly price: Result<PriceResult>;
  /** Every referral, those of the score and those of the terms, each once. */
  readonly referrals: readonly Flag[];
  /** Everything that keeps a quote from being issued; empty = it can be issued (referrals aside). */
  readonly blocks: readonly PriceNote[];
  readonly warnings: readonly PriceNote[];
  /** Remarks for the underwriter: corridors and the like. */
  readonly notes: readonly PriceNote[];
  /** Not yet given; named as missing on the quote. */
  readonly missing: readonly PriceNote[];
  /** True when a quote can be issued from this: nothing blocks and the price stands on the full grid. */
  readonly isQuotable: boolean;
}

/** What keeps a price from being made that the terms by themselves do not show. */
const priceBlocks = (price: Result<PriceResult>): readonly PriceNote[] =>
  price.ok
    ? []
    : [
        {
          kind: 'cannot-quote',
          id: 'no-price',
          field: price.failure.field ?? null,
          message: price.failure.message,
        },
      ];

/**
 * Scores and prices content in one call, for the window and for issuing a quote. Total and pure; `cache` only spares
 * work; `today` is the reader's day, after which no assessment can be. Problems of content and price are merged, each
 * said once.
 */
export function evaluate(
  content: AssessmentContent,
  model: RatingModel,
  grid: 'draft' | 'full',
  cache?: LossCache,
  today?: IsoDate,
): Evaluation {
  const score = scoreAssessment(content, model);
  const price = priceAssessment(content, score, model, cache === undefined ? { grid } : { grid, cache });
  const problems = contentProblems(content, model, today);
  const priceNotes = price.ok ? price.value.notes : scoreBlocks(score);
  const ofKind = (kind: PriceNote['kind']) => priceNotes.filter((n) => n.kind === kind);
  const blocks = [
    ...problems.cannotPrice,
    ...(problems.cannotPrice.length === 0 ? priceBlocks(price) : []),
    ...problems.cannotQuote,
    ...ofKind('cannot-quote'),
  ];
  return {
    modelId: model.id,
    grid,
    score,
    price,
    referrals: [...score.referrals, ...termsReferrals(content, model)],
    blocks,
    warnings: [...problems.warnings, ...ofKind('warning')],
    notes: ofKind('note'),
    missing: problems.missing,
    isQuotable: blocks.length === 0 && grid === 'full',
  };
}
