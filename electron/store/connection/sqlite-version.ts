import Database from 'better-sqlite3';

/** The version of the SQLite that is compiled in, for support and for the log. */
export function sqliteVersion(): string {
  const db = new Database(':memory:');
  try {
    return String(db.prepare('SELECT sqlite_version()').pluck().get());
  } finally {
    db.close();
  }
}
