import { copyFileSync, existsSync, linkSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWorkbookSession } from '#electron/app/workbook-session.ts';
import { readSubmissionText } from '#electron/exchange/submission-file.ts';
import { writeFileDurably } from '#electron/host/write-file.ts';
import { listAssessments } from '#electron/store/assessments/read-assessments.ts';
import { backUpIfDue } from '#electron/store/backup/back-up.ts';
import { backupFileName } from '#electron/store/backup/backup-files.ts';
import { restoreBackup } from '#electron/store/backup/restore-backup.ts';
import { newestSoundBackup } from '#electron/store/backup/sound-backup.ts';
import { closeWorkbook, openWorkbook, type Workbook } from '#electron/store/workbook/workbook.ts';
import { runScript } from './support/child.ts';
import { newDraft } from './support/records.ts';
import {
  failureOf,
  later,
  NOW,
  newWorkbook,
  options,
  reopened,
  temporaryFolder,
  valueIn,
} from './support/workbooks.ts';

const beside = (path: string, name: string): string => join(dirname(path), name);

/** Whether another process may write to the workbook now: `SQLITE_BUSY` while its lock holds. */
const takenByAnother = (path: string): Promise<string> => runScript('take-workbook.ts', [path]);

/** Every way in which this process could be asked to touch the file of the workbook that it has open. */
const WAYS: readonly (readonly [string, (workbook: Workbook) => void | Promise<void>])[] = [
  [
    'opened again',
    ({ path }) => expect(failureOf(openWorkbook(path, options('open'))).code).toBe('workbook-locked'),
  ],
  [
    'opened again by a relative name',
    ({ path }) => {
      const roundabout = `${dirname(path)}/./../${basename(dirname(path))}/${basename(path)}`;
      expect(failureOf(openWorkbook(roundabout, options('open'))).code).toBe('workbook-locked');
    },
  ],
  [
    'opened through a symbolic link',
    ({ path }) => {
      const link = beside(path, 'Link.ballast');
      symlinkSync(path, link);
      expect(failureOf(openWorkbook(link, options('open'))).message).toContain(
        'open in this copy of Ballast',
      );
    },
  ],
  [
    'opened through a hard link',
    ({ path }) => {
      const link = beside(path, 'Hard link.ballast');
      linkSync(path, link);
      expect(failureOf(openWorkbook(link, options('open-or-create'))).message).toContain(
        'open in this copy of Ballast',
      );
    },
  ],
  [
    'made anew',
    ({ path }) => expect(failureOf(openWorkbook(path, options('create'))).code).toBe('workbook-locked'),
  ],
  [
    'read as a submission',
    ({ path }) =>
      expect(failureOf(readSubmissionText(path)).message).toContain('is the workbook that is open'),
  ],
  [
    'written over by an export',
    ({ path }) =>
      expect(failureOf(writeFileDurably(path, 'a table')).message).toContain('is the workbook that is open'),
  ],
  [
    'restored as if it were a backup',
    ({ path }) => {
      const failure = failureOf(restoreBackup(path, beside(path, 'Restored.ballast')));
      expect(failure.message).toContain('is the workbook that is open');
    },
  ],
  [
    'listed among its own backups through a link',
    async ({ path, db }) => {
      valueIn(await backUpIfDue({ path, db }, { now: NOW }));
      linkSync(path, join(dirname(path), 'Backups', backupFileName(path, later(60))));
      expect(newestSoundBackup(path, join(dirname(path), 'Backups'))?.madeAt).toEqual(NOW);
    },
  ],
];

describe('the lock of an open workbook outlives every way of touching its file again', () => {
  it.each(WAYS)('%s', async (_way, touch) => {
    const workbook = newWorkbook();
    expect(await takenByAnother(workbook.path)).toBe('SQLITE_BUSY');
    await touch(workbook);
    expect(await takenByAnother(workbook.path)).toBe('SQLITE_BUSY');
  });

  it('is free once the workbook is closed, for this process and others', async () => {
    const workbook = newWorkbook();
    closeWorkbook(workbook);
    expect(await takenByAnother(workbook.path)).toBe('taken');
    expect(reopened(workbook.path).isReadOnly).toBe(false);
  });

  it('a file with two names is opened by neither, and nothing saved is passed over', () => {
    const workbook = newWorkbook();
    const { path } = workbook;
    const place = temporaryFolder();
    const [copy, link] = [join(place, 'Book.ballast'), join(place, 'Link.ballast')];
    newDraft(workbook.db);
    // What a kill leaves: the file, and the newest saves in the log beside the name that it was opened by.
    copyFileSync(path, copy);
    copyFileSync(`${path}-wal`, `${copy}-wal`);
    linkSync(copy, link);
    for (const name of [copy, link])
      expect(failureOf(openWorkbook(name, options('open'))).message).toContain(
        'has another name on this disk as well (a hard link)',
      );
    rmSync(link);
    expect(valueIn(listAssessments(reopened(copy).db))).toHaveLength(1);
  });

  it('a name that our own process left when it was killed is taken away', () => {
    const workbook = newWorkbook();
    closeWorkbook(workbook);
    const stray = beside(workbook.path, `.${basename(workbook.path)}.4711-0a1b2c3d.tmp`);
    linkSync(workbook.path, stray);
    expect(reopened(workbook.path).isReadOnly).toBe(false);
    expect(existsSync(stray)).toBe(false);
  });

  it('stays with the window that is asked for its own workbook again', async () => {
    const made = newWorkbook();
    const { path } = made;
    closeWorkbook(made);
    const changes: string[] = [];
    const session = createWorkbookSession('0.1.0-test', (info) => changes.push(info.name));
    try {
      valueIn(session.open(path, 'open'));
      const first = session.current();
      expect(valueIn(session.open(path, 'open')).problem).toBeNull();
      expect(session.current()).toBe(first);
      expect(changes).toHaveLength(1);
      expect(await takenByAnother(path)).toBe('SQLITE_BUSY');
    } finally {
      session.close();
    }
  });
});
