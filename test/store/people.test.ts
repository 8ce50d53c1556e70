import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { listAssessments } from '#electron/store/assessments/read-assessments.ts';
import { verifyAuditChain } from '#electron/store/audit/audit-chain.ts';
import { verifyQuote } from '#electron/store/check/verify-quote.ts';
import { readInsurer, setInsurer } from '#electron/store/people/insurer.ts';
import {
  addProfile,
  changePassphrase,
  changeProfile,
  getProfileToSignIn,
  keepPublicKey,
  listProfiles,
  retireProfile,
} from '#electron/store/people/profiles.ts';
import { closeWorkbook } from '#electron/store/workbook/workbook.ts';
import { type Insurer, LARGEST_LOGO } from '#shared/domain/people.ts';
import { profileId } from '../support/branded.ts';
import { auditRows } from './support/audit-rows.ts';
import { checkedNow, unsound } from './support/checked.ts';
import { entryOf, HARBOUR, person, stampOf } from './support/people.ts';
import {
  failureOf,
  forge,
  NOW,
  newWorkbook,
  reopened,
  valueIn,
  withRawConnection,
  workbookOf80,
} from './support/workbooks.ts';

const PASSPHRASE = { salt: 'a'.repeat(32), hash: 'b'.repeat(64), cost: 32_768 };

const refused = (path: string, sql: string): string =>
  withRawConnection(path, (db) => {
    try {
      return `done: ${db.prepare(sql).run().changes} rows`;
    } catch (error) {
      return error instanceof Database.SqliteError ? error.message : String(error);
    }
  });

it('people stand in the order in which the trail tells of them, whatever the clock said', () => {
  const { db } = newWorkbook();
  const add = (name: string, id: string, at: string) =>
    valueIn(
      addProfile(db, {
        ...stampOf(null),
        now: new Date(at),
        id: profileId(id),
        entry: entryOf(name),
        passphrase: null,
        publicKey: null,
      }),
    );
  add('Hope Reed', 'ffffffff-0000-4000-8000-000000000001', '2026-11-22T12:00:00.000Z');
  expect(valueIn(listProfiles(db)).map(({ name }) => name)).toEqual(['Hope Reed']);
  const by = valueIn(listProfiles(db))[0]!;
  valueIn(
    addProfile(db, {
      ...stampOf(by),
      now: new Date('2026-11-22T11:00:00.000Z'),
      id: profileId('00000000-0000-4000-8000-000000000002'),
      entry: entryOf('Ben Osei'),
      passphrase: null,
      publicKey: null,
    }),
  );
  expect(valueIn(listProfiles(db)).map(({ name }) => name)).toEqual(['Hope Reed', 'Ben Osei']);
});

describe('the insurer of a workbook', () => {
  it('is none at first, then comes back as it was set, after closing too', () => {
    const workbook = newWorkbook();
    expect(valueIn(readInsurer(workbook.db))).toBeNull();
    valueIn(setInsurer(workbook.db, { ...stampOf(null), insurer: HARBOUR }));
    closeWorkbook(workbook);
    expect(valueIn(readInsurer(reopened(workbook.path).db))).toEqual(HARBOUR);
  });

  it('can be set anew, and the trail says what was changed', () => {
    const { db } = newWorkbook();
    valueIn(setInsurer(db, { ...stampOf(null), insurer: HARBOUR }));
    valueIn(setInsurer(db, { ...stampOf(null), insurer: { ...HARBOUR, name: 'Harbour SE', logo: null } }));
    expect(
      auditRows(db)
        .slice(0, 2)
        .map(({ action, actor, detail }) => [action, actor, detail]),
    ).toEqual([
      ['insurer-set', '(not named)', 'The insurer is Harbour SE; changed: name, logo.'],
      ['insurer-set', '(not named)', 'The insurer is Harbour Mutual Insurance plc.'],
    ]);
    expect(checkedNow(db).isSound).toBe(true);
  });

  it('takes no logo above 512 kB', () => {
    const { db } = newWorkbook();
    const base64 = Buffer.alloc(LARGEST_LOGO + 1).toString('base64');
    const insurer: Insurer = { ...HARBOUR, logo: { type: 'image/png', base64 } };
    expect(failureOf(setInsurer(db, { ...stampOf(null), insurer })).message).toContain('512 kB');
    expect(valueIn(readInsurer(db))).toBeNull();
  });

  it('is not read, nor written anew, once another program has altered it', () => {
    const workbook = newWorkbook();
    valueIn(setInsurer(workbook.db, { ...stampOf(null), insurer: HARBOUR }));
    closeWorkbook(workbook);
    forge(workbook.path, (raw) => raw.exec(`UPDATE insurer SET licence = 'FRN 1'`));
    const { db } = reopened(workbook.path);
    expect(failureOf(readInsurer(db)).message).toMatch(/is not what was entered/);
    expect(failureOf(setInsurer(db, { ...stampOf(null), insurer: HARBOUR })).code).toBe('workbook-damaged');
    expect(unsound(checkedNow(db).findings)).toEqual(['people']);
  });
});

