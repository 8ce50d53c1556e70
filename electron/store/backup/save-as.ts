import { basename } from 'node:path';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { lastAuditEntry } from '../audit/audit.ts';
import type { BackedUp } from './back-up.ts';
import { copyAtOnce } from './copy-workbook.ts';
import { intoNewFile } from './new-file.ts';
import { checkedBackup } from './sound-backup.ts';

/**
 * Writes all that the open workbook holds to a new file, also when its own file has lost its name or is gone: the open
 * connection still reads it. An existing file is never overwritten. Open the new file with `openWorkbook` afterwards.
 */
export const saveUnderNewName = ({ db }: BackedUp, newPath: string): Result<undefined> =>
  intoNewFile(newPath, (temporary) => {
    const name = basename(newPath);
    copyAtOnce(db, temporary);
    const copy = checkedBackup({ path: temporary, fileName: name, madeAt: new Date(0) });
    return copy !== null && copy.auditHead === lastAuditEntry(db)?.hash
      ? success(undefined)
      : failed(
          'workbook-damaged',
          `“${name}” was not made: what was written did not pass its checks. Restore the newest backup instead.`,
        );
  });
