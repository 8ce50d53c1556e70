import type { AssessmentContent } from '../domain/assessment-content.ts';
import type { Failure } from '../domain/result.ts';
import type { PriceResult } from '../pricing/price-result.ts';
import type { ScoreResult } from '../scoring/score-result.ts';

/**
 * What may go out under this assessment. `quote`: an offer. `indication`: issued and watermarked, because a referral
 * needs a sign-off that it does not have. `refused`: nothing may be issued. Reasons are one sentence each.
 */
export type IssueDecision =
  | { readonly kind: 'quote'; readonly reasons: readonly [] }
  | { readonly kind: 'indication'; readonly reasons: readonly string[] }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

/**
 * Decides what an assessment may be issued as (model 2026.1, section 0 and 6: a knocked-out or ungraded subject is priced
 * as information and cannot be quoted; a quoted premium of the maximum payable or more cannot be issued; a referral waits
 * for sign-off). `price` is null when pricing failed, for the reason in `priceFailure`.
 */
export function decideIssue(
  content: AssessmentContent,
  score: ScoreResult,
  price: PriceResult | null,
  priceFailure: Failure | null,
): IssueDecision {
  const refusals = [
    ...gradeRefusals(score),
    ...missingFields(content),
    ...(price === null ? [priceFailure?.message ?? 'The cover cannot be priced.'] : priceRefusals(price)),
  ];
  if (refusals.length > 0) return { kind: 'refused', reasons: refusals };
  const referrals = [...score.referrals, ...(price?.referrals ?? [])];
  if (referrals.length > 0) {
    return {
      kind: 'indication',
      reasons: referrals.map((flag) => `Referred: ${flag.label}. ${flag.reason}`),
    };
  }
  return { kind: 'quote', reasons: [] };
}

function gradeRefusals(score: ScoreResult): string[] {
  if (score.outcome.kind === 'knocked-out')
    return score.knockOuts.map((flag) => `Knocked out: ${flag.label}. ${flag.reason}`);
  return score.outcome.kind === 'no-grade' ? [`Not graded: ${score.outcome.reason}`] : [];
}

function missingFields(content: AssessmentContent): string[] {
  const missing: string[] = [];
  if (content.terms.parts.length === 0) missing.push('No coverage part has been entered.');
  if (content.terms.periodStart === null) missing.push('The first day of the policy period is missing.');
  return missing;
}

function priceRefusals(price: PriceResult): string[] {
  const notes = price.notes.filter((note) => note.kind === 'cannot-quote').map((note) => note.message);
  if (price.certificate.verdict !== 'fail') return notes;
  return [
    ...notes,
    'The loss calculation did not meet its own accuracy checks, so its price cannot be used.',
  ];
}
