import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createBackupKeeper } from '#electron/app/backup-keeper.ts';
import { modelsToCheckBy } from '#electron/app/workbook-checker.ts';
import { createWorkbookSession } from '#electron/app/workbook-session.ts';
import { loadBundledModel } from '#electron/host/bundled-model.ts';
import { computeOnce } from '#electron/host/compute-once.ts';
import { openKnownPrices } from '#electron/host/known-prices.ts';
import { openRestoreProofs } from '#electron/host/restore-proofs.ts';
import { openSeenWorkbooks } from '#electron/host/seen-workbooks.ts';
import { workHere } from '#electron/store/check/background-work.ts';
import { REHEARSAL_PREFIX } from '#electron/store/check/rehearse-restore.ts';
import { auditRows } from '#test/store/support/audit-rows.ts';
import { forgeThroughout } from '#test/store/support/forger.ts';
import { issued, newDraft } from '#test/store/support/records.ts';
import {
  failureOf,
  forge,
  keepScratchApart,
  later,
  NOW,
  temporaryFolder,
  valueIn,
} from '#test/store/support/workbooks.ts';

keepScratchApart();

const BY = { actor: 'Ada', now: NOW };

/** A session with an open workbook and what looks after its backups; the clock is the test's. */
function keeper() {
  const folder = temporaryFolder();
  const at = { now: NOW, chosen: null as string | null };
  const seen = openSeenWorkbooks(folder);
  const session = createWorkbookSession('test', () => {}, { seen });
  const proofs = openRestoreProofs(folder);
  let changes = 0;
  const backups = createBackupKeeper({
    session,
    chosenFolder: () => at.chosen,
    proofs,
    seen,
    ownKeys: () => [],
    work: workHere,
    models: () => ({ present: null, retired: [] }),
    known: computeOnce(() => openKnownPrices(folder, { engine: '', application: '', code: '', v8: '' })),
    appVersion: 'test',
    now: () => at.now,
    onChanged: () => {
      changes += 1;
    },
  });
  session.start(join(folder, 'Book.ballast'), 'open-or-create');
  onTestFinished(() => session.close());
  const workbook = session.current();
  if (workbook === null) throw new Error('no workbook');
  return { folder, at, session, backups, proofs, workbook, changes: () => changes };
}

const noticesOf = ({ session }: Pick<ReturnType<typeof keeper>, 'session'>) =>
  session.info().notices.map(({ kind }) => kind);

