import type { AssessmentContent } from '../domain/assessment-content.ts';
import { fillTemplate } from '../domain/fill-template.ts';
import { formatCount } from '../domain/format-date.ts';
import { formatNumber, formatSignificant } from '../domain/format-number.ts';
import type { Issue } from '../domain/issue.ts';
import { judgementRulesOf } from '../domain/judgement-rules.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { type Grade, PILLARS } from '../domain/vocabulary.ts';
import { exceeds, reaches } from '../scoring/compare.ts';
import type { FactorScore, ScoreResult } from '../scoring/score-result.ts';
import type { Finding } from './terms-findings.ts';

const points = (value: number): string => formatNumber(value, 1);

/** How many steps of the model's scale lie between two grades. */
const stepsBetween = (a: Grade, b: Grade, { gradeBands }: RatingModel): number => {
  const place = (grade: Grade) => gradeBands.findIndex((band) => band.grade === grade);
  return Math.abs(place(a) - place(b));
};

/** The factors whose score was set by judgement. */
const judgedFactors = ({ pillars }: ScoreResult): readonly (FactorScore & { readonly original: number })[] =>
  PILLARS.flatMap((p) =>
    pillars[p].factors.flatMap((f) => (f.original === undefined ? [] : [{ ...f, original: f.original }])),
  );

/**
 * Manual changes that need a second signature: an answer moved by more than the wording allows, an overall score moved by
 * its points or more, a grade that is another by judgement. Null where there is none.
 */
export function judgementFinding(score: ScoreResult, model: RatingModel): Finding | null {
  const rules = judgementRulesOf(model);
  const { original, outcome } = score;
  if (rules === null || original === undefined) return null;
  const sentences: string[] = [];
  const judged = judgedFactors(score);
  for (const { label, original: from, score: to } of judged) {
    if (!exceeds(Math.abs((to ?? 0) - from), rules.answerPoints)) continue;
    const figures = {
      from: points(from),
      to: points(to ?? 0),
      points: formatSignificant(rules.answerPoints),
    };
    sentences.push(fillTemplate(rules.answerBeyond, { label, ...figures }));
  }
  if (reaches(Math.abs(score.overall - original.overall), rules.overallPoints)) {
    sentences.push(
      fillTemplate(rules.overallMoved, {
        from: points(original.overall),
        to: points(score.overall),
        points: formatSignificant(rules.overallPoints),
      }),
    );
  }
  const fields = sentences.length === 0 ? [] : judged.map(({ factorId }) => factorId);
  if (outcome.kind === 'graded' && outcome.grade !== original.grade) {
    const grades = { from: original.grade, to: outcome.grade };
    sentences.push(fillTemplate(rules.gradeMoved, grades));
    fields.push(
      ...(outcome.judged === undefined ? judged.map(({ factorId }) => factorId) : ['judgement.grade']),
    );
    if (stepsBetween(original.grade, outcome.grade, model) > rules.gradeSteps)
      sentences.push(
        fillTemplate(rules.gradeBeyond, { ...grades, steps: formatCount(rules.gradeSteps, 'step') }),
      );
  }
  return sentences.length === 0 ? null : { reason: sentences.join(' '), fields: [...new Set(fields)] };
}

/** Judgement that changes nothing: of a question that does not count, or of a grade that is not given. */
export function idleJudgementIssues(
  { judgement }: AssessmentContent,
  score: ScoreResult,
  model: RatingModel,
): readonly Issue[] {
  const counted = new Set(judgedFactors(score).map(({ factorId }) => factorId));
  const idle = Object.keys(judgement?.answers ?? {}).filter((id) => !counted.has(id));
  const ofAnswers = idle.map((id) => {
    const label = model.factors.find((factor) => factor.id === id)?.label ?? id;
    const message = `The score set by judgement for “${label}” has no effect: the question does not count here.`;
    return { id: `idle-judgement:${id}`, field: `answers.${id}`, message };
  });
  const isIdle = judgement?.grade !== undefined && score.outcome.kind !== 'graded';
  const ofGrade = isIdle
    ? [
        {
          id: 'idle-judgement:grade',
          field: 'judgement.grade',
          message:
            'The grade set by judgement has no effect: a knock-out or missing evidence is not judged away.',
        },
      ]
    : [];
  return [...ofAnswers, ...ofGrade].map((found) => ({ severity: 'warning', about: 'score', ...found }));
}
