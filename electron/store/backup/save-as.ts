import { chmodSync, existsSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { nameNewFile, temporaryBeside } from '../../host/durable-file.ts';
import { errorCode } from '../../host/system-error.ts';
import { lastAuditEntry } from '../audit/audit.ts';
import { failureOf } from '../connection/sqlite-failure.ts';
import type { BackedUp } from './back-up.ts';
import { isBackupName } from './backup-files.ts';
import { copyAtOnce } from './copy-workbook.ts';
import { notABackupName } from './restore-backup.ts';
import { checkedBackup } from './sound-backup.ts';

/**
 * Writes all that the open workbook holds to a new file, also when its own file has lost its name or is gone: the open
 * connection still reads it. An existing file is never overwritten. Open the new file with `openWorkbook` afterwards.
 */
export function saveUnderNewName({ db }: BackedUp, newPath: string): Result<undefined> {
  const name = basename(newPath);
  if (isBackupName(newPath)) return notABackupName(name);
  if (existsSync(newPath)) return nameTaken(name);
  const temporary = temporaryBeside(newPath);
  try {
    copyAtOnce(db, temporary);
    const copy = checkedBackup({ path: temporary, fileName: name, madeAt: new Date(0) });
    if (copy?.auditHead !== lastAuditEntry(db)?.hash || copy === null) {
      return failed(
        'workbook-damaged',
        `“${name}” was not made: what was written did not pass its checks. Restore the newest backup instead.`,
      );
    }
    chmodSync(temporary, 0o600);
    nameNewFile(temporary, newPath);
    return success(undefined);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return nameTaken(name);
    const failure = failureOf(error, name);
    if (failure === null) throw error;
    return { ok: false, failure };
  } finally {
    rmSync(temporary, { force: true });
  }
}

const nameTaken = (name: string) =>
  failed('conflict', `“${name}” exists already and was left as it is. Choose another name.`);
