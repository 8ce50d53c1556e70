import type { Failure, FailureCode } from '#shared/domain/result.ts';
import {
  causeOf,
  errorCode,
  isAccessDenied,
  isDiskFull as isSystemDiskFull,
} from '../../host/system-error.ts';
import { StoreFault } from './store-fault.ts';

/**
 * What SQLite has no code for: a number in the header of a file that no version of it writes, and a text that its functions
 * read as JSON and that is none, which nothing here ever stores.
 */
const UNCODED_DAMAGE = ['unsupported file format', 'malformed JSON'];

/** Whether an error tells that the file is not what was written. */
export function isDamage(error: unknown): boolean {
  const code = errorCode(error) ?? '';
  if (code === 'SQLITE_ERROR') return error instanceof Error && UNCODED_DAMAGE.includes(error.message);
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code === 'SQLITE_IOERR_SHORT_READ';
}
export const isLocked = (code: string): boolean =>
  code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED');
const isDiskFull = (code: string): boolean => code === 'SQLITE_FULL' || isSystemDiskFull(code);
export const isReadOnly = (code: string): boolean =>
  code.startsWith('SQLITE_READONLY') || isAccessDenied(code);

const failure = (code: FailureCode, message: string): Failure => ({ code, message });

/**
 * The failure for an error thrown while using the workbook `name`, by the error's code; null for an unexpected one (a bug,
 * a constraint that our own code broke), which must be thrown again.
 */
export function failureOf(error: unknown, name: string): Failure | null {
  if (error instanceof StoreFault) return error.failure;
  const code = errorCode(error);
  if (code === null) return null;
  if (isDiskFull(code)) {
    return failure(
      'disk-full',
      `The disk that holds “${name}” is full, so this was not stored; what was stored before is safe. Free some space and try again.`,
    );
  }
  if (isReadOnly(code)) {
    return failure(
      'workbook-read-only',
      `“${name}” cannot be written to: the file or its folder is read-only. Copy it to a folder of your own, or ask for the right to change it.`,
    );
  }
  if (isLocked(code)) {
    return failure(
      'workbook-locked',
      `“${name}” is in use by another program. Close that program and try again.`,
    );
  }
  if (isDamage(error)) {
    return failure(
      'workbook-damaged',
      `“${name}” is damaged. Nothing was changed. Close it and open it again to be offered the newest sound backup.`,
    );
  }
  if (code === 'ENAMETOOLONG' || code === 'ELOOP') {
    return failure(
      'invalid-input',
      `“${name.slice(0, 60)}” cannot be used, since ${causeOf(code)}. Choose another name or place.`,
    );
  }
  if (code.startsWith('SQLITE_IOERR') || code === 'SQLITE_CANTOPEN' || code === 'EIO') {
    return failure(
      'unexpected',
      `The disk that holds “${name}” could not be read or written. Check that it is still connected, then try again.`,
    );
  }
  return null;
}
