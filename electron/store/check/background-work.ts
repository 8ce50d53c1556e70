import type { SalvageReport } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import type { BackupFile } from '../backup/backup-files.ts';
import { checkedBackup, type SoundBackup } from '../backup/sound-backup.ts';
import { salvageWorkbook } from '../salvage/salvage-workbook.ts';
import { type CheckDone, type CheckOrder, type CheckWatch, carryOut } from './check-order.ts';
import { type Rehearsal, type RehearsalOrder, rehearseRestore } from './rehearse-restore.ts';

/** What reads a whole file, and so takes seconds: each on files that the open workbook has no part in. */
export interface BackgroundWork {
  /** Checks a finished copy in full. */
  readonly checkCopy: (copy: BackupFile) => Promise<SoundBackup | null>;
  readonly rehearse: (backup: string, order: RehearsalOrder) => Promise<Result<Rehearsal>>;
  readonly salvage: (
    path: string,
    newPath: string,
    run: { readonly appVersion: string; readonly now: Date },
  ) => Promise<Result<SalvageReport>>;
  /** Checks a private copy of the open workbook. */
  readonly check: (order: CheckOrder, watch: CheckWatch) => Promise<Result<CheckDone>>;
}

/** Does it here and at once; a check in slices, so that this thread stays free. */
export const workHere: BackgroundWork = {
  checkCopy: async (copy) => checkedBackup(copy),
  rehearse: rehearseRestore,
  salvage: async (path, newPath, run) => salvageWorkbook(path, newPath, run),
  check: carryOut,
};
