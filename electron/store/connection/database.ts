import { basename } from 'node:path';
import type Database from 'better-sqlite3';
import { type Result, success } from '#shared/domain/result.ts';
import { mustBeInPlace } from './place.ts';
import { failureOf, isDamage } from './sqlite-failure.ts';

declare const workbookBrand: unique symbol;

/** A connection that `openWorkbook` has checked, migrated and set up; no other connection fits the store's functions. */
export type WorkbookDatabase = Database.Database & { readonly [workbookBrand]: true };

const displayNames = new WeakMap<Database.Database, string>();
const damagedConnections = new WeakSet<Database.Database>();
const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/** Marks a connection as set up; sentences about the workbook name it by `path`. */
export function asWorkbookDatabase(db: Database.Database, path: string): WorkbookDatabase {
  displayNames.set(db, basename(path));
  return db as WorkbookDatabase;
}

export const workbookName = (db: Database.Database): string => displayNames.get(db) ?? basename(db.name);

/** Remembers that this connection found damage, so that the next opening checks every page. */
export const markDamaged = (db: Database.Database): void => {
  damagedConnections.add(db);
};

export function noteDamage(db: Database.Database, error: unknown): void {
  if (isDamage(error)) markDamaged(db);
}

export const hasMetDamage = (db: Database.Database): boolean => damagedConnections.has(db);

/** The prepared statement of a constant SQL text, made once for each connection. */
export function prepared(db: Database.Database, sql: string): Database.Statement {
  let known = statements.get(db);
  if (known === undefined) {
    known = new Map();
    statements.set(db, known);
  }
  let statement = known.get(sql);
  if (statement === undefined) {
    statement = db.prepare(sql);
    known.set(sql, statement);
  }
  return statement;
}

/**
 * Runs `change` in one transaction: all of it is stored and on disk when this returns a success, else none of it. Fails when
 * the file is not where it was opened any more: what is written to a file without a name is gone when it is closed.
 */
export function changing<T>(db: WorkbookDatabase, change: () => T): Result<T> {
  return asResult(db, () => {
    mustBeInPlace(db);
    return db
      .transaction(() => {
        const done = change();
        mustBeInPlace(db);
        return done;
      })
      .immediate();
  });
}

/** Runs `read` on one consistent state of the workbook. */
export function reading<T>(db: WorkbookDatabase, read: () => T): Result<T> {
  return asResult(db, () => db.transaction(read).deferred());
}

/**
 * Runs `work`, which may wait for something outside the store, in one transaction, which is kept only if it succeeds. Only
 * for a process that does nothing else with the workbook in the meantime, such as a headless run.
 */
export async function changingThroughout<T>(
  db: WorkbookDatabase,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const begun = asResult(db, () => {
    mustBeInPlace(db);
    db.exec('BEGIN IMMEDIATE');
  });
  if (!begun.ok) return begun;
  try {
    const done = await work();
    if (!done.ok) return done;
    const kept = asResult(db, () => {
      mustBeInPlace(db);
      db.exec('COMMIT');
    });
    return kept.ok ? done : kept;
  } finally {
    // When the disk is full SQLite rolls back by itself.
    if (db.inTransaction) db.exec('ROLLBACK');
  }
}

function asResult<T>(db: WorkbookDatabase, run: () => T): Result<T> {
  try {
    return success(run());
  } catch (error) {
    noteDamage(db, error);
    const failure = failureOf(error, workbookName(db));
    if (failure === null) throw error;
    return { ok: false, failure };
  }
}
