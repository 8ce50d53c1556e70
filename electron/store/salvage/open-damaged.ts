import { chmodSync, copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { trailEntries } from '../audit/audit-chain.ts';
import { isDamage } from '../connection/sqlite-failure.ts';
import { fileKind } from '../connection/workbook-file.ts';

/** SQLite's header: sqlite.org/fileformat2.html, section 1.3. */
const HEADER_BYTES = 100;
const PAGE_SIZE = 4096;
const PAGE_COUNT_AT = 28;
const FREE_LIST_AT = 32;

/**
 * Opens a copy of a damaged workbook in `folder`, which is the caller's to remove: with its log, else without it, else with
 * the header of a new workbook (`template`) in place of its own, else with all that says there which tables there are and
 * where they begin. Null when its tables cannot be made out in any way.
 */
export function openDamaged(path: string, folder: string, template: string): OpenedDamaged | null {
  const db =
    openCopy(path, join(folder, 'with-log.ballast'), ['', '-wal']) ??
    openCopy(path, join(folder, 'alone.ballast'), ['']) ??
    openMended(path, join(folder, 'mended.ballast'), template);
  if (db !== null) return { db, areTablesKnown: true };
  const guessed = openWithTablesOf(path, join(folder, 'with-tables.ballast'), template);
  return guessed === null ? null : { db: guessed, areTablesKnown: false };
}

interface OpenedDamaged {
  readonly db: Database.Database;
  /** False when the file itself does not say any more where its tables begin. */
  readonly areTablesKnown: boolean;
}

function openCopy(path: string, copy: string, sides: readonly string[]): Database.Database | null {
  for (const side of sides) {
    if (!existsSync(path + side)) continue;
    copyFileSync(path + side, copy + side);
    chmodSync(copy + side, 0o600);
  }
  return opened(copy);
}

function openMended(path: string, copy: string, template: string): Database.Database | null {
  const bytes = readFileSync(path);
  return bytes.length < PAGE_SIZE ? null : openBytes(withHeaderOf(bytes, readFileSync(template)), copy);
}

/**
 * A workbook has its tables where a new one has them; those that came with a later version only if it was made by one. That
 * the trail lies there is proven by its first entry, which follows from the identity of the workbook.
 */
function openWithTablesOf(path: string, copy: string, template: string): Database.Database | null {
  const bytes = readFileSync(path);
  const own = readFileSync(template);
  if (bytes.length < own.length) return null;
  for (const page of schemaPages(template))
    own.copy(bytes, (page - 1) * PAGE_SIZE, (page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const db = openBytes(withHeaderOf(bytes, own), copy);
  if (db === null || beginsWithItsTrail(db)) return db;
  db.close();
  return null;
}

function schemaPages(path: string): readonly number[] {
  const db = new Database(path, { readonly: true });
  try {
    return db.prepare(`SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'`).pluck().all().map(Number);
  } finally {
    db.close();
  }
}

function beginsWithItsTrail(db: Database.Database): boolean {
  try {
    const first = trailEntries(db).next();
    return first.done !== true && first.value.isNext;
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

function withHeaderOf(bytes: Buffer, template: Buffer): Buffer {
  template.copy(bytes, 0, 0, HEADER_BYTES);
  bytes.writeUInt32BE(Math.floor(bytes.length / PAGE_SIZE), PAGE_COUNT_AT);
  // Where free pages lie is not known any more, and nothing is written.
  bytes.writeUInt32BE(0, FREE_LIST_AT);
  bytes.writeUInt32BE(0, FREE_LIST_AT + 4);
  return bytes;
}

function openBytes(bytes: Buffer, copy: string): Database.Database | null {
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
