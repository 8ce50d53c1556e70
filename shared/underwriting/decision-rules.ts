import type { BookSoFar } from '../domain/accumulation.ts';
import type { AssessmentContent } from '../domain/assessment-content.ts';
import type { IsoDate } from '../domain/dates.ts';
import { fillTemplate } from '../domain/fill-template.ts';
import { formatCount, formatDate } from '../domain/format-date.ts';
import { GRADE_ISSUE, type Issue } from '../domain/issue.ts';
import { openDeclarations } from '../domain/open-declarations.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import type { Flag, ScoreResult } from '../scoring/score-result.ts';
import { ruleReferrals } from './rule-referrals.ts';

// What decides beside the model's own rules: the action that the model gives each grade, the declarations, and what an
// offer cannot do without. Which grades, which fields and in which words stands in the model's wording.

/** The action of the grade, where the wording says that it refers or declines. */
export function gradeRule(score: ScoreResult, model: RatingModel) {
  const { decision } = model.wording;
  // A knocked-out subject has its reasons already.
  if (decision === null || score.outcome.kind !== 'graded') return null;
  const { grade, action } = score.outcome;
  const rule = decision.gradeActions.find((candidate) => candidate.grade === grade);
  if (rule === undefined) return null;
  const words = decision[rule.does === 'refer' ? 'gradeRefers' : 'gradeDeclines'];
  return { does: rule.does, label: words.label, reason: fillTemplate(words.reason, { grade, action }) };
}

/** Referrals by the grade's own action, by declarations not stated, by a period already begun and by the wording's other rules. Total and pure. */
export function decisionReferrals(
  content: AssessmentContent,
  score: ScoreResult,
  { model, today }: { readonly model: RatingModel; readonly today: IsoDate },
): readonly Flag[] {
  const { decision } = model.wording;
  if (decision === null) return [];
  const grade = gradeRule(score, model);
  // Where an offer needs them they are no matter of anybody's authority.
  const isNeeded = decision.needed.some(({ field }) => field === 'declarations');
  const open = isNeeded ? [] : openDeclarations(content, model);
  const ofGrade: readonly Flag[] =
    grade?.does === 'refer'
      ? [{ id: GRADE_ISSUE, kind: 'referral', label: grade.label, reason: grade.reason, fields: [] }]
      : [];
  const count = formatCount(open.length, 'declaration is', 'declarations are');
  const ofDeclarations: readonly Flag[] =
    open.length === 0
      ? []
      : [
          {
            id: 'declarations',
            kind: 'referral',
            label: decision.declarations.label,
            reason: fillTemplate(decision.declarations.reason, { count }),
            fields: open.map(({ id }) => id),
          },
        ];
  return [
    ...ofGrade,
    ...ofDeclarations,
    ...backdated(content, today, decision.backdated),
    ...ruleReferrals({ content, score, model }, 'subject'),
  ];
}

/** A period that begins before the day of issue. */
function backdated(
  { terms: { periodStart, parts } }: AssessmentContent,
  today: IsoDate,
  { label, reason }: { readonly label: string; readonly reason: string },
): readonly Flag[] {
  if (periodStart === null || periodStart >= today || parts.length === 0) return [];
  const filled = fillTemplate(reason, { start: formatDate(periodStart), today: formatDate(today) });
  return [{ id: 'backdated', kind: 'referral', label, reason: filled, fields: ['terms.periodStart'] }];
}

/** That the grade's action is to decline: the subject cannot be quoted. Total and pure. */
export function gradeIssues(score: ScoreResult, model: RatingModel): readonly Issue[] {
  const rule = gradeRule(score, model);
  if (rule?.does !== 'decline') return [];
  const message = `${rule.label}. ${rule.reason}`;
  return [{ severity: 'cannot-quote', id: GRADE_ISSUE, about: 'score', field: null, message }];
}

/**
 * Rules that cannot be computed yet, each with what it needs, so that none counts as passed; with the book at hand, the rule
 * that is computed from it says so itself; of the rule that the authority of a person computes, what is left of it once that
 * is known. Total and pure.
 */
export function notComputedIssues(
  content: AssessmentContent,
  model: RatingModel,
  { isAuthorityKnown, book }: { readonly isAuthorityKnown: boolean; readonly book: BookSoFar | null },
): readonly Issue[] {
  const { decision } = model.wording;
  if (decision === null || content.terms.parts.length === 0) return [];
  return model.referrals.flatMap(({ id, label, rule }): readonly Issue[] => {
    if (rule.kind !== 'not-computed') return [];
    if (book !== null && id === decision.accumulation?.referral) return [];
    const isKnown = isAuthorityKnown && id === decision.authority?.flag;
    const why = isKnown ? decision.authority?.notComputed : rule.why;
    if (why == null) return [];
    return [
      {
        severity: 'note',
        id: `not-computed:${id}`,
        about: 'content',
        field: null,
        message: fillTemplate(decision.notComputed, { label, why }),
      },
    ];
  });
}
