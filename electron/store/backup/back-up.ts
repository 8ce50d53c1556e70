import { chmodSync, existsSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Failure, failed, type Result, success } from '#shared/domain/result.ts';
import { nameNewFile, temporaryBeside } from '../../host/durable-file.ts';
import { makeFolder } from '../../host/make-folder.ts';
import { causeOf, errorCode } from '../../host/system-error.ts';
import { hasAuditEntry, lastAuditEntry } from '../audit/audit.ts';
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
import { copyAtOnce, copyInSlices } from './copy-workbook.ts';
import { checkedBackup, headOfBackup, type SoundBackup } from './sound-backup.ts';

const NO_FOLDER = new Set(['ENOENT', 'ENOTDIR', 'EEXIST', 'EISDIR', 'ELOOP', 'ENAMETOOLONG']);
/** While a workbook is open, and at its opening. */
const DUE_AFTER_MS = 4 * 3_600_000;
/** Clocks of two computers that share a folder differ by some minutes. */
export const FUTURE_SLACK_MS = 10 * 60_000;

interface BackupPlace {
  readonly now: Date;
  /** Left out: `Backups` beside the workbook. */
  readonly folder?: string;
}
export interface BackedUp {
  readonly db: WorkbookDatabase;
  readonly path: string;
}

interface BackupMade extends SoundBackup {
  readonly folder: string;
  readonly sizeBytes: number;
}

/** Checks a finished copy in full; another thread may do it. */
type CopyCheck = (copy: BackupFile) => Promise<SoundBackup | null>;

/**
 * Writes a backup and checks it: VACUUM INTO a temporary file (one consistent state, with the committed rows of the log),
 * which is opened read-only, checked in full, compared with the workbook and only then given its name. All of it at once,
 * for what must not begin before there is a backup.
 */
export function backUpWorkbook(workbook: BackedUp, place: BackupPlace): Result<BackupMade> {
  const folder = place.folder ?? backupFolderOf(workbook.path);
  try {
    const { file, temporary } = begin(workbook, folder, place.now);
    try {
      copyAtOnce(workbook.db, temporary);
      return success(
        named(workbook, { file, temporary, folder }, checkedBackup({ ...file, path: temporary })),
      );
    } finally {
      rmSync(temporary, { force: true });
    }
  } catch (error) {
    return { ok: false, failure: backupFailure(workbook, folder, error) };
  }
}

/** As `backUpWorkbook`, a few pages at a time, so that saving and reading go on meanwhile. */
export async function backUpInSlices(
  workbook: BackedUp,
  place: BackupPlace,
  check: CopyCheck = async (copy) => checkedBackup(copy),
): Promise<Result<BackupMade>> {
  const folder = place.folder ?? backupFolderOf(workbook.path);
  try {
    const { file, temporary } = begin(workbook, folder, place.now);
    try {
      await copyInSlices(workbook.db, temporary);
      const copy = await check({ ...file, path: temporary });
      if (!workbook.db.open) return failed('cancelled', 'The workbook was closed while it was backed up.');
      return success(named(workbook, { file, temporary, folder }, copy));
    } finally {
      rmSync(temporary, { force: true });
    }
  } catch (error) {
    if (!workbook.db.open) return failed('cancelled', 'The workbook was closed while it was backed up.');
    return { ok: false, failure: backupFailure(workbook, folder, error) };
  }
}

function begin(
  workbook: BackedUp,
  folder: string,
  now: Date,
): { readonly file: BackupFile; readonly temporary: string } {
  makeFolder(folder, { isPrivate: true });
  removeUnfinished(workbook.path, folder, now);
  const file = freeName(workbook.path, folder, now);
  return { file, temporary: temporaryBeside(file.path) };
}

interface Unnamed {
  readonly file: BackupFile;
  readonly temporary: string;
  readonly folder: string;
}

/** Gives the copy its name if it is sound and a state of this workbook. */
function named({ db }: BackedUp, { file, temporary, folder }: Unnamed, copy: SoundBackup | null): BackupMade {
  const isOwn =
    copy !== null &&
    copy.workbookId === workbookId(db) &&
    hasAuditEntry(db, { sequence: copy.auditSequence, hash: copy.auditHead });
  if (!isOwn) {
    throw fault('workbook-damaged', 'The copy did not pass its checks, so it was not kept.');
  }
  chmodSync(temporary, 0o600);
  nameNewFile(temporary, file.path);
  return { ...copy, path: file.path, folder, sizeBytes: statSync(file.path).size };
}

function backupFailure({ db }: BackedUp, folder: string, error: unknown): Failure {
  const name = workbookName(db);
  const code = errorCode(error) ?? '';
  if (NO_FOLDER.has(code)) {
    return failed('not-found', `“${name}” could not be backed up: the folder “${folder}” cannot be made.`)
      .failure;
  }
  noteDamage(db, error);
  const failure = failureOf(error, isDamage(error) ? name : basename(folder));
  if (failure !== null)
    return { ...failure, message: `“${name}” could not be backed up. ${failure.message}` };
  // Whatever the system says of a folder: a backup must not keep anyone from working.
  if (code === '' || code.startsWith('SQLITE_CONSTRAINT')) throw error;
  return failed('unexpected', `“${name}” could not be backed up in “${folder}”, since ${causeOf(code)}.`)
    .failure;
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
 * Backs up when the newest backup is older than four hours (or none is) and something was entered in the audit chain since;
 * removes old ones that are no longer kept. A backup dated later than now, from a clock that was wrong once, does not count.
 */
export async function backUpIfDue(
  workbook: BackedUp,
  place: BackupPlace,
  check?: CopyCheck,
): Promise<Result<BackupOutcome>> {
  const folder = place.folder ?? backupFolderOf(workbook.path);
  const newest = newestByNow(workbook.path, folder, place.now);
  if (newest !== undefined && place.now.getTime() - newest.madeAt.getTime() < DUE_AFTER_MS)
    return success({ kind: 'not-due', newest: newest.madeAt });
  return backUpIfChanged(workbook, place, check);
}

/** As `backUpIfDue`, however young the newest backup is. */
export async function backUpIfChanged(
  workbook: BackedUp,
  place: BackupPlace,
  check?: CopyCheck,
): Promise<Result<BackupOutcome>> {
  const folder = place.folder ?? backupFolderOf(workbook.path);
  const newest = newestByNow(workbook.path, folder, place.now);
  const head = lastAuditEntry(workbook.db)?.hash;
  if (newest !== undefined && head !== undefined && headOfBackup(newest.path)?.hash === head)
    return success({ kind: 'unchanged', newest: newest.madeAt });
  const made = await backUpInSlices(workbook, { ...place, folder }, check);
  if (!made.ok) return made;
  return success({
    kind: 'made',
    backup: made.value,
    removed: thinBackups(workbook.path, folder, place.now),
  });
}

const newestByNow = (workbookPath: string, folder: string, now: Date): BackupFile | undefined =>
  listBackups(workbookPath, folder).find(({ madeAt }) => madeAt.getTime() <= now.getTime() + FUTURE_SLACK_MS);
