import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { closeWorkbook } from '#electron/store/workbook/workbook.ts';
import { runScript } from './support/child.ts';
import { newDraft } from './support/records.ts';
import { newWorkbook, temporaryFolder, withRawConnection } from './support/workbooks.ts';

const opened = async (path: string, mode = 'open', disguise = 'whole') =>
  JSON.parse(await runScript('open-as-plain-user.ts', [path, mode, disguise])) as Record<string, unknown>;

/** A closed workbook in a folder that everyone may enter and, before the test restricts it, write to. */
function closedWorkbook(): { readonly path: string; readonly folder: string } {
  const folder = temporaryFolder();
  onTestFinished(() => chmodSync(folder, 0o777));
  const workbook = newWorkbook(join(folder, 'Book.ballast'));
  newDraft(workbook.db);
  closeWorkbook(workbook);
  chmodSync(folder, 0o777);
  chmodSync(workbook.path, 0o666);
  return { path: workbook.path, folder };
}

const VIEWED = {
  ok: true,
  isReadOnly: true,
  notices: ['read-only'],
  names: ['Harbour Exchange'],
  isSound: true,
  change: 'workbook-read-only',
};

describe('a workbook that may not be written to', () => {
  it('is changed by a plain user where it may be', async () => {
    const { path } = closedWorkbook();
    expect(await opened(path)).toMatchObject({ ok: true, isReadOnly: false, notices: [], change: 'done' });
  });

  it.each([
    ['its file is read-only', 0o444, 0o777],
    ['its folder is read-only', 0o666, 0o555],
    ['both are', 0o444, 0o555],
  ])(
    'opens for viewing when %s, untouched, and refuses a change with a sentence',
    async (_what, file, folderMode) => {
      const { path, folder } = closedWorkbook();
      const before = readFileSync(path);
      chmodSync(path, file);
      chmodSync(folder, folderMode);
      expect(await opened(path)).toEqual(VIEWED);
      expect(readFileSync(path).equals(before)).toBe(true);
      expect(readdirSync(folder)).toEqual(['Book.ballast']);
    },
  );

  it('opens for viewing also where the system wrongly says that it may be written to', async () => {
    const { path, folder } = closedWorkbook();
    chmodSync(path, 0o444);
    chmodSync(folder, 0o555);
    expect(await opened(path, 'open', 'effective')).toEqual(VIEWED);
    expect(await opened(join(folder, 'New.ballast'), 'create', 'effective')).toMatchObject({
      code: 'workbook-read-only',
    });
    expect(readdirSync(folder)).toEqual(['Book.ballast']);
  });

  it('shows what still stands in its log after a crash', async () => {
    const folder = temporaryFolder();
    const crashed = join(folder, 'crashed');
    mkdirSync(crashed);
    const workbook = newWorkbook(join(folder, 'Book.ballast'));
    newDraft(workbook.db);
    for (const side of ['', '-wal']) {
      const copy = join(crashed, `Book.ballast${side}`);
      copyFileSync(`${workbook.path}${side}`, copy);
      // A workbook is for its user alone; this one was let out to be read.
      chmodSync(copy, 0o644);
    }
    chmodSync(folder, 0o755);
    chmodSync(crashed, 0o555);
    onTestFinished(() => chmodSync(crashed, 0o777));
    expect(await opened(join(crashed, 'Book.ballast'))).toEqual(VIEWED);
  });

  it('of a newer version is refused there too', async () => {
    const { path } = closedWorkbook();
    withRawConnection(path, (db) => db.pragma('user_version = 990'));
    chmodSync(path, 0o444);
    expect(await opened(path)).toMatchObject({ ok: false, code: 'workbook-newer' });
  });

  it('leaves no private copies behind', async () => {
    const { path } = closedWorkbook();
    chmodSync(path, 0o444);
    const temporary = temporaryFolder();
    chmodSync(temporary, 0o777);
    const report = await runScript('open-as-plain-user.ts', [path], { TMPDIR: temporary });
    expect(JSON.parse(report)).toEqual(VIEWED);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('that may not even be read says so', async () => {
    const { path } = closedWorkbook();
    chmodSync(path, 0o000);
    expect(await opened(path)).toMatchObject({
      code: 'workbook-read-only',
      message: expect.stringContaining('no right to read'),
    });
  });
});

describe('a folder that may not be written to', () => {
  it('gets no new workbook, and a sentence', async () => {
    const { folder } = closedWorkbook();
    chmodSync(folder, 0o555);
    const failure = await opened(join(folder, 'New.ballast'), 'create');
    expect(failure).toMatchObject({ ok: false, code: 'workbook-read-only', files: ['Book.ballast'] });
    expect(existsSync(join(folder, 'New.ballast'))).toBe(false);
  });
});
