import { makeLossCache } from '../actuarial/index.ts';
import type { AssessmentContent } from '../domain/assessment-content.ts';
import { hasOwnAnswer } from '../domain/has-own-answer.ts';
import { minorWithout } from '../domain/money.ts';
import type { Factor, RatingModel } from '../domain/rating-model.ts';
import { type Result, success } from '../domain/result.ts';
import { PILLARS } from '../domain/vocabulary.ts';
import { answerFor } from '../scoring/answer-score.ts';
import { REGISTER_QUESTION } from '../scoring/ask-next.ts';
import { bestAnswer, provenAnswer, withUnprovenAt } from '../scoring/extreme-answers.ts';
import { withAnswer } from '../scoring/overrides.ts';
import { scorePillars } from '../scoring/pillar-scores.ts';
import { registerInputOf, registerTable } from '../scoring/register-table.ts';
import type { FactorScore, ScoreResult } from '../scoring/score-result.ts';
import { notReady } from './cannot-price.ts';
import { ratingBasisOf } from './frequency.ts';
import type { PriceOptions } from './price-assessment.ts';
import type { FactorEffect, PremiumRange } from './price-result.ts';
import { readTerms } from './priced-terms.ts';
import { technicalAt } from './technical-at.ts';

/** The technical premium of other content or other scores under the same terms; failures name their field. */
function repricer(content: AssessmentContent, model: RatingModel, options: PriceOptions) {
  const { terms, problems } = readTerms(content, model);
  if (terms === null) return notReady(problems);
  const cache = options.cache ?? makeLossCache();
  const { type } = content.subject;
  const table = registerTable(registerInputOf(content, model), model);
  return success((changed: AssessmentContent, atBest?: ReadonlySet<string>) => {
    const same = changed.incidents === content.incidents ? { table } : {};
    const scored = scorePillars(changed, model, atBest === undefined ? same : { ...same, atBest });
    return technicalAt({
      content,
      terms,
      basis: ratingBasisOf(scored, type, model),
      model,
      grid: options.grid,
      cache,
    });
  });
}

function isAtBest(factor: FactorScore, modelFactor: Factor): boolean {
  if (factor.evidence !== 'verified' || factor.score === null) return false;
  const best =
    modelFactor.kind === 'ordinal'
      ? Math.max(...modelFactor.levels.map((l) => l.score))
      : Math.max(100, ...(modelFactor.mapping ?? []).map(([, y]) => y));
  return factor.score >= best;
}

/**
 * What each applicable factor costs today: the technical premium with that one factor at its best (highest score,
 * verified) and the difference to the present one, dearest first (rating algorithm, section 7). Factors computed from
 * the register are taken at 100 in every subset of the monotone rule; caps for past losses stay.
 */
export function factorEffects({
  content,
  score,
  model,
  options,
}: {
  readonly content: AssessmentContent;
  readonly score: ScoreResult;
  readonly model: RatingModel;
  readonly options: PriceOptions;
}): Result<readonly FactorEffect[]> {
  const reprice = repricer(content, model, options);
  if (!reprice.ok) return reprice;
  const present = reprice.value(content);
  if (!present.ok) return present;
  const presentMinor = present.value;
  const effects: FactorEffect[] = [];
  for (const factor of PILLARS.flatMap((p) => score.pillars[p].factors)) {
    const modelFactor = model.factors.find((f) => f.id === factor.factorId);
    if (modelFactor === undefined || factor.status === 'not-applicable') continue;
    const { factorId, label, pillar } = factor;
    let technicalAtBestMinor = presentMinor;
    if (!isAtBest(factor, modelFactor)) {
      const atBest = hasOwnAnswer(modelFactor)
        ? reprice.value(withAnswer(content, factorId, bestAnswer(modelFactor)))
        : reprice.value(content, new Set([factorId]));
      if (!atBest.ok) return atBest;
      technicalAtBestMinor = atBest.value;
    }
    effects.push({
      factorId,
      label,
      pillar,
      technicalAtBestMinor,
      effectMinor: minorWithout(presentMinor, technicalAtBestMinor),
    });
  }
  return success(effects.sort((a, b) => b.effectMinor - a.effectMinor));
}

/** Content with one of its open questions answered and proven: the register, or a factor by its own answer. */
function withProven(content: AssessmentContent, factorId: string, model: RatingModel): AssessmentContent {
  if (factorId === REGISTER_QUESTION)
    return { ...content, incidentRegister: { ...content.incidentRegister, evidence: 'verified' } };
  const factor = model.factors.find(({ id }) => id === factorId);
  if (factor === undefined) return content;
  return withAnswer(content, factorId, provenAnswer(factor, answerFor(content.answers, factorId), model));
}

/**
 * The open questions of an assessment by what their proof would take off the technical premium, most first: an answer that
 * was given as it is but verified, one that is open at its best, the others as they are. Those of the same effect stay in
 * the order of the score, and so do all where nothing can be priced.
 */
export function questionsByPrice(
  content: AssessmentContent,
  questions: ScoreResult['askNext'],
  { model, options }: { readonly model: RatingModel; readonly options: PriceOptions },
): ScoreResult['askNext'] {
  const reprice = repricer(content, model, options);
  if (!reprice.ok) return questions;
  const premiums = new Map<string, number>();
  for (const { factorId } of questions) {
    const proven = reprice.value(withProven(content, factorId, model));
    if (!proven.ok) return questions;
    premiums.set(factorId, proven.value);
  }
  const premium = ({ factorId }: { readonly factorId: string }): number => premiums.get(factorId) ?? 0;
  return questions.toSorted((a, b) => premium(a) - premium(b));
}

/**
 * The technical premium with every unproven answer, the incident register among them with its incidents as they are, at
 * its best (low) and at its worst (high): what better evidence could show (rating algorithm, section 7).
 */
export function premiumRange(
  content: AssessmentContent,
  model: RatingModel,
  options: PriceOptions,
): Result<PremiumRange> {
  const reprice = repricer(content, model, options);
  if (!reprice.ok) return reprice;
  const low = reprice.value(withUnprovenAt('best', content, model));
  if (!low.ok) return low;
  const high = reprice.value(withUnprovenAt('worst', content, model));
  return high.ok ? success({ lowMinor: low.value, highMinor: high.value }) : high;
}
