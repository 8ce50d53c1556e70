import Database from 'better-sqlite3';
import type { Result } from '#shared/domain/result.ts';

// What needs no test runner, so that programs of their own can use it too.

export const NOW = new Date('2026-07-01T09:30:00.000Z');
export const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);

/** The value of a result that the test takes for granted. */
export function valueIn<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return result.value;
}

export function failureOf(result: Result<unknown>): {
  readonly code: string;
  readonly message: string;
  readonly field?: string;
} {
  if (result.ok) throw new Error('expected a failure, got a success');
  return result.failure;
}

/** Works on a closed workbook's file as any SQLite tool would: foreign keys and recursive triggers off. */
export function withRawConnection<T>(path: string, work: (db: Database.Database) => T): T {
  const db = new Database(path);
  try {
    db.pragma('foreign_keys = OFF');
    db.pragma('recursive_triggers = OFF');
    return work(db);
  } finally {
    db.close();
  }
}

/** Edits behind the protections: drops all triggers, edits, and puts them back, as a careful forger would. */
export function forge(path: string, edit: (db: Database.Database) => void): void {
  withRawConnection(path, (db) => {
    const triggers = db
      .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
      .all() as readonly {
      name: string;
      sql: string;
    }[];
    for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`);
    edit(db);
    for (const { sql } of triggers) db.exec(sql);
  });
}
