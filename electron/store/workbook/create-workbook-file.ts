import { randomUUID } from 'node:crypto';
import { chmodSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { nameNewFile, temporaryBeside } from '../../host/durable-file.ts';
import { changeRecords } from '../audit/audit.ts';
import { THE_WORKBOOK } from '../audit/record-hash.ts';
import { asWorkbookDatabase } from '../connection/database.ts';
import { insertRow } from '../connection/table.ts';
import { APPLICATION_ID } from '../connection/workbook-file.ts';
import { workbookTable } from '../connection/workbook-id.ts';
import { migrate } from './migrate.ts';

/**
 * Makes an empty workbook at `path`. It is built under a temporary name and renamed when complete, so that there is never
 * half a workbook, and no other file is overwritten. Throws EEXIST when the name is taken, and what SQLite and the
 * file system throw.
 */
export function createWorkbookFile(path: string, appVersion: string, now: Date): void {
  const temporary = temporaryBeside(path);
  try {
    const db = asWorkbookDatabase(new Database(temporary), path);
    try {
      // The rollback journal here: application id and version must stand in the file itself, not in a log beside it.
      db.pragma('journal_mode = DELETE');
      db.pragma('synchronous = FULL');
      db.pragma('trusted_schema = OFF');
      db.pragma(`application_id = ${APPLICATION_ID}`);
      migrate(db, undefined, () => {
        changeRecords(
          db,
          { actor: 'Ballast', now },
          {
            records: [THE_WORKBOOK],
            change: () => {
              insertRow(db, workbookTable, {
                onlyRow: 1,
                id: randomUUID(),
                createdAt: now.toISOString(),
                createdWith: appVersion,
              });
              return {
                action: 'workbook-created',
                subjectOf: 'Workbook',
                detail: `Created with Ballast ${appVersion}.`,
              };
            },
          },
        );
      });
    } finally {
      db.close();
    }
    // Clients' affairs are nobody else's on this computer; SQLite gives the log the mode of the file.
    chmodSync(temporary, 0o600);
    nameNewFile(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
    rmSync(`${temporary}-journal`, { force: true });
  }
}
