import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stampOfRun } from '#electron/cli/run-people.ts';
import { readLogoFile } from '#electron/exchange/logo-file.ts';
import { loadBundledModel } from '#electron/host/bundled-model.ts';
import { hashPassphrase, isPassphrase, SCRYPT_COST } from '#electron/host/passphrase.ts';
import { openProfileKeys } from '#electron/host/profile-keys.ts';
import { openSettings } from '#electron/host/settings.ts';
import { changeStamp } from '#electron/ipc/change-stamp.ts';
import { peopleHandlers } from '#electron/ipc/handlers/people.ts';
import { openSignedIn } from '#electron/ipc/signed-in.ts';
import { finaliseAssessment } from '#electron/store/assessments/finalise.ts';
import { enterWorkbookEvent } from '#electron/store/audit/workbook-event.ts';
import type { Workbook } from '#electron/store/workbook/workbook.ts';
import { type Insurer, NOT_NAMED, type Profile, profileSchema } from '#shared/domain/people.ts';
import type { Result } from '#shared/domain/result.ts';
import { parseWholeSubmission } from '#shared/domain/submission.ts';
import { auditRows } from '../store/support/audit-rows.ts';
import { checkedNow } from '../store/support/checked.ts';
import { entryOf, HARBOUR, person, stampOf } from '../store/support/people.ts';
import { FIGURES, MODEL, newDraft } from '../store/support/records.ts';
import { failureOf, later, NOW, newWorkbook, valueIn } from '../store/support/workbooks.ts';
import { host, resources, sampleText, value } from './handlers-host.ts';

const model = value(loadBundledModel(resources));

/** As the window gets it: what a handler answers passes the contract's schema on its way. */
const profileOf = (result: Result<unknown>): Profile => profileSchema.parse(valueIn(result));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ballast-people-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a passphrase', () => {
  let known: Awaited<ReturnType<typeof hashPassphrase>>;
  beforeAll(async () => {
    known = await hashPassphrase('correct horse – naïve');
  });

  it('is recognised, in any Unicode form, and no other is', async () => {
    expect(await isPassphrase('correct horse – naïve', known)).toBe(true);
    expect(await isPassphrase('correct horse – nai\u0308ve', known)).toBe(true);
    expect(await isPassphrase('correct horse – naive', known)).toBe(false);
    expect(await isPassphrase('', known)).toBe(false);
  });

  it('is kept as scrypt of at least 2^15 over 16 bytes of salt, which differ each time', async () => {
    expect(known.cost).toBeGreaterThanOrEqual(2 ** 15);
    expect(known.salt).toMatch(/^[0-9a-f]{32}$/);
    expect(known.hash).toMatch(/^[0-9a-f]{64}$/);
    expect((await hashPassphrase('correct horse – naïve')).hash).not.toBe(known.hash);
  });
});

describe('the key of a person', () => {
  const ID = '00000000-0000-4000-8000-000000000001';
  const file = () => join(folder, 'profile-keys', `${ID}.json`);

  it('is made once, lies in a file of this user alone, and signs the same ever after', async () => {
    const keys = openProfileKeys(folder);
    const key = await keys.open(ID, null);
    expect(key).not.toBeNull();
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(keys.openPlain(ID)?.sign('text')).toBe(key?.sign('text'));
    expect((await openProfileKeys(folder).open(ID, null))?.publicKey).toBe(key?.publicKey);
    expect(keys.publicKeys()).toEqual([key?.publicKey]);
  });

  it('is sealed by a passphrase, and nothing of its private half is then in the file', async () => {
    const keys = openProfileKeys(folder);
    const plain = await keys.open(ID, null);
    const inTheClear = JSON.parse(readFileSync(file(), 'utf8')).plain as string;
    await plain?.seal('first passphrase');
    const text = readFileSync(file(), 'utf8');
    expect(text).not.toContain(inTheClear);
    expect(JSON.parse(text).sealed.cost).toBe(SCRYPT_COST);
    expect(keys.openPlain(ID)).toBeNull();
    expect((await keys.open(ID, 'first passphrase'))?.publicKey).toBe(plain?.publicKey);
    await plain?.seal('second passphrase');
    expect((await keys.open(ID, 'second passphrase'))?.publicKey).toBe(plain?.publicKey);
  });

  it('that cannot be opened gets a successor, and is still known as one of this computer', async () => {
    const keys = openProfileKeys(folder);
    const first = await keys.open(ID, 'first passphrase');
    const second = await keys.open(ID, 'changed elsewhere');
    expect(second?.publicKey).not.toBe(first?.publicKey);
    expect(keys.publicKeys()).toEqual([second?.publicKey, first?.publicKey]);
  });

  it('is none where none can be kept, and a file that is no key is not one', async () => {
    writeFileSync(join(folder, 'profile-keys'), 'in the way');
    expect(await openProfileKeys(folder).open(ID, null)).toBeNull();
    expect(openProfileKeys(folder).publicKeys()).toEqual([]);
    expect(openProfileKeys(folder).openPlain(ID)).toBeNull();
  });
});

