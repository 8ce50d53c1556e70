import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { type Failure, failed, type Result, success } from '#shared/domain/result.ts';
import { syncFolder, temporaryBeside } from './durable-file.ts';
import { openHereFailure } from './open-here.ts';
import { causeOf, errorCode, isDiskFull } from './system-error.ts';

/**
 * Writes a file whole or not at all: under a temporary name, to the disk, then renamed over `path`. What stood there before
 * stays until the new bytes are safe. A private file is for this user alone. (Not write-file-atomic 8: it writes with one call and does not look at how many bytes
 * that took, so that on a full disk it put a truncated file in place of a good one and reported success.)
 */
export function writeFileDurably(
  path: string,
  data: string | Uint8Array,
  { isPrivate = false } = {},
): Result<undefined> {
  let temporary: string | null = null;
  try {
    const target = existingTarget(path);
    const openHere = openHereFailure(target);
    if (openHere !== null) return { ok: false, failure: openHere };
    temporary = temporaryBeside(target);
    const file = openSync(temporary, 'wx', isPrivate ? 0o600 : 0o666);
    try {
      writeFileSync(file, data);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    const found = statSync(target, { throwIfNoEntry: false });
    if (found !== undefined && !isPrivate) chmodSync(temporary, found.mode & 0o7777);
    renameSync(temporary, target);
    syncFolder(dirname(target));
    return success(undefined);
  } catch (error) {
    const failure = writeFailure(path, errorCode(error));
    if (failure === null) throw error;
    return { ok: false, failure };
  } finally {
    if (temporary !== null) rmSync(temporary, { force: true });
  }
}

/** The file behind a symbolic link, so that the link is kept and its file is written. */
function existingTarget(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return path;
    throw error;
  }
}

/** Why a file could not be written, by the code of the error; null for an unexpected one. */
export function writeFailure(path: string, code: string | null): Failure | null {
  const name = basename(path);
  if (code === null) return null;
  if (isDiskFull(code)) {
    return failed(
      'disk-full',
      `The disk is full, so “${name}” was not written. Free some space and try again.`,
    ).failure;
  }
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return failed(
        'not-found',
        `The folder “${dirname(path)}” does not exist, so “${name}” was not written.`,
      ).failure;
    case 'EISDIR':
      return failed('invalid-input', `“${name}” is a folder. Choose a name for a file.`).failure;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EBUSY':
      return failed(
        'read-only',
        `“${name}” could not be written: the folder or file is read-only, or another program has it open. Choose another place.`,
      ).failure;
    case 'ENAMETOOLONG':
      return failed('invalid-input', `The name “${name.slice(0, 60)}…” is too long. Choose a shorter one.`)
        .failure;
    default:
      return failed(
        'unexpected',
        `“${name}” could not be written, since ${causeOf(code)}. Try another place.`,
      ).failure;
  }
}
