import type Database from 'better-sqlite3';
import { prepared } from './database.ts';
import { integer, table, text } from './table.ts';

/** The workbook's own identity: one row, written when the file is made. */
export const workbookTable = table('workbook', {
  key: { onlyRow: integer },
  values: { id: text, createdAt: text, createdWith: text },
});

const WORKBOOK_ID = `SELECT id FROM workbook`;

/** The identity of the workbook, or null when its row is gone. */
export function workbookId(db: Database.Database): string | null {
  const id = prepared(db, WORKBOOK_ID).pluck().get();
  return typeof id === 'string' ? id : null;
}
