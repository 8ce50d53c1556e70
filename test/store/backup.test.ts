import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { getAssessment, listAssessments } from '#electron/store/assessments/read-assessments.ts';
import { saveAssessment } from '#electron/store/assessments/save-draft.ts';
import { backUpIfDue, backUpInSlices, backUpWorkbook, thinBackups } from '#electron/store/backup/back-up.ts';
import { backupFileName, backupFolderOf, listBackups } from '#electron/store/backup/backup-files.ts';
import { expiredBackups } from '#electron/store/backup/backup-thinning.ts';
import { restoreBackup } from '#electron/store/backup/restore-backup.ts';
import { newestSoundBackup } from '#electron/store/backup/sound-backup.ts';
import { verifyQuote } from '#electron/store/check/verify-quote.ts';
import { closeWorkbook } from '#electron/store/workbook/workbook.ts';
import { day } from '../support/branded.ts';
import { checkedNow } from './support/checked.ts';
import { BY, FIGURES, issued, newDraft } from './support/records.ts';
import {
  failureOf,
  forge,
  later,
  NOW,
  newWorkbook,
  reopened,
  temporaryFolder,
  valueIn,
} from './support/workbooks.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

describe('a backup', () => {
  it('holds every committed row, also those that are still in the log, and is one sound file', () => {
    const workbook = newWorkbook();
    const record = newDraft(workbook.db);
    const quote = issued(workbook.db, record);
    const made = valueIn(backUpWorkbook(workbook, { now: NOW }));
    expect(made.fileName).toBe('Book 2026-07-01 09-30-00.ballast');
    expect(readdirSync(backupFolderOf(workbook.path))).toEqual([made.fileName]);
    const copy = reopened(made.path);
    expect(valueIn(getAssessment(copy.db, record.summary.id))).toEqual(
      valueIn(getAssessment(workbook.db, record.summary.id)),
    );
    expect(valueIn(verifyQuote(copy.db, quote.id)).isSound).toBe(true);
    expect(checkedNow(copy.db).isSound).toBe(true);
  });

  it('never takes the name of an earlier one', () => {
    const workbook = newWorkbook();
    const names = [0, 0, 0].map(() => valueIn(backUpWorkbook(workbook, { now: NOW })).fileName);
    expect(names).toEqual([
      'Book 2026-07-01 09-30-00.ballast',
      'Book 2026-07-01 09-30-01.ballast',
      'Book 2026-07-01 09-30-02.ballast',
    ]);
  });

  it('goes to a folder of the user\u2019s choice, with quotes in its name', () => {
    const folder = join(temporaryFolder(), `Ada's "safe"; DROP`);
    const made = valueIn(backUpWorkbook(newWorkbook(), { now: NOW, folder }));
    expect(existsSync(made.path)).toBe(true);
    expect(made.folder).toBe(folder);
  });

  it('clears away what a killed one left behind, and nothing else', () => {
    const workbook = newWorkbook();
    const folder = backupFolderOf(workbook.path);
    mkdirSync(folder);
    const left = '.Book 2026-06-01 00-00-00.ballast.4711-0a1b2c3d.tmp';
    const others = ['.Other 2026-06-01 00-00-00.ballast.4711-0a1b2c3d.tmp', '.notes.tmp', 'Book.tmp'];
    for (const name of [left, ...others]) writeFileSync(join(folder, name), '');
    const made = valueIn(backUpWorkbook(workbook, { now: new Date(Date.now() + 2 * 3_600_000) }));
    expect(readdirSync(folder).sort()).toEqual([...others, made.fileName].sort());
  });

  it('that cannot be made is a failure with a sentence, and leaves nothing', () => {
    const workbook = newWorkbook();
    const blocked = join(temporaryFolder(), 'file');
    writeFileSync(blocked, '');
    const failure = failureOf(backUpWorkbook(workbook, { now: NOW, folder: join(blocked, 'Backups') }));
    expect(failure.message).toContain('“Book.ballast” could not be backed up');
  });
});

