import type { AssessmentContent } from '../domain/assessment-content.ts';
import { hasOwnAnswer } from '../domain/has-own-answer.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { PILLARS, type Pillar } from '../domain/vocabulary.ts';
import { answerFor } from './answer-score.ts';
import { scoreWithin } from './counted-answer.ts';
import { provenAnswer } from './extreme-answers.ts';
import { type ByPillar, overallScore } from './overall-score.ts';
import { withAnswer } from './overrides.ts';
import { type PillarScores, scorePillars } from './pillar-scores.ts';
import type { RegisterTable } from './register-table.ts';
import type { FactorScore, PillarScore, ScoreResult } from './score-result.ts';

/** Stands for the incident register as a whole among the questions: one document proves its ten factors. */
export const REGISTER_QUESTION = 'incident-register';

function raised(pillar: PillarScore, factor: FactorScore, to: number): number {
  if (pillar.applicableWeight === 0) return pillar.score;
  return pillar.weightedMean + (factor.weight * (to - (factor.score ?? 0))) / pillar.applicableWeight;
}

/**
 * Unproven factors ranked by what proving each could add to the overall score, others as they are; ties go to the
 * heavier factor. The register counts as one question. Added points are 0 or more, unrounded.
 */
export function rankQuestions({
  content,
  model,
  scored,
  table,
}: {
  readonly content: AssessmentContent;
  readonly model: RatingModel;
  readonly scored: PillarScores;
  readonly table: RegisterTable;
}): ScoreResult['askNext'] {
  const { pillars } = scored;
  const by = (of: (p: Pillar) => number) => Object.fromEntries(PILLARS.map((p) => [p, of(p)])) as ByPillar;
  const shares = by((p) => pillars[p].share);
  const scores = by((p) => pillars[p].score);
  const present = overallScore(scores, shares, model).overall;
  const added = (pillar: Pillar, score: number) =>
    Math.max(0, overallScore({ ...scores, [pillar]: score }, shares, model).overall - present);
  const scoreWith = (pillar: Pillar, changed: Partial<AssessmentContent>) =>
    scorePillars({ ...content, ...changed }, model, { table }).pillars[pillar].score;
  const { factorId: reviewId, otherCode } = model.aggregation.freshnessFloor;
  const isOfReview = (id: string) => otherCode !== null && (id === reviewId || id === otherCode.factorId);

  const questions: { factorId: string; label: string; couldAdd: number; weight: number }[] = [];
  for (const pillar of PILLARS) {
    for (const factor of pillars[pillar].factors) {
      const modelFactor = model.factors.find((f) => f.id === factor.factorId);
      if (!factor.isUnproven || modelFactor === undefined || !hasOwnAnswer(modelFactor)) continue;
      const answer = provenAnswer(modelFactor, answerFor(content.answers, factor.factorId), model);
      // The incident pillar is not a plain mean (blend, caps, least over subsets), and a review hangs on another answer,
      // so these are scored again; they are few.
      const score =
        pillar === 'incidents' || isOfReview(factor.factorId)
          ? scoreWith(pillar, withAnswer(content, factor.factorId, answer))
          : raised(
              pillars[pillar],
              factor,
              scoreWithin(content, { factor: modelFactor, answer, model }).score ?? 0,
            );
      questions.push({
        factorId: factor.factorId,
        label: factor.label,
        couldAdd: added(pillar, score),
        weight: pillars[pillar].share * factor.share,
      });
    }
  }
  const registerWeight = pillars.incidents.factors
    .filter((f) => f.isUnproven && questions.every((q) => q.factorId !== f.factorId))
    .reduce((sum, f) => sum + f.share, 0);
  if (registerWeight > 0) {
    const proven = scoreWith('incidents', {
      incidentRegister: { ...content.incidentRegister, evidence: 'verified' },
    });
    questions.push({
      factorId: REGISTER_QUESTION,
      label: model.wording.register.label,
      couldAdd: added('incidents', proven),
      weight: pillars.incidents.share * registerWeight,
    });
  }
  return questions
    .sort((a, b) => b.couldAdd - a.couldAdd || b.weight - a.weight)
    .map(({ factorId, label, couldAdd }) => ({ factorId, label, couldAdd }));
}
