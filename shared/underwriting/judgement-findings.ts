import type { AssessmentContent } from '../domain/assessment-content.ts';
import { fillTemplate } from '../domain/fill-template.ts';
import { formatCount } from '../domain/format-date.ts';
import { formatNumber, formatSignificant } from '../domain/format-number.ts';
import type { Issue } from '../domain/issue.ts';
import { judgementRulesOf } from '../domain/judgement-rules.ts';
import { listText } from '../domain/list-text.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { type Grade, PILLARS } from '../domain/vocabulary.ts';
import { exceeds, reaches } from '../scoring/compare.ts';
import type { FactorScore, ScoreResult } from '../scoring/score-result.ts';
import { oneOfAlike } from './alike-issues.ts';
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
export function judgementFinding(score: ScoreResult, label: string, model: RatingModel): Finding | null {
  const rules = judgementRulesOf(model);
  const { original, outcome } = score;
  if (rules === null || original === undefined) return null;
  const judged = judgedFactors(score);
  const ofAnswers = judged
    .filter(({ original: from, score: to }) => exceeds(Math.abs((to ?? 0) - from), rules.answerPoints))
    .map(({ label: question, original: from, score: to }) =>
      fillTemplate(rules.answerBeyond, {
        label: question,
        from: points(from),
        to: points(to ?? 0),
        points: formatSignificant(rules.answerPoints),
      }),
    );
  const ofWhole: string[] = [];
  if (reaches(Math.abs(score.overall - original.overall), rules.overallPoints)) {
    ofWhole.push(
      fillTemplate(rules.overallMoved, {
        from: points(original.overall),
        to: points(score.overall),
        points: formatSignificant(rules.overallPoints),
      }),
    );
  }
  const fields = ofAnswers.length + ofWhole.length === 0 ? [] : judged.map(({ factorId }) => factorId);
  if (outcome.kind === 'graded' && outcome.grade !== original.grade) {
    const grades = { from: original.grade, to: outcome.grade };
    ofWhole.push(fillTemplate(rules.gradeMoved, grades));
    fields.push(
      ...(outcome.judged === undefined ? judged.map(({ factorId }) => factorId) : ['judgement.grade']),
    );
    if (stepsBetween(original.grade, outcome.grade, model) > rules.gradeSteps)
      ofWhole.push(
        fillTemplate(rules.gradeBeyond, { ...grades, steps: formatCount(rules.gradeSteps, 'step') }),
      );
  }
  if (ofAnswers.length + ofWhole.length === 0) return null;
  const own = model.wording.decision?.labelsByCause?.answerJudged ?? label;
  const labels = [...(ofAnswers.length > 0 ? [own] : []), ...(ofWhole.length > 0 ? [label] : [])];
  return {
    reason: [...ofAnswers, ...ofWhole].join(' '),
    fields: [...new Set(fields)],
    label: [...new Set(labels)].join('; '),
  };
}

/** Judgement that changes nothing: of a question that does not count, or of a grade that is not given. */
export function idleJudgementIssues(
  { judgement }: AssessmentContent,
  score: ScoreResult,
  model: RatingModel,
): readonly Issue[] {
  const counted = new Set(judgedFactors(score).map(({ factorId }) => factorId));
  const idle = Object.keys(judgement?.answers ?? {}).filter((id) => !counted.has(id));
  const named = idle.map((id) => ({
    field: `answers.${id}`,
    name: `“${model.factors.find((factor) => factor.id === id)?.label ?? id}”`,
  }));
  const ofAnswers = oneOfAlike(
    { severity: 'warning', id: 'idle-judgement', about: 'score' },
    named,
    (names) =>
      names.length === 1
        ? `The score set by judgement for ${names.join('')} has no effect: the question does not count here.`
        : `${names.length} scores set by judgement have no effect, since their questions do not count here: ${listText(names)}.`,
  );
  const isIdle = judgement?.grade !== undefined && score.outcome.kind !== 'graded';
  const ofGrade: readonly Issue[] = isIdle
    ? [
        {
          severity: 'warning',
          about: 'score',
          id: 'idle-judgement:grade',
          field: 'judgement.grade',
          message:
            'The grade set by judgement has no effect: a knock-out or missing evidence is not judged away.',
        },
      ]
    : [];
  return [...ofAnswers, ...ofGrade];
}