describe('who is signed in', () => {
  const add = (app: ReturnType<typeof host>, name: string, parts = {}, passphrase: string | null = null) =>
    peopleHandlers.addProfile(app.context, { entry: entryOf(name, parts), passphrase, isMe: true });
  const present = async (app: ReturnType<typeof host>) =>
    valueIn(await peopleHandlers.current(app.context, undefined));
  const workbookOf = (app: ReturnType<typeof host>): Workbook => {
    const workbook = app.session.current();
    if (workbook === null) throw new Error('no workbook');
    return workbook;
  };

  it('is nobody at first: what is done then is entered so, and never under the name of the account', async () => {
    const app = host(folder, model);
    expect(await present(app)).toEqual({
      profile: null,
      waiting: null,
      isAnybodyKnown: false,
      suggestedName: '',
    });
    const { db } = workbookOf(app);
    valueIn(enterWorkbookEvent(db, changeStamp(app.context), { action: 'workbook-saved-as', detail: 'x' }));
    expect(auditRows(db)[0]?.actor).toBe(NOT_NAMED);
    expect(auditRows(db).map(({ actor }) => actor)).not.toContain(userInfo().username);
    app.session.close();
  });

  it('suggests the name that was typed in the settings of an earlier version', async () => {
    writeFileSync(
      join(folder, 'settings.json'),
      JSON.stringify({ underwriter: ' R. Vance ', theme: 'system', paper: 'a4', backupFolder: null }),
    );
    expect(openSettings(folder).read().underwriter).toBe(' R. Vance ');
    const app = host(folder, model);
    expect((await present(app)).suggestedName).toBe('R. Vance');
    app.session.close();
  });

  it('is entered with every change, signs with a key of their own, and stays after the next start', async () => {
    const app = host(folder, model);
    const ada = profileOf(await add(app, 'Ada Vance', { role: 'head' }));
    expect((await present(app)).profile).toEqual(ada);
    expect(ada.publicKey).not.toBeNull();
    const { db } = workbookOf(app);
    expect(auditRows(db).map(({ actor, action }) => [actor, action])).toEqual(
      expect.arrayContaining([['Ada Vance', 'profile-added']]),
    );
    const draft = newDraft(db);
    valueIn(
      finaliseAssessment(db, {
        ...changeStamp(app.context),
        id: draft.summary.id,
        version: 1,
        figures: FIGURES,
        model: MODEL,
      }),
    );
    const signedBy = db
      .prepare(`SELECT facts -> 'signature' ->> 'key' FROM audit WHERE action = 'assessment-finalised'`)
      .pluck()
      .get();
    expect(signedBy).toBe(ada.publicKey);
    const report = checkedNow(db, { ownKeys: app.context.people.ownKeys() });
    expect(report.findings.find(({ id }) => id === 'signatures')).toMatchObject({
      isSound: true,
      message: expect.stringContaining('1 by this installation'),
    });
    expect(report.isSound).toBe(true);
    app.session.close();

    const again = host(folder, model);
    expect((await present(again)).profile?.name).toBe('Ada Vance');
    expect(changeStamp(again.context).key?.publicKey).toBe(ada.publicKey);
    valueIn(await peopleHandlers.signOut(again.context, undefined));
    expect(changeStamp(again.context)).toMatchObject({ actor: '', profileId: undefined });
    again.session.close();
  });

  it('is asked for a passphrase at the next start, and nobody acts in that name before', async () => {
    const app = host(folder, model);
    const ada = profileOf(await add(app, 'Ada Vance', { role: 'head' }, 'a long passphrase'));
    expect(changeStamp(app.context).actor).toBe('Ada Vance');
    app.session.close();

    const again = host(folder, model);
    expect(await present(again)).toMatchObject({ profile: null, waiting: { name: 'Ada Vance' } });
    expect(changeStamp(again.context).actor).toBe('');
    const wrong = await peopleHandlers.signIn(again.context, { id: ada.id, passphrase: 'another' });
    expect(failureOf(wrong).message).toBe('This is not the passphrase of Ada Vance.');
    expect(failureOf(await peopleHandlers.signIn(again.context, { id: ada.id, passphrase: null })).code).toBe(
      'invalid-input',
    );
    const right = await peopleHandlers.signIn(again.context, {
      id: ada.id,
      passphrase: 'a long passphrase',
    });
    expect(valueIn(right).profile?.name).toBe('Ada Vance');
    expect(changeStamp(again.context)).toMatchObject({ actor: 'Ada Vance', profileId: ada.id });
    expect(changeStamp(again.context).key?.publicKey).toBe(ada.publicKey);
    again.session.close();
  });

  it('changes the own passphrase by naming it, and the key goes with it', async () => {
    const app = host(folder, model);
    const ada = profileOf(await add(app, 'Ada Vance', { role: 'head' }, 'a long passphrase'));
    const change = (given: string | null, next: string | null) =>
      peopleHandlers.changePassphrase(app.context, { id: ada.id, present: given, next });
    expect(failureOf(await change(null, 'another long one')).message).toContain('not the passphrase');
    expect(failureOf(await change('wrong', null)).message).toContain('not the passphrase');
    valueIn(await change('a long passphrase', 'another long one'));
    app.session.close();
    const again = host(folder, model);
    const back = await peopleHandlers.signIn(again.context, { id: ada.id, passphrase: 'another long one' });
    expect(valueIn(back).profile?.publicKey).toBe(ada.publicKey);
    again.session.close();
  });

  it('may be another, who is added by a head; a head may take a passphrase away and choose none', async () => {
    const app = host(folder, model);
    const ada = profileOf(await add(app, 'Ada Vance', { role: 'head' }));
    const entry = entryOf('Ben Osei');
    const ben = profileOf(
      await peopleHandlers.addProfile(app.context, { entry, passphrase: 'of ben alone', isMe: false }),
    );
    expect((await present(app)).profile?.id).toBe(ada.id);
    const change = (next: string | null) =>
      peopleHandlers.changePassphrase(app.context, { id: ben.id, present: null, next });
    expect(failureOf(await change('chosen by ada')).message).toContain('Only Ben Osei chooses');
    expect(valueIn(await change(null)).hasPassphrase).toBe(false);
    valueIn(await peopleHandlers.signIn(app.context, { id: ben.id, passphrase: null }));
    expect(failureOf(await peopleHandlers.retireProfile(app.context, { id: ada.id })).code).toBe('conflict');
    expect(
      failureOf(
        await peopleHandlers.changeProfile(app.context, { id: ben.id, entry: { ...entry, role: 'head' } }),
      ).message,
    ).toContain('Only a head of underwriting');
    app.session.close();
  });

  it('is nobody any more once retired', async () => {
    const app = host(folder, model);
    const ada = profileOf(await add(app, 'Ada Vance', { role: 'head' }));
    valueIn(await peopleHandlers.retireProfile(app.context, { id: ada.id }));
    expect(await present(app)).toMatchObject({ profile: null, waiting: null });
    expect(
      failureOf(await peopleHandlers.signIn(app.context, { id: ada.id, passphrase: null })).message,
    ).toBe('Ada Vance is retired. Choose another profile.');
    app.session.close();
  });

  it('sets the insurer, with a logo that was chosen', async () => {
    const app = host(folder, model);
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>';
    writeFileSync(join(folder, 'logo.svg'), svg);
    app.answers.open = join(folder, 'logo.svg');
    const logo = valueIn(await peopleHandlers.chooseLogo(app.context, undefined));
    const insurer: Insurer = { ...HARBOUR, logo };
    valueIn(await peopleHandlers.setInsurer(app.context, insurer));
    expect(valueIn(await peopleHandlers.insurer(app.context, undefined))).toEqual(insurer);
    const bad: Insurer = {
      ...HARBOUR,
      logo: { type: 'image/svg+xml', base64: Buffer.from('<svg onload="x()"></svg>').toString('base64') },
    };
    expect(failureOf(await peopleHandlers.setInsurer(app.context, bad)).code).toBe('invalid-input');
    app.session.close();
  });
});

