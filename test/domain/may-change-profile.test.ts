import { describe, expect, it } from 'vitest';
import { ceilingOf, heldLimits, mayNotChangeProfile } from '#shared/domain/may-change-profile.ts';
import {
  type AuthorityLimits,
  firstLimitsOf,
  type Profile,
  type ProfileEntry,
  profileEntrySchema,
  type Role,
} from '#shared/domain/people.ts';
import { cents, profileId } from '../support/branded.ts';

const LIMITED: AuthorityLimits = {
  currency: 'USD',
  limitEachEventMinor: cents(100),
  aggregateMinor: cents(100),
  ourLineMinor: cents(100),
  premiumMinor: cents(100),
  lowestGrade: 'BBB',
  schedulePercent: 10,
  walkAwayPercent: 90,
  mayClear: ['rf-young'],
  mayApproveDecline: false,
};

const profile = (name: string, role: Role, parts: Partial<Profile> = {}): Profile => ({
  id: profileId(name),
  name,
  initials: name.slice(0, 2),
  role,
  email: null,
  limits: LIMITED,
  hasPassphrase: false,
  publicKey: null,
  addedAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  retiredAt: null,
  ...parts,
});
const entry = (of: Profile, parts: Partial<ProfileEntry> = {}): ProfileEntry => ({
  ...profileEntrySchema.strip().parse(of),
  ...parts,
});
const withLimits = (of: Profile, limits: Partial<AuthorityLimits>): ProfileEntry =>
  entry(of, { limits: { ...of.limits, ...limits } });

const UNLIMITED = firstLimitsOf('head');
const ada = profile('Ada', 'head', { limits: UNLIMITED });
/** A head who has no more than others. */
const bounded = profile('Ada', 'head');
const ben = profile('Ben', 'underwriter');
const cy = profile('Cy', 'senior');
const gone = profile('Gone', 'head', { retiredAt: '2026-02-01T00:00:00.000Z' });
const all = [ada, ben, cy, gone];
const higher = { premiumMinor: cents(200) };

const change = (before: Profile, after: ProfileEntry) => ({ kind: 'change', before, after }) as const;

