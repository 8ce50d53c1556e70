import type { SeenWorkbooks } from '../../host/seen-workbooks.ts';
import { hasAuditEntry, lastAuditEntry, trailBegan } from '../audit/audit.ts';
import { type Anchor, branchOf, partingFrom } from '../audit/trail-heads.ts';
import { backupFoldersOf } from '../backup/backup-files.ts';
import { anchorsIn, readBackupHeads } from '../backup/backup-heads.ts';
import { reading } from '../connection/database.ts';
import { workbookId } from '../connection/workbook-id.ts';
import type { Workbook } from '../workbook/workbook.ts';

/** Where heads stand outside the workbook: with this installation, and in a folder of choice for backups. */
export interface Outside {
  readonly seen: SeenWorkbooks;
  readonly backupFolder: string | null;
}

/** Every head of the trail that stands outside the workbook: those seen here, and those of its backups. */
export function anchorsOf({ db, path }: Workbook, { seen, backupFolder }: Outside): readonly Anchor[] {
  const id = workbookId(db);
  if (id === null) return [];
  const workbook = { id, path, since: trailBegan(db), branch: branchOf(db) };
  const ofBackups = backupFoldersOf(path, backupFolder).flatMap((folder) => {
    const heads = readBackupHeads(folder, seen.backupHeads());
    seen.keepBackupHeads(folder, heads);
    return anchorsIn(workbook, folder, heads);
  });
  return [...seen.headsOf({ ...workbook, has: (head) => hasAuditEntry(db, head) }), ...ofBackups];
}

/** Where the trail of the open workbook parts from what stands outside it, as a sentence; null when it does not. */
export function partingOf(workbook: Workbook, outside: Outside): string | null {
  const found = reading(workbook.db, () => partingFrom(workbook.db, anchorsOf(workbook, outside)));
  return found.ok ? found.value : null;
}

/** Writes down where the trail stands. */
export function keepHead(workbook: Workbook, seen: SeenWorkbooks, now: Date): void {
  if (workbook.isReadOnly || !workbook.db.open) return;
  const found = reading(workbook.db, () => ({
    id: workbookId(workbook.db),
    head: lastAuditEntry(workbook.db),
  }));
  if (!found.ok || found.value.id === null || found.value.head === undefined) return;
  seen.recordHead({ id: found.value.id, path: workbook.path }, found.value.head, { now });
}
