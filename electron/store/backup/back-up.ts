import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { nameNewFile, temporaryBeside } from '../../host/durable-file.ts';
import { errorCode } from '../../host/system-error.ts';
import { lastAuditEntry } from '../audit/audit.ts';
import { noteDamage, type WorkbookDatabase, workbookName } from '../connection/database.ts';
import { failureOf, isDamage } from '../connection/sqlite-failure.ts';
import { fault } from '../connection/store-fault.ts';
import { workbookId } from '../connection/workbook-id.ts';
import {
  type BackupFile,
  backupFileName,
  backupFolderOf,
  listBackups,
  removeUnfinished,
} from './backup-files.ts';
import { expiredBackups } from './backup-thinning.ts';
import { checkedBackup, type SoundBackup } from './sound-backup.ts';

const NO_FOLDER = new Set(['ENOENT', 'ENOTDIR', 'EEXIST', 'EISDIR']);
const DAY_MS = 86_400_000;

interface BackupPlace {
  readonly now: Date;
  /** Left out: `Backups` beside the workbook. */
  readonly folder?: string;
}
interface BackedUp {
  readonly db: WorkbookDatabase;
  readonly path: string;
}

interface BackupMade extends SoundBackup {
  readonly folder: string;
  readonly sizeBytes: number;
}

/**
 * Writes a backup and checks it: VACUUM INTO a temporary file (one consistent state, with the committed rows of the log),
 * which is opened read-only, checked in full, compared with the workbook and only then given its name.
 */
export function backUpWorkbook(workbook: BackedUp, place: BackupPlace): Result<BackupMade> {
  const folder = place.folder ?? backupFolderOf(workbook.path);
  const name = workbookName(workbook.db);
  try {
    mkdirSync(folder, { recursive: true });
    removeUnfinished(workbook.path, folder, place.now);
    return success(writeBackup(workbook, folder, place.now));
  } catch (error) {
    const code = errorCode(error) ?? '';
    if (NO_FOLDER.has(code)) {
      return failed('not-found', `“${name}” could not be backed up: the folder “${folder}” cannot be made.`);
    }
    noteDamage(workbook.db, error);
    const isOwnDamage = isDamage(code);
    const failure = failureOf(error, isOwnDamage ? name : basename(folder));
    if (failure === null) throw error;
    return failed(failure.code, `“${name}” could not be backed up. ${failure.message}`);
  }
}

function writeBackup(workbook: BackedUp, folder: string, now: Date): BackupMade {
  const file = freeName(workbook.path, folder, now);
  const temporary = temporaryBeside(file.path);
  try {
    workbook.db.prepare('VACUUM INTO ?').run(temporary);
    const copy = checkedBackup({ ...file, path: temporary });
    if (copy?.workbookId !== workbookId(workbook.db) || copy.auditHead !== auditHead(workbook.db)) {
      throw fault('workbook-damaged', 'The copy did not pass its checks, so it was not kept.');
    }
    nameNewFile(temporary, file.path);
    return { ...copy, path: file.path, folder, sizeBytes: statSync(file.path).size };
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Two backups within one second: the later takes the next free second, so that names sort by age. */
function freeName(workbookPath: string, folder: string, now: Date): BackupFile {
  for (let at = now.getTime(); ; at += 1000) {
    const madeAt = new Date(at - (at % 1000));
    const fileName = backupFileName(workbookPath, madeAt);
    const path = join(folder, fileName);
    if (!existsSync(path)) return { path, fileName, madeAt };
  }
}

const auditHead = (db: WorkbookDatabase): string => lastAuditEntry(db)?.hash ?? '';

/** Removes backups that are no longer kept at their age; the newest always stays. Returns the names of those removed. */
export function thinBackups(workbookPath: string, folder: string, now: Date): readonly string[] {
  const gone: string[] = [];
  for (const { path, fileName } of expiredBackups(listBackups(workbookPath, folder), now)) {
    try {
      rmSync(path);
      gone.push(fileName);
    } catch {
      // One that cannot be removed is tried again next time.
    }
  }
  return gone;
}

type BackupOutcome =
  | { readonly kind: 'not-due'; readonly newest: Date }
  | { readonly kind: 'unchanged'; readonly newest: Date }
  | { readonly kind: 'made'; readonly backup: BackupMade; readonly removed: readonly string[] };

/**
 * Backs up when the newest sound backup is older than a day (or none is) and something was entered in the audit chain
 * since; removes old ones that are no longer kept. Meant to be called at every opening.
 */
export function backUpIfDue(workbook: BackedUp, place: BackupPlace): Result<BackupOutcome> {
  const folder = place.folder ?? backupFolderOf(workbook.path);
  const [newest] = listBackups(workbook.path, folder);
  if (newest !== undefined) {
    if (place.now.getTime() - newest.madeAt.getTime() < DAY_MS) {
      return success({ kind: 'not-due', newest: newest.madeAt });
    }
    if (checkedBackup(newest)?.auditHead === auditHead(workbook.db)) {
      return success({ kind: 'unchanged', newest: newest.madeAt });
    }
  }
  const made = backUpWorkbook(workbook, place);
  if (!made.ok) return made;
  return success({
    kind: 'made',
    backup: made.value,
    removed: thinBackups(workbook.path, folder, place.now),
  });
}
