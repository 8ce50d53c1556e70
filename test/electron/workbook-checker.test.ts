import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workInThread } from '#electron/app/work-in-thread.ts';
import { createWorkbookChecker } from '#electron/app/workbook-checker.ts';
import { openInstallationKey } from '#electron/host/installation-key.ts';
import { openKnownPrices } from '#electron/host/known-prices.ts';
import { openSeenWorkbooks } from '#electron/host/seen-workbooks.ts';
import { finaliseAssessment } from '#electron/store/assessments/finalise.ts';
import { lastAuditEntry } from '#electron/store/audit/audit.ts';
import { backUpWorkbook } from '#electron/store/backup/back-up.ts';
import { type BackgroundWork, workHere } from '#electron/store/check/background-work.ts';
import type { CheckProgress } from '#electron/store/check/check-workbook.ts';
import { anchorsOf } from '#electron/store/check/keep-heads.ts';
import { closeWorkbook, type Workbook } from '#electron/store/workbook/workbook.ts';
import type { CheckReport, TrailHead } from '#shared/domain/records.ts';
import { unsound } from '#test/store/support/checked.ts';
import { BY, FIGURES, issued, MODEL, newDraft } from '#test/store/support/records.ts';
import {
  failureOf,
  forge,
  keepScratchApart,
  later,
  newWorkbook,
  reopened,
  valueIn,
} from '#test/store/support/workbooks.ts';

const THREAD = workInThread(resolve(import.meta.dirname, '../../electron/background.ts'));
keepScratchApart();

const BASIS = { engine: 'e', application: 'a', code: 'c', v8: 'v' };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ballast-checker-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function checkerOf(workbook: Workbook, work: Pick<BackgroundWork, 'check'> = THREAD, now = later(500)) {
  const seen = openSeenWorkbooks(folder);
  const progress: CheckProgress[] = [];
  const told: CheckReport[] = [];
  const checker = createWorkbookChecker({
    current: () => workbook,
    anchorsOf: (open) => anchorsOf(open, { seen, backupFolder: null }),
    seen,
    known: () => openKnownPrices(folder, BASIS),
    ownKeys: () => [openInstallationKey(folder)?.publicKey ?? ''],
    models: () => ({ present: null, retired: [] }),
    work,
    now: () => now,
    onProgress: (one) => progress.push(one),
    onChecked: (report) => told.push(report),
  });
  return { checker, seen, progress, told };
}

const copies = () => readdirSync(tmpdir()).filter((name) => name.startsWith('ballast-check-'));

describe('a check in the background', () => {
  it.each([
    ['in a thread of its own', THREAD],
    ['in slices of this one', workHere],
    ['in slices, where the thread does not start', workInThread(join(import.meta.dirname, 'nowhere.js'))],
  ])('%s: on a copy, with the workbook free to be changed meanwhile', async (_what, work) => {
    const workbook = newWorkbook();
    const record = newDraft(workbook.db);
    issued(workbook.db, record);
    const before = copies();
    const { checker } = checkerOf(workbook, work);
    const first = checker.check();
    expect(checker.check()).toBe(first);
    newDraft(workbook.db);
    const report = valueIn(await first);
    expect(unsound(report.findings)).toEqual([]);
    expect(report.findings.map(({ id }) => id)).toEqual([
      ...['pages', 'links', 'structure', 'audit', 'signatures', 'anchors'],
      ...[
        'assessments',
        'cases',
        'models',
        'wordings',
        'quotes',
        'own-incidents',
        'people',
        'files',
        'prices',
      ],
    ]);
    expect(copies()).toEqual(before);
  });

  it('can be stopped, and is then made anew', async () => {
    const workbook = newWorkbook();
    newDraft(workbook.db);
    const { checker } = checkerOf(workbook);
    const running = checker.check();
    checker.cancel();
    expect(failureOf(await running)).toEqual({ code: 'cancelled', message: 'The check was stopped.' });
    expect(valueIn(await checker.check()).isSound).toBe(true);
  });

  it('ends without a word of blame when the workbook is closed under it', async () => {
    const workbook = newWorkbook();
    const { checker } = checkerOf(workbook);
    const running = checker.check();
    closeWorkbook(workbook);
    expect(failureOf(await running).code).toBe('cancelled');
  });

  it('says how far it is', async () => {
    const workbook = newWorkbook();
    for (let count = 0; count < 40; count += 1) newDraft(workbook.db);
    const { checker, progress } = checkerOf(workbook, workHere);
    valueIn(await checker.check());
    expect(progress.length).toBeGreaterThan(0);
    for (const { done, total } of progress) expect(done).toBeLessThanOrEqual(total);
  });
});

