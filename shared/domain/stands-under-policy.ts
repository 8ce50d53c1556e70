import type { PartTerms, QuoteTerms } from './assessment-content.ts';

type Sharing = Pick<PartTerms, 'isShared' | 'enteredRate'>;

/**
 * Whether a part stands under the aggregate terms of the policy: one that is ticked to share them, and every part where the
 * policy has such terms and none is ticked. A part at an entered rate stands beside them whatever is ticked, and its tick
 * says nothing of the others (rating algorithm, section 4).
 */
export function standsUnderPolicy({
  parts,
  policyAggregateLimitMinor,
  policyAggregateRetentionMinor,
}: Pick<QuoteTerms, 'policyAggregateLimitMinor' | 'policyAggregateRetentionMinor'> & {
  readonly parts: readonly Sharing[];
}): (part: Sharing) => boolean {
  const hasTerms = policyAggregateLimitMinor !== null || policyAggregateRetentionMinor > 0;
  const areAll = hasTerms && !parts.some(({ isShared, enteredRate }) => isShared && enteredRate === null);
  return ({ isShared, enteredRate }) => enteredRate === null && (isShared || areAll);
}
