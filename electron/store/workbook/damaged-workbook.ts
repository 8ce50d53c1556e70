import { copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Failure, failed } from '#shared/domain/result.ts';
import { makeFolder } from '../../host/make-folder.ts';
import { newestSoundBackup } from '../backup/sound-backup.ts';

const SIDE_FILES = ['', '-wal', '-journal'];

/**
 * The failure for a damaged workbook. Keeps a copy of its files aside in case something can be rescued (once for each
 * state of them) and names the newest sound backup. Restores nothing by itself.
 */
export function damagedFailure(path: string, reason: string, backupFolder: string): Failure {
  const kept = keepAside(path, backupFolder);
  const backup = newestSoundBackup(path, backupFolder);
  const sentences = [
    `“${basename(path)}” is damaged (${reason}) and was left as it is.`,
    kept === null
      ? 'A copy could not be kept aside: copy the file yourself before doing anything with it.'
      : `A copy of it is kept in “${kept}”.`,
    backup === null
      ? `No sound backup was found in “${backupFolder}”.`
      : `The newest sound backup is “${backup.fileName}” of ${backup.madeAt.toISOString().slice(0, 16).replace('T', ' ')} UTC in “${backupFolder}”: restore it to a new file (File > Restore a backup). What can still be read of the damaged file itself can be salvaged into another one.`,
  ];
  return failed('workbook-damaged', sentences.join(' ')).failure;
}

/** Copies the damaged files into a folder named after their last change; null when that cannot be done. */
function keepAside(path: string, backupFolder: string): string | null {
  let unfinished: string | null = null;
  try {
    const changed = statSync(path).mtime.toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '-');
    const folder = join(backupFolder, `${basename(path)} damaged ${changed}`);
    if (existsSync(folder)) return folder;
    unfinished = `${folder}.tmp`;
    rmSync(unfinished, { recursive: true, force: true });
    makeFolder(unfinished, { isPrivate: true });
    for (const side of SIDE_FILES) {
      const file = `${path}${side}`;
      if (existsSync(file)) copyFileSync(file, join(unfinished, basename(file)));
    }
    renameSync(unfinished, folder);
    return folder;
  } catch {
    if (unfinished !== null) rmSync(unfinished, { recursive: true, force: true });
    return null;
  }
}
