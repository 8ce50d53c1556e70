import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rescue } from '#electron/cli/rescue.ts';
import { readSubmissionText } from '#electron/exchange/submission-file.ts';
import { parseLaunch } from '#electron/host/launch-arguments.ts';
import { makeFolder } from '#electron/host/make-folder.ts';
import { openSeenWorkbooks } from '#electron/host/seen-workbooks.ts';
import { backUpWorkbook } from '#electron/store/backup/back-up.ts';
import { closeWorkbook } from '#electron/store/workbook/workbook.ts';
import { issued, newDraft } from '#test/store/support/records.ts';
import {
  failureOf,
  forge,
  NOW,
  newWorkbook,
  reopened,
  temporaryFolder,
  valueIn,
} from '#test/store/support/workbooks.ts';
import { rescueArguments } from '../../scripts/arguments/rescue-arguments.ts';

const seen = openSeenWorkbooks(mkdtempSync(join(tmpdir(), 'ballast-rescue-')));
const RUN = { appVersion: 'test', stamp: { actor: 'Ada', now: NOW }, seen };

function backedUp() {
  const workbook = newWorkbook();
  issued(workbook.db, newDraft(workbook.db));
  const { path } = valueIn(backUpWorkbook(workbook, { now: NOW }));
  closeWorkbook(workbook);
  return { workbook: workbook.path, backup: path, to: join(temporaryFolder(), 'New.ballast') };
}

describe('restoring from the command line', () => {
  it('makes a new file, checks it, and says what it holds', async () => {
    const { backup, to } = backedUp();
    const done = await rescue({ ...RUN, kind: 'restore', from: backup, to });
    expect(done).toMatchObject({ exitCode: 0, message: null });
    expect(done.lines.join('\n')).toContain('1 assessment, 1 quote');
    expect(reopened(to).isReadOnly).toBe(false);
  });

  it('goes over no file, and says when what came of it is not sound', async () => {
    const { backup, to } = backedUp();
    forge(backup, (db) => db.exec('UPDATE quotes SET quoted_minor = 1'));
    const done = await rescue({ ...RUN, kind: 'restore', from: backup, to });
    expect(done.exitCode).toBe(3);
    expect(done.lines.join('\n')).toContain('Issued quotes');
    const bytes = readFileSync(to);
    expect((await rescue({ ...RUN, kind: 'restore', from: backup, to })).message).toContain('exists already');
    expect(readFileSync(to).equals(bytes)).toBe(true);
    expect((await rescue({ ...RUN, kind: 'restore', from: `${backup}x`, to })).exitCode).toBe(3);
  });

  it('salvages likewise, with the list of what is lost', async () => {
    const { workbook, to } = backedUp();
    truncateSync(workbook, Math.floor(statSync(workbook).size / 4096 - 3) * 4096);
    const done = await rescue({ ...RUN, kind: 'salvage', from: workbook, to });
    expect(done.exitCode).toBe(3);
    if (existsSync(to)) expect(done.lines.join('\n')).toContain('LOST');
    else expect(done.message).toContain('Nothing can be made out');
  });

  it('takes its files as the person named them', () => {
    expect(parseLaunch(['--restore', 'a.ballast', '--to', 'b.ballast'], true, '/home')).toEqual({
      kind: 'restore',
      from: '/home/a.ballast',
      to: '/home/b.ballast',
      userData: null,
      workbook: null,
    });
    expect(parseLaunch(['--salvage', 'a.ballast'], true, '/home')).toMatchObject({
      message: 'The option --salvage needs --to with the name of the new file.',
    });
    expect(rescueArguments('restore', ['a.ballast', '--to', 'b.ballast'], '/home')).toEqual([
      '--restore',
      '/home/a.ballast',
      '--to',
      '/home/b.ballast',
    ]);
    for (const wrong of [[], ['a'], ['a', 'b', '--to', 'c'], ['a', '--to', 'c', '--out', 'd']])
      expect(() => rescueArguments('salvage', wrong, '/home')).toThrow();
  });
});

describe('files and folders that never answer', () => {
  it.runIf(process.platform === 'linux')('end with a sentence', () => {
    expect(() => makeFolder('/proc/ballast/quotes')).toThrow(/ENOENT|EACCES|EPERM/);
    const fifo = join(temporaryFolder(), 'fifo.json');
    expect(spawnSync('mkfifo', [fifo]).status).toBe(0);
    expect(failureOf(readSubmissionText(fifo)).message).toContain('is not a file');
    for (const path of ['/proc/kmsg', '/proc/self/mem', '/dev/zero']) {
      const read = readSubmissionText(path);
      expect([path, read.ok && read.value !== '']).toEqual([path, false]);
    }
  });
});
