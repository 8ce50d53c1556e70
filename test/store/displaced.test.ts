import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWorkbookSession } from '#electron/app/workbook-session.ts';
import { getAssessment, listAssessments } from '#electron/store/assessments/read-assessments.ts';
import { saveAssessment } from '#electron/store/assessments/save-draft.ts';
import { saveUnderNewName } from '#electron/store/backup/save-as.ts';
import { changingThroughout } from '#electron/store/connection/database.ts';
import { lockFilePath } from '#electron/store/workbook/lock-file.ts';
import { closeWorkbook, openWorkbook, type Workbook } from '#electron/store/workbook/workbook.ts';
import type { AssessmentId } from '#shared/domain/records.ts';
import { success } from '#shared/domain/result.ts';
import { checkedNow } from '#test/store/support/checked.ts';
import { BY, FIGURES, issued, newDraft } from './support/records.ts';
import { smallDisk } from './support/small-disk.ts';
import { failureOf, newWorkbook, options, reopened, temporaryFolder, valueIn } from './support/workbooks.ts';

const WAYS: readonly (readonly [string, string, (path: string) => void])[] = [
  ['deleted', 'was moved, renamed or deleted', (path) => unlinkSync(path)],
  ['renamed', 'was moved, renamed or deleted', (path) => renameSync(path, `${path}.old`)],
  [
    'replaced by an older copy, as a synchroniser does',
    'was replaced by another file',
    (path) => {
      copyFileSync(path, `${path}.copy`);
      renameSync(`${path}.copy`, path);
    },
  ],
  [
    'in a folder that was renamed',
    'was moved, renamed or deleted',
    (path) => renameSync(dirname(path), `${dirname(path)} moved`),
  ],
  ['without the log beside it', 'has lost the log beside it', (path) => unlinkSync(`${path}-wal`)],
];

const save = (workbook: Workbook, id: AssessmentId, note: string) => {
  const record = valueIn(getAssessment(workbook.db, id));
  const content = { ...record.content, terms: { ...record.content.terms, note } };
  return saveAssessment(workbook.db, { ...BY, id, version: record.version, content, figures: FIGURES });
};

function inFolderOfItsOwn(): Workbook {
  const folder = join(temporaryFolder(), 'Clients');
  mkdirSync(folder);
  return newWorkbook(join(folder, 'Book.ballast'));
}

describe('a workbook whose file is not where it was opened', () => {
  it.each(WAYS)(
    '%s: the next save fails with a sentence, and all can be saved under a new name',
    (_way, what, displace) => {
      const workbook = inFolderOfItsOwn();
      const { id } = newDraft(workbook.db).summary;
      const quote = issued(workbook.db, newDraft(workbook.db));
      valueIn(save(workbook, id, 'before'));
      displace(workbook.path);
      const failure = failureOf(save(workbook, id, 'after'));
      expect(failure.code).toBe('workbook-gone');
      expect(failure.message).toContain(`“Book.ballast” ${what}`);
      expect(failure.message).toContain('save the workbook under a new name');
      expect(valueIn(getAssessment(workbook.db, id)).content.terms.note).toBe('before');

      const target = join(temporaryFolder(), 'Rescued.ballast');
      valueIn(saveUnderNewName(workbook, target));
      closeWorkbook(workbook);
      const rescued = reopened(target);
      expect(valueIn(getAssessment(rescued.db, id)).content.terms.note).toBe('before');
      expect(valueIn(save(rescued, id, 'after')).version).toBe(3);
      expect(checkedNow(rescued.db).isSound).toBe(true);
      expect(valueIn(listAssessments(rescued.db)).some((row) => row.latestQuote?.id === quote.id)).toBe(true);
      expect(statSync(target).mode & 0o777).toBe(0o600);
    },
  );

  it('on a disk that was taken away: the same', (context) => {
    const disk = smallDisk(20_000);
    if (disk === null) return context.skip();
    const workbook = newWorkbook(join(disk, 'Book.ballast'));
    const { id } = newDraft(workbook.db).summary;
    expect(spawnSync('umount', ['-l', disk]).status).toBe(0);
    expect(failureOf(save(workbook, id, 'after')).code).toBe('workbook-gone');
    const target = join(temporaryFolder(), 'Rescued.ballast');
    valueIn(saveUnderNewName(workbook, target));
    closeWorkbook(workbook);
    expect(valueIn(listAssessments(reopened(target).db))).toHaveLength(1);
  });

  it('is not kept from saving by links to it', () => {
    const workbook = newWorkbook();
    const { id } = newDraft(workbook.db).summary;
    linkSync(workbook.path, `${workbook.path}.hard`);
    symlinkSync(workbook.path, `${workbook.path}.soft`);
    expect(save(workbook, id, 'on').ok).toBe(true);
    expect(statSync(workbook.path).mode & 0o777).toBe(0o600);
    expect(statSync(`${workbook.path}-wal`).mode & 0o777).toBe(0o600);
    expect(statSync(lockFilePath(workbook.path)).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['of before becomes its user’s alone', 0o644, 0o600],
    ['that a group works with stays with the group', 0o664, 0o660],
  ])('a workbook %s', (_what, before, after) => {
    const made = newWorkbook();
    const { path } = made;
    closeWorkbook(made);
    chmodSync(path, before);
    const workbook = reopened(path);
    newDraft(workbook.db);
    for (const file of [path, `${path}-wal`]) expect(statSync(file).mode & 0o777).toBe(after);
  });

  it('keeps nothing of a headless run that began before', async () => {
    const workbook = newWorkbook();
    const { id } = newDraft(workbook.db).summary;
    const run = changingThroughout(workbook.db, async () => {
      newDraftInside(workbook);
      unlinkSync(workbook.path);
      return success(id);
    });
    expect(failureOf(await run).code).toBe('workbook-gone');
    expect(valueIn(listAssessments(workbook.db))).toHaveLength(1);
  });

  it('leaves the lock file of whoever has the file that stands there now', () => {
    const workbook = newWorkbook();
    const { path } = workbook;
    const text = readFileSync(lockFilePath(path), 'utf8').replace(String(process.pid), String(process.ppid));
    rmSync(lockFilePath(path));
    copyFileSync(path, `${path}.copy`);
    renameSync(`${path}.copy`, path);
    writeFileSync(lockFilePath(path), text);
    closeWorkbook(workbook);
    expect(existsSync(lockFilePath(path))).toBe(true);
  });

  it('goes on in the window under its new name, as the same opening', () => {
    const made = newWorkbook();
    const { id } = newDraft(made.db).summary;
    closeWorkbook(made);
    const session = createWorkbookSession('test', () => {});
    try {
      const before = valueIn(session.open(made.path, 'open'));
      unlinkSync(made.path);
      const open = session.current();
      expect(open === null ? null : failureOf(save(open, id, 'x')).code).toBe('workbook-gone');
      const target = join(temporaryFolder(), 'Rescued.ballast');
      const after = valueIn(session.saveAs(target));
      expect(after).toMatchObject({ name: basename(target), opening: before.opening, assessmentCount: 1 });
      const now = session.current();
      expect(now === null ? null : save(now, id, 'x').ok).toBe(true);
      expect(failureOf(session.saveAs(target)).code).toBe('conflict');
      expect(existsSync(made.path)).toBe(false);
    } finally {
      session.close();
    }
    expect(failureOf(openWorkbook(made.path, options('open'))).code).toBe('not-found');
  });
});

/** A change inside a transaction that is open already. */
function newDraftInside({ db }: Workbook): void {
  db.prepare(`UPDATE assessments SET updated_at = '2026-07-02T00:00:00.000Z'`).run();
}