describe('the profiles of a workbook', () => {
  it('come back as they were, in the order in which they were added, and the trail names who added whom', () => {
    const workbook = newWorkbook();
    const ada = person(workbook.db, entryOf('Ada Vance', { role: 'head', email: 'ada@harbour.example' }));
    const ben = person(workbook.db, entryOf('Ben Osei'), ada);
    closeWorkbook(workbook);
    const { db } = reopened(workbook.path);
    expect(valueIn(listProfiles(db))).toEqual([ada, ben]);
    expect(auditRows(db)[0]).toMatchObject({
      actor: 'Ada Vance',
      action: 'profile-added',
      subjectOf: 'Ben Osei',
      detail: 'Added as underwriter.',
    });
    expect(db.prepare(`SELECT facts ->> 'profileId' FROM audit ORDER BY sequence DESC`).pluck().get()).toBe(
      ada.id,
    );
    expect(checkedNow(db).isSound).toBe(true);
  });

  it('are changed, given a passphrase and a key, and retired, each with its entry', () => {
    const { db } = newWorkbook();
    const ada = person(db, entryOf('Ada Vance', { role: 'head' }));
    const ben = person(db, entryOf('Ben Osei'), ada);
    const entry = entryOf('Ben Osei', { initials: 'BO', role: 'senior' });
    valueIn(changeProfile(db, { ...stampOf(ada), id: ben.id, entry }));
    valueIn(changePassphrase(db, { ...stampOf(ben), id: ben.id, passphrase: PASSPHRASE }));
    valueIn(keepPublicKey(db, { ...stampOf(ben), id: ben.id, publicKey: 'MCow' }));
    const kept = valueIn(getProfileToSignIn(db, ben.id));
    expect(kept.passphrase).toEqual(PASSPHRASE);
    expect(kept.profile).toMatchObject({ role: 'senior', hasPassphrase: true, publicKey: 'MCow' });
    valueIn(changePassphrase(db, { ...stampOf(ben), id: ben.id, passphrase: null }));
    valueIn(retireProfile(db, { ...stampOf(ada), id: ben.id }));
    expect(auditRows(db).map(({ actor, detail }) => [actor, detail])).toEqual(
      expect.arrayContaining([
        ['Ada Vance', 'Changed: initials, role from underwriter to senior underwriter.'],
        ['Ben Osei', 'Given another passphrase.'],
        ['Ben Osei', 'Signs with another key from now on.'],
        ['Ben Osei', 'The passphrase was taken away.'],
        ['Ada Vance', 'Retired.'],
      ]),
    );
    expect(valueIn(listProfiles(db))[1]?.retiredAt).toBe(NOW.toISOString());
    expect(failureOf(keepPublicKey(db, { ...stampOf(ben), id: ben.id, publicKey: 'x' })).message).toBe(
      'Ben Osei is retired and signs nothing.',
    );
    expect(checkedNow(db).isSound).toBe(true);
  });

  it('hold to the rule of who may change what, and store nothing of what is refused', () => {
    const { db } = newWorkbook();
    const ada = person(db, entryOf('Ada Vance', { role: 'head' }));
    const ben = person(db, entryOf('Ben Osei'), ada);
    const before = auditRows(db).length;
    const unlimited = entryOf('Ben Osei', { role: 'head' });
    expect(failureOf(changeProfile(db, { ...stampOf(ben), id: ben.id, entry: unlimited })).message).toBe(
      'Only a head of underwriting changes what somebody may do: Ada Vance.',
    );
    const added = { id: profileId(randomUUID()), entry: entryOf('Cy'), passphrase: null, publicKey: null };
    expect(failureOf(addProfile(db, { ...stampOf(ben), ...added })).code).toBe('conflict');
    expect(failureOf(addProfile(db, { ...stampOf(null), ...added })).code).toBe('conflict');
    expect(failureOf(retireProfile(db, { ...stampOf(ada), id: ada.id })).code).toBe('conflict');
    expect(auditRows(db)).toHaveLength(before);
    expect(valueIn(listProfiles(db))).toEqual([ada, ben]);
  });

  it('give nobody authority that another program has written into the file', () => {
    const workbook = newWorkbook();
    const ada = person(workbook.db, entryOf('Ada Vance', { role: 'head' }));
    const ben = person(workbook.db, entryOf('Ben Osei'), ada);
    closeWorkbook(workbook);
    forge(workbook.path, (raw) => raw.exec(`UPDATE profiles SET role = 'head' WHERE name = 'Ben Osei'`));
    const { db } = reopened(workbook.path);
    expect(failureOf(getProfileToSignIn(db, ben.id)).message).toMatch(
      /The profile “Ben Osei” .* is not what was entered/,
    );
    expect(failureOf(changeProfile(db, { ...stampOf(ada), id: ada.id, entry: ada })).code).toBe(
      'workbook-damaged',
    );
    expect(checkedNow(db).findings.find(({ id }) => id === 'people')).toMatchObject({
      isSound: false,
      message: expect.stringContaining('Ben Osei'),
    });
  });

  it.each([
    ['DELETE FROM profiles', 'a profile cannot be removed'],
    ['DELETE FROM insurer', 'the insurer cannot be removed'],
    [`UPDATE profiles SET id = '${randomUUID()}'`, 'the identity of a profile cannot be changed'],
    [
      `UPDATE profiles SET retired_at = NULL WHERE retired_at IS NOT NULL`,
      'a retired profile stays as it is',
    ],
    ['INSERT OR REPLACE INTO profiles SELECT * FROM profiles', 'a profile cannot be replaced'],
    [
      `UPDATE profiles SET limits = 'x' WHERE retired_at IS NULL`,
      'CHECK constraint failed: json_valid(limits)',
    ],
    [
      `UPDATE profiles SET passphrase_salt = NULL WHERE passphrase_salt IS NOT NULL`,
      'CHECK constraint failed',
    ],
  ])('are guarded in the file itself: %s', (sql, why) => {
    const workbook = newWorkbook();
    const { db } = workbook;
    const ada = person(db, entryOf('Ada Vance', { role: 'head' }));
    const ben = person(db, entryOf('Ben Osei'), ada);
    valueIn(retireProfile(db, { ...stampOf(ada), id: ben.id }));
    valueIn(changePassphrase(db, { ...stampOf(ada), id: ada.id, passphrase: PASSPHRASE }));
    valueIn(setInsurer(db, { ...stampOf(ada), insurer: HARBOUR }));
    closeWorkbook(workbook);
    expect(refused(workbook.path, sql)).toContain(why);
  });
});

describe('a workbook of the schema before people', () => {
  it('is brought up to date with its chain, its quotes and nobody in it, and takes people then', () => {
    const path = workbookOf80();
    const workbook = reopened(path);
    const { db } = workbook;
    expect(workbook.notices.map(({ kind }) => kind)).toEqual(['migrated']);
    expect(verifyAuditChain(db).isSound).toBe(true);
    expect(checkedNow(db).isSound).toBe(true);
    for (const { latestQuote } of valueIn(listAssessments(db)))
      if (latestQuote !== null) expect(valueIn(verifyQuote(db, latestQuote.id)).isSound).toBe(true);
    expect(valueIn(listProfiles(db))).toEqual([]);
    person(db, entryOf('Ada Vance', { role: 'head' }));
    valueIn(setInsurer(db, { ...stampOf(null), insurer: HARBOUR }));
    expect(checkedNow(db).isSound).toBe(true);
  });
});
