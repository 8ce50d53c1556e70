import { accessSync, chmodSync, constants, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { Notice } from '#shared/domain/records.ts';
import { type Result, success } from '#shared/domain/result.ts';
import { hasOtherNames } from '../../host/durable-file.ts';
import { identityOf, rememberOpen } from '../../host/open-here.ts';
import { errorCode } from '../../host/system-error.ts';
import { changeRecords, lastEntryAt } from '../audit/audit.ts';
import { clockRanBack } from '../audit/clock.ts';
import { backUpWorkbook } from '../backup/back-up.ts';
import { backupFolderOf, isBackupName } from '../backup/backup-files.ts';
import { asWorkbookDatabase, type WorkbookDatabase } from '../connection/database.ts';
import { mustBeInPlace, watchPlace } from '../connection/place.ts';
import { setUpWriting } from '../connection/pragmas.ts';
import { isDamage, isLocked, isReadOnly } from '../connection/sqlite-failure.ts';
import { fault, StoreFault } from '../connection/store-fault.ts';
import { workbookId } from '../connection/workbook-id.ts';
import { unboundRecords } from './bind-records.ts';
import { damagedFailure } from './damaged-workbook.ts';
import { hasLockFile, lockedByLiving, lockHolder, writeLockFile } from './lock-file.ts';
import { migrate, pendingSteps, userVersion } from './migrate.ts';
import { CURRENT_VERSION } from './migrations/all.ts';
import type { Migration } from './migrations/migration.ts';
import {
  alteredNotice,
  backupNotice,
  clockNotice,
  lockedFailure,
  migratedNotice,
  newerFailure,
  oldLockNotice,
  otherNamesFailure,
  READ_ONLY_NOTICE,
  sharedPlaceNotice,
} from './opening-messages.ts';
import { schemaDifferences } from './schema-fingerprint.ts';
import { sharedPlaceOf } from './shared-place.ts';
import { openViewingCopy, removeViewingCopy } from './viewing-copy.ts';

interface OpenedFile {
  readonly db: WorkbookDatabase;
  readonly isReadOnly: boolean;
  readonly notices: readonly Notice[];
  readonly viewingFolder: string | null;
  /** The last session with it did not end well. */
  readonly isAfterUncleanEnd: boolean;
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
  if (lockedByLiving(path)) return { ok: false, failure: lockedFailure(path, opening.now) };
  try {
    if (isBackupName(path)) return openForViewing(path, backupNotice(path));
    if (hasOtherNames(path)) return { ok: false, failure: otherNamesFailure(path) };
    return isWritable(path) ? openForWriting(path, opening) : openForViewing(path, READ_ONLY_NOTICE);
  } catch (error) {
    const code = errorCode(error) ?? '';
    if (isLocked(code)) return { ok: false, failure: lockedFailure(path, opening.now) };
    if (isDamage(error) || error instanceof DamagedFile) return damaged(path, opening, error);
    if (isReadOnly(code) || NOT_WRITABLE.has(code)) return viewingInstead(path, opening);
    if (error instanceof StoreFault) return { ok: false, failure: error.failure };
    throw error;
  }
}

function viewingInstead(path: string, opening: Opening): Result<OpenedFile> {
  try {
    return openForViewing(path, READ_ONLY_NOTICE);
  } catch (error) {
    if (isDamage(error) || error instanceof DamagedFile) return damaged(path, opening, error);
    throw error;
  }
}

function openForWriting(path: string, opening: Opening): Result<OpenedFile> {
  const place = sharedPlaceOf(path);
  const before = identityOf(statSync(path));
  keepToItsUser(path);
  const raw = new Database(path, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  const db = asWorkbookDatabase(raw, path);
  let isKept = false;
  try {
    raw.pragma('locking_mode = EXCLUSIVE');
    const newer = newerFailure(path, userVersion(db));
    if (newer !== null) return newer;
    mustHaveIdentity(db);
    setUpWriting(raw);
    raw.exec('BEGIN IMMEDIATE; COMMIT');
    const notices: Notice[] = [];
    const isAfterUncleanEnd = hasLockFile(path);
    if (isAfterUncleanEnd) {
      notices.push(oldLockNotice(path, lockHolder(path), isLookedAt(raw)));
    }
    notices.push(...bringUpToDate(db, path, opening));
    const differences = schemaDifferences(raw);
    if (differences.length > 0) {
      raw.close();
      return openForViewing(path, alteredNotice(path, differences));
    }
    const ranBack = clockRanBack(readableLastEntryAt(db), opening.now);
    if (ranBack !== null) notices.push(clockNotice(ranBack));
    if (place !== null) notices.push(sharedPlaceNotice(path, place));
    watchPlace(raw, path, before);
    mustBeInPlace(raw);
    writeLockFile(path, opening.appVersion, opening.now);
    const forgetOpen = rememberOpen(path);
    isKept = true;
    return success({ db, isReadOnly: false, notices, viewingFolder: null, isAfterUncleanEnd, forgetOpen });
  } finally {
    if (!isKept) raw.close();
  }
}

function openForViewing(path: string, notice: Notice): Result<OpenedFile> {
  const { db: raw, folder } = openViewingCopy(path);
  const db = asWorkbookDatabase(raw, path);
  let isKept = false;
  try {
    const newer = newerFailure(path, userVersion(db));
    if (newer !== null) return newer;
    mustHaveIdentity(db);
    const differences = schemaDifferences(raw);
    const notices = [notice];
    if (differences.length > 0 && notice.kind !== 'altered') notices.push(alteredNotice(path, differences));
    isKept = true;
    return success({
      db,
      isReadOnly: true,
      notices,
      viewingFolder: folder,
      isAfterUncleanEnd: false,
      forgetOpen: () => undefined,
    });
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
    throw fault(
      backup.failure.code,
      `“${basename(path)}” is of an older version and must be backed up before it is brought up to date. ${backup.failure.message}`,
    );
  }
  migrateOrRefuse(db, steps, () => {
    changeRecords(
      db,
      { actor: 'Ballast', now: opening.now },
      {
        records: unboundRecords(db),
        change: () => ({
          action: 'workbook-migrated',
          subjectOf: 'Workbook',
          detail: `Brought from schema ${from} to ${CURRENT_VERSION} with Ballast ${opening.appVersion}.`,
        }),
      },
    );
  });
  yield migratedNotice(path, backup.value.fileName);
}

/** A file that claims an older schema than its tables are of cannot be brought up to date, and is left as it is. */
function migrateOrRefuse(db: WorkbookDatabase, steps: readonly Migration[], record: () => void): void {
  try {
    migrate(db, steps, record);
  } catch (error) {
    if (errorCode(error) !== 'SQLITE_ERROR') throw error;
    throw new DamagedFile(`its tables are not those of schema ${userVersion(db)}, which it names`);
  }
}

/** When the newest entry was made; a trail that cannot be read is for the check to tell of. */
function readableLastEntryAt(db: WorkbookDatabase): string {
  try {
    return lastEntryAt(db);
  } catch (error) {
    if (isDamage(error)) return '';
    throw error;
  }
}

/**
 * Earlier versions made workbooks that everybody on the computer can read: clients' affairs are their user's alone. One that
 * a group may write to is shared on purpose, and stays with the group. SQLite gives the log the mode of the file.
 */
function keepToItsUser(path: string): void {
  const mode = statSync(path).mode & 0o777;
  const kept = (mode & 0o020) === 0 ? mode & 0o700 : mode & 0o770;
  if (kept === mode) return;
  try {
    chmodSync(path, kept);
  } catch {
    // It belongs to somebody else, or its file system knows no such rights.
  }
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

/** Above this, in bytes, nobody is kept waiting: the check in the background, which begins by itself, finds what is wrong. */
const LARGEST_LOOKED_AT = 64 * 1024 * 1024;

/** After a session that did not end well: every page of all but a large one must be whole; some tenths of a second at most. */
function isLookedAt(db: Database.Database): boolean {
  if (statSync(db.name).size > LARGEST_LOOKED_AT) return false;
  const verdict = db.pragma('quick_check(1)', { simple: true });
  if (verdict !== 'ok') throw new DamagedFile('its pages do not fit together');
  return true;
}

function mustHaveIdentity(db: WorkbookDatabase): void {
  if (userVersion(db) > 0 && workbookId(db) !== null) return;
  throw new DamagedFile('its tables are gone');
}

function damaged(path: string, opening: Opening, error: unknown): Result<OpenedFile> {
  const folder = opening.backupFolder ?? backupFolderOf(path);
  const reason = error instanceof DamagedFile ? error.message : 'its pages cannot be read';
  return { ok: false, failure: damagedFailure(path, reason, folder) };
}
