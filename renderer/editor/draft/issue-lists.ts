import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { Issue, Severity } from '#shared/domain/issue.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { Problem } from './editor-context.tsx';
import { pathOfReference } from './field-path.ts';

const BLOCKING: readonly Severity[] = ['cannot-price', 'cannot-proceed', 'cannot-quote'];
/** These have a list of their own, question by question. */
const QUESTIONS: readonly string[] = ['answers', 'register'];

const isRemark = ({ severity, about, id }: Issue): boolean =>
  (severity === 'warning' && about === 'content') ||
  severity === 'needed' ||
  (severity === 'missing' && !QUESTIONS.includes(id));

/** The lists of the window from the issues of a judgement, each issue with the control to go to. */
export function issueLists(issues: readonly Issue[], content: AssessmentContent, model: RatingModel) {
  const located = ({ field, message }: Issue): Problem => ({
    path: field === null ? null : pathOfReference(field, content, model),
    message,
  });
  return {
    /** Cannot proceed. Knock-outs, and that there is no grade, are said with the score. */
    problems: issues
      .filter(({ severity, about }) => BLOCKING.includes(severity) && about !== 'score')
      .map(located),
    /** Missing or unusual. */
    remarks: issues.filter(isRemark).map(located),
  };
}