describe('looking after backups while a workbook is open', () => {
  let on: ReturnType<typeof keeper>;
  beforeEach(() => {
    on = keeper();
  });

  it('makes what is due, restores the newest on trial, and says for what restore is proven', async () => {
    const record = newDraft(on.workbook.db);
    issued(on.workbook.db, record);
    newDraft(on.workbook.db);
    expect(on.backups.info()).toMatchObject({ backups: [], proven: null });
    await on.backups.look();
    const { backups, proven } = on.backups.info();
    expect(backups).toHaveLength(1);
    expect(proven).toEqual({
      at: NOW.toISOString(),
      fileName: 'Book 2026-07-01 09-30-00.ballast',
      assessments: 2,
      quotes: 1,
    });
    expect(backups[0]?.trial).toEqual({ at: NOW.toISOString(), isSound: true, problem: '' });
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(REHEARSAL_PREFIX))).toEqual([]);
    expect(statSync(join(on.folder, 'Backups')).mode & 0o777).toBe(0o700);
    expect(statSync(join(on.folder, 'restore-proofs.json')).mode & 0o777).toBe(0o600);
    expect(on.changes()).toBeGreaterThan(0);
    expect(noticesOf(on)).toEqual([]);

    on.at.now = later(3 * 3600);
    newDraft(on.workbook.db);
    await on.backups.look();
    expect(on.backups.info().backups).toHaveLength(1);
    on.at.now = later(5 * 3600);
    await on.backups.look();
    expect(on.backups.info().backups).toHaveLength(2);
    expect(on.backups.info().proven?.assessments).toBe(3);
  });

  it('goes to a second folder as well, and says when it cannot', async () => {
    const second = join(temporaryFolder(), 'Second');
    on.at.chosen = second;
    newDraft(on.workbook.db);
    await on.backups.look();
    expect(readdirSync(second)).toEqual(['Book 2026-07-01 09-30-00.ballast']);
    expect(on.backups.info()).toMatchObject({
      chosenFolder: second,
      folders: [join(on.folder, 'Backups'), second],
    });
    on.at.chosen = join(on.folder, 'Book.ballast', 'no folder');
    on.at.now = later(5 * 3600);
    await on.backups.look();
    expect(noticesOf(on)).toEqual(['backup-failed']);
    expect(on.session.info().notices[0]?.message).toMatch(
      /could not be backed up: the folder .* The newest backup is of today\.$/,
    );
    on.at.chosen = second;
    newDraft(on.workbook.db);
    on.at.now = later(10 * 3600);
    await on.backups.look();
    expect(noticesOf(on)).toEqual([]);
  });

  it('tells of a newest backup that does not pass its trial, though SQLite finds it sound', async () => {
    const record = newDraft(on.workbook.db);
    issued(on.workbook.db, record);
    const made = valueIn(await on.backups.makeNow());
    await on.backups.look();
    const path = join(made.folder, made.fileName);
    const { atime, mtime } = statSync(path);
    forge(path, (db) => db.exec('UPDATE quotes SET quoted_minor = quoted_minor / 2'));
    // Another file of the same name and time is tried again.
    utimesSync(path, atime, mtime);
    await on.backups.look();
    expect(noticesOf(on)).toEqual(['restore-failed']);
    expect(on.session.info().notices[0]?.message).toContain('premium, dates and names');
    expect(on.backups.info()).toMatchObject({ proven: null, backups: [{ trial: { isSound: false } }] });
  });

  it('tells of a newest backup that was written anew, all made to fit, by the heads seen here', async () => {
    issued(on.workbook.db, newDraft(on.workbook.db));
    on.session.compareHeads();
    const made = valueIn(await on.backups.makeNow());
    await on.backups.look();
    expect(noticesOf(on)).toEqual([]);
    forgeThroughout(join(made.folder, made.fileName), (db) =>
      db.exec('UPDATE quotes SET quoted_minor = quoted_minor / 2'),
    );
    await on.backups.look();
    expect(noticesOf(on)).toEqual(['restore-failed']);
    expect(on.session.info().notices[0]?.message).toMatch(/is not the one that this installation on .* knew/);
  });

  it('backs up the state before an import, once for imports in a row', async () => {
    newDraft(on.workbook.db);
    await on.backups.beforeImport();
    newDraft(on.workbook.db);
    on.at.now = later(60);
    await on.backups.beforeImport();
    expect(on.backups.info().backups).toHaveLength(1);
    on.at.now = later(400);
    await on.backups.beforeImport();
    expect(on.backups.info().backups).toHaveLength(2);
  });

  it('lets nothing be imported when the state before it cannot be backed up', async () => {
    on.at.now = later(400);
    writeFileSync(join(on.folder, 'Backups'), 'a file in the place of the folder');
    newDraft(on.workbook.db);
    expect(failureOf(await on.backups.beforeImport()).message).toMatch(
      /^“Book\.ballast” could not be backed up: the folder .* cannot be made\. Nothing was imported\.$/,
    );
  });

  it('is not stopped by Backups that is a link to itself, nor the window by it', async () => {
    const { symlinkSync } = await import('node:fs');
    symlinkSync('Backups', join(on.folder, 'Backups'));
    newDraft(on.workbook.db);
    await on.backups.look();
    expect(noticesOf(on)).toEqual(['backup-failed']);
    expect(failureOf(await on.backups.makeNow()).message).toContain('the folder');
  });

  it('restores to a new file, opens it with an entry in its trail, and knows the way back', async () => {
    newDraft(on.workbook.db);
    await on.backups.look();
    newDraft(on.workbook.db);
    const [backup] = on.backups.info().backups;
    const path = on.backups.pathOf(backup?.id ?? '') ?? '';
    expect(basename(path)).toBe(backup?.fileName);
    expect(on.backups.pathOf('/etc/passwd')).toBeNull();
    expect(basename(on.backups.suggestedName(path))).toBe('Book restored.ballast');
    const target = join(on.folder, 'Book restored.ballast');
    const restored = valueIn(on.backups.restore(path, target, BY));
    expect(restored).toMatchObject({ name: 'Book restored.ballast', assessmentCount: 1, isReadOnly: false });
    const now = on.session.current();
    expect(now === null ? null : auditRows(now.db)[0]).toMatchObject({
      action: 'workbook-restored',
      detail: `Restored from the backup “${backup?.fileName}” to a new file.`,
    });
    expect(on.backups.info().earlier).toBe('Book.ballast');
    on.session.compareHeads();
    const back = valueIn(on.session.open(on.backups.earlierPath() ?? '', 'open'));
    expect(back).toMatchObject({ name: 'Book.ballast', assessmentCount: 2 });
    expect(on.backups.info().earlier).toBeNull();
  });

  it('a workbook and what was saved of it under a new name each go on by themselves', () => {
    newDraft(on.workbook.db);
    on.session.compareHeads();
    valueIn(on.session.saveAs(join(on.folder, 'Second.ballast')));
    const add = () => {
      const open = on.session.current();
      if (open !== null) newDraft(open.db);
      on.session.compareHeads();
    };
    add();
    valueIn(on.session.open(join(on.folder, 'Book.ballast'), 'open'));
    add();
    valueIn(on.session.open(join(on.folder, 'Second.ballast'), 'open'));
    add();
    expect(noticesOf(on)).toEqual([]);
  });

  it('opens a backup in place for viewing only, and leaves every byte of it', async () => {
    newDraft(on.workbook.db);
    const made = valueIn(await on.backups.makeNow());
    const path = join(made.folder, made.fileName);
    const before = readFileSync(path);
    const info = valueIn(on.session.open(path, 'open'));
    expect(info).toMatchObject({ isReadOnly: true, assessmentCount: 1 });
    expect(info.notices.map(({ kind }) => kind)).toEqual(['backup']);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(made.folder)).toEqual([made.fileName]);
    await on.backups.look();
    expect(existsSync(join(made.folder, 'Backups'))).toBe(false);
  });

  it('lists the backups of a workbook that could not be opened, so that one can be restored', async () => {
    newDraft(on.workbook.db);
    await on.backups.look();
    newDraft(on.workbook.db);
    on.session.close();
    const path = join(on.folder, 'Book.ballast');
    truncateSync(path, 5000);
    expect(on.session.start(path, 'open').problem?.code).toBe('workbook-damaged');
    const [backup] = on.backups.info().backups;
    expect(backup?.trial?.isSound).toBe(true);
    const target = join(on.folder, 'Rescued.ballast');
    const restored = valueIn(on.backups.restore(on.backups.pathOf(backup?.id ?? '') ?? '', target, BY));
    expect(restored.assessmentCount).toBe(1);
    // Later than what was seen of the damaged one, and on purpose.
    on.session.compareHeads();
    expect(on.session.info().notices.map(({ kind }) => kind)).not.toContain('parted');
  });

  it('salvages in the background, and not what is open', async () => {
    newDraft(on.workbook.db);
    const made = valueIn(await on.backups.makeNow());
    const target = join(on.folder, 'Salvaged.ballast');
    expect(failureOf(await on.backups.salvage(on.workbook.path, target)).code).toBe('conflict');
    expect(valueIn(await on.backups.salvage(join(made.folder, made.fileName), target)).isWhole).toBe(true);
  });
});

