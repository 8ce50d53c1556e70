import type { LossCache } from '#shared/actuarial/index.ts';
import type { BookSoFar } from '#shared/domain/accumulation.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { assertNever, type Result } from '#shared/domain/result.ts';
import type { SolveResult } from '#shared/pricing/price-result.ts';
import { type SolveTarget, solveLimit, solveRetention } from '#shared/pricing/solve.ts';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';
import { type Explanation, explainPrice } from '#shared/underwriting/full-rating.ts';
import { type JudgeInput, judge } from '#shared/underwriting/judge.ts';
import type { Judgement } from '#shared/underwriting/judgement.ts';

/** What to find for a target premium: a retention or a limit of one part. */
export interface SolveQuestion extends SolveTarget {
  readonly what: SolveResult['what'];
}

/** What the pricing workers do: judge on a grid, explain the price, solve for a target. */
export type PriceJob =
  | {
      readonly kind: 'judge';
      readonly content: AssessmentContent;
      readonly today: IsoDate;
      readonly grid: 'draft' | 'full';
      readonly authority?: JudgeInput['authority'];
      readonly book: BookSoFar | null;
    }
  | { readonly kind: 'explain'; readonly content: AssessmentContent }
  | { readonly kind: 'solve'; readonly content: AssessmentContent; readonly question: SolveQuestion };

export type PriceAnswer =
  | { readonly kind: 'judgement'; readonly judgement: Judgement }
  | { readonly kind: 'explanation'; readonly explanation: Explanation }
  | { readonly kind: 'solution'; readonly outcome: Result<SolveResult> };

/** Does one job; pure but for `cache`, which only spares work. */
export function answerPriceJob(job: PriceJob, model: RatingModel, cache: LossCache): PriceAnswer {
  const { content } = job;
  switch (job.kind) {
    case 'judge': {
      const { today, grid, authority, book } = job;
      return { kind: 'judgement', judgement: judge({ content, model, today, grid, authority, book, cache }) };
    }
    case 'explain': {
      const score = scoreAssessment(content, model);
      return { kind: 'explanation', explanation: explainPrice({ content, score, model, cache }) };
    }
    case 'solve': {
      const solve = job.question.what === 'retention' ? solveRetention : solveLimit;
      const score = scoreAssessment(content, model);
      const outcome = solve({
        content,
        score,
        model,
        target: job.question,
        options: { grid: 'full', cache },
      });
      return { kind: 'solution', outcome };
    }
    default:
      return assertNever(job);
  }
}
