import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { sha256Hex } from '#shared/domain/sha256.ts';
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
  let cut = '';
  for (const letter of stem) {
    if (Buffer.byteLength(cut) + Buffer.byteLength(letter) > LONGEST_STEM - 9) break;
    cut += letter;
  }
  return `${cut}~${sha256Hex(stem).slice(0, 8)}`;
}

/** `Book 2026-07-01 14-25-30.ballast`, in UTC; a name that every file system takes and that sorts by age. */
export function backupFileName(workbookPath: string, now: Date): string {
  const [day = '', time = ''] = now.toISOString().slice(0, 19).split('T');
  return `${stemOf(workbookPath)} ${day} ${time.replaceAll(':', '-')}${WORKBOOK_EXTENSION}`;
}

/** True for the name of a backup, of whatever workbook. */
export const isBackupName = (path: string): boolean =>
  / \d{4}-\d{2}-\d{2} \d{2}-\d{2}-\d{2}\.ballast$/.test(basename(path));

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

/** The backups of a workbook by their names, newest first; other files in the folder are ignored. */
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
