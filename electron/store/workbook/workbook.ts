import { realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Notice } from '#shared/domain/records.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { alreadyOpen, isOpenHere } from '../../host/open-here.ts';
import { errorCode } from '../../host/system-error.ts';
import { backupFolderOf, isBackupName } from '../backup/backup-files.ts';
import { nameTaken, notABackupName } from '../backup/new-file.ts';
import { newestSoundBackup } from '../backup/sound-backup.ts';
import { hasMetDamage, type WorkbookDatabase } from '../connection/database.ts';
import { failureOf, isReadOnly } from '../connection/sqlite-failure.ts';
import { fileKind } from '../connection/workbook-file.ts';
import { createWorkbookFile } from './create-workbook-file.ts';
import { damagedFailure } from './damaged-workbook.ts';
import { isOwnLock, removeLockFile } from './lock-file.ts';
import { openFile } from './open-file.ts';
import { removeViewingCopy } from './viewing-copy.ts';

/** An open workbook: the one connection to it, until `closeWorkbook`. */
export interface Workbook {
  readonly db: WorkbookDatabase;
  readonly path: string;
  readonly isReadOnly: boolean;
  /** What the user should know, though the workbook is open. */
  readonly notices: readonly Notice[];
  /** Of a workbook opened read-only: the folder of the private copy that is being read. */
  readonly viewingFolder: string | null;
  /** The last session with it did not end well: it is checked without being asked for. */
  readonly isAfterUncleanEnd: boolean;
  /** Frees the file for others in this process; `closeWorkbook` calls it. */
  readonly forgetOpen: () => void;
}

export interface OpenOptions {
  readonly mode: 'open' | 'create' | 'open-or-create';
  readonly appVersion: string;
  readonly now: Date;
  /** Left out: `Backups` beside the workbook. */
  readonly backupFolder?: string;
}

/** In bytes: 255 is what file systems take, and SQLite puts `-journal` behind the name. */
const LONGEST_NAME = 247;

/**
 * Opens a workbook or makes a new one, checks it, brings it to the present schema (after a backup) and locks it. Each
 * failure says what happened and what to do; the file is never deleted, replaced or emptied.
 */
export function openWorkbook(path: string, options: OpenOptions): Result<Workbook> {
  const absolute = resolve(path);
  const name = basename(absolute);
  if (name !== name.trim()) {
    return failed(
      'invalid-input',
      `The name “${name}” begins or ends with a space. Rename the file without it.`,
    );
  }
  if (Buffer.byteLength(name) > LONGEST_NAME) {
    return failed(
      'invalid-input',
      `The name “${name.slice(0, 40)}…” is too long: the log beside a workbook needs some letters more. Choose a shorter name.`,
    );
  }
  try {
    const found = statSync(absolute, { throwIfNoEntry: false });
    if (found === undefined) {
      if (options.mode === 'open') {
        return failed(
          'not-found',
          `There is no workbook “${name}” in “${dirname(absolute)}”. It may have been moved or renamed.`,
        );
      }
      const made = createWorkbook(absolute, options);
      if (!made.ok && !(options.mode === 'open-or-create' && made.failure.code === 'conflict')) return made;
    } else if (isOpenHere(found)) {
      return alreadyOpen(absolute);
    } else {
      const refused = refusal(absolute, found, options);
      if (refused !== null) return refused;
    }
    const opened = openFile(realpathSync(absolute), options);
    return opened.ok ? success({ ...opened.value, path: absolute }) : opened;
  } catch (error) {
    const failure = failureOf(error, name);
    if (failure === null) throw error;
    return { ok: false, failure };
  }
}

/**
 * Closes the connection, brings the log into the file and frees the lock. Where damage was met the lock file stays, as it
 * does after a crash: it makes the next opening look at every page.
 */
export function closeWorkbook(workbook: Workbook): void {
  try {
    if (!workbook.isReadOnly) workbook.db.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // The log stays beside the file and is read at the next opening: a full disk loses nothing here.
  } finally {
    workbook.db.close();
    workbook.forgetOpen();
    if (workbook.viewingFolder !== null) removeViewingCopy(workbook.viewingFolder);
    else if (!hasMetDamage(workbook.db)) removeOwnLock(realPathOr(workbook.path));
  }
}

/** Where the file was replaced, another copy of Ballast may have the one that stands there now. */
function removeOwnLock(path: string): void {
  if (isOwnLock(path)) removeLockFile(path);
}

function realPathOr(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function createWorkbook(path: string, options: OpenOptions): Result<undefined> {
  if (isBackupName(path)) return notABackupName(basename(path));
  const folder = dirname(path);
  const name = basename(path);
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory() !== true) {
    return failed(
      'not-found',
      `The folder “${folder}” does not exist, so “${name}” was not made there. Choose another folder.`,
    );
  }
  try {
    createWorkbookFile(path, options.appVersion, options.now);
    return success(undefined);
  } catch (error) {
    const code = errorCode(error) ?? '';
    if (code === 'EEXIST') return nameTaken(name, 'Open it');
    if (!isReadOnly(code) && code !== 'SQLITE_CANTOPEN') throw error;
    return failed(
      'workbook-read-only',
      `“${name}” was not made: the folder “${folder}” cannot be written to. Choose another folder.`,
    );
  }
}

/** Why what stands at `path` cannot be opened as asked, or null. */
function refusal(path: string, found: Stats, options: OpenOptions): ReturnType<typeof failed> | null {
  const name = basename(path);
  if (found.isDirectory()) {
    return failed('invalid-input', `“${name}” is a folder, not a workbook. Choose a file.`);
  }
  if (!found.isFile()) return failed('invalid-input', `“${name}” is not a file. Choose a workbook.`);
  if (options.mode === 'create') return nameTaken(name, 'Open it');
  const kind = kindOrFailure(path);
  if (typeof kind !== 'string') return kind;
  if (kind === 'workbook') return null;
  const backupFolder = options.backupFolder ?? backupFolderOf(path);
  if (kind === 'empty') {
    return { ok: false, failure: damagedFailure(path, 'it is empty', backupFolder) };
  }
  if (kind === 'foreign') {
    return failed(
      'workbook-foreign',
      `“${name}” is a database of another program, not a Ballast workbook. It was not touched. Choose another file.`,
    );
  }
  // With sound backups of its name it was a workbook once; without any it may be anything, and is not copied.
  return newestSoundBackup(path, backupFolder) === null
    ? failed(
        'workbook-foreign',
        `“${name}” is not a Ballast workbook. It was not touched. Choose another file.`,
      )
    : { ok: false, failure: damagedFailure(path, 'it is not a database any more', backupFolder) };
}

function kindOrFailure(path: string): ReturnType<typeof fileKind> | ReturnType<typeof failed> {
  try {
    return fileKind(path);
  } catch (error) {
    if (!isReadOnly(errorCode(error) ?? '')) throw error;
    return failed(
      'workbook-read-only',
      `You have no right to read “${basename(path)}”. Ask for it, or choose another file.`,
    );
  }
}
