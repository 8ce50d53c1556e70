import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode } from './system-error.ts';

const LONGEST_NAME = 255;

/** A hidden file name beside `path` for an unfinished file. A name that would be too long is left out of it. */
export function temporaryBeside(path: string): string {
  const mark = `${process.pid}-${randomBytes(4).toString('hex')}.tmp`;
  const name = `.${basename(path)}.${mark}`;
  return join(dirname(path), Buffer.byteLength(name) <= LONGEST_NAME ? name : `.ballast.${mark}`);
}

/** Waits until the file's bytes are on the disk. */
function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Waits until names made or changed in the folder are on the disk; Windows has no such call and needs none. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

const WITHOUT_HARD_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL']);

/**
 * Gives the finished file `temporary` its name, durably, and never over an existing file: a hard link is refused by the
 * system where the name is taken (rename would overwrite). Throws EEXIST in that case; `temporary` is removed in any.
 */
export function nameNewFile(temporary: string, path: string): void {
  try {
    syncFile(temporary);
    try {
      linkSync(temporary, path);
    } catch (error) {
      if (!WITHOUT_HARD_LINKS.has(errorCode(error) ?? '')) throw error;
      copyFileSync(temporary, path, constants.COPYFILE_EXCL);
      syncFile(path);
    }
    syncFolder(dirname(path));
  } finally {
    rmSync(temporary, { force: true });
  }
}

const TEMPORARY = /^\..*\.\d+-[0-9a-f]{8}\.tmp$/;

/**
 * Whether the file has other names (hard links) than this one. One that `nameNewFile` left when its process was killed is
 * taken away first.
 */
export function hasOtherNames(path: string): boolean {
  const { nlink, ino, dev } = statSync(path);
  if (nlink <= 1) return false;
  const folder = dirname(path);
  for (const name of readdirSync(folder).filter((one) => TEMPORARY.test(one))) {
    const other = join(folder, name);
    const found = statSync(other, { throwIfNoEntry: false });
    if (found?.ino === ino && found.dev === dev) rmSync(other, { force: true });
  }
  return statSync(path).nlink > 1;
}