describe('by itself', () => {
  it('once a day, whatever the clock said before', async () => {
    const workbook = newWorkbook();
    newDraft(workbook.db);
    const first = checkerOf(workbook);
    await first.checker.checkIfDue();
    expect(first.told).toHaveLength(1);
    await first.checker.checkIfDue();
    expect(first.told).toHaveLength(1);
    const nextDay = checkerOf(workbook, THREAD, later(500 + 86_400));
    await nextDay.checker.checkIfDue();
    expect(nextDay.told).toHaveLength(1);
    const clockRanBack = checkerOf(workbook, THREAD, later(-10 * 86_400));
    await clockRanBack.checker.checkIfDue();
    expect(clockRanBack.told).toHaveLength(1);
  });

  it('after a session that did not end well, and tells what it finds', async () => {
    const first = newWorkbook();
    const { id } = newDraft(first.db).summary;
    closeWorkbook(first);
    forge(first.path, (db) => db.exec(`UPDATE assessments SET grade = 'AAA' WHERE id = '${id}'`));
    const workbook = reopened(first.path);
    await checkerOf(workbook).checker.checkIfDue();
    const again = { ...workbook, isAfterUncleanEnd: true };
    const { checker, told } = checkerOf(again);
    await checker.checkIfDue();
    expect(told.map(({ findings }) => unsound(findings))).toEqual([['assessments']]);
  });

  it('after an unclean end once, however often it is asked', async () => {
    const workbook = newWorkbook();
    newDraft(workbook.db);
    await checkerOf(workbook).checker.checkIfDue();
    const { checker, told } = checkerOf({ ...workbook, isAfterUncleanEnd: true });
    await checker.checkIfDue();
    await checker.checkIfDue();
    expect(told).toHaveLength(1);
  });
});

