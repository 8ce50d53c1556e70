import type { SalvageReport } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import type { BackupFile } from '../backup/backup-files.ts';
import { checkedBackup, type SoundBackup } from '../backup/sound-backup.ts';
import { salvageWorkbook } from '../salvage/salvage-workbook.ts';
import { type Rehearsal, rehearseRestore } from './rehearse-restore.ts';

/** What reads a whole file, and so takes seconds: each on files that the open workbook has no part in. */
export interface BackgroundWork {
  /** Checks a finished copy in full. */
  readonly checkCopy: (copy: BackupFile) => Promise<SoundBackup | null>;
  readonly rehearse: (backup: string, run: RunFacts) => Promise<Result<Rehearsal>>;
  readonly salvage: (path: string, newPath: string, run: RunFacts) => Promise<Result<SalvageReport>>;
}

interface RunFacts {
  readonly appVersion: string;
  readonly now: Date;
}

/** Does it here and at once. */
export const workHere: BackgroundWork = {
  checkCopy: async (copy) => checkedBackup(copy),
  rehearse: rehearseRestore,
  salvage: async (path, newPath, run) => salvageWorkbook(path, newPath, run),
};
