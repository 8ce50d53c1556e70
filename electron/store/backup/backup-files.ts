import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import Database from 'better-sqlite3';
import { isOpenHere } from '../../host/open-here.ts';
import { LAST_AUDIT, WORKBOOK_ID } from '../audit/audit-statements.ts';
import { fileKind } from '../connection/file-header.ts';
import { WORKBOOK_EXTENSION } from '../connection/identity.ts';
import { setUpReading } from '../connection/pragmas.ts';

export interface BackupFile {
  readonly path: string;
  readonly fileName: string;
  /** When it was made, from its name. */
  readonly madeAt: Date;
}

/** What a backup that opens and passes SQLite's check says of itself. */
export interface ProvenBackup extends BackupFile {
  readonly workbookId: string;
  /** Hash of its newest audit entry: equal to the workbook's when nothing changed since. */
  readonly auditHead: string;
}

export const backupFolderOf = (workbookPath: string): string => join(dirname(workbookPath), 'Backups');

const stemOf = (workbookPath: string): string => basename(workbookPath, extname(workbookPath));

/** `Book 2026-07-01 14-25-30.ballast`, in UTC; a name that every file system takes and that sorts by age. */
export function backupFileName(workbookPath: string, now: Date): string {
  const [day = '', time = ''] = now.toISOString().slice(0, 19).split('T');
  return `${stemOf(workbookPath)} ${day} ${time.replaceAll(':', '-')}${WORKBOOK_EXTENSION}`;
}

const STAMP = /^ (\d{4}-\d{2}-\d{2}) (\d{2})-(\d{2})-(\d{2})$/;

/** When the backup of that name was made; null when it is not the name of a backup of this workbook. */
function stampOf(workbookPath: string, fileName: string): Date | null {
  const stem = stemOf(workbookPath);
  if (!fileName.startsWith(stem) || !fileName.endsWith(WORKBOOK_EXTENSION)) return null;
  const stamp = STAMP.exec(fileName.slice(stem.length, -WORKBOOK_EXTENSION.length));
  if (stamp === null) return null;
  const madeAt = new Date(`${stamp[1]}T${stamp[2]}:${stamp[3]}:${stamp[4]}Z`);
  return Number.isNaN(madeAt.getTime()) ? null : madeAt;
}

/** The backups of a workbook by their names, newest first; other files in the folder are none of our business. */
export function listBackups(workbookPath: string, folder: string): readonly BackupFile[] {
  return namesIn(folder)
    .flatMap((fileName) => {
      const madeAt = stampOf(workbookPath, fileName);
      return madeAt === null ? [] : [{ path: join(folder, fileName), fileName, madeAt }];
    })
    .sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime());
}

const UNFINISHED = /^\.(.*)\.\d+-[0-9a-f]{8}\.tmp$/;
const HOUR_MS = 3_600_000;

/** Removes what killed backups of this workbook left behind: unfinished files that nobody has written to for an hour. */
export function removeUnfinished(workbookPath: string, folder: string, now: Date): void {
  for (const name of namesIn(folder)) {
    const backupName = UNFINISHED.exec(name)?.[1];
    if (backupName === undefined || stampOf(workbookPath, backupName) === null) continue;
    try {
      const path = join(folder, name);
      if (now.getTime() - statSync(path).mtimeMs > HOUR_MS) rmSync(path, { force: true });
    } catch {
      // Gone already, or not ours to remove: no matter.
    }
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Opens a backup read-only and has SQLite check every page, index and foreign key; null when anything is wrong. */
export function proven(backup: BackupFile): ProvenBackup | null {
  try {
    const found = statSync(backup.path);
    if (!found.isFile() || isOpenHere(found) || fileKind(backup.path) !== 'workbook') return null;
    const db = new Database(backup.path, { readonly: true, fileMustExist: true });
    try {
      setUpReading(db);
      if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') return null;
      if ((db.pragma('foreign_key_check') as readonly unknown[]).length > 0) return null;
      const workbookId = db.prepare(WORKBOOK_ID).pluck().get();
      const head = db.prepare(LAST_AUDIT).get() as { hash?: unknown } | undefined;
      if (typeof workbookId !== 'string' || typeof head?.hash !== 'string') return null;
      return { ...backup, workbookId, auditHead: head.hash };
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

/** The newest backup that passes every check, or null. */
export function newestProvenBackup(workbookPath: string, folder: string): ProvenBackup | null {
  for (const backup of listBackups(workbookPath, folder)) {
    const good = proven(backup);
    if (good !== null) return good;
  }
  return null;
}
