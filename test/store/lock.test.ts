import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { issueQuote } from '#electron/store/issuing/issue-quote.ts';
import { lockFilePath, lockHolder, mayBeRunning } from '#electron/store/workbook/lock-file.ts';
import { closeWorkbook, openWorkbook } from '#electron/store/workbook/workbook.ts';
import { runScript, startScript } from './support/child.ts';
import { newDraft, quoteInput } from './support/records.ts';
import { failureOf, newWorkbook, options, reopened, valueIn } from './support/workbooks.ts';

function closed(): string {
  const workbook = newWorkbook();
  closeWorkbook(workbook);
  return workbook.path;
}

const holder = (change: object) => ({
  pid: process.pid,
  host: hostname(),
  since: new Date().toISOString(),
  application: 'Ballast 1',
  started: null,
  ...change,
});

describe('the lock of a workbook', () => {
  it('names process, computer and time, and goes when the workbook is closed', () => {
    const workbook = newWorkbook();
    expect(lockHolder(workbook.path)).toMatchObject({ pid: process.pid, host: hostname() });
    closeWorkbook(workbook);
    expect(existsSync(lockFilePath(workbook.path))).toBe(false);
  });

  it('of another computer keeps one out, names it, and says how to get past it', () => {
    const path = closed();
    const text = JSON.stringify(holder({ host: 'desk-of-bo', pid: 4711 }));
    writeFileSync(lockFilePath(path), text);
    const failure = failureOf(openWorkbook(path, options('open')));
    expect(failure.code).toBe('workbook-locked');
    expect(failure.message).toContain('on the computer “desk-of-bo” (process 4711)');
    expect(failure.message).toContain('delete “Book.ballast-lock”');
    expect(readFileSync(lockFilePath(path), 'utf8')).toBe(text);
  });

  it.each([
    ['of a process that is gone', JSON.stringify(holder({ pid: 2 ** 22 + 12_345 }))],
    ['from before the computer was started', JSON.stringify(holder({ since: '2001-01-01T00:00:00Z' }))],
    ['that is not readable', '{"pid":'],
    ['that is of the wrong shape', '{"pid":"x"}'],
  ])('is no hindrance when it is one %s', (_what, text) => {
    const path = closed();
    writeFileSync(lockFilePath(path), text);
    expect(reopened(path).isReadOnly).toBe(false);
    expect(lockHolder(path)?.pid).toBe(process.pid);
  });

  it('is never written or read through a link', () => {
    const path = closed();
    const letter = join(path, '..', 'letter.txt');
    writeFileSync(letter, 'Dear Sir');
    symlinkSync(letter, lockFilePath(path));
    const workbook = reopened(path);
    expect(readFileSync(letter, 'utf8')).toBe('Dear Sir');
    expect(lockHolder(path)?.pid).toBe(process.pid);
    closeWorkbook(workbook);
    expect(readFileSync(letter, 'utf8')).toBe('Dear Sir');
    symlinkSync('/dev/zero', lockFilePath(path));
    expect(lockHolder(path)).toBeNull();
    expect(reopened(path).isReadOnly).toBe(false);
  });

  it('of a living process keeps one out though SQLite would not, and is taken over with a notice once it is dead', async () => {
    const path = closed();
    const other = startScript('open-and-lose-lock.ts', [path]);
    await new Promise((done) => other.stdout?.once('data', done));
    expect(await runScript('take-workbook.ts', [path])).toBe('taken');
    const failure = failureOf(openWorkbook(path, options('open')));
    expect(failure.code).toBe('workbook-locked');
    expect(failure.message).toContain(`another copy of Ballast (process ${other.pid})`);
    other.kill('SIGKILL');
    await new Promise((done) => other.on('close', done));
    expect(reopened(path).notices).toEqual([
      {
        kind: 'old-lock',
        message: expect.stringContaining(`by process ${other.pid}, which is not running any more`),
      },
    ]);
  });

  it('does not take another process that got the number of a dead one for it', () => {
    const path = closed();
    const text = JSON.stringify(holder({ pid: process.ppid, started: '1' }));
    writeFileSync(lockFilePath(path), text);
    expect(reopened(path).isReadOnly).toBe(false);
  });

  it('of an unclean end has every page looked at, but for a large workbook, which the check by itself looks at', () => {
    const sizes: readonly (readonly [number, string])[] = [
      [1, 'Every page of it was looked at and is whole'],
      [70_000_000, 'It is large, so that it is checked while you work'],
    ];
    for (const [bytes, words] of sizes) {
      const workbook = newWorkbook();
      const input = quoteInput(workbook.db, newDraft(workbook.db));
      valueIn(issueQuote(workbook.db, { ...input, pdf: Buffer.concat([input.pdf, Buffer.alloc(bytes)]) }));
      closeWorkbook(workbook);
      writeFileSync(lockFilePath(workbook.path), JSON.stringify(holder({ pid: 2 ** 22 + 12_345 })));
      const again = reopened(workbook.path);
      expect(again.isAfterUncleanEnd).toBe(true);
      expect(again.notices[0]?.message).toContain(words);
    }
  });

  it('held by a program that leaves no name still keeps one out', () => {
    const path = closed();
    const other = new Database(path);
    onTestFinished(() => {
      other.close();
    });
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec('BEGIN EXCLUSIVE');
    const failure = failureOf(openWorkbook(path, options('open')));
    expect(failure).toMatchObject({
      code: 'workbook-locked',
      message: expect.stringContaining('another program'),
    });
  });

  it('tells a running process from a dead one', () => {
    const now = new Date();
    expect(mayBeRunning(holder({}), now)).toBe(true);
    expect(mayBeRunning(holder({ pid: 2 ** 22 + 12_345 }), now)).toBe(false);
    expect(mayBeRunning(holder({ pid: 2 ** 22 + 12_345, host: 'elsewhere' }), now)).toBe(true);
  });
});
