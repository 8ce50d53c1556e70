import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { nameNewFile, temporaryBeside } from './durable-file.ts';
import { errorCode } from './system-error.ts';
import { writeFailure } from './write-file.ts';

/** Room on the disk for a file that may not be there yet. */
export interface ReservedFile {
  /** Writes the bytes into the room made for them and gives the file its name, never over another. */
  readonly fill: () => Result<undefined>;
  readonly giveUp: () => void;
}

/**
 * Makes room for `bytes` at `path`, under a hidden name and filled with zeros, so that a full disk or a missing right is
 * known before anything is decided; what is in the file is written only by `fill`.
 */
export function reserveFile(path: string, bytes: Uint8Array): Result<ReservedFile> {
  const temporary = temporaryBeside(path);
  try {
    writeWhole(temporary, 'wx', new Uint8Array(bytes.byteLength));
  } catch (error) {
    rmSync(temporary, { force: true });
    return asFailure(path, error);
  }
  return success({
    fill: () => {
      try {
        writeWhole(temporary, 'r+', bytes);
        nameNewFile(temporary, path);
        return success(undefined);
      } catch (error) {
        return asFailure(path, error);
      } finally {
        rmSync(temporary, { force: true });
      }
    },
    giveUp: () => rmSync(temporary, { force: true }),
  });
}

function writeWhole(path: string, flag: 'wx' | 'r+', bytes: Uint8Array): void {
  const file = openSync(path, flag, 0o666);
  try {
    let written = 0;
    // One call may write less than was asked for.
    while (written < bytes.byteLength)
      written += writeSync(file, bytes, written, bytes.byteLength - written, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function asFailure(path: string, error: unknown): Result<never> {
  const failure = writeFailure(path, errorCode(error));
  if (failure === null) throw error;
  return failed(failure.code, failure.message);
}