describe('a logo', () => {
  const png = (width: number): Buffer => {
    const bytes = Buffer.alloc(64);
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]).copy(bytes);
    bytes.write('IHDR', 12, 'latin1');
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(10, 20);
    return bytes;
  };
  const read = (name: string, bytes: Buffer | string) => {
    writeFileSync(join(folder, name), bytes);
    return readLogoFile(join(folder, name));
  };

  it('is a PNG, or an SVG that draws', () => {
    expect(valueIn(read('a.png', png(10))).type).toBe('image/png');
    const drawing =
      '<?xml version="1.0"?><!-- a --><svg xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="#a" fill="url(#b)"/></svg>';
    expect(valueIn(read('a.svg', drawing)).type).toBe('image/svg+xml');
  });

  it.each([
    ['a.png', 'text', 'not a PNG'],
    ['a.png', png(5000), '4096 pixels'],
    ['a.png', Buffer.concat([png(10), Buffer.alloc(600 * 1024)]), '512 kB'],
    ['a.svg', '<html></html>', 'not an SVG'],
    ['a.svg', '<svg><script>x</script></svg>', 'script'],
    ['a.svg', '<svg><a href="https://example.com">x</a></svg>', 'elsewhere'],
    ['a.svg', '<svg><image href=//example.com/x.png /></svg>', 'elsewhere'],
    ['a.svg', '<svg><rect fill="url(http://example.com)"/></svg>', 'elsewhere'],
    ['a.svg', '<!DOCTYPE svg [<!ENTITY a "b">]><svg></svg>', 'SVG'],
    ['a.svg', '<svg><foreignObject/></svg>', 'script'],
  ])('%s is refused where it is not: %#', (name, bytes, why) => {
    expect(failureOf(read(name, bytes)).message).toContain(why);
  });

  it('that is not there is said so', () => {
    expect(failureOf(readLogoFile(join(folder, 'none.png'))).message).toContain('There is no file');
  });
});

