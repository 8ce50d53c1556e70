import { chmodSync, copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { fileKind } from '../connection/workbook-file.ts';

/** SQLite's header: sqlite.org/fileformat2.html, section 1.3. */
const HEADER_BYTES = 100;
const PAGE_SIZE = 4096;
const PAGE_COUNT_AT = 28;
const FREE_LIST_AT = 32;

/**
 * Opens a copy of a damaged workbook in `folder`, which is the caller's to remove: with its log, else without it, else with
 * the header of a new workbook in place of its own (`template`). Null when its tables cannot be made out in any way.
 */
export function openDamaged(path: string, folder: string, template: Buffer): Database.Database | null {
  return (
    openCopy(path, join(folder, 'with-log.ballast'), ['', '-wal']) ??
    openCopy(path, join(folder, 'alone.ballast'), ['']) ??
    openMended(path, join(folder, 'mended.ballast'), template)
  );
}

function openCopy(path: string, copy: string, sides: readonly string[]): Database.Database | null {
  for (const side of sides) {
    if (!existsSync(path + side)) continue;
    copyFileSync(path + side, copy + side);
    chmodSync(copy + side, 0o600);
  }
  return opened(copy);
}

function openMended(path: string, copy: string, template: Buffer): Database.Database | null {
  const bytes = readFileSync(path);
  if (bytes.length < PAGE_SIZE) return null;
  template.copy(bytes, 0, 0, HEADER_BYTES);
  bytes.writeUInt32BE(Math.floor(bytes.length / PAGE_SIZE), PAGE_COUNT_AT);
  // Where free pages lie is not known any more, and nothing is written.
  bytes.writeUInt32BE(0, FREE_LIST_AT);
  bytes.writeUInt32BE(0, FREE_LIST_AT + 4);
  rmSync(copy, { force: true });
  writeFileSync(copy, bytes, { mode: 0o600 });
  return opened(copy);
}

function opened(copy: string): Database.Database | null {
  let db: Database.Database | null = null;
  try {
    if (fileKind(copy) !== 'workbook') return null;
    db = new Database(copy, { fileMustExist: true });
    db.pragma('trusted_schema = OFF');
    db.pragma('mmap_size = 0');
    db.pragma('temp_store = MEMORY');
    const tables = db.prepare(`SELECT count(*) FROM sqlite_schema WHERE type = 'table'`).pluck().get();
    if (Number(tables) > 0) return db;
  } catch {
    // Not to be read in this way.
  }
  db?.close();
  return null;
}
