import { accessSync, constants } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { type Failure, failed, type Result, success } from '#shared/domain/result.ts';
import { rememberOpen } from '../../host/open-here.ts';
import { appendAudit } from '../audit/audit.ts';
import { WORKBOOK_ID } from '../audit/audit-statements.ts';
import { backUpWorkbook } from '../backup/backup.ts';
import { backupFolderOf } from '../backup/backup-files.ts';
import { asWorkbookDatabase, type WorkbookDatabase } from '../connection/database.ts';
import { setUpWriting } from '../connection/pragmas.ts';
import { errorCode, isDamage, isLocked, isReadOnly } from '../connection/sqlite-failure.ts';
import { StoreFault } from '../connection/store-fault.ts';
import { cloudSynchroniser } from './cloud-folder.ts';
import { damagedFailure } from './damaged.ts';
import {
  describeHolder,
  hasLockFile,
  lockFilePath,
  lockHolder,
  mayBeRunning,
  writeLockFile,
} from './lock-file.ts';
import { migrate, pendingSteps, userVersion } from './migrate.ts';
import { CURRENT_VERSION } from './migrations/all.ts';
import { schemaDifferences } from './schema-fingerprint.ts';
import { openViewingCopy, removeViewingCopy } from './viewing-copy.ts';

/** Something the user should know though the workbook is open. */
export interface Notice {
  readonly kind: 'read-only' | 'altered' | 'cloud-folder' | 'migrated';
  readonly message: string;
}

export interface OpenedFile {
  readonly db: WorkbookDatabase;
  readonly isReadOnly: boolean;
  readonly notices: readonly Notice[];
  readonly viewingFolder: string | null;
  /** To be called when the connection is closed. */
  readonly forgetOpen: () => void;
}

interface Opening {
  readonly appVersion: string;
  readonly now: Date;
  readonly backupFolder?: string;
}

const BUSY_TIMEOUT_MS = 500;
/** What SQLite makes of a file or folder that only looked writable (access lists, network drives). */
const NOT_WRITABLE = new Set(['SQLITE_CANTOPEN', 'SQLITE_IOERR_LOCK']);

/** Opens an existing file that has the mark of a workbook: for writing if it can be, else a private copy for viewing. */
export function openFile(path: string, opening: Opening): Result<OpenedFile> {
  const holder = lockHolder(path);
  if (holder !== null && holder.host !== hostname())
    return { ok: false, failure: lockedFailure(path, opening.now) };
  try {
    return isWritable(path) ? openForWriting(path, opening) : openForViewing(path, READ_ONLY);
  } catch (error) {
    const code = errorCode(error) ?? '';
    if (isLocked(code)) return { ok: false, failure: lockedFailure(path, opening.now) };
    if (isDamage(code) || error instanceof DamagedFile) return damaged(path, opening, error);
    if (isReadOnly(code) || NOT_WRITABLE.has(code)) return viewingInstead(path, opening);
    if (error instanceof StoreFault) return { ok: false, failure: error.failure };
    throw error;
  }
}

function viewingInstead(path: string, opening: Opening): Result<OpenedFile> {
  try {
    return openForViewing(path, READ_ONLY);
  } catch (error) {
    const code = errorCode(error) ?? '';
    if (isDamage(code) || error instanceof DamagedFile) return damaged(path, opening, error);
    throw error;
  }
}

