import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorkbookDatabase } from '../connection/database.ts';

/** A copy of an open workbook that only we read. */
export interface PrivateCopy {
  readonly path: string;
  readonly remove: () => void;
}

/** Pages that are copied before the thread is free for others. */
const PAGES_AT_ONCE = 500;

/**
 * Copies the workbook through its own connection, since nobody else may open it, some pages at a time; what is saved
 * meanwhile is in the copy too. Throws what SQLite and the file system throw, also when the workbook is closed meanwhile.
 */
export async function copyPrivately(db: WorkbookDatabase): Promise<PrivateCopy> {
  const folder = mkdtempSync(join(tmpdir(), 'ballast-check-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const path = join(folder, 'workbook.ballast');
  try {
    await db.backup(path, { progress: () => PAGES_AT_ONCE });
    return { path, remove };
  } catch (error) {
    remove();
    throw error;
  }
}
