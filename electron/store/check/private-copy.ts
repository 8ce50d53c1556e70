import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyInSlices } from '../backup/copy-workbook.ts';
import type { WorkbookDatabase } from '../connection/database.ts';

/** How the scratch folder of a check is named, so that one left by a killed process is cleared away. */
export const CHECK_PREFIX = 'ballast-check-';

/** A copy of an open workbook that only we read. */
export interface PrivateCopy {
  readonly path: string;
  readonly remove: () => void;
}

/**
 * Copies the workbook through its own connection, since nobody else may open it, some pages at a time; what is saved
 * meanwhile is in the copy too. Throws what SQLite and the file system throw, also when the workbook is closed meanwhile.
 */
export async function copyPrivately(db: WorkbookDatabase): Promise<PrivateCopy> {
  const folder = mkdtempSync(join(tmpdir(), CHECK_PREFIX));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const path = join(folder, 'workbook.ballast');
  try {
    await copyInSlices(db, path);
    return { path, remove };
  } catch (error) {
    remove();
    throw error;
  }
}
