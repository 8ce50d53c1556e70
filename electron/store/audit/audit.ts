import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { type AuditEntry, auditEntrySchema } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { wellFormed } from '#shared/domain/well-formed.ts';
import { prepared, reading, type WorkbookDatabase } from '../connection/database.ts';
import { parsedRow } from '../connection/parsed-row.ts';
import type { AuditAction } from './audit-actions.ts';
import { auditRowHash, genesisHash } from './audit-hash.ts';
import { AUDIT_LIST, AUDIT_LIST_OF_CASE, INSERT_AUDIT, LAST_AUDIT, WORKBOOK_ID } from './audit-statements.ts';

export { type AuditChainReport, verifyAuditChain } from './audit-chain.ts';

/** What is entered; `facts` are the machine's part (hashes, figures), bound into the chain like every other field. */
export interface AuditInput {
  readonly at: Date;
  readonly actor: string;
  readonly action: AuditAction;
  readonly caseId?: string;
  readonly assessmentId?: string;
  readonly quoteId?: string;
  /** What it is about, in words: "Northwind Exchange, revision 2". */
  readonly subjectOf: string;
  readonly detail: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

const LONGEST_ACTOR = 200;

/** An actor is always named, if only as not named. */
export const actorName = (actor: string): string =>
  actor.trim() === '' ? '(not named)' : actor.trim().slice(0, LONGEST_ACTOR);

/** Enters one row. Must be called inside the transaction of the change it tells of, so that neither is stored alone. */
export function appendAudit(db: WorkbookDatabase, input: AuditInput): void {
  if (!db.inTransaction) throw new Error('An audit row belongs into the transaction of its change');
  const last = prepared(db, LAST_AUDIT).get() as { sequence: number; hash: string } | undefined;
  const row = wellFormed({
    sequence: (last?.sequence ?? 0) + 1,
    at: input.at.toISOString(),
    actor: actorName(input.actor),
    action: input.action,
    caseId: input.caseId ?? null,
    assessmentId: input.assessmentId ?? null,
    quoteId: input.quoteId ?? null,
    subjectOf: input.subjectOf,
    detail: input.detail,
    facts: canonicalJson(input.facts ?? {}),
  });
  const previous = last?.hash ?? genesisHash(workbookId(db));
  prepared(db, INSERT_AUDIT).run({ ...row, hash: auditRowHash(row, previous) });
}

export const workbookId = (db: WorkbookDatabase): string =>
  String(prepared(db, WORKBOOK_ID).pluck().get() ?? '');

/** The newest entries first, of one case or (null) of the whole workbook. */
export function listAudit(
  db: WorkbookDatabase,
  filter: { readonly caseId: string | null; readonly limit: number },
): Result<AuditEntry[]> {
  return reading(db, () => auditEntries(db, filter));
}

/** As `listAudit`, for use inside a transaction. */
export function auditEntries(
  db: WorkbookDatabase,
  { caseId, limit }: { readonly caseId: string | null; readonly limit: number },
): AuditEntry[] {
  const rows =
    caseId === null
      ? prepared(db, AUDIT_LIST).all(limit)
      : prepared(db, AUDIT_LIST_OF_CASE).all(caseId, limit);
  return rows.map((row) => parsedRow(db, auditEntrySchema, row, 'an entry of the audit trail'));
}
