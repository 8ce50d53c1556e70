import type { PartTerms, QuoteTerms } from './assessment-content.ts';

/**
 * Whether a part stands under the aggregate terms of the policy: one that is ticked to share them, and every part where the
 * policy has such terms and none is ticked (rating algorithm, section 4).
 */
export function standsUnderPolicy({
  parts,
  policyAggregateLimitMinor,
  policyAggregateRetentionMinor,
}: Pick<QuoteTerms, 'policyAggregateLimitMinor' | 'policyAggregateRetentionMinor'> & {
  readonly parts: readonly Pick<PartTerms, 'isShared'>[];
}): (part: Pick<PartTerms, 'isShared'>) => boolean {
  const hasTerms = policyAggregateLimitMinor !== null || policyAggregateRetentionMinor > 0;
  const areAll = hasTerms && !parts.some(({ isShared }) => isShared);
  return ({ isShared }) => isShared || areAll;
}
