import { z } from 'zod';
import { canonicalHash } from '#shared/domain/canonical-json.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';
import { prepared, type WorkbookDatabase } from '../connection/database.ts';
import { integer, table, text } from '../connection/table.ts';
import { workbookId } from '../connection/workbook-id.ts';

export const auditTable = table('audit', {
  key: { sequence: integer },
  values: {
    at: text,
    actor: text,
    action: text,
    caseId: text,
    assessmentId: text,
    quoteId: text,
    subjectOf: text,
    detail: text,
    facts: text,
    hash: text,
  },
});

const storedRowSchema = z.object({
  sequence: z.number().int(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  caseId: z.string().nullable(),
  assessmentId: z.string().nullable(),
  quoteId: z.string().nullable(),
  subjectOf: z.string(),
  detail: z.string(),
  /** JSON text. */
  facts: z.string(),
  hash: z.string(),
});
/** An audit row without its hash, as stored. */
export type AuditRow = Readonly<Omit<z.infer<typeof storedRowSchema>, 'hash'>>;

const WHOLE_CHAIN = `SELECT ${auditTable.select('audit', Object.keys(storedRowSchema.shape))} FROM audit ORDER BY sequence`;

/** The hash before the first row; it differs for each workbook, so that rows cannot be copied from one to another. */
export const genesisHash = (workbook: string): string => sha256Hex(`ballast-audit/1:${workbook}`);

/**
 * SHA-256 of the canonical JSON of the row and the hash of the row before it. Changing a row
 * means recomputing all later ones, and a printed quote or a backup with an older hash shows that it was done.
 */
export const auditRowHash = (row: AuditRow, previousHash: string): string =>
  canonicalHash({ previousHash, ...row });

export interface AuditChainReport {
  readonly isSound: boolean;
  readonly rowCount: number;
  /** Sequence of the first row that does not follow from the one before it. */
  readonly brokenAt: number | null;
  readonly message: string;
}

/**
 * Recomputes the whole chain from the workbook's identity. `visit` gets each sound row, in order. Finds edited,
 * inserted, removed and reordered rows, but not rows cut off the end: `checkWorkbook` finds those by what the missing rows
 * were about.
 */
export function verifyAuditChain(
  db: WorkbookDatabase,
  visit: (row: AuditRow) => void = () => {},
): AuditChainReport {
  let previous = genesisHash(workbookId(db) ?? '');
  let count = 0;
  for (const candidate of prepared(db, WHOLE_CHAIN).iterate()) {
    const stored = storedRowSchema.safeParse(candidate).data;
    if (stored === undefined || !follows(stored, count + 1, previous)) {
      return {
        isSound: false,
        rowCount: count,
        brokenAt: count + 1,
        message: `Entry ${count + 1} of the audit trail was changed or removed after it was written.`,
      };
    }
    visit(stored);
    previous = stored.hash;
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

const follows = (
  { hash, ...row }: z.infer<typeof storedRowSchema>,
  sequence: number,
  previous: string,
): boolean => row.sequence === sequence && hash === auditRowHash(row, previous);