describe('backing up on a schedule', () => {
  it('makes one when there is none, when four hours have gone by and something changed, and else none', async () => {
    const workbook = newWorkbook();
    const { summary, content } = newDraft(workbook.db);
    const at = async (seconds: number) => valueIn(await backUpIfDue(workbook, { now: later(seconds) }));
    expect((await at(0)).kind).toBe('made');
    expect(await at(4 * HOUR - 10)).toEqual({ kind: 'not-due', newest: NOW });
    expect(await at(4 * HOUR + 10)).toEqual({ kind: 'unchanged', newest: NOW });
    valueIn(
      saveAssessment(workbook.db, {
        ...BY,
        id: summary.id,
        version: 1,
        content: { ...content, asOf: day('2026-06-01') },
        figures: FIGURES,
      }),
    );
    expect((await at(4 * HOUR + 20)).kind).toBe('made');
    expect(listBackups(workbook.path, backupFolderOf(workbook.path))).toHaveLength(2);
  });

  it('is not held up by a backup of a clock that ran ahead', async () => {
    const workbook = newWorkbook();
    valueIn(backUpWorkbook(workbook, { now: later(400 * DAY) }));
    newDraft(workbook.db);
    expect(valueIn(await backUpIfDue(workbook, { now: NOW })).kind).toBe('made');
    expect(valueIn(await backUpIfDue(workbook, { now: later(60) })).kind).toBe('not-due');
  });

  it('lets work go on meanwhile, and holds a state that the workbook was in', async () => {
    const workbook = newWorkbook();
    newDraft(workbook.db);
    const making = backUpInSlices(workbook, { now: NOW });
    newDraft(workbook.db);
    const made = valueIn(await making);
    const copy = reopened(made.path);
    expect(checkedNow(copy.db).isSound).toBe(true);
    expect(valueIn(listAssessments(copy.db)).length).toBeGreaterThanOrEqual(1);
    expect(statSync(made.path).mode & 0o777).toBe(0o600);
  });

  it('says that it was called off when the workbook is closed meanwhile, and leaves nothing', async () => {
    const workbook = newWorkbook();
    newDraft(workbook.db);
    const making = backUpInSlices(workbook, { now: NOW });
    closeWorkbook(workbook);
    expect(failureOf(await making).code).toBe('cancelled');
    expect(readdirSync(backupFolderOf(workbook.path))).toEqual([]);
  });

  it('does not count on a backup that is damaged', async () => {
    const workbook = newWorkbook();
    const made = valueIn(backUpWorkbook(workbook, { now: NOW }));
    truncateSync(made.path, 5000);
    expect(valueIn(await backUpIfDue(workbook, { now: later(2 * DAY) })).kind).toBe('made');
  });

  it('thins by age and leaves other files alone', () => {
    const workbook = newWorkbook();
    const folder = backupFolderOf(workbook.path);
    mkdirSync(folder);
    const others = ['Book two 2026-01-01 00-00-00.ballast', 'Book.ballast', 'Book 2026.ballast', 'notes.txt'];
    for (const name of others) writeFileSync(join(folder, name), '');
    for (let hours = 0; hours < 24 * 40; hours += 6) {
      writeFileSync(join(folder, backupFileName(workbook.path, later(-hours * 3600))), '');
    }
    expect(listBackups(workbook.path, folder)).toHaveLength(160);
    const gone = thinBackups(workbook.path, folder, NOW);
    expect(gone.length).toBeGreaterThan(130);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(others));
    expect(thinBackups(workbook.path, folder, NOW)).toEqual([]);
  });
});

