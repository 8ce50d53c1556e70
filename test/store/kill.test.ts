import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { getAssessment } from '#electron/store/assessments/read-assessments.ts';
import { lockFilePath } from '#electron/store/workbook/lock-file.ts';
import { closeWorkbook, openWorkbook } from '#electron/store/workbook/workbook.ts';
import { checkedNow } from './support/checked.ts';
import { startScript } from './support/child.ts';
import { newDraft } from './support/records.ts';
import { failureOf, newWorkbook, options, reopened, valueIn } from './support/workbooks.ts';

describe('a process killed while it saves', () => {
  it('loses no save that was reported as stored, time after time', async () => {
    const first = newWorkbook();
    const { id } = newDraft(first.db).summary;
    const { path } = first;
    closeWorkbook(first);
    for (const life of [150, 40, 300, 90, 210]) {
      const child = startScript('save-in-a-loop.ts', [path, id]);
      let told = '';
      child.stdout?.setEncoding('utf8').on('data', (part: string) => {
        told += part;
      });
      while (!told.includes('\n')) await wait(5);
      await wait(life);
      child.kill('SIGKILL');
      await new Promise((done) => child.on('close', done));
      const reported = Number(told.trimEnd().split('\n').at(-1));
      expect(existsSync(lockFilePath(path))).toBe(true);

      const workbook = reopened(path);
      const record = valueIn(getAssessment(workbook.db, id));
      expect(record.version).toBeGreaterThanOrEqual(reported);
      expect(record.version).toBeLessThanOrEqual(reported + 1);
      expect(record.content.terms.note).toBe(`round ${record.version}`);
      expect(checkedNow(workbook.db).findings.filter((item) => !item.isSound)).toEqual([]);
      closeWorkbook(workbook);
      expect(existsSync(lockFilePath(path))).toBe(false);
    }
  });

  it('keeps others out while it lives and is named; once dead its lock is stale', async () => {
    const first = newWorkbook();
    const { id } = newDraft(first.db).summary;
    closeWorkbook(first);
    const child = startScript('save-in-a-loop.ts', [first.path, id]);
    await new Promise((done) => child.stdout?.once('data', done));
    const failure = failureOf(openWorkbook(first.path, options('open')));
    expect(failure.code).toBe('workbook-locked');
    expect(failure.message).toContain(`another copy of Ballast (process ${child.pid})`);
    child.kill('SIGKILL');
    await new Promise((done) => child.on('close', done));
    expect(reopened(first.path).isReadOnly).toBe(false);
  });
});
