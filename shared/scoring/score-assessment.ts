import type { AssessmentContent } from '../domain/assessment-content.ts';
import { labelOfJudgementReason } from '../domain/judgement-rules.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { type Grade, PILLARS, type Pillar } from '../domain/vocabulary.ts';
import { rankQuestions } from './ask-next.ts';
import { exceeds } from './compare.ts';
import { withUnprovenAt } from './extreme-answers.ts';
import { findKnockOuts, flagFacts } from './knock-outs.ts';
import { type ByPillar, gradeBand, gradeOf, overallScore } from './overall-score.ts';
import { withoutJudgement } from './overrides.ts';
import { type PillarScores, scorePillars } from './pillar-scores.ts';
import { type RegisterTable, registerInputOf, registerTable } from './register-table.ts';
import type { Flag, GradeOutcome, ScoreResult } from './score-result.ts';
import { percentText } from './words.ts';

const eachPillar = (of: (pillar: Pillar) => number): ByPillar =>
  Object.fromEntries(PILLARS.map((p) => [p, of(p)])) as Record<Pillar, number>;

function aggregate({ pillars }: PillarScores, model: RatingModel) {
  return overallScore(
    eachPillar((p) => pillars[p].score),
    eachPillar((p) => pillars[p].share),
    model,
  );
}

function gradeOutcome({
  overall,
  evidenceGap,
  knockOuts,
  set,
  model,
}: {
  readonly overall: number;
  readonly evidenceGap: number;
  readonly knockOuts: readonly Flag[];
  /** The grade set by judgement; a knock-out or an evidence gap is not judged away. */
  readonly set: NonNullable<AssessmentContent['judgement']>['grade'];
  readonly model: RatingModel;
}): GradeOutcome {
  if (knockOuts.length > 0) {
    const lowest = gradeBand(0, model);
    return { kind: 'knocked-out', grade: lowest.grade, action: lowest.action };
  }
  const { noGradeGapAbove } = model.aggregation;
  if (exceeds(evidenceGap, noGradeGapAbove)) {
    return {
      kind: 'no-grade',
      grade: null,
      action: 'Indication only: prove more before quoting',
      reason: `${percentText(evidenceGap)} of applicable weight is unproven; above ${percentText(noGradeGapAbove)} no grade is given.`,
    };
  }
  const band = gradeBand(overall, model);
  return set === undefined
    ? { kind: 'graded', grade: band.grade, action: band.action }
    : setGrade(set, band.grade, model);
}

function setGrade(
  { grade, reason, words }: NonNullable<NonNullable<AssessmentContent['judgement']>['grade']>,
  original: Grade,
  model: RatingModel,
): GradeOutcome {
  const action = model.gradeBands.find((band) => band.grade === grade)?.action ?? '';
  const judged = { original, reason: labelOfJudgementReason(reason, model), words };
  return { kind: 'graded', grade, action, judged };
}

function rangeOf(content: AssessmentContent, model: RatingModel, table: RegisterTable): ScoreResult['range'] {
  const at = (extreme: 'best' | 'worst') => {
    const changed = withUnprovenAt(extreme, content, model);
    const same = changed.incidents === content.incidents ? { table } : {};
    return aggregate(scorePillars(changed, model, same), model).overall;
  };
  const low = at('worst');
  const high = at('best');
  return { low, high, lowGrade: gradeOf(low, model), highGrade: gradeOf(high, model) };
}

/** The pillars with the score as computed beside each that judgement of an answer moves. */
function besideOriginal(scored: PillarScores, unjudged: PillarScores | null): PillarScores {
  if (unjudged === null) return scored;
  const pillars = Object.fromEntries(
    PILLARS.map((p) => {
      const original = unjudged.pillars[p].score;
      const pillar = scored.pillars[p];
      return [p, original === pillar.score ? pillar : { ...pillar, original }];
    }),
  ) as PillarScores['pillars'];
  return { ...scored, pillars };
}

function originalOf(unjudged: PillarScores, model: RatingModel) {
  const { overall } = aggregate(unjudged, model);
  return { overall, grade: gradeOf(overall, model) };
}

/**
 * Scores an assessment: factors, pillars, overall, grade, knock-outs, evidence gap, the range that unproven
 * answers leave open and what to ask next (factor catalogue; rating algorithm, section 0). Total and pure on any
 * schema-valid content, unfinished drafts included: no answer = not provided, no date live since = 0 years live.
 * Scores are 0..100, shares and gaps 0..1.
 */
export function scoreAssessment(content: AssessmentContent, model: RatingModel): ScoreResult {
  const table = registerTable(registerInputOf(content, model), model);
  const plain = withoutJudgement(content);
  const unjudged = plain === null ? null : scorePillars(plain, model, { table });
  const scored = besideOriginal(scorePillars(content, model, { table }), unjudged);
  const { pillars, incidentWorking } = scored;
  const total = aggregate(scored, model);
  const evidenceGap = PILLARS.reduce((sum, p) => sum + pillars[p].share * pillars[p].evidenceGap, 0);

  const knockOuts = findKnockOuts(flagFacts(content, model, { pillars, incidentWorking }));

  return {
    modelId: model.id,
    asOf: content.asOf,
    subjectType: content.subject.type,
    pillars,
    incidentWorking,
    ...total,
    ungatedGrade: gradeOf(total.overall, model),
    ...(unjudged === null ? {} : { original: originalOf(unjudged, model) }),
    outcome: gradeOutcome({
      overall: total.overall,
      evidenceGap,
      knockOuts,
      set: content.judgement?.grade,
      model,
    }),
    evidenceGap,
    knockOuts,
    range: rangeOf(content, model, table),
    askNext: rankQuestions({ content, model, scored, table }),
  };
}
