import type { SeenWorkbooks } from '../host/seen-workbooks.ts';
import { lastAuditEntry, trailBegan } from '../store/audit/audit.ts';
import { type Anchor, partingFrom } from '../store/audit/trail-heads.ts';
import { backupFolderOf } from '../store/backup/backup-files.ts';
import { anchorsIn, readBackupHeads } from '../store/backup/backup-heads.ts';
import { reading } from '../store/connection/database.ts';
import { workbookId } from '../store/connection/workbook-id.ts';
import type { Workbook } from '../store/workbook/workbook.ts';

/** Every head of the trail that stands outside the workbook: those seen here, and those of the backups beside it. */
export function anchorsOf({ db, path }: Workbook, seen: SeenWorkbooks): readonly Anchor[] {
  const id = workbookId(db);
  if (id === null) return [];
  const workbook = { id, path, since: trailBegan(db) };
  const folder = backupFolderOf(path);
  const heads = readBackupHeads(path, folder, seen.backupHeads());
  seen.keepBackupHeads(folder, heads);
  return [...seen.headsOf(workbook), ...anchorsIn(workbook, folder, heads)];
}

/** Where the trail of the open workbook parts from what stands outside it, as a sentence; null when it does not. */
export function partingOf(workbook: Workbook, seen: SeenWorkbooks): string | null {
  const found = reading(workbook.db, () => partingFrom(workbook.db, anchorsOf(workbook, seen)));
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
