import type { SeenWorkbooks } from '../host/seen-workbooks.ts';
import { lastAuditEntry } from '../store/audit/audit.ts';
import { workbookId } from '../store/connection/workbook-id.ts';
import type { LastIssued } from '../store/issuing/references.ts';
import type { Workbook } from '../store/workbook/workbook.ts';

/** What this installation has issued from the workbook, in whatever state that was: no reference is given twice. */
export function lastIssuedIn({ db }: Workbook, seen: SeenWorkbooks): LastIssued {
  const id = workbookId(db);
  return (reference) => (id === null ? 0 : seen.lastIssued(id, reference));
}

/** Writes down outside the workbook what was issued, and where its trail stands now. */
export function rememberIssue(
  { db, path }: Workbook,
  seen: SeenWorkbooks,
  { reference, version, now }: { readonly reference: string; readonly version: number; readonly now: Date },
): void {
  const id = workbookId(db);
  if (id === null) return;
  seen.recordIssue(id, { reference, version });
  const head = lastAuditEntry(db);
  if (head !== undefined) seen.recordHead({ id, path }, head, { now });
}
