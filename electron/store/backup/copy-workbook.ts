import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { WorkbookDatabase } from '../connection/database.ts';

/** About 800 kB: some milliseconds of work between two turns of the loop. */
const PAGES_AT_ONCE = 200;

/** Writes one consistent state of the workbook to a new file, with the committed rows of the log. */
export function copyAtOnce(db: WorkbookDatabase, path: string): void {
  db.prepare('VACUUM INTO ?').run(path);
}

/**
 * The same, a few pages at a time through the connection that has the file open (another one would be locked out). What is
 * saved meanwhile goes into the copy too; the copy is the state at its end.
 */
export async function copyInSlices(db: WorkbookDatabase, path: string): Promise<void> {
  await db.backup(path, { progress: () => PAGES_AT_ONCE });
  await nextTurn();
  // The copy has the journal mode of its original, and would want a log beside it to be read.
  const copy = new Database(path);
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}