describe('thinning', () => {
  const kept = (ages: readonly number[]) => {
    const backups = ages.map((seconds) => ({ seconds, madeAt: later(-seconds) }));
    const gone = new Set(expiredBackups(backups, NOW));
    return backups.filter((backup) => !gone.has(backup)).map(({ seconds }) => seconds);
  };

  it('keeps all of the last hour, and one an hour of the last day', () => {
    const ages = Array.from({ length: 24 * 6 }, (_, tenth) => tenth * 600);
    const found = kept(ages);
    expect(found.filter((age) => age < HOUR)).toHaveLength(6);
    expect(found.length).toBeGreaterThanOrEqual(6 + 23);
    expect(found.length).toBeLessThanOrEqual(6 + 24);
  });

  it('keeps one a day for two weeks, one a week for three months, one a month after', () => {
    const hourly = Array.from({ length: 24 * 400 }, (_, hour) => hour * 3600);
    const ages = kept(hourly).map((seconds) => seconds / DAY);
    const between = (low: number, high: number) => ages.filter((age) => age >= low && age < high).length;
    expect(between(0, 1)).toBe(24);
    expect(between(1, 14)).toBe(14);
    expect(between(14, 91)).toBe(12);
    expect(between(91, 400)).toBe(12);
  });

  it('keeps the newest, and those of a clock that ran ahead', () => {
    expect(kept([900 * DAY])).toEqual([900 * DAY]);
    expect(kept([-5 * DAY, -5 * DAY + 60, 0])).toEqual([-5 * DAY, -5 * DAY + 60, 0]);
  });

  it('is stable: done day after day it keeps what it would keep if done once', () => {
    let standing: { madeAt: Date }[] = [];
    for (let day = 0; day < 300; day += 1) {
      const now = later(day * DAY);
      standing.push({ madeAt: now });
      const gone = new Set(expiredBackups(standing, now));
      standing = standing.filter((backup) => !gone.has(backup));
    }
    expect(standing.length).toBeGreaterThan(14 + 10 + 5);
    expect(standing.length).toBeLessThan(14 + 14 + 9);
  });
});

describe('restoring', () => {
  it('gives a new file that is the backup, and leaves the present one as it is', () => {
    const workbook = newWorkbook();
    const { summary } = newDraft(workbook.db);
    const made = valueIn(backUpWorkbook(workbook, { now: NOW }));
    newDraft(workbook.db);
    const target = join(temporaryFolder(), 'Restored.ballast');
    expect(valueIn(restoreBackup(made.path, target)).path).toBe(target);
    const restored = reopened(target);
    expect(valueIn(listAssessments(restored.db)).map(({ id }) => id)).toEqual([summary.id]);
    expect(valueIn(listAssessments(workbook.db))).toHaveLength(2);
    expect(checkedNow(restored.db).isSound).toBe(true);
  });

  it('never goes over a file, nor from a damaged, foreign or missing backup', () => {
    const workbook = newWorkbook();
    const made = valueIn(backUpWorkbook(workbook, { now: NOW }));
    const folder = temporaryFolder();
    const taken = join(folder, 'taken.ballast');
    writeFileSync(taken, 'mine');
    expect(failureOf(restoreBackup(made.path, taken)).code).toBe('conflict');
    expect(readFileSync(taken, 'utf8')).toBe('mine');
    expect(failureOf(restoreBackup(join(folder, 'gone'), join(folder, 'a'))).code).toBe('not-found');
    expect(failureOf(restoreBackup(taken, join(folder, 'a'))).code).toBe('workbook-damaged');
    expect(failureOf(restoreBackup(made.path, join(folder, 'no', 'a'))).code).toBe('not-found');
    truncateSync(made.path, 9000);
    expect(failureOf(restoreBackup(made.path, join(folder, 'a'))).message).toContain('damaged itself');
    expect(readdirSync(folder)).toEqual(['taken.ballast']);
  });
});

describe('the newest proven backup', () => {
  it('passes over damaged ones', () => {
    const workbook = newWorkbook();
    newDraft(workbook.db);
    const [good, torn, orphaned] = [0, 60, 120].map((s) =>
      valueIn(backUpWorkbook(workbook, { now: later(s) })),
    );
    truncateSync(torn?.path ?? '', 20_000);
    forge(orphaned?.path ?? '', (db) => db.exec('DELETE FROM cases'));
    const found = newestSoundBackup(workbook.path, backupFolderOf(workbook.path));
    expect(found?.fileName).toBe(good?.fileName);
    closeWorkbook(workbook);
  });
});
