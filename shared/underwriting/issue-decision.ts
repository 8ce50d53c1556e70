import type { AssessmentContent } from '../domain/assessment-content.ts';
import { checkContentAgainstModel } from '../domain/check-content.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import type { Evaluation } from './evaluate.ts';

/**
 * What may go out under this assessment. `quote`: an offer. `indication`: issued and watermarked, because a referral
 * needs a sign-off that it does not have. `refused`: nothing may be issued. Reasons are one sentence each.
 */
export type IssueDecision =
  | { readonly kind: 'quote'; readonly reasons: readonly [] }
  | { readonly kind: 'indication'; readonly reasons: readonly string[] }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

/**
 * Decides what an assessment may be issued as, from its evaluation (rating algorithm, sections 0, 6 and 9: a knocked-out
 * or ungraded subject is priced as information and cannot be quoted, nor can a price at or above the maximum payable, nor
 * content that the model does not understand; a referral waits for sign-off). Total and pure.
 */
export function decideIssue(
  content: AssessmentContent,
  model: RatingModel,
  evaluation: Pick<Evaluation, 'referrals'> & {
    readonly blocks: readonly Pick<Evaluation['blocks'][number], 'message'>[];
  },
): IssueDecision {
  const refusals = [
    ...evaluation.blocks.map(({ message }) => message),
    ...checkContentAgainstModel(content, model, 'draft').map(({ message }) => message),
  ];
  if (refusals.length > 0) return { kind: 'refused', reasons: refusals };
  if (evaluation.referrals.length === 0) return { kind: 'quote', reasons: [] };
  return {
    kind: 'indication',
    reasons: evaluation.referrals.map((flag) => `Referred: ${flag.label}. ${flag.reason}`),
  };
}
