import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';

/** An audit row without its hash, as stored. `facts` is JSON text. */
export interface AuditRow {
  readonly sequence: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly caseId: string | null;
  readonly assessmentId: string | null;
  readonly quoteId: string | null;
  readonly subjectOf: string;
  readonly detail: string;
  readonly facts: string;
}

/** What the first row is chained to: rows cannot be moved from one workbook into another. */
export const genesisHash = (workbookId: string): string => sha256Hex(`ballast-audit/1:${workbookId}`);

/**
 * SHA-256 of the canonical JSON of the row and the hash of the row before it. Whoever changes a row must recompute all
 * later ones; a quote on paper or a backup elsewhere that carries an older hash then gives it away.
 */
export const auditRowHash = (row: AuditRow, previousHash: string): string =>
  sha256Hex(
    canonicalJson({
      previousHash,
      sequence: row.sequence,
      at: row.at,
      actor: row.actor,
      action: row.action,
      caseId: row.caseId,
      assessmentId: row.assessmentId,
      quoteId: row.quoteId,
      subjectOf: row.subjectOf,
      detail: row.detail,
      facts: row.facts,
    }),
  );