describe('who quotes without a window', () => {
  const people = () => openSignedIn({ folder, key: null, now: () => NOW });
  const run = {
    now: later(1),
    passphrase: () => null,
    get people() {
      return people();
    },
  };
  const named = (insurer: Insurer | null, name: string | null) => ({
    insurer,
    underwriter: name === null ? null : { name },
  });

  it('is nobody where nobody is named and nobody works in the workbook', async () => {
    const { db } = newWorkbook();
    expect(valueIn(await stampOfRun(run, named(null, null), db))).toMatchObject({
      actor: '',
      profileId: undefined,
    });
  });

  it('is who works in it, or whom the submission names', async () => {
    const workbook = newWorkbook();
    const ada = person(workbook.db, entryOf('Ada Vance', { role: 'head' }));
    valueIn(await people().signIn(workbook, { id: ada.id, passphrase: null }));
    expect(valueIn(await stampOfRun(run, named(null, null), workbook.db)).actor).toBe('Ada Vance');
    const ben = person(workbook.db, entryOf('Ben Osei'), ada);
    expect(valueIn(await stampOfRun(run, named(null, 'ben  osei'), workbook.db))).toMatchObject({
      actor: 'Ben Osei',
      profileId: ben.id,
    });
    // Somebody without a profile has no authority in a workbook of people.
    expect(failureOf(await stampOfRun(run, named(null, 'Somebody Else'), workbook.db)).message).toBe(
      '“Somebody Else” has no profile in this workbook, so that nothing is entered in that name. Its people are Ada Vance, Ben Osei.',
    );
  });

  it('is nobody whose passphrase is not given or is another, and nobody who is retired', async () => {
    const app = host(folder, model);
    const add = (name: string, passphrase: string | null) =>
      peopleHandlers.addProfile(app.context, {
        entry: entryOf(name, { role: 'head' }),
        passphrase,
        isMe: name === 'Ada Vance',
      });
    valueIn(await add('Ada Vance', 'a long passphrase'));
    const ben = profileOf(await add('Ben Osei', null));
    valueIn(await peopleHandlers.retireProfile(app.context, { id: ben.id }));
    const db = app.session.current()?.db;
    if (db === undefined) throw new Error('no workbook');
    expect(valueIn(await stampOfRun(run, named(null, null), db)).actor).toBe('');
    const asAda = (passphrase: string | null) =>
      stampOfRun({ ...run, passphrase: () => passphrase }, named(null, 'Ada Vance'), db);
    expect(failureOf(await asAda(null)).message).toContain('BALLAST_PASSPHRASE or on standard input');
    expect(failureOf(await asAda('another')).message).toBe('This is not the passphrase of Ada Vance.');
    const ada = valueIn(await asAda('a long passphrase'));
    expect(ada).toMatchObject({ actor: 'Ada Vance', profileId: expect.any(String) });
    expect(ada.key?.publicKey).toBe(app.context.people.presentIn(db).profile?.publicKey);
    expect(failureOf(await stampOfRun(run, named(null, 'Ben Osei'), db)).message).toContain('retired');
    app.session.close();
  });

  it('quotes for the insurer of the workbook, which the submission may name first', async () => {
    const { db } = newWorkbook();
    valueIn(await stampOfRun(run, named(HARBOUR_PLAIN, 'Ada Vance'), db));
    expect(auditRows(db)[0]).toMatchObject({ actor: 'Ada Vance', action: 'insurer-set' });
    const count = auditRows(db).length;
    valueIn(await stampOfRun(run, named(HARBOUR_PLAIN, 'Ada Vance'), db));
    expect(auditRows(db)).toHaveLength(count);
    const other = { ...HARBOUR_PLAIN, name: 'Another Insurer' };
    expect(failureOf(await stampOfRun(run, named(other, null), db)).message).toContain(
      'this workbook is kept for “Harbour Mutual Insurance plc”',
    );
  });
});

