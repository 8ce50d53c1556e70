import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, onTestFinished, vi } from 'vitest';
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

/** Scratch folders of this test file go to a folder of its own: other files, running meanwhile, make some of the same names. */
export function keepScratchApart(): void {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ballast-scratch-'));
    vi.stubEnv('TMPDIR', folder);
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });
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

/** A workbook as schema 80 left it: a case quoted twice, one with an indication, a draft. Never made again. */
export function workbookOf80(): string {
  const path = join(temporaryFolder(), 'Before.ballast');
  const packed = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'workbook-080-quoted.sqlite.gz'));
  writeFileSync(path, gunzipSync(packed));
  return path;
}
