import type { LossCache } from '#shared/actuarial/index.ts';
import type { BookSoFar } from '#shared/domain/accumulation.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { assertNever, type Result } from '#shared/domain/result.ts';
import { type MostPaidOfTerms, mostPaid } from '#shared/pricing/most-paid.ts';
import type { SolveResult } from '#shared/pricing/price-result.ts';
import { type SolveTarget, solveLimit, solveRetention } from '#shared/pricing/solve.ts';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';
import type { ScoreResult } from '#shared/scoring/score-result.ts';
import { type Explanation, explainPrice } from '#shared/underwriting/full-rating.ts';
import { type JudgeInput, judgeOption, judgeOptionBarely } from '#shared/underwriting/judge.ts';
import type { Judgement } from '#shared/underwriting/judgement.ts';
import { type ComparedOption, comparedOption } from './compared-option.ts';

/** What to find for a target premium: a retention or a limit of one part. */
export interface SolveQuestion extends SolveTarget {
  readonly what: SolveResult['what'];
}

/** What the pricing workers do: judge an option on a grid, explain its price, solve for a target. */
export type PriceJob =
  | {
      /** `judge` the option that is shown, in full; `compare` another one, in the figures of the options side by side. */
      readonly kind: 'judge' | 'compare';
      readonly content: AssessmentContent;
      readonly today: IsoDate;
      readonly grid: 'draft' | 'full';
      readonly authority?: JudgeInput['authority'];
      readonly parties?: JudgeInput['parties'];
      readonly book: BookSoFar | null;
    }
  | { readonly kind: 'explain'; readonly content: AssessmentContent }
  | { readonly kind: 'solve'; readonly content: AssessmentContent; readonly question: SolveQuestion };

export type PriceAnswer =
  | { readonly kind: 'judgement'; readonly judgement: Judgement; readonly most: MostPaidOfTerms | null }
  | { readonly kind: 'option'; readonly option: ComparedOption }
  | { readonly kind: 'explanation'; readonly explanation: Explanation }
  | { readonly kind: 'solution'; readonly outcome: Result<SolveResult> };

/** What is kept from one job to the next; it only spares work. */
export interface PriceCache {
  readonly losses: LossCache;
  /** The score of the last content, by all that it rests on: options have it in common. */
  score: { readonly of: string; readonly value: ScoreResult } | null;
}

function scoreOnce({ terms: _, ...content }: AssessmentContent, model: RatingModel, cache: PriceCache) {
  const of = JSON.stringify(content);
  if (cache.score?.of === of) return cache.score.value;
  const value = scoreAssessment({ ...content, terms: _ }, model);
  cache.score = { of, value };
  return value;
}

/** Does one job; pure but for `cache`, which only spares work. */
export function answerPriceJob(job: PriceJob, model: RatingModel, cache: PriceCache): PriceAnswer {
  const { content } = job;
  const score = scoreOnce(content, model, cache);
  switch (job.kind) {
    case 'judge':
    case 'compare': {
      const { today, grid, authority, parties, book } = job;
      const input = { content, model, today, grid, authority, parties, book, cache: cache.losses, score };
      if (job.kind === 'judge')
        return { kind: 'judgement', judgement: judgeOption(input), most: mostPaid(content, model) };
      const { price, issues } = judgeOptionBarely(input);
      return { kind: 'option', option: comparedOption(price, issues, content) };
    }
    case 'explain':
      return {
        kind: 'explanation',
        explanation: explainPrice({ content, score, model, cache: cache.losses }),
      };
    case 'solve': {
      const solve = job.question.what === 'retention' ? solveRetention : solveLimit;
      const outcome = solve({
        content,
        score,
        model,
        target: job.question,
        options: { grid: 'full', cache: cache.losses },
      });
      return { kind: 'solution', outcome };
    }
    default:
      return assertNever(job);
  }
}
