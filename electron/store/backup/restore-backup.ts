import { constants, copyFileSync } from 'node:fs';
import { basename } from 'node:path';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { lookAt } from '../../host/look-at.ts';
import { openHereFailure } from '../../host/open-here.ts';
import { fileKind } from '../connection/workbook-file.ts';
import { intoNewFile } from './new-file.ts';
import { checkedBackup } from './sound-backup.ts';

/**
 * Restores a backup to a new file, after checking it whole. An existing file is never
 * overwritten. Open the new file with `openWorkbook` afterwards.
 */
export function restoreBackup(backupPath: string, newPath: string): Result<{ readonly path: string }> {
  const backup = basename(backupPath);
  if (lookAt(backupPath)?.isFile() !== true) {
    return failed('not-found', `The backup “${backup}” is not there any more.`);
  }
  const openHere = openHereFailure(backupPath);
  if (openHere !== null) return { ok: false, failure: openHere };
  return intoNewFile(newPath, (temporary) => {
    if (fileKind(backupPath) !== 'workbook')
      return failed(
        'workbook-damaged',
        `“${backup}” is not a backup of a workbook, or is damaged itself. Choose another one.`,
      );
    copyFileSync(backupPath, temporary, constants.COPYFILE_EXCL);
    return checkedBackup({ path: temporary, fileName: backup, madeAt: new Date(0) }) === null
      ? failed('workbook-damaged', `The backup “${backup}” is damaged itself. Choose an older one.`)
      : success({ path: newPath });
  });
}