const HARBOUR_PLAIN: Insurer = { ...HARBOUR, logo: null };

describe('a submission', () => {
  it('may name insurer and underwriter beside its content, which they are no part of', () => {
    const { insurer: _insurer, underwriter: _underwriter, ...file } = JSON.parse(sampleText);
    const plain = valueIn(parseWholeSubmission(file, model.model));
    expect(plain.people).toEqual({ insurer: null, underwriter: null });
    const insurer = { name: 'Harbour Mutual Insurance plc', licence: 'FRN 123456' };
    const whole = valueIn(
      parseWholeSubmission({ ...file, insurer, underwriter: { name: ' Ada Vance ' } }, model.model),
    );
    expect(whole.content).toEqual(plain.content);
    expect(whole.people).toEqual({
      insurer: { ...insurer, shortName: null, address: null, logo: null },
      underwriter: { name: 'Ada Vance' },
    });
    const bad = parseWholeSubmission({ ...file, insurer: { name: ' ' } }, model.model);
    expect(failureOf(bad).message).toMatch(/^The name of the insurer .*must not be empty/);
  });
});

describe('the folder of keys', () => {
  it('holds a file for each profile that signed in on this computer, and no other', async () => {
    const workbook = newWorkbook();
    const ada = person(workbook.db, entryOf('Ada Vance', { role: 'head' }));
    const people = openSignedIn({ folder, key: null, now: () => NOW });
    valueIn(await people.signIn(workbook, { id: ada.id, passphrase: null }));
    expect(readdirSync(join(folder, 'profile-keys'))).toEqual([`${ada.id}.json`]);
    expect(people.ownKeys()).toHaveLength(1);
    expect(stampOf(ada).actor).toBe('Ada Vance');
  });
});
