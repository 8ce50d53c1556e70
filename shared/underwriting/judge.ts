import type { LossCache } from '../actuarial/index.ts';
import type { BookSoFar } from '../domain/accumulation.ts';
import type { AssessmentContent } from '../domain/assessment-content.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { OptionId } from '../domain/deal-content.ts';
import { contentOfOption, decidingIds } from '../domain/options.ts';
import type { Parties } from '../domain/parties.ts';
import type { Profile } from '../domain/people.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import type { Result } from '../domain/result.ts';
import {
  type BarePrice,
  type PriceInput,
  priceAssessment,
  priceBarely,
} from '../pricing/price-assessment.ts';
import type { PriceResult } from '../pricing/price-result.ts';
import { scoreAssessment } from '../scoring/score-assessment.ts';
import type { ScoreResult } from '../scoring/score-result.ts';
import { accumulation } from './accumulation.ts';
import { authorityFacts, authorityReferral } from './authority.ts';
import { contentIssues } from './content-issues.ts';
import { decide } from './decision.ts';
import { decisionReferrals, gradeIssues, notComputedIssues } from './decision-rules.ts';
import type { JudgedOption, Judgement } from './judgement.ts';
import { idleJudgementIssues } from './judgement-findings.ts';
import { decideOffered, flagsOfOptions, optionsIssues } from './offered.ts';
import { noPriceIssues, priceIssues, scoreIssues } from './price-issues.ts';
import { findReferrals, referralIssue } from './referrals.ts';
import { ruleReferrals } from './rule-referrals.ts';

export interface JudgeInput {
  readonly content: AssessmentContent;
  readonly model: RatingModel;
  /** The reader's day, after which no assessment can be; asked for anew with each judgement. */
  readonly today: IsoDate;
  /** `draft` while typing, `full` when the input rests and whenever something is issued. */
  readonly grid: 'draft' | 'full';
  /** The ids of what was approved for this very content; none where nothing was. */
  readonly cleared?: readonly string[] | undefined;
  /** Who enters it, where that is known; without anybody their authority is not computed, and that is said. */
  readonly authority?: Pick<Profile, 'name' | 'limits'> | null | undefined;
  /** Who stands on the paper, where that is known; left out where only the content is judged. */
  readonly parties?: Parties | null | undefined;
  /** The offers that are out and the capacities, where the workbook is at hand; without it nothing accumulates, and that is said. */
  readonly book?: BookSoFar | null | undefined;
  /** Only spares work. */
  readonly cache?: LossCache | undefined;
  /** Of this content, where it is known: it rests on answers, incidents and exposures alone. */
  readonly score?: ScoreResult | undefined;
  /**
   * A judgement of this very content by this model on this grid, where one is known: its score and its prices hold whoever
   * asks, on whatever day and beside whichever offers. Only spares work.
   */
  readonly earlier?: Judgement | undefined;
}

/**
 * Judges content by a model, for everybody who shows, prices, issues or prints it: score, price, what stands in the way of a
 * quote, and what may be issued (rating algorithm, sections 0, 6 and 9). Of options, the price and its issues are those of
 * the main one, and the decision is the worst of those that go on the paper. Total on any schema-valid content, and pure:
 * the same input gives the same judgement, whoever asks.
 */
export const judge = (input: JudgeInput): Judgement =>
  input.earlier === undefined
    ? judgeOffered(priceAssessment, input)
    : judgeOffered(pricedBy(input.earlier), { ...input, score: input.earlier.score });

/** The prices of an earlier judgement; one that it lacks is made. */
const pricedBy =
  ({ price, options = [] }: Judgement): PriceOf<PriceResult> =>
  (input, id) =>
    id === undefined ? price : (options.find((option) => option.id === id)?.price ?? priceAssessment(input));

/** As judge, with a price that lacks the distribution of its loss. */
export const judgeBarely = (input: JudgeInput): BareJudgement => judgeOffered(priceBarely, input);

/** As judge, of one set of terms: content as `contentOfOption` gives it. */
export const judgeOption = (input: JudgeInput): Judgement =>
  judgeBy(priceAssessment, { ...input, score: scoreOf(input) });

/** As judgeOption, with a price that lacks the distribution of its loss. */
export const judgeOptionBarely = (input: JudgeInput): BareJudgement =>
  judgeBy(priceBarely, { ...input, score: scoreOf(input) });

/** Prices content, of options that of one. */
type PriceOf<P> = (input: PriceInput, id?: OptionId) => Result<P>;
type Of<P> = Omit<Judgement<P>, 'price'> & { readonly price: Result<P> };
type BareJudgement = Of<BarePrice>;

const scoreOf = ({ content, model, score }: JudgeInput): ScoreResult =>
  score ?? scoreAssessment(content, model);

function judgeOffered<P extends BarePrice>(priceOf: PriceOf<P>, input: JudgeInput): Of<P> {
  const { content } = input;
  const score = scoreOf(input);
  if (content.options === undefined) return judgeBy(priceOf, { ...input, score });
  const judgeOne = (id: OptionId) =>
    judgeBy((of) => priceOf(of, id), { ...input, content: contentOfOption(content, id), score });
  const [first = 'A', ...others] = decidingIds(content);
  const main = judgeOne(first);
  const options = [{ id: first, ...main }, ...others.map((id) => ({ id, ...judgeOne(id) }))];
  const ofOptions = optionsIssues(content, input.model);
  return {
    ...main,
    issues: [...ofOptions, ...main.issues],
    flags: flagsOfOptions(options),
    decision: decideOffered(ofOptions, options, input.cleared),
    options: options.map(({ id, price, issues }): JudgedOption<P> => ({ id, price, issues })),
  };
}

function judgeBy<P extends BarePrice>(
  priceOf: (input: PriceInput) => Result<P>,
  {
    content,
    model,
    today,
    grid,
    cleared,
    authority = null,
    parties = null,
    book = null,
    cache,
    score,
  }: JudgeInput & { readonly score: ScoreResult },
): Of<P> {
  const price = priceOf({
    content,
    score,
    model,
    options: cache === undefined ? { grid } : { grid, cache },
  });
  const ofContent = contentIssues(content, model, { today, parties });
  const accumulated = accumulation(content, model, book);
  const ofDeal = [
    ...decisionReferrals(content, score, { model, today }),
    ...findReferrals(content, score, model),
    ...ruleReferrals({ content, score, model }, 'terms'),
    ...accumulated.flags,
  ];
  const words = model.wording.decision?.authority ?? null;
  const beyond =
    authority === null || words === null || content.terms.parts.length === 0
      ? null
      : authorityReferral(
          authorityFacts(content, {
            score,
            price: price.ok ? price.value : null,
            referrals: ofDeal,
            model,
          }),
          authority,
          words,
        );
  const referrals = beyond === null ? ofDeal : [...ofDeal, beyond];
  const issues = [
    ...ofContent,
    ...scoreIssues(score),
    ...gradeIssues(score, model),
    ...idleJudgementIssues(content, score, model),
    ...(price.ok ? priceIssues(content, price.value, model) : noPriceIssues(price.failure, ofContent)),
    ...referrals.map((flag) => referralIssue(flag, model)),
    ...accumulated.issues,
    ...notComputedIssues(content, model, { isAuthorityKnown: authority !== null, book }),
  ];
  return {
    modelId: model.id,
    today,
    grid,
    score,
    price,
    issues,
    flags: [...score.knockOuts, ...referrals],
    decision: decide(issues, cleared),
  };
}