describe('the trial of a backup', () => {
  it('prices no quote that was priced here before', async () => {
    const folder = temporaryFolder();
    const session = createWorkbookSession('test', () => {});
    onTestFinished(() => session.close());
    session.start(join(folder, 'Book.ballast'), 'open-or-create');
    const model = loadBundledModel(join(import.meta.dirname, '..', '..', 'resources'));
    const known = openKnownPrices(folder, { engine: '', application: '', code: '', v8: '' });
    const given: number[] = [];
    let now = NOW;
    const backups = createBackupKeeper({
      session,
      chosenFolder: () => null,
      proofs: openRestoreProofs(folder),
      seen: openSeenWorkbooks(folder),
      ownKeys: () => [],
      work: {
        ...workHere,
        rehearse: (backup, order) => {
          given.push(Object.keys(order.premiums).length);
          return workHere.rehearse(backup, order);
        },
      },
      models: () => modelsToCheckBy(model),
      known: () => known,
      appVersion: 'test',
      now: () => now,
      onChanged: () => {},
    });
    const workbook = session.current();
    if (workbook === null) throw new Error('no workbook');
    issued(workbook.db, newDraft(workbook.db));
    await backups.look();
    expect(Object.keys(known.all())).toHaveLength(1);
    newDraft(workbook.db);
    now = later(86_400);
    await backups.look();
    expect(given).toEqual([0, 1]);
  });
});

