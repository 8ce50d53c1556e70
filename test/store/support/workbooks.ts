import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import {
  closeWorkbook,
  type OpenOptions,
  openWorkbook,
  type Workbook,
} from '#electron/store/workbook/workbook.ts';
import type { Result } from '#shared/domain/result.ts';

export const NOW = new Date('2026-07-01T09:30:00.000Z');
export const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);

/** A folder of its own for one test, gone afterwards. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ballast-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const options = (mode: OpenOptions['mode'], now = NOW): OpenOptions => ({
  mode,
  appVersion: '0.1.0-test',
  now,
});

/** The value of a result that the test takes for granted. */
export function valueIn<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return result.value;
}

export function failureOf(result: Result<unknown>): { readonly code: string; readonly message: string } {
  if (result.ok) throw new Error('expected a failure, got a success');
  return result.failure;
}

/** An open workbook in a folder of its own, closed when the test ends. */
export function newWorkbook(path = join(temporaryFolder(), 'Book.ballast')): Workbook {
  const workbook = valueIn(openWorkbook(path, options('create')));
  onTestFinished(() => {
    if (workbook.db.open) closeWorkbook(workbook);
  });
  return workbook;
}

export function reopened(path: string, now = NOW): Workbook {
  const workbook = valueIn(openWorkbook(path, options('open', now)));
  onTestFinished(() => {
    if (workbook.db.open) closeWorkbook(workbook);
  });
  return workbook;
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