function openForWriting(path: string, opening: Opening): Result<OpenedFile> {
  const raw = new Database(path, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  const db = asWorkbookDatabase(raw, path);
  let isKept = false;
  try {
    raw.pragma('locking_mode = EXCLUSIVE');
    const newer = newerFailure(db, path);
    if (newer !== null) return newer;
    mustHaveIdentity(db);
    setUpWriting(raw);
    raw.exec('BEGIN IMMEDIATE; COMMIT');
    if (hasLockFile(path)) mustBeWhole(raw);
    const notices = [...bringUpToDate(db, path, opening)];
    const differences = schemaDifferences(raw);
    if (differences.length > 0) {
      raw.close();
      return openForViewing(path, alteredNotice(path, differences));
    }
    const synchroniser = cloudSynchroniser(path);
    if (synchroniser !== null) notices.push(cloudNotice(path, synchroniser));
    writeLockFile(path, opening.appVersion, opening.now);
    const forgetOpen = rememberOpen(path);
    isKept = true;
    return success({ db, isReadOnly: false, notices, viewingFolder: null, forgetOpen });
  } finally {
    if (!isKept) raw.close();
  }
}

function openForViewing(path: string, notice: Notice): Result<OpenedFile> {
  const { db: raw, folder } = openViewingCopy(path);
  const db = asWorkbookDatabase(raw, path);
  let isKept = false;
  try {
    const newer = newerFailure(db, path);
    if (newer !== null) return newer;
    mustHaveIdentity(db);
    const differences = schemaDifferences(raw);
    const notices = [notice];
    if (differences.length > 0 && notice.kind !== 'altered') notices.push(alteredNotice(path, differences));
    isKept = true;
    return success({ db, isReadOnly: true, notices, viewingFolder: folder, forgetOpen: () => undefined });
  } finally {
    if (!isKept) {
      raw.close();
      removeViewingCopy(folder);
    }
  }
}

function* bringUpToDate(db: WorkbookDatabase, path: string, opening: Opening): Generator<Notice> {
  const steps = pendingSteps(db);
  if (steps.length === 0) return;
  const from = userVersion(db);
  const folder = opening.backupFolder ?? backupFolderOf(path);
  const backup = backUpWorkbook({ db, path }, { now: opening.now, folder });
  if (!backup.ok) {
    throw new StoreFault(
      failed(
        backup.failure.code,
        `“${basename(path)}” is of an older version and must be backed up before it is brought up to date. ${backup.failure.message}`,
      ).failure,
    );
  }
  migrate(db, steps, () => {
    appendAudit(db, {
      at: opening.now,
      actor: 'Ballast',
      action: 'workbook-migrated',
      subjectOf: 'Workbook',
      detail: `Brought from schema ${from} to ${CURRENT_VERSION} with Ballast ${opening.appVersion}.`,
    });
  });
  yield {
    kind: 'migrated',
    message: `“${basename(path)}” was brought up to date. Its state before is kept as “${backup.value.fileName}”.`,
  };
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Damage that SQLite does not throw by itself. */
class DamagedFile extends Error {}

/** After a session that did not end well: looks at every page, which takes about a second for 300 MB. */
function mustBeWhole(db: Database.Database): void {
  const verdict = db.pragma('quick_check(1)', { simple: true });
  if (verdict !== 'ok') throw new DamagedFile('its pages do not fit together');
}

function mustHaveIdentity(db: WorkbookDatabase): void {
  if (userVersion(db) > 0 && db.prepare(WORKBOOK_ID).pluck().get() !== undefined) return;
  throw new DamagedFile('its tables are gone');
}

function newerFailure(db: WorkbookDatabase, path: string): ReturnType<typeof failed> | null {
  const version = userVersion(db);
  if (version <= CURRENT_VERSION) return null;
  return failed(
    'workbook-newer',
    `“${basename(path)}” was made by a newer Ballast (schema ${version}; this one knows up to ${CURRENT_VERSION}). It was not touched. Open it with the newer Ballast, or update this one.`,
  );
}

function lockedFailure(path: string, now: Date): Failure {
  const holder = lockHolder(path);
  if (holder === null || !mayBeRunning(holder, now)) {
    return failed(
      'workbook-locked',
      `“${basename(path)}” is in use by another program. Close that program and try again.`,
    ).failure;
  }
  const remedy =
    holder.host === hostname()
      ? 'Use it there, or close it there and try again.'
      : `Close it there and try again; if that computer no longer has it open, delete “${basename(lockFilePath(path))}” beside it.`;
  return failed(
    'workbook-locked',
    `“${basename(path)}” is open ${describeHolder(holder)} since ${holder.since.slice(0, 16).replace('T', ' ')} UTC. ${remedy}`,
  ).failure;
}

function damaged(path: string, opening: Opening, error: unknown): Result<OpenedFile> {
  const folder = opening.backupFolder ?? backupFolderOf(path);
  const reason = error instanceof DamagedFile ? error.message : (errorCode(error) ?? 'unreadable');
  return { ok: false, failure: damagedFailure(path, reason, folder) };
}

const READ_ONLY: Notice = {
  kind: 'read-only',
  message:
    'This workbook or its folder cannot be written to, so it is open for viewing only. To work on it, copy it to a folder of your own.',
};

const alteredNotice = (path: string, differences: readonly string[]): Notice => ({
  kind: 'altered',
  message: `The structure of “${basename(path)}” was altered by another program (${differences.slice(0, 3).join('; ')}${differences.length > 3 ? '; …' : ''}), so finalised work is no longer protected. It is open for viewing only; restore a backup to a new file to go on.`,
});

const cloudNotice = (path: string, synchroniser: string): Notice => ({
  kind: 'cloud-folder',
  message: `“${basename(path)}” lies in a folder of ${synchroniser}. Synchronising a workbook while it is open can damage it: keep it in a local folder, and put backups there instead.`,
});