describe('names at their longest', () => {
  it.each([
    ['plain letters', 'w'.repeat(239)],
    ['letters of three bytes', '険'.repeat(79)],
  ])('of %s: opened, saved, backed up and restored', async (_what, stem) => {
    const folder = temporaryFolder();
    const session = createWorkbookSession('test', () => {});
    onTestFinished(() => session.close());
    const path = join(folder, `${stem}.ballast`);
    expect(session.start(path, 'open-or-create').problem).toBeNull();
    const backups = createBackupKeeper({
      session,
      chosenFolder: () => null,
      proofs: openRestoreProofs(folder),
      seen: openSeenWorkbooks(folder),
      ownKeys: () => [],
      work: workHere,
      models: () => ({ present: null, retired: [] }),
      known: computeOnce(() => openKnownPrices(folder, { engine: '', application: '', code: '', v8: '' })),
      appVersion: 'test',
      now: () => NOW,
      onChanged: () => {},
    });
    const workbook = session.current();
    if (workbook === null) throw new Error('no workbook');
    newDraft(workbook.db);
    await backups.look();
    expect(session.info().notices).toEqual([]);
    expect(backups.info().proven?.assessments).toBe(1);
  });

  it('too long for the log beside it are refused with a sentence', () => {
    const session = createWorkbookSession('test', () => {});
    const info = session.start(join(temporaryFolder(), `${'w'.repeat(247)}.ballast`), 'open-or-create');
    expect(info.problem?.message).toMatch(/^The name “w+…” is too long/);
  });
});

describe('what a killed process left', () => {
  it('is cleared away when it is ours and old, and nothing else is', async () => {
    const { clearStrays } = await import('#electron/host/clear-strays.ts');
    const folder = temporaryFolder();
    const scratch = temporaryFolder();
    const ours = ['.settings.json.4711-0a1b2c3d.tmp', '.Book.ballast.4711-0a1b2c3d.tmp-journal'];
    const others = ['.notes.tmp', 'Book.ballast', '.Other.ballast.tmp', 'x.4711-0a1b2c3d.tmp'];
    for (const name of [...ours, ...others]) writeFileSync(join(folder, name), '');
    mkdirSync(join(scratch, 'ballast-view-abc'));
    writeFileSync(join(scratch, 'ballast-view-abc', 'workbook.ballast'), '');
    mkdirSync(join(scratch, 'another-abc'));
    const clear = (now: Date) =>
      clearStrays({
        folders: [{ path: folder }],
        scratch: { path: scratch, prefixes: ['ballast-view-'] },
        now,
      });
    expect(clear(new Date())).toEqual([]);
    chmodSync(folder, 0o700);
    expect(clear(new Date(Date.now() + 2 * 86_400_000))).toHaveLength(3);
    expect(readdirSync(folder).sort()).toEqual([...others].sort());
    expect(readdirSync(scratch)).toEqual(['another-abc']);
  });
});
