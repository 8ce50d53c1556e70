import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { sha256Hex } from '#shared/domain/sha256.ts';
import { cutToBytes } from '../../host/file-name.ts';
import { WORKBOOK_EXTENSION } from '../connection/workbook-file.ts';

export interface BackupFile {
  readonly path: string;
  readonly fileName: string;
  /** When it was made, from its name. */
  readonly madeAt: Date;
}

export const backupFolderOf = (workbookPath: string): string => join(dirname(workbookPath), 'Backups');

/** The longest stem, in bytes: with date, extension and what a temporary name adds, 255 are not reached. */
const LONGEST_STEM = 180;

/** What the names of its backups begin with: the workbook's own name, cut and told apart by its hash where it is too long. */
function stemOf(workbookPath: string): string {
  const stem = basename(workbookPath, extname(workbookPath));
  if (Buffer.byteLength(stem) <= LONGEST_STEM) return stem;
  return `${cutToBytes(stem, LONGEST_STEM - HASH_ROOM)}~${sha256Hex(stem).slice(0, 8)}`;
}

/** The end of a cut stem: all that tells it apart, wherever an older version cut it. */
const HASH_ROOM = '~01234567'.length;

/** `Book 2026-07-01 14-25-30.ballast`, in UTC; a name that every file system takes and that sorts by age. */
export function backupFileName(workbookPath: string, now: Date): string {
  const [day = '', time = ''] = now.toISOString().slice(0, 19).split('T');
  return `${stemOf(workbookPath)} ${day} ${time.replaceAll(':', '-')}${WORKBOOK_EXTENSION}`;
}

/** True for the name of a backup, of whatever workbook. */
export const isBackupName = (path: string): boolean =>
  / \d{4}-\d{2}-\d{2} \d{2}-\d{2}-\d{2}\.ballast$/.test(basename(path));

const STAMP = / (\d{4}-\d{2}-\d{2}) (\d{2})-(\d{2})-(\d{2})$/;

/** What the name of a backup says: of which name its workbook was, and when it was made. Null for another name. */
function readBackupName(fileName: string): { readonly stem: string; readonly madeAt: Date } | null {
  if (!fileName.endsWith(WORKBOOK_EXTENSION)) return null;
  const named = fileName.slice(0, -WORKBOOK_EXTENSION.length);
  const stamp = STAMP.exec(named);
  if (stamp === null) return null;
  const madeAt = new Date(`${stamp[1]}T${stamp[2]}:${stamp[3]}:${stamp[4]}Z`);
  return Number.isNaN(madeAt.getTime()) ? null : { stem: named.slice(0, stamp.index), madeAt };
}

/** When the backup of that name was made; null when it is not the name of a backup of this workbook. */
function stampOf(workbookPath: string, fileName: string): Date | null {
  const read = readBackupName(fileName);
  return read !== null && isStemOf(workbookPath, read.stem) ? read.madeAt : null;
}

/** Names are compared composed, since some file systems decompose them; of a cut one its hash says whose it is. */
function isStemOf(workbookPath: string, stem: string): boolean {
  const own = stemOf(workbookPath);
  if (stem.normalize('NFC') === own.normalize('NFC')) return true;
  const whole = basename(workbookPath, extname(workbookPath));
  if (own === whole) return false;
  return stem.slice(-HASH_ROOM) === own.slice(-HASH_ROOM) && whole.startsWith(stem.slice(0, -HASH_ROOM));
}

/** The backups of a workbook by their names, newest first; other files in the folder are ignored. */
export const listBackups = (workbookPath: string, folder: string): readonly BackupFile[] =>
  listAllBackups(folder).filter(({ fileName }) => stampOf(workbookPath, fileName) !== null);

/** As `listBackups`, of whatever workbook. */
export const listAllBackups = (folder: string): readonly BackupFile[] =>
  namesIn(folder)
    .flatMap((fileName) => {
      const read = readBackupName(fileName);
      return read === null ? [] : [{ path: join(folder, fileName), fileName, madeAt: read.madeAt }];
    })
    .sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime());

/** Where the backups of a workbook lie: beside it, and in the folder of choice. */
export function backupFoldersOf(workbookPath: string, chosen: string | null): readonly string[] {
  const beside = backupFolderOf(workbookPath);
  return chosen === null || chosen === beside ? [beside] : [beside, chosen];
}

const UNFINISHED = /^\.(.*)\.\d+-[0-9a-f]{8}\.tmp$/;
const HOUR_MS = 3_600_000;

/** Removes unfinished backups of this workbook that were last written to more than an hour ago. */
export function removeUnfinished(workbookPath: string, folder: string, now: Date): void {
  for (const name of namesIn(folder)) {
    const backupName = UNFINISHED.exec(name)?.[1];
    if (backupName === undefined || stampOf(workbookPath, backupName) === null) continue;
    try {
      const path = join(folder, name);
      if (now.getTime() - statSync(path).mtimeMs > HOUR_MS) rmSync(path, { force: true });
    } catch {
      // Already gone, or not allowed: tried again next time.
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
