import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder for all tests of a file, removed when they are over. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ballast-papers-'));
  folders.push(folder);
  return folder;
}
