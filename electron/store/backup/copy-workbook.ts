import { type FileHandle, open } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { WorkbookDatabase } from '../connection/database.ts';

/** About 800 kB: some milliseconds of work between two turns of the loop. */
const PAGES_AT_ONCE = 200;
/** About 50 MB. */
const SLICES_BETWEEN_SYNCS = 64;

/** Writes one consistent state of the workbook to a new file, with the committed rows of the log. */
export function copyAtOnce(db: WorkbookDatabase, path: string): void {
  db.prepare('VACUUM INTO ?').run(path);
}

/**
 * The same, a few pages at a time through the connection that has the file open (another one would be locked out). What is
 * saved meanwhile goes into the copy too; the copy is the state at its end.
 */
export async function copyInSlices(db: WorkbookDatabase, path: string): Promise<void> {
  const disk = syncingNowAndThen(path);
  try {
    await db.backup(path, {
      progress: () => {
        disk.slice();
        return PAGES_AT_ONCE;
      },
    });
  } finally {
    await disk.end();
  }
  await nextTurn();
  // The copy has the journal mode of its original, and would want a log beside it to be read.
  const copy = new Database(path);
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

/**
 * Sends what was copied to the disk while the copying goes on, by a thread of Node's own. SQLite does so once, at the end
 * and in this thread, which for some hundreds of megabytes would stand still for half a second.
 */
function syncingNowAndThen(path: string): { readonly slice: () => void; readonly end: () => Promise<void> } {
  let slices = 0;
  let file: FileHandle | null = null;
  let running: Promise<void> | null = null;
  const sync = async (): Promise<void> => {
    try {
      file ??= await open(path, 'r');
      await file.datasync();
    } catch {
      // SQLite's own at the end says what is wrong with the disk.
    }
  };
  return {
    slice: () => {
      slices += 1;
      if (slices % SLICES_BETWEEN_SYNCS !== 0 || running !== null) return;
      running = sync().finally(() => {
        running = null;
      });
    },
    end: async () => {
      await running;
      await file?.close();
    },
  };
}