describe('what an installation keeps for itself', () => {
  it('its key: made once, for its user alone, and what it signs is known as its own', async () => {
    const key = openInstallationKey(folder);
    expect(openInstallationKey(folder)?.publicKey).toBe(key?.publicKey);
    expect(statSync(join(folder, 'installation-key.pem')).mode & 0o777).toBe(0o600);
    const workbook = newWorkbook();
    const [one, two] = [newDraft(workbook.db), newDraft(workbook.db)];
    const closing = { ...BY, version: 1, figures: FIGURES, model: MODEL };
    valueIn(finaliseAssessment(workbook.db, { ...closing, id: one.summary.id, key: key ?? undefined }));
    valueIn(finaliseAssessment(workbook.db, { ...closing, id: two.summary.id }));
    const signatures = async (of: ReturnType<typeof checkerOf>) =>
      valueIn(await of.checker.check()).findings.find(({ id }) => id === 'signatures');
    expect(await signatures(checkerOf(workbook))).toMatchObject({
      isSound: false,
      message: expect.stringMatching(
        /^Entry 6 is unsigned, though this installation signed entries before it: /,
      ),
    });
    folder = mkdtempSync(join(folder, 'another-'));
    expect(await signatures(checkerOf(workbook))).toMatchObject({
      isSound: true,
      message: 'Of closings, offers and issues: 1 by other installations, 1 is unsigned.',
    });
  });

  it('no key where none can be kept', () => {
    expect(openInstallationKey(join(folder, 'not', 'there'))).toBeNull();
  });

  it('heads: the newest, and the last of each day before; a restore sets two files apart', () => {
    const workbook = newWorkbook();
    const { path } = workbook;
    const seen = openSeenWorkbooks(folder);
    const id = '00000000-0000-4000-8000-000000000001';
    for (let day = 0; day < 80; day += 1) {
      for (const hour of [9, 17]) {
        const now = new Date(Date.UTC(2026, 0, 1 + day, hour));
        const sequence = 2 * day + (hour === 9 ? 1 : 2);
        seen.recordHead({ id, path }, { sequence, hash: sequence.toString(16).padStart(64, '0') }, { now });
      }
    }
    const file = { id, since: '', has: () => false };
    const heads = openSeenWorkbooks(folder).headsOf({ ...file, path });
    expect(heads).toHaveLength(70);
    expect(heads.at(-1)?.sequence).toBe(160);
    expect(heads[0]?.sequence).toBe(32);
    expect(seen.headsOf({ ...file, path: '/moved' })).toHaveLength(70);
    seen.recordBranch(id, { from: path, to: '/restored', forkedAt: 100 });
    const common = heads.filter(({ sequence }) => sequence <= 100).length;
    expect(seen.headsOf({ ...file, path: '/restored' })).toHaveLength(common);
    expect(seen.headsOf({ ...file, path })).toHaveLength(70);
    seen.recordHead({ id, path: '/restored' }, { sequence: 101, hash: 'f'.repeat(64) }, { now: later(1) });
    const restored = seen.headsOf({ ...file, path: '/restored' });
    expect(restored.map(({ sequence }) => sequence).filter((sequence) => sequence > 100)).toEqual([101]);
    expect(seen.headsOf({ ...file, path }).at(-1)?.sequence).toBe(160);
    // Under a third name: whichever of the two it can be, else the one seen last.
    const third = (has: (head: TrailHead) => boolean) =>
      seen.headsOf({ ...file, path: '/third', has }).at(-1)?.sequence;
    expect(third(({ sequence }) => sequence === 160)).toBe(160);
    expect(third(({ sequence }) => sequence === 101)).toBe(101);
    expect(third(() => false)).toBe(101);
  });

  it('heads of a workbook that lay there before, if this one was there already', () => {
    const { db, path } = newWorkbook();
    const seen = openSeenWorkbooks(folder);
    const head = lastAuditEntry(db);
    if (head === undefined) throw new Error('the trail is empty');
    seen.recordHead({ id: 'another', path }, head, { now: later(50) });
    const id = 'this';
    const has = () => false;
    expect(seen.headsOf({ id, path, since: later(40).toISOString(), has })).toHaveLength(1);
    expect(seen.headsOf({ id, path, since: later(60).toISOString(), has })).toHaveLength(0);
    expect(seen.headsOf({ id, path: '/elsewhere', since: later(40).toISOString(), has })).toHaveLength(0);
  });

  it('heads of backups: each is read once, until its file is another', () => {
    const workbook = newWorkbook();
    const { path } = valueIn(backUpWorkbook(workbook, { now: later(5) }));
    // A whole second, which can be set again to the nanosecond.
    utimesSync(path, later(6), later(6));
    const heads = () => anchorsOf(workbook, { seen: openSeenWorkbooks(folder), backupFolder: null });
    const first = heads();
    expect(first).toEqual([
      { ...lastAuditEntry(workbook.db), source: expect.stringContaining('the backup') },
    ]);
    const { size } = statSync(path);
    writeFileSync(path, Buffer.alloc(size));
    utimesSync(path, later(6), later(6));
    expect(heads()).toEqual(first);
    utimesSync(path, later(900), later(900));
    expect(heads()).toEqual([]);
    expect(JSON.parse(readFileSync(join(folder, 'backup-heads.json'), 'utf8'))).toEqual({ heads: {} });
  });
});
