import type Database from 'better-sqlite3';
import { MIGRATIONS } from './migrations/all.ts';
import type { Migration } from './migrations/migration.ts';

export const userVersion = (db: Database.Database): number =>
  Number(db.pragma('user_version', { simple: true }));

export const pendingSteps = (db: Database.Database): readonly Migration[] => {
  const version = userVersion(db);
  return MIGRATIONS.filter((step) => step.version > version);
};

/**
 * Runs the given steps, then `record`, in one transaction: after a crash the file has either the old schema or the new.
 * Throws, with nothing changed, when a step fails or leaves a row whose parent is missing.
 */
export function migrate(
  db: Database.Database,
  steps: readonly Migration[] = pendingSteps(db),
  record: () => void = () => {},
): void {
  const last = steps.at(-1);
  if (last === undefined) return;
  // A step may rebuild a table, which foreign keys would take for deleting all its rows; they are checked at the end.
  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      for (const step of steps) db.exec(step.sql);
      const orphans = db.pragma('foreign_key_check') as readonly unknown[];
      if (orphans.length > 0)
        throw new Error(`Migrating to ${last.version} left ${orphans.length} orphaned rows`);
      db.pragma(`user_version = ${last.version}`);
      record();
    }).exclusive();
  } finally {
    db.pragma('foreign_keys = ON');
  }
}
