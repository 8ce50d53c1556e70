import type Database from 'better-sqlite3';
import { z } from 'zod';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { formatNumber } from '#shared/domain/format-number.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';
import { fastSha256 } from '../../host/hash.ts';
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

const PAGE = 200;
const NEXT_ENTRIES = `
SELECT ${auditTable.select('audit', Object.keys(storedRowSchema.shape))} FROM audit
WHERE sequence > ? ORDER BY sequence LIMIT ?`;

/** The hash before the first row; it differs for each workbook, so that rows cannot be copied from one to another. */
export const genesisHash = (workbook: string): string => sha256Hex(`ballast-audit/1:${workbook}`);

/**
 * SHA-256 of the canonical JSON of the row and the hash of the row before it. Changing a row
 * means recomputing all later ones, and a printed quote or a backup with an older hash shows that it was done.
 */
export const auditRowHash = (row: AuditRow, previousHash: string): string =>
  fastSha256(canonicalJson({ previousHash, ...row }));

export interface AuditChainReport {
  readonly isSound: boolean;
  readonly rowCount: number;
  /** Sequence of the first row that does not follow from the one before it. */
  readonly brokenAt: number | null;
  readonly message: string;
}

/** An entry on the way through the trail, with the hash that stands before it. */
export interface TrailEntry {
  readonly row: AuditRow;
  readonly hash: string;
  readonly previousHash: string;
  /** It and all before it follow from one another, the first one from the identity of the workbook. */
  readonly isNext: boolean;
}

/** Goes through the trail entry by entry; what it returns says whether each followed from the one before it. */
export function* trailEntries(db: Database.Database): Generator<TrailEntry, AuditChainReport> {
  let previous = genesisHash(workbookId(db) ?? '');
  let count = 0;
  let brokenAt: number | null = null;
  let after = 0;
  for (;;) {
    // A page at a time: between two pages the connection is free for others.
    const page = prepared(db, NEXT_ENTRIES).all(after, PAGE) as readonly { readonly sequence: number }[];
    for (const candidate of page) {
      count += 1;
      after = candidate.sequence;
      const stored = storedRowSchema.safeParse(candidate).data;
      if (stored === undefined) {
        brokenAt ??= count;
        continue;
      }
      const { hash, ...row } = stored;
      const isNext = brokenAt === null && row.sequence === count && hash === auditRowHash(row, previous);
      if (!isNext) brokenAt ??= count;
      yield { row, hash, previousHash: previous, isNext };
      previous = hash;
    }
    if (page.length < PAGE) break;
  }
  return chainReport(count, brokenAt);
}

function chainReport(count: number, brokenAt: number | null): AuditChainReport {
  if (count === 0) return { isSound: false, rowCount: 0, brokenAt: 1, message: 'The audit trail is empty.' };
  return brokenAt === null
    ? {
        isSound: true,
        rowCount: count,
        brokenAt,
        message:
          count === 1
            ? 'The only entry of the audit trail is whole.'
            : `All ${formatNumber(count)} entries of the audit trail follow from one another.`,
      }
    : {
        isSound: false,
        rowCount: brokenAt - 1,
        brokenAt,
        message: `Entry ${brokenAt} of the audit trail was changed or removed after it was written.`,
      };
}

/**
 * Recomputes the whole chain from the workbook's identity. Finds edited, inserted, removed and reordered rows, but not rows
 * cut off the end: `checkWorkbook` finds those by what the missing rows were about and by the heads that were seen.
 */
export function verifyAuditChain(db: WorkbookDatabase): AuditChainReport {
  const entries = trailEntries(db);
  for (;;) {
    const next = entries.next();
    if (next.done === true) return next.value;
  }
}
