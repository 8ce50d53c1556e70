import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workInThread } from '#electron/app/work-in-thread.ts';
import { backUpWorkbook } from '#electron/store/backup/back-up.ts';
import { closeWorkbook } from '#electron/store/workbook/workbook.ts';
import { NOW, newWorkbook, temporaryFolder, valueIn } from '#test/store/support/workbooks.ts';

const SCRIPT = resolve(import.meta.dirname, '../../electron/background.ts');
const run = {
  appVersion: 'test',
  now: NOW,
  present: null,
  retired: [],
  premiums: {},
  anchors: [],
  ownKeys: [],
};

function aBackup(): string {
  const workbook = newWorkbook();
  const { path } = valueIn(backUpWorkbook(workbook, { now: NOW }));
  closeWorkbook(workbook);
  return path;
}

describe('background work', () => {
  it('is done in a thread, and in this one where none can be had', async () => {
    const backup = aBackup();
    for (const script of [SCRIPT, join(temporaryFolder(), 'nowhere.js')])
      expect(valueIn(await workInThread(script).rehearse(backup, run))).toMatchObject({ isSound: true });
  });

  it('that throws is not done a second time', async () => {
    const script = join(temporaryFolder(), 'throws.mjs');
    writeFileSync(
      script,
      `import { parentPort } from 'node:worker_threads'; parentPort.postMessage({ error: 'it threw' });`,
    );
    await expect(workInThread(script).rehearse(aBackup(), run)).rejects.toThrow('it threw');
  });
});
