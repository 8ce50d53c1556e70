import { type LossCache, makeLossCache } from '../actuarial/index.ts';
import type { AssessmentContent } from '../domain/assessment-content.ts';
import { contentOfOption, mainOption } from '../domain/options.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import type { Result } from '../domain/result.ts';
import { factorEffects, premiumRange } from '../pricing/factor-effects.ts';
import { premiumBridge } from '../pricing/premium-bridge.ts';
import type { FactorEffect, PremiumBridge, PremiumRange } from '../pricing/price-result.ts';
import type { ScoreResult } from '../scoring/score-result.ts';
import { type JudgeInput, judge } from './judge.ts';
import type { Judgement } from './judgement.ts';

/** Why a price is what it is; each part null where it cannot be made. */
export interface Explanation {
  readonly bridge: PremiumBridge | null;
  readonly effects: readonly FactorEffect[] | null;
  readonly range: PremiumRange | null;
}

/** A judgement at the full grid with the explanations that the document prints. */
export interface FullRating extends Explanation {
  readonly content: AssessmentContent;
  readonly judgement: Judgement;
}

const orNull = <T>(result: Result<T>): T | null => (result.ok ? result.value : null);

/** Explains the price of scored content at the full grid. Pure; takes most of a second, less with a warm `cache`. */
export function explainPrice({
  content,
  score,
  model,
  cache,
}: {
  readonly content: AssessmentContent;
  readonly score: ScoreResult;
  readonly model: RatingModel;
  readonly cache: LossCache;
}): Explanation {
  const options = { grid: 'full', cache } as const;
  return {
    bridge: orNull(premiumBridge({ content, score, model, options })),
    effects: orNull(factorEffects({ content, score, model, options })),
    range: orNull(premiumRange(content, model, options)),
  };
}

/** Judges content at the full grid and explains its price, that of the main option, where it has one. Pure, and takes about a second. */
export const rateFully = (
  content: AssessmentContent,
  model: RatingModel,
  on: Pick<JudgeInput, 'today' | 'authority' | 'book'>,
): FullRating => rateApproved({ content, model, ...on, cleared: [] });

/** As `rateFully`, of content of which somebody with authority has cleared some referrals. */
export function rateApproved({
  content,
  model,
  ...on
}: Pick<JudgeInput, 'content' | 'model' | 'today' | 'authority' | 'book'> & {
  readonly cleared: readonly string[];
}): FullRating {
  const cache = makeLossCache();
  const judgement = judge({ content, model, ...on, grid: 'full', cache });
  const explanation = judgement.price.ok
    ? explainPrice({
        content: contentOfOption(content, mainOption(content)),
        score: judgement.score,
        model,
        cache,
      })
    : { bridge: null, effects: null, range: null };
  return { content, judgement, ...explanation };
}