describe('who may change a profile', () => {
  it.each<readonly [string, ReturnType<typeof change>, Profile | null, readonly Profile[], boolean]>([
    ['a head, somebody else’s limits', change(ben, withLimits(ben, higher)), ada, all, true],
    ['an underwriter, a colleague’s limits', change(cy, withLimits(cy, higher)), ben, all, false],
    ['an underwriter, the own limits', change(ben, withLimits(ben, higher)), ben, all, false],
    [
      'an underwriter lowers the own',
      change(ben, withLimits(ben, { premiumMinor: cents(1) })),
      ben,
      all,
      false,
    ],
    ['nobody, with a head', change(ben, withLimits(ben, higher)), null, all, false],
    ['a retired head', change(ben, withLimits(ben, higher)), gone, all, false],
    ['nobody, without a head', change(ben, withLimits(ben, higher)), null, [ben, cy], false],
    ['a head, more than the own', change(ben, withLimits(ben, higher)), bounded, [bounded, ben, cy], false],
    ['without a head, a colleague’s', change(cy, withLimits(cy, higher)), ben, [ben, cy, gone], false],
    [
      'without a head, the first lowers',
      change(cy, withLimits(cy, { premiumMinor: cents(9) })),
      ben,
      [ben, cy],
      true,
    ],
    ['without a head, the second one’s own', change(cy, withLimits(cy, higher)), cy, [ben, cy], false],
    [
      'without a head, the second, the first one’s',
      change(ben, withLimits(ben, higher)),
      cy,
      [ben, cy],
      false,
    ],
    ['without a head, the first, the own', change(ben, withLimits(ben, higher)), ben, [ben, cy], true],
    ['the only one, the own', change(ben, withLimits(ben, higher)), ben, [ben, gone], true],
    [
      'the only head, the own up',
      change(bounded, withLimits(bounded, higher)),
      bounded,
      [bounded, ben],
      true,
    ],
    ['a head, the own down', change(ada, withLimits(ada, { premiumMinor: cents(1) })), ada, all, true],
    ['the only head steps down', change(ada, entry(ada, { role: 'senior' })), ada, all, false],
    ['one’s own initials', change(ben, entry(ben, { initials: 'B' })), ben, all, true],
    ['a colleague’s initials', change(ben, entry(ben, { initials: 'B' })), cy, all, false],
    ['a retired one’s initials', change(gone, entry(gone, { initials: 'B' })), ada, all, false],
  ])('%s', (_what, asked, by, profiles, may) => {
    const why = mayNotChangeProfile(asked, { by, profiles });
    expect(why === null).toBe(may);
    if (why !== null) expect(why).toMatch(/^[A-Z“].*\.$/);
  });

  it.each<readonly [string, Partial<AuthorityLimits>]>([
    ...(['limitEachEventMinor', 'aggregateMinor', 'ourLineMinor', 'premiumMinor'] as const).flatMap(
      (measure) =>
        [
          [`${measure} up`, { [measure]: cents(101) }],
          [`${measure} away`, { [measure]: null }],
        ] as const,
    ),
    ['a lower grade', { lowestGrade: 'BB' }],
    ['no lowest grade', { lowestGrade: null }],
    ['a wider schedule', { schedulePercent: 10.5 }],
    ['no bound of the schedule', { schedulePercent: null }],
    ['a lower floor', { walkAwayPercent: 89 }],
    ['no floor', { walkAwayPercent: null }],
    ['one more referral', { mayClear: ['rf-young', 'rf-stale'] }],
    ['another referral', { mayClear: ['rf-stale'] }],
    ['every referral', { mayClear: 'all' }],
    ['what is declined', { mayApproveDecline: true }],
  ])('nobody raises the own authority: %s', (_what, limits) => {
    const asked = change(bounded, withLimits(bounded, limits));
    const bo = profile('Bo', 'head', { limits: UNLIMITED });
    expect(mayNotChangeProfile(asked, { by: bounded, profiles: [bounded, bo] })).toMatch(/^Nobody raises/);
    expect(mayNotChangeProfile(asked, { by: bo, profiles: [bounded, bo] })).toBeNull();
    // Nor does a head who has no more grant it.
    const even = profile('Bo', 'head');
    expect(mayNotChangeProfile(asked, { by: even, profiles: [bounded, even] })).toMatch(/may not grant more/);
    const back = { ...change(profile('Ada', 'head', entry(bounded, asked.after)), entry(bounded)) };
    const isLowering = mayNotChangeProfile(back, { by: back.before, profiles: [back.before, bo] }) === null;
    expect(isLowering).toBe(limits.mayClear?.[0] !== 'rf-stale');
  });

  it('while there is no head, only the first person takes that office, and grants it to nobody', () => {
    const asHead = (of: Profile) => change(of, entry(of, { role: 'head', limits: of.limits }));
    expect(mayNotChangeProfile(asHead(ben), { by: ben, profiles: [ben, cy] })).toBeNull();
    expect(mayNotChangeProfile(asHead(cy), { by: cy, profiles: [ben, cy] })).toMatch(/^Only Ben changes/);
    expect(mayNotChangeProfile(asHead(cy), { by: ben, profiles: [ben, cy] })).toMatch(/may not grant more/);
    expect(mayNotChangeProfile(asHead(ben), { by: ben, profiles: [gone, ben] })).toBeNull();
  });

  it('adding: anybody the first, then who grants and never more than they have, and no name twice however it is written', () => {
    const add = { kind: 'add', after: entry(profile('Dee', 'head')) } as const;
    const same = { kind: 'add', after: entry(profile('Dee', 'underwriter')) } as const;
    const puppet = { kind: 'add', after: withLimits(profile('Dee', 'underwriter'), higher) } as const;
    expect(mayNotChangeProfile(add, { by: null, profiles: [gone] })).toBeNull();
    expect(mayNotChangeProfile(same, { by: null, profiles: [ben, gone] })).toMatch(/^Only Ben adds people/);
    expect(mayNotChangeProfile(same, { by: cy, profiles: [ben, cy] })).toMatch(/^Only Ben adds people/);
    expect(mayNotChangeProfile(same, { by: ben, profiles: [ben, gone] })).toBeNull();
    for (const more of [add, puppet])
      expect(mayNotChangeProfile(more, { by: ben, profiles: [ben, gone] })).toBe(
        'Ben may not grant more authority than Ben has. Lower the role or the limits.',
      );
    expect(mayNotChangeProfile(add, { by: ben, profiles: all })).toMatch(/^Only a head/);
    expect(mayNotChangeProfile(add, { by: ada, profiles: all })).toBeNull();
    const again = (name: string) => ({ kind: 'add', after: { ...add.after, name } }) as const;
    expect(mayNotChangeProfile(again(' BEN '), { by: ada, profiles: all })).toContain('already');
    expect(mayNotChangeProfile(again('gone'), { by: ada, profiles: all })).toContain('retired');
  });

  it('nobody’s authority goes beyond the first person’s while there is no head, whatever was set before', () => {
    expect(ceilingOf(cy, [gone, ben, cy])?.name).toBe('Ben');
    expect(ceilingOf(ben, [gone, ben, cy])).toBeNull();
    expect(ceilingOf(cy, all)).toBeNull();
    expect(ceilingOf(cy, [gone])).toBeNull();
    const limitless = profile('Cy', 'senior', { limits: UNLIMITED });
    expect(heldLimits(limitless, [ben, limitless])).toEqual(LIMITED);
    expect(heldLimits(limitless, [ada, limitless])).toEqual(UNLIMITED);
    expect(heldLimits(limitless, [limitless, ben])).toEqual(UNLIMITED);
    const first = profile('Ben', 'underwriter', { limits: UNLIMITED });
    expect(heldLimits(cy, [first, cy])).toEqual(LIMITED);
  });

  it('retiring and passphrases: oneself or a head, and never the last head while others work', () => {
    const retire = (before: Profile) => ({ kind: 'retire', before }) as const;
    expect(mayNotChangeProfile(retire(ben), { by: ben, profiles: all })).toBeNull();
    expect(mayNotChangeProfile(retire(ben), { by: ada, profiles: all })).toBeNull();
    expect(mayNotChangeProfile(retire(ben), { by: cy, profiles: all })).toMatch(/^Only a head/);
    expect(mayNotChangeProfile(retire(ben), { by: cy, profiles: [ben, cy] })).toMatch(/^Only Ben retires/);
    expect(mayNotChangeProfile(retire(cy), { by: ben, profiles: [ben, cy] })).toBeNull();
    expect(mayNotChangeProfile(retire(ada), { by: ada, profiles: all })).toMatch(/only head/);
    expect(mayNotChangeProfile(retire(ada), { by: ada, profiles: [ada, gone] })).toBeNull();
    const secret = { kind: 'passphrase', before: ben, isTakenAway: true } as const;
    const another = { ...secret, isTakenAway: false };
    expect(mayNotChangeProfile(another, { by: ada, profiles: all })).toMatch(/^Only Ben chooses/);
    expect(mayNotChangeProfile(another, { by: ben, profiles: all })).toBeNull();
    expect(mayNotChangeProfile(secret, { by: cy, profiles: all })).toMatch(/^Only Ben or a head/);
    expect(mayNotChangeProfile(secret, { by: ada, profiles: all })).toBeNull();
    expect(mayNotChangeProfile(secret, { by: null, profiles: all })).toMatch(/^Say who you are/);
  });
});

describe('what a new profile begins with', () => {
  it('is no limit for a head, and no referral for anybody else', () => {
    expect(firstLimitsOf('head').mayClear).toBe('all');
    for (const role of ['assistant', 'underwriter', 'senior'] as const)
      expect(firstLimitsOf(role)).toMatchObject({ mayClear: [], mayApproveDecline: false });
  });

  it('names stand on one line without blanks around them, and blank lines are nothing', () => {
    const typed = { ...entry(ben), name: '  Ben Osei ', email: ' ' };
    expect(profileEntrySchema.parse(typed)).toMatchObject({ name: 'Ben Osei', email: null });
    expect(profileEntrySchema.safeParse({ ...typed, name: 'Ben\nOsei' }).success).toBe(false);
    expect(profileEntrySchema.safeParse({ ...typed, name: '  ' }).success).toBe(false);
  });
});
