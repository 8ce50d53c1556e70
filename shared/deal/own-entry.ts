/**
 * Why somebody cannot approve an assessment because it is their own work, in one sentence; null where it is not. Own work is
 * what they entered, which counts from revision to revision, and what they referred. Opening a revision, sending a referral
 * back, moving a case or approving enters nothing. Total and pure.
 */
export function ownWorkRefusal(
  { id, name }: { readonly id: string; readonly name: string },
  {
    editors,
    referredBy,
  }: {
    /** Ids of the profiles that entered any of it. */
    readonly editors: readonly string[];
    /** Who referred it or is about to; null where nobody with a profile. */
    readonly referredBy: string | null;
  },
): string | null {
  if (editors.includes(id))
    return `${name} has entered part of this assessment, and nobody approves their own entry. Let somebody else approve it.`;
  if (id === referredBy)
    return `${name} refers this assessment, and nobody approves what they refer. Let somebody else approve it.`;
  return null;
}
