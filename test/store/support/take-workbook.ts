// Another program that wants to write to a workbook: prints "taken" when SQLite lets it, else SQLite's code.
import { writeSync } from 'node:fs';
import Database from 'better-sqlite3';

const [path = ''] = process.argv.slice(2);
const db = new Database(path, { timeout: 0 });
try {
  db.exec('BEGIN IMMEDIATE; ROLLBACK');
  writeSync(1, 'taken');
} catch (error) {
  writeSync(1, error instanceof Error && 'code' in error ? String(error.code) : String(error));
} finally {
  db.close();
}
