import type Database from 'better-sqlite3';

interface StoredEntry {
  readonly sequence: number;
  readonly actor: string;
  readonly action: string;
  readonly subjectOf: string;
  readonly detail: string;
  readonly hash: string;
}

/** The whole audit trail, the newest entry first. */
export const auditRows = (db: Database.Database): readonly StoredEntry[] =>
  db
    .prepare(
      `SELECT sequence, actor, action, subject_of AS subjectOf, detail, hash FROM audit ORDER BY sequence DESC`,
    )
    .all() as StoredEntry[];
