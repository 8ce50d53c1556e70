import { type LossCache, makeLossCache } from '../actuarial/index.ts';
import { NO_BOOK } from '../domain/accumulation.ts';
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

const UNEXPLAINED: Explanation = { bridge: null, effects: null, range: null };

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

/** What is known of very content by a model: a judgement of it at the full grid, and the explanation of its price. */
export interface RatedBefore {
  readonly judgement: Judgement;
  /** Left out where it is yet to be made. */
  readonly explanation?: Promise<Explanation> | undefined;
}

/** As `rateApproved`, with what was made before of this very content by this model, where there is anything. */
export async function rateExplained(
  input: ToRate & Cleared,
  before: RatedBefore | undefined,
): Promise<FullRating> {
  if (before === undefined) return rateApproved(input);
  const { content, model } = input;
  const judgement = judge({ ...input, grid: 'full', earlier: before.judgement });
  const made = judgement.price.ok ? await before.explanation : UNEXPLAINED;
  return {
    content,
    judgement,
    ...(made ?? explained(content, { judgement, model, cache: makeLossCache() })),
  };
}

/**
 * Judges content at the full grid by a model alone: on the day of its assessment, for nobody and beside no offers. Its score
 * and price hold on any other. `explain` says why the price is what it is, which takes longer.
 */
export function rateAlone(content: AssessmentContent, model: RatingModel) {
  const cache = makeLossCache();
  const judgement = judge({ content, model, today: content.asOf, book: NO_BOOK, grid: 'full', cache });
  return { judgement, explain: (): Explanation => explained(content, { judgement, model, cache }) };
}

/** Judges content at the full grid and explains its price, that of the main option, where it has one. Pure, and takes about a second. */
export const rateFully = (
  content: AssessmentContent,
  model: RatingModel,
  on: Omit<ToRate, 'content' | 'model'>,
): FullRating => rateApproved({ content, model, ...on, cleared: [] });

type ToRate = Pick<JudgeInput, 'content' | 'model' | 'today' | 'authority' | 'parties' | 'book'>;

interface Cleared {
  readonly cleared: readonly string[];
}

/** As `rateFully`, of content of which somebody with authority has cleared some referrals. */
export function rateApproved({ content, model, ...on }: ToRate & Cleared): FullRating {
  const cache = makeLossCache();
  const judgement = judge({ content, model, ...on, grid: 'full', cache });
  return { content, judgement, ...explained(content, { judgement, model, cache }) };
}

/** The explanation of the price of a judgement, that of the main option; of nothing where it has none. */
const explained = (
  content: AssessmentContent,
  {
    judgement,
    model,
    cache,
  }: { readonly judgement: Judgement; readonly model: RatingModel; readonly cache: LossCache },
): Explanation =>
  judgement.price.ok
    ? explainPrice({
        content: contentOfOption(content, mainOption(content)),
        score: judgement.score,
        model,
        cache,
      })
    : UNEXPLAINED;
