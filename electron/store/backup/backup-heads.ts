import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { isOpenHere } from '../../host/open-here.ts';
import { lastAuditEntry } from '../audit/audit.ts';
import type { Anchor } from '../audit/trail-heads.ts';
import { setUpReading } from '../connection/pragmas.ts';
import { fileKind } from '../connection/workbook-file.ts';
import { workbookId } from '../connection/workbook-id.ts';
import { type BackupFile, listBackups } from './backup-files.ts';

/**
 * The head of each backup of this workbook in `folder`, from the files themselves: two look-ups in each, without checking
 * it. One that cannot be read is passed over, and one of another identity too, unless it was made when this workbook already
 * was: one that was written anew may have been given a new identity with it.
 */
export function backupHeads(
  workbook: { readonly id: string; readonly path: string; readonly since: string },
  folder: string,
): readonly Anchor[] {
  return listBackups(workbook.path, folder).flatMap((backup) => {
    const head = headOf(backup, workbook);
    return head === null ? [] : [{ ...head, source: `the backup “${backup.fileName}”` }];
  });
}

function headOf(
  { path, madeAt }: BackupFile,
  { id, since }: { readonly id: string; readonly since: string },
): Omit<Anchor, 'source'> | null {
  try {
    const found = statSync(path);
    if (!found.isFile() || isOpenHere(found) || fileKind(path) !== 'workbook') return null;
    const db = new Database(path, { readonly: true, fileMustExist: true });
    try {
      setUpReading(db);
      const last = lastAuditEntry(db);
      if (last === undefined) return null;
      return workbookId(db) === id || madeAt.toISOString() >= since ? last : null;
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}
