import { type Issue, isClearable, type Severity } from '../domain/issue.ts';

/**
 * What may go out under an assessment.
 * - `quote`: an offer.
 * - `indication`: issued and watermarked, because a referral needs a sign-off that it does not have, or because something
 *   is not given that an offer cannot do without.
 * - `not-quotable`: the subject or its price may not be offered; it can be put on file as an assessment, no more.
 * - `refused`: the content is wrong or incomplete, so nothing goes out.
 * Reasons are one sentence each.
 */
export type Decision =
  | { readonly kind: 'quote'; readonly reasons: readonly [] }
  | { readonly kind: 'indication' | 'not-quotable' | 'refused'; readonly reasons: readonly string[] };

/**
 * Decides what an assessment may be issued as, from its issues (rating algorithm, sections 0, 6 and 9: a knocked-out or
 * ungraded subject is priced as information and cannot be quoted, nor can a price at or above the maximum payable, nor
 * content that the model does not understand; a referral waits for sign-off). `cleared` are the ids of the referrals, and of
 * the grade's action, that somebody with authority has approved for this very content: they stand in the way no more. A
 * knock-out, a fault of the content or what an offer lacks cannot be cleared. Total and pure.
 */
export function decide(raised: readonly Issue[], cleared: readonly string[] = []): Decision {
  const issues = raised.filter((issue) => !(isClearable(issue) && cleared.includes(issue.id)));
  const messages = (...severities: readonly Severity[]) =>
    issues.filter(({ severity }) => severities.includes(severity)).map(({ message }) => message);
  const unready = messages('cannot-price', 'cannot-proceed');
  const notQuotable = messages('cannot-quote');
  if (unready.length > 0) return { kind: 'refused', reasons: [...unready, ...notQuotable] };
  if (notQuotable.length > 0) return { kind: 'not-quotable', reasons: notQuotable };
  const open = messages('needed', 'needs-authority');
  return open.length > 0 ? { kind: 'indication', reasons: open } : { kind: 'quote', reasons: [] };
}
