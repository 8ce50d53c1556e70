import type { ReferralMemo } from '#shared/deal/referral-memo.ts';
import { GRADE_ISSUE } from '#shared/domain/issue.ts';
import type { Profile } from '#shared/domain/people.ts';

/** Why somebody's authority does not cover what is referred, one sentence each; none where it does. */
export function beyondAuthority(
  { name, limits }: Pick<Profile, 'name' | 'limits'>,
  { rules }: ReferralMemo,
  { declines }: { readonly declines: boolean },
): readonly string[] {
  const beyond = rules.filter(
    ({ id }) =>
      limits.mayClear !== 'all' && !limits.mayClear.includes(id) && !(declines && id === GRADE_ISSUE),
  );
  return [
    ...beyond.map(({ label }) => `${name} may not clear “${label}”.`),
    ...(declines && !limits.mayApproveDecline ? [`${name} may not approve a grade to be declined.`] : []),
  ];
}
