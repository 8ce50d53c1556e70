import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { TrailHead } from '#shared/domain/records.ts';
import { isOpenHere } from '../../host/open-here.ts';
import { lastAuditEntry } from '../audit/audit.ts';
import { setUpReading } from '../connection/pragmas.ts';
import { fileKind } from '../connection/workbook-file.ts';
import { workbookId } from '../connection/workbook-id.ts';
import { type BackupFile, listBackups } from './backup-files.ts';

/** A backup that opens and passes SQLite's check. */
export interface SoundBackup extends BackupFile {
  readonly workbookId: string;
  /** Hash of its newest audit entry: the same as the workbook's if nothing changed since. */
  readonly auditHead: string;
  readonly auditSequence: number;
}

/** Opens a backup read-only and has SQLite check every page, index and foreign key; null when anything is wrong. */
export function checkedBackup(backup: BackupFile): SoundBackup | null {
  try {
    const found = statSync(backup.path);
    if (!found.isFile() || isOpenHere(found) || fileKind(backup.path) !== 'workbook') return null;
    const db = new Database(backup.path, { readonly: true, fileMustExist: true });
    try {
      setUpReading(db);
      if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') return null;
      if ((db.pragma('foreign_key_check') as readonly unknown[]).length > 0) return null;
      const id = workbookId(db);
      const last = lastAuditEntry(db);
      if (id === null || last === undefined) return null;
      return { ...backup, workbookId: id, auditHead: last.hash, auditSequence: last.sequence };
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

/** The newest audit entry of a backup, without checking the rest of it; null when it cannot be read. */
export function headOfBackup(path: string): TrailHead | null {
  try {
    const found = statSync(path);
    if (!found.isFile() || isOpenHere(found) || fileKind(path) !== 'workbook') return null;
    const db = new Database(path, { readonly: true, fileMustExist: true });
    try {
      setUpReading(db);
      return lastAuditEntry(db) ?? null;
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

/** The newest backup that passes every check, or null. */
export function newestSoundBackup(workbookPath: string, folder: string): SoundBackup | null {
  for (const backup of listBackups(workbookPath, folder)) {
    const good = checkedBackup(backup);
    if (good !== null) return good;
  }
  return null;
}
