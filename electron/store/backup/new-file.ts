import { chmodSync, existsSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { failed, type Result } from '#shared/domain/result.ts';
import { nameNewFile, temporaryBeside } from '../../host/durable-file.ts';
import { lookAt } from '../../host/look-at.ts';
import { errorCode } from '../../host/system-error.ts';
import { failureOf } from '../connection/sqlite-failure.ts';
import { isBackupName } from './backup-files.ts';

/**
 * Makes a workbook under a new name: `make` writes it beside, for its user alone, and it gets the name when it succeeded. An
 * existing file is never overwritten, and nothing is left behind by what fails.
 */
export function intoNewFile<T>(newPath: string, make: (temporary: string) => Result<T>): Result<T> {
  const name = basename(newPath);
  if (isBackupName(newPath)) return notABackupName(name);
  if (existsSync(newPath)) return nameTaken(name);
  if (lookAt(dirname(newPath))?.isDirectory() !== true) return noFolder(name);
  const temporary = temporaryBeside(newPath);
  try {
    const made = make(temporary);
    if (!made.ok) return made;
    chmodSync(temporary, 0o600);
    nameNewFile(temporary, newPath);
    return made;
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST') return nameTaken(name);
    if (code === 'ENOENT') return noFolder(name);
    const failure = failureOf(error, name);
    if (failure === null) throw error;
    return { ok: false, failure };
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** A workbook with the name of a backup would be opened for viewing only, and thinned away. */
export const notABackupName = (name: string) =>
  failed(
    'invalid-input',
    `“${name}” is a name that backups have. Choose one without the date and time at its end.`,
  );

/** `or` is what else can be done than to choose another name. */
export const nameTaken = (name: string, or = '') =>
  failed(
    'conflict',
    `“${name}” exists already and was left as it is. ${or === '' ? 'Choose' : `${or}, or choose`} another name.`,
  );

const noFolder = (name: string) =>
  failed('not-found', `The folder for “${name}” does not exist. Choose another folder.`);
