import { chmodSync, constants, copyFileSync, existsSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { nameNewFile, temporaryBeside } from '../../host/durable-file.ts';
import { lookAt } from '../../host/look-at.ts';
import { openHereFailure } from '../../host/open-here.ts';
import { errorCode } from '../../host/system-error.ts';
import { failureOf } from '../connection/sqlite-failure.ts';
import { fileKind } from '../connection/workbook-file.ts';
import { isBackupName } from './backup-files.ts';
import { checkedBackup } from './sound-backup.ts';

/**
 * Restores a backup to a new file, after checking it whole. An existing file is never
 * overwritten. Open the new file with `openWorkbook` afterwards.
 */
export function restoreBackup(backupPath: string, newPath: string): Result<{ readonly path: string }> {
  const backup = basename(backupPath);
  const target = basename(newPath);
  if (lookAt(backupPath)?.isFile() !== true) {
    return failed('not-found', `The backup “${backup}” is not there any more.`);
  }
  const openHere = openHereFailure(backupPath);
  if (openHere !== null) return { ok: false, failure: openHere };
  if (isBackupName(newPath)) return notABackupName(target);
  if (existsSync(newPath)) return nameTaken(target);
  const temporary = temporaryBeside(newPath);
  try {
    if (fileKind(backupPath) !== 'workbook')
      return failed(
        'workbook-damaged',
        `“${backup}” is not a backup of a workbook, or is damaged itself. Choose another one.`,
      );
    copyFileSync(backupPath, temporary, constants.COPYFILE_EXCL);
    if (checkedBackup({ path: temporary, fileName: backup, madeAt: new Date(0) }) === null) {
      return failed('workbook-damaged', `The backup “${backup}” is damaged itself. Choose an older one.`);
    }
    chmodSync(temporary, 0o600);
    nameNewFile(temporary, newPath);
    return success({ path: newPath });
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST') return nameTaken(target);
    if (code === 'ENOENT') {
      return failed('not-found', `The folder for “${target}” does not exist. Choose another folder.`);
    }
    const failure = failureOf(error, target);
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

const nameTaken = (name: string) =>
  failed('conflict', `“${name}” exists already and was left as it is. Restore to another name.`);
