import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { setUpReading } from '../connection/pragmas.ts';
import { migrate, pendingSteps } from './migrate.ts';

/** The folders of private copies begin so. */
export const VIEWING_PREFIX = 'ballast-view-';

interface ViewingCopy {
  readonly db: Database.Database;
  /** A folder of our own, to be removed after closing. */
  readonly folder: string;
}

/**
 * Opens a workbook that may not be written to. SQLite cannot read a write-ahead log without making files beside it, so
 * what is opened is a private copy of the file and its log, brought to the present schema; the workbook itself and its
 * folder stay untouched. Throws what SQLite and the file system throw.
 */
export function openViewingCopy(path: string): ViewingCopy {
  const folder = mkdtempSync(join(tmpdir(), VIEWING_PREFIX));
  try {
    const copy = join(folder, 'workbook.ballast');
    copyTogether(path, copy);
    const writing = new Database(copy);
    try {
      writing.pragma('trusted_schema = OFF');
      writing.pragma('cell_size_check = ON');
      migrate(writing, pendingSteps(writing));
      writing.pragma('journal_mode = DELETE');
    } finally {
      writing.close();
    }
    const db = new Database(copy, { readonly: true });
    setUpReading(db);
    return { db, folder };
  } catch (error) {
    removeViewingCopy(folder);
    throw error;
  }
}

export function removeViewingCopy(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Copies file and log as of one moment; starts again if either changed in between. */
function copyTogether(path: string, copy: string): void {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const before = state(path);
    for (const side of ['', '-wal']) {
      rmSync(`${copy}${side}`, { force: true });
      if (!existsSync(`${path}${side}`)) continue;
      copyFileSync(`${path}${side}`, `${copy}${side}`);
      // A copy gets the mode of the original, which may be read-only.
      chmodSync(`${copy}${side}`, 0o600);
    }
    if (state(path) === before) return;
  }
  throw Object.assign(new Error('The workbook keeps changing'), { code: 'SQLITE_BUSY' });
}

function state(path: string): string {
  return [path, `${path}-wal`]
    .map((file) => {
      const found = statSync(file, { throwIfNoEntry: false });
      return found === undefined ? '-' : `${found.size}:${found.mtimeMs}`;
    })
    .join(' ');
}
