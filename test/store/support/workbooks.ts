import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  closeWorkbook,
  type OpenOptions,
  openWorkbook,
  type Workbook,
} from '#electron/store/workbook/workbook.ts';
import { NOW, valueIn } from './results.ts';

export { failureOf, forge, later, NOW, valueIn, withRawConnection } from './results.ts';

/** A folder of its own for one test, gone afterwards. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ballast-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const options = (mode: OpenOptions['mode'], now = NOW): OpenOptions => ({
  mode,
  appVersion: '0.1.0-test',
  now,
});

/** An open workbook in a folder of its own, closed when the test ends. */
export function newWorkbook(path = join(temporaryFolder(), 'Book.ballast')): Workbook {
  const workbook = valueIn(openWorkbook(path, options('create')));
  onTestFinished(() => {
    if (workbook.db.open) closeWorkbook(workbook);
  });
  return workbook;
}

export function reopened(path: string, now = NOW): Workbook {
  const workbook = valueIn(openWorkbook(path, options('open', now)));
  onTestFinished(() => {
    if (workbook.db.open) closeWorkbook(workbook);
  });
  return workbook;
}
