import type { CaseState } from '#shared/domain/deal-states.ts';
import type { Decision } from '#shared/underwriting/decision.ts';

type Step = 'issue' | 'revise' | 'refer' | 'approve' | 'send-back' | 'decline' | 'accept' | 'bind' | 'reopen';

/**
 * What is likely to be done next with a case, the likeliest first; which of it the table of moves allows is asked of each
 * command. Of what is open on a referral the referral stands beside the indication that could go out without it. Pure.
 */
export function nextSteps({
  state,
  isReadOnly,
  decision,
}: {
  readonly state: CaseState;
  readonly isReadOnly: boolean;
  readonly decision: Decision['kind'] | null;
}): readonly Step[] {
  const isReferrable = decision === 'indication' || decision === 'not-quotable';
  switch (state) {
    case 'draft':
    case 'in-review':
      if (!isReadOnly) return isReferrable ? ['issue', 'refer'] : ['issue'];
      return ['revise', 'refer', 'issue'];
    case 'referred':
      return ['approve', 'send-back', 'decline'];
    case 'approved':
      return ['issue', 'revise', 'decline'];
    case 'quoted':
      return isReadOnly ? ['revise', 'bind', 'accept'] : isReferrable ? ['issue', 'refer'] : ['issue'];
    case 'not-taken-up':
    case 'declined':
      return ['reopen'];
    case 'bound':
    case 'cancelled':
      return [];
  }
}
