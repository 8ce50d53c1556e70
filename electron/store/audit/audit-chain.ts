import { z } from 'zod';
import type { WorkbookDatabase } from '../connection/database.ts';
import { prepared } from '../connection/database.ts';
import { type AuditRow, auditRowHash, genesisHash } from './audit-hash.ts';
import { AUDIT_CHAIN, WORKBOOK_ID } from './audit-statements.ts';

export interface AuditChainReport {
  readonly isSound: boolean;
  readonly rowCount: number;
  /** Sequence of the first row that does not follow from the one before it. */
  readonly brokenAt: number | null;
  readonly message: string;
}

const rowSchema = z.object({
  sequence: z.number().int(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  caseId: z.string().nullable(),
  assessmentId: z.string().nullable(),
  quoteId: z.string().nullable(),
  subjectOf: z.string(),
  detail: z.string(),
  facts: z.string(),
  hash: z.string(),
});

/**
 * Recomputes the whole chain from the workbook's identity. `visit` is given each row that was found good, in order. Finds
 * edited, inserted, removed and reordered rows, except rows cut off the end: those show where a newer row or a hash
 * outside the workbook tells of them (see `checkWorkbook`).
 */
export function verifyAuditChain(
  db: WorkbookDatabase,
  visit: (row: AuditRow) => void = () => {},
): AuditChainReport {
  let previous = genesisHash(String(prepared(db, WORKBOOK_ID).pluck().get() ?? ''));
  let count = 0;
  for (const candidate of db.prepare(AUDIT_CHAIN).iterate()) {
    const parsed = rowSchema.safeParse(candidate);
    const row = parsed.success ? parsed.data : null;
    if (row === null || row.sequence !== count + 1 || row.hash !== auditRowHash(row, previous)) {
      return {
        isSound: false,
        rowCount: count,
        brokenAt: count + 1,
        message: `Entry ${count + 1} of the audit trail was changed or removed after it was written.`,
      };
    }
    visit(row);
    previous = row.hash;
    count += 1;
  }
  return {
    isSound: count > 0,
    rowCount: count,
    brokenAt: count > 0 ? null : 1,
    message:
      count > 0
        ? `All ${count} entries of the audit trail follow from one another.`
        : 'The audit trail is empty.',
  };
}
