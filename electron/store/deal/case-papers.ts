import { z } from 'zod';
import { DEAL_PAPER_KINDS, type DealPaperKind, dealPaperTitle } from '#shared/deal/papers/deal-paper.ts';
import { lowerFirst } from '#shared/domain/lower-first.ts';
import type { AssessmentId, CaseId, QuoteId } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { headOf, mustBeAsClosed } from '../assessments/assessment-head.ts';
import { casePapersTable } from '../assessments/deal-tables.ts';
import { caseKind } from '../assessments/record-kinds.ts';
import { actorName, type ChangeStamp, changeRecords } from '../audit/audit.ts';
import { mustBeAsEntered } from '../audit/bound-records.ts';
import { changing, prepared, reading, type WorkbookDatabase, workbookName } from '../connection/database.ts';
import { fault } from '../connection/store-fault.ts';
import { parsedRow } from '../connection/stored-values.ts';
import { insertRow } from '../connection/table.ts';
import { nameOf } from './referral.ts';

const NEXT = `SELECT coalesce(max(sequence), 0) + 1 FROM case_papers WHERE case_id = ?`;
const LIST = `
SELECT sequence, kind, at, actor, sha256 FROM case_papers WHERE case_id = ? ORDER BY sequence DESC`;
const ONE = `
SELECT file_name AS fileName, sha256, paper FROM case_papers WHERE case_id = ? AND sequence = ?`;
const ALL = `SELECT case_id AS caseId, sequence FROM case_papers ORDER BY at, case_id, sequence`;

const listedSchema = z.strictObject({
  sequence: z.number().int(),
  kind: z.enum(DEAL_PAPER_KINDS),
  at: z.string(),
  actor: z.string(),
  sha256: z.string(),
});
export type KeptCasePaper = z.infer<typeof listedSchema>;

export interface CasePaperToKeep extends ChangeStamp {
  readonly assessmentId: AssessmentId;
  readonly quoteId: QuoteId | null;
  readonly kind: DealPaperKind;
  /** What the paper carries, as canonical JSON. */
  readonly content: string;
  readonly pdf: Uint8Array;
  readonly sha256: string;
  /** The name of its file, for its place among the papers of the case. */
  readonly fileName: (sequence: number) => string;
}

/** Keeps a paper of a case, with its entry in the trail. Nothing about the case changes by it. */
export function keepCasePaper(db: WorkbookDatabase, input: CasePaperToKeep): Result<KeptCasePaper> {
  return changing(db, () => {
    const head = headOf(db, input.assessmentId);
    if (head.state !== 'draft') mustBeAsClosed(db, head);
    const sequence = Number(prepared(db, NEXT).pluck().get(head.caseId));
    const kept = {
      sequence,
      kind: input.kind,
      at: input.now.toISOString(),
      actor: actorName(input.actor),
      sha256: input.sha256,
    };
    changeRecords(db, input, {
      records: [{ kind: caseKind, id: head.caseId }],
      change: () => {
        insertRow(db, casePapersTable, {
          caseId: head.caseId,
          ...kept,
          assessmentId: head.id,
          quoteId: input.quoteId,
          profileId: input.profileId ?? null,
          fileName: input.fileName(sequence),
          content: input.content,
          paper: input.pdf,
        });
        return {
          action: 'case-paper-made',
          caseId: head.caseId,
          assessmentId: head.id,
          subjectOf: nameOf(db, head),
          detail: `Made the ${lowerFirst(dealPaperTitle(input.kind))}.`,
          facts: { paper: sequence, paperSha256: input.sha256 },
        };
      },
    });
    return kept;
  });
}

/** The papers of a case that are kept, the newest first. */
export const listCasePapers = (
  db: WorkbookDatabase,
  assessmentId: AssessmentId,
): Result<readonly KeptCasePaper[]> =>
  reading(db, () =>
    prepared(db, LIST)
      .all(headOf(db, assessmentId).caseId)
      .map((row) => parsedRow(db, { schema: listedSchema, row, what: 'a paper of a case' })),
  );

export interface CasePaperFile {
  readonly fileName: string;
  readonly pdf: Buffer;
}

/** One that is kept; a failure where the case was changed by another program. */
export const getCasePaper = (
  db: WorkbookDatabase,
  { assessmentId, sequence }: { readonly assessmentId: AssessmentId; readonly sequence: number },
): Result<CasePaperFile> => reading(db, () => casePaper(db, headOf(db, assessmentId).caseId, sequence));

/** Every paper of every case, the oldest first. */
export const casePapers = (db: WorkbookDatabase): Result<readonly CasePaperFile[]> =>
  reading(db, () =>
    (prepared(db, ALL).all() as readonly { readonly caseId: CaseId; readonly sequence: number }[]).map(
      ({ caseId, sequence }) => casePaper(db, caseId, sequence),
    ),
  );

/** A paper by its case and its number there; a fault where it is missing or the case was changed. Inside the caller’s transaction. */
export function casePaper(db: WorkbookDatabase, caseId: CaseId, sequence: number): CasePaperFile {
  mustBeAsEntered(db, { kind: caseKind, id: caseId });
  const row = prepared(db, ONE).get(caseId, sequence) as
    | { readonly fileName: string; readonly sha256: string; readonly paper: Buffer }
    | undefined;
  if (row === undefined) throw fault('not-found', `“${workbookName(db)}” holds no such paper.`);
  return { fileName: row.fileName, pdf: row.paper };
}
