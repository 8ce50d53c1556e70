import { nameKey } from './name-key.ts';
import { type AuthorityLimits, type Profile, type ProfileEntry, ROLES, type Role } from './people.ts';
import { GRADES } from './vocabulary.ts';

/** What is about to be done to a profile. */
export type ProfileChange =
  | { readonly kind: 'add'; readonly after: ProfileEntry }
  | { readonly kind: 'change'; readonly before: Profile; readonly after: ProfileEntry }
  | { readonly kind: 'passphrase'; readonly before: Profile; readonly isTakenAway: boolean }
  | { readonly kind: 'retire'; readonly before: Profile };

interface People {
  /** Who does it; null where nobody has said who they are. */
  readonly by: Profile | null;
  /** Every profile of the workbook. */
  readonly profiles: readonly Profile[];
}

const isActive = ({ retiredAt }: Profile): boolean => retiredAt === null;

/**
 * Why a profile may not be changed so, in one sentence; null when it may. While a workbook has no head of underwriting,
 * anybody may add people and set what others may do; with one, only a head may. Nobody raises what they may do
 * themselves, unless they are the only one. Total and pure.
 */
export function mayNotChangeProfile(change: ProfileChange, { by, profiles }: People): string | null {
  const active = profiles.filter(isActive);
  const heads = active.filter(({ role }) => role === 'head');
  const isHead = heads.some(({ id }) => id === by?.id);
  const namedTwice = change.kind === 'add' || change.kind === 'change' ? sameName(change, profiles) : null;
  if (namedTwice !== null) return namedTwice;
  if (change.kind === 'add')
    return heads.length === 0 || isHead
      ? null
      : `Only a head of underwriting adds people to this workbook: ${namesOf(heads)}.`;

  const { before } = change;
  if (!isActive(before)) return `${before.name} is retired, and a retired profile stays as it is.`;
  if (by === null) return 'Say who you are before you change a profile.';
  const isOwn = by.id === before.id;
  const isLastHead = heads.length === 1 && heads[0]?.id === before.id && active.length > 1;
  if (change.kind === 'retire') {
    if (!isOwn && !isHead && heads.length > 0)
      return `Only a head of underwriting retires somebody else: ${namesOf(heads)}.`;
    return isLastHead ? lastHeadWords(before) : null;
  }
  if (change.kind === 'passphrase') {
    if (isOwn || (isHead && change.isTakenAway)) return null;
    return isHead
      ? `Only ${before.name} chooses this passphrase. You can take it away, so that a new one is chosen.`
      : `Only ${before.name} or a head of underwriting changes this passphrase.`;
  }

  const { after } = change;
  const hasSameAuthority = after.role === before.role && areSameLimits(before.limits, after.limits);
  if (hasSameAuthority)
    return isOwn || isHead || heads.length === 0
      ? null
      : `Only ${before.name} or a head of underwriting changes this profile.`;
  if (heads.length > 0 && !isHead)
    return `Only a head of underwriting changes what somebody may do: ${namesOf(heads)}.`;
  if (isLastHead && after.role !== 'head') return lastHeadWords(before);
  if (isOwn && active.length > 1 && isRaised(before, after))
    return 'Nobody raises their own authority. Ask a colleague who may.';
  return null;
}

const lastHeadWords = ({ name }: Profile): string =>
  `${name} is the only head of underwriting. Make somebody else head first.`;

function sameName(
  change: Extract<ProfileChange, { kind: 'add' | 'change' }>,
  profiles: readonly Profile[],
): string | null {
  const key = nameKey(change.after.name);
  const own = change.kind === 'change' ? change.before.id : null;
  const other = profiles.find(({ id, name }) => id !== own && nameKey(name) === key);
  if (other === undefined) return null;
  return isActive(other)
    ? `There is a profile of the name “${other.name}” already.`
    : `“${other.name}” is the name of a retired profile, whose entries it stands under. Choose a name that tells the two apart.`;
}

const namesOf = (profiles: readonly Profile[]): string => profiles.map(({ name }) => name).join(', ');

const rankOf = (role: Role): number => ROLES.indexOf(role);

/** Whether an upper limit was moved up or taken away. */
const isMore = (before: number | null, after: number | null): boolean =>
  before !== null && (after === null || after > before);

const MEASURES = ['limitEachEventMinor', 'aggregateMinor', 'ourLineMinor', 'premiumMinor'] as const;

function isRaised(before: ProfileEntry, after: ProfileEntry): boolean {
  const [old, now] = [before.limits, after.limits];
  return (
    rankOf(after.role) > rankOf(before.role) ||
    MEASURES.some((measure) => isMore(old[measure], now[measure])) ||
    isMore(old.schedulePercent, now.schedulePercent) ||
    isMore(gradeRank(old), gradeRank(now)) ||
    isMore(lowered(old.walkAwayPercent), lowered(now.walkAwayPercent)) ||
    clearsMore(old, now) ||
    (now.mayApproveDecline && !old.mayApproveDecline) ||
    (old.currency !== now.currency && MEASURES.some((measure) => old[measure] !== null))
  );
}

const gradeRank = ({ lowestGrade }: AuthorityLimits): number | null =>
  lowestGrade === null ? null : GRADES.indexOf(lowestGrade);

const lowered = (floor: number | null): number | null => (floor === null ? null : -floor);

function clearsMore({ mayClear: before }: AuthorityLimits, { mayClear: after }: AuthorityLimits): boolean {
  if (before === 'all') return false;
  return after === 'all' || after.some((id) => !before.includes(id));
}

/** Whether two sets of limits say the same, in whatever order they name referrals. */
export const areSameLimits = (one: AuthorityLimits, other: AuthorityLimits): boolean =>
  comparable(one) === comparable(other);

const comparable = ({ mayClear, ...rest }: AuthorityLimits): string =>
  JSON.stringify([
    Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)),
    mayClear === 'all' ? mayClear : [...mayClear].sort(),
  ]);
