import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { type Failure, failed, type Result, success } from '#shared/domain/result.ts';
import { openHereFailure } from '../host/open-here.ts';
import { causeOf, errorCode } from '../host/system-error.ts';

/** What a file is expected to be, for the sentences about it. */
export interface ExpectedFile {
  /** "a submission file (JSON)". */
  readonly what: string;
  readonly mostBytes: number;
  /** The failure of a file of this size, or null. */
  readonly tooLarge: (bytes: number) => Failure | null;
}

/**
 * The text of a file from outside. The size is checked before anything is read. A byte order mark is dropped; bytes that
 * are not UTF-8 are refused.
 */
export function readTextFile(path: string, expected: ExpectedFile): Result<string> {
  const bytes = readBytesFile(path, expected);
  if (!bytes.ok) return bytes;
  const text = decoded(bytes.value);
  return text === null
    ? failed('invalid-input', `“${basename(path)}” is not UTF-8 text. Save it as UTF-8 and try again.`)
    : success(text);
}

/** The bytes of a file from outside, none where it holds none. The size is checked before anything is read. */
export function readBytesFile(path: string, { what, mostBytes, tooLarge }: ExpectedFile): Result<Uint8Array> {
  const name = basename(path);
  try {
    const found = statSync(path);
    if (!found.isFile()) return failed('invalid-input', `“${name}” is not a file. Choose ${what}.`);
    // Files of the system say that they hold nothing, and may never end.
    if (found.size === 0) return success(new Uint8Array());
    const openHere = openHereFailure(path);
    if (openHere !== null) return { ok: false, failure: openHere };
    const refused = tooLarge(found.size);
    if (refused !== null) return { ok: false, failure: refused };
    return success(bytesOf(path, mostBytes));
  } catch (error) {
    const code = errorCode(error);
    if (code === null) throw error;
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? failed('not-found', `There is no file “${name}”. It may have been moved or renamed.`)
      : failed('invalid-input', `“${name}” cannot be read, since ${causeOf(code)}. Choose another file.`);
  }
}

/** Reads one byte more than is allowed at most, in case the file grows while it is read. */
function bytesOf(path: string, mostBytes: number): Uint8Array {
  const buffer = Buffer.alloc(mostBytes + 1);
  const file = openSync(path, 'r');
  try {
    let length = 0;
    while (length < buffer.length) {
      const read = readSync(file, buffer, length, buffer.length - length, null);
      if (read === 0) break;
      length += read;
    }
    return buffer.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
