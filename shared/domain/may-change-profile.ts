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
 * Who grants authority in a workbook: its heads of underwriting, or while it has none the one who was added first of those at
 * work. `profiles` in the order in which they were added. Empty where nobody is at work. Total and pure.
 */
function grantorsOf(profiles: readonly Profile[]): readonly Profile[] {
  const active = profiles.filter(isActive);
  const heads = active.filter(({ role }) => role === 'head');
  return heads.length > 0 ? heads : active.slice(0, 1);
}

/**
 * The profile whose authority nobody's exceeds in a workbook without a head of underwriting: the one who grants there. Null
 * with a head, who says what each may do, and of the one who grants. What was set before this was so counts no further
 * either. `profiles` in the order in which they were added. Total and pure.
 */
export function ceilingOf(of: Pick<Profile, 'id'>, profiles: readonly Profile[]): Profile | null {
  const [first] = grantorsOf(profiles);
  return first === undefined || first.role === 'head' || first.id === of.id ? null : first;
}

/** The smaller of two upper limits, where null is none. */
const lesser = <N extends number>(one: N | null, other: N | null): N | null =>
  one === null ? other : other === null || one <= other ? one : other;

/**
 * What a person may do: their own limits, and while there is no head of underwriting no more than those of the first person
 * in any measure. Total and pure.
 */
export function heldLimits(of: Profile, profiles: readonly Profile[]): AuthorityLimits {
  const { limits: own } = of;
  const above = ceilingOf(of, profiles)?.limits;
  if (above === undefined) return own;
  const { mayClear } = own;
  const grade = lesser(gradeRank(own), gradeRank(above));
  const floor = lesser(lowered(own.walkAwayPercent), lowered(above.walkAwayPercent));
  return {
    currency: own.currency,
    limitEachEventMinor: lesser(own.limitEachEventMinor, above.limitEachEventMinor),
    aggregateMinor: lesser(own.aggregateMinor, above.aggregateMinor),
    ourLineMinor: lesser(own.ourLineMinor, above.ourLineMinor),
    premiumMinor: lesser(own.premiumMinor, above.premiumMinor),
    lowestGrade: grade === null ? null : (GRADES[grade] ?? null),
    schedulePercent: lesser(own.schedulePercent, above.schedulePercent),
    walkAwayPercent: lowered(floor),
    mayClear:
      mayClear === 'all'
        ? above.mayClear
        : mayClear.filter((id) => above.mayClear === 'all' || above.mayClear.includes(id)),
    mayApproveDecline: own.mayApproveDecline && above.mayApproveDecline,
  };
}

/**
 * Why a profile may not be changed so, in one sentence; null when it may. A head of underwriting adds people and says what
 * each may do; while there is none, whoever was added first does. Nobody grants more than they may do themselves, and nobody
 * raises their own authority but the only one who grants: the authority at the top is as they declare it. Total and pure.
 */
export function mayNotChangeProfile(change: ProfileChange, { by, profiles }: People): string | null {
  const active = profiles.filter(isActive);
  const grantors = grantorsOf(profiles);
  const isGrantor = grantors.some(({ id }) => id === by?.id);
  const namedTwice = change.kind === 'add' || change.kind === 'change' ? sameName(change, profiles) : null;
  if (namedTwice !== null) return namedTwice;
  if (change.kind === 'add') {
    if (grantors.length === 0) return null;
    if (by === null || !isGrantor) return `${only(grantors, 'adds people to this workbook')}`;
    return isRaised(by, change.after) ? beyondWords(by) : null;
  }

  const { before } = change;
  if (!isActive(before)) return `${before.name} is retired, and a retired profile stays as it is.`;
  if (by === null) return 'Say who you are before you change a profile.';
  const isOwn = by.id === before.id;
  const isLastHead =
    before.role === 'head' && grantors.length === 1 && grantors[0]?.id === before.id && active.length > 1;
  if (change.kind === 'retire') {
    if (!isOwn && !isGrantor) return only(grantors, 'retires somebody else');
    return isLastHead ? lastHeadWords(before) : null;
  }
  if (change.kind === 'passphrase') {
    if (isOwn || (isGrantor && change.isTakenAway)) return null;
    return isGrantor
      ? `Only ${before.name} chooses this passphrase. You can take it away, so that a new one is chosen.`
      : `Only ${before.name} or ${whoGrants(grantors)} changes this passphrase.`;
  }

  const { after } = change;
  if (after.role === before.role && areSameLimits(before.limits, after.limits))
    return isOwn || isGrantor ? null : `Only ${before.name} or ${whoGrants(grantors)} changes this profile.`;
  if (!isGrantor) return only(grantors, 'changes what somebody may do');
  if (isLastHead && after.role !== 'head') return lastHeadWords(before);
  if (!isRaised(before, after)) return null;
  if (isOwn)
    return grantors.length > 1 ? 'Nobody raises their own authority. Ask a colleague who may.' : null;
  return isRaised(by, after) ? beyondWords(by) : null;
}

const isFromHead = ([first]: readonly Profile[]): boolean => first?.role === 'head';

const whoGrants = (grantors: readonly Profile[]): string =>
  isFromHead(grantors) ? 'a head of underwriting' : namesOf(grantors);

const only = (grantors: readonly Profile[], does: string): string =>
  isFromHead(grantors)
    ? `Only a head of underwriting ${does}: ${namesOf(grantors)}.`
    : `Only ${namesOf(grantors)} ${does}: the first person here, while there is no head of underwriting.`;

const beyondWords = ({ name }: Profile): string =>
  `${name} may not grant more authority than ${name} has. Lower the role or the limits.`;

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
