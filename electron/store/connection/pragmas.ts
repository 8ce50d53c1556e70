import type Database from 'better-sqlite3';

/** Settings of every connection to a workbook, each with the value that reading it back must give. */
const EVERY_CONNECTION = [
  // Constraints and triggers are the last guard of finalised work: INSERT OR REPLACE must fire delete triggers too.
  ['foreign_keys = ON', 'foreign_keys', 1],
  ['recursive_triggers = ON', 'recursive_triggers', 1],
  ['ignore_check_constraints = OFF', 'ignore_check_constraints', 0],
  // A workbook is untrusted input: its schema may not call functions with side effects, its pages are checked as read.
  ['trusted_schema = OFF', 'trusted_schema', 0],
  ['cell_size_check = ON', 'cell_size_check', 1],
  ['mmap_size = 0', 'mmap_size', 0],
  // Sorting must not leave a client's data in temporary files.
  ['temp_store = MEMORY', 'temp_store', 2],
] as const;

const WRITING_CONNECTION = [
  // A commit is on the disk when it returns; on macOS only F_FULLFSYNC does that.
  ['synchronous = FULL', 'synchronous', 2],
  ['fullfsync = ON', 'fullfsync', 1],
  ['checkpoint_fullfsync = ON', 'checkpoint_fullfsync', 1],
  ['secure_delete = FAST', 'secure_delete', 2],
  ['wal_autocheckpoint = 1000', 'wal_autocheckpoint', 1000],
  ['journal_size_limit = 33554432', 'journal_size_limit', 33_554_432],
] as const;

export const EXPECTED_PRAGMAS: readonly (readonly [string, string | number])[] = [
  ['locking_mode', 'exclusive'],
  ['journal_mode', 'wal'],
  ...[...EVERY_CONNECTION, ...WRITING_CONNECTION].map(([, name, value]) => [name, value] as const),
];

function apply(
  db: Database.Database,
  settings: readonly (readonly [string, string, string | number])[],
): void {
  for (const [statement, name, value] of settings) {
    db.pragma(statement);
    const found = db.pragma(name, { simple: true });
    if (found !== value) throw new Error(`PRAGMA ${name} is ${String(found)}, not ${value}`);
  }
}

/**
 * Sets up the one writing connection. The exclusive lock comes before the first look at the write-ahead log, so that the
 * log needs no shared memory (which network drives lack) and no second program can write; the operating system frees it
 * when the process dies. Throws SQLITE_BUSY when another connection has the file.
 */
export function setUpWriting(db: Database.Database): void {
  db.pragma('locking_mode = EXCLUSIVE');
  const mode = db.pragma('journal_mode = WAL', { simple: true });
  if (mode !== 'wal') throw new Error(`PRAGMA journal_mode is ${String(mode)}, not wal`);
  apply(db, EVERY_CONNECTION);
  apply(db, WRITING_CONNECTION);
}

/** Sets up a connection that only reads. */
export function setUpReading(db: Database.Database): void {
  apply(db, EVERY_CONNECTION);
  db.pragma('query_only = ON');
}
