import { z } from 'zod';
import {
  ASSESSMENT_STATES,
  type AssessmentId,
  assessmentFiguresSchema,
  assessmentIdSchema,
  caseIdSchema,
  subjectIdSchema,
} from '#shared/domain/records.ts';
import { mustBeAsEntered } from '../audit/bound-records.ts';
import { prepared, type WorkbookDatabase, workbookName } from '../connection/database.ts';
import { fault } from '../connection/store-fault.ts';
import { parsedRow } from '../connection/stored-values.ts';
import { fromStored } from '../connection/table.ts';
import { assessmentsTable } from './assessment-tables.ts';
import { assessmentKind } from './record-kinds.ts';

const headSchema = z.object({
  id: assessmentIdSchema,
  caseId: caseIdSchema,
  subjectId: subjectIdSchema,
  revision: z.number().int(),
  state: z.enum(ASSESSMENT_STATES),
  version: z.number().int(),
  asOf: z.string(),
  currency: z.string(),
  contentHash: z.string(),
  modelHash: z.string(),
  modelId: z.string(),
  ...assessmentFiguresSchema.shape,
  binnedAt: z.string().nullable(),
});
/** The assessment's own row: everything but what it says. */
export type AssessmentHead = z.infer<typeof headSchema>;

const HEAD = `
SELECT ${assessmentsTable.select('a', Object.keys(headSchema.shape))}, c.subject_id AS subjectId, m.model_id AS modelId
FROM assessments AS a
JOIN cases AS c ON c.id = a.case_id
JOIN models AS m ON m.hash = a.model_hash
WHERE a.id = ?`;

const OPEN_DRAFT = `
SELECT revision FROM assessments WHERE case_id = ? AND state = 'draft' AND binned_at IS NULL`;

// All of these run inside the transaction of their caller.

export function headOf(db: WorkbookDatabase, id: AssessmentId): AssessmentHead {
  const row = prepared(db, HEAD).get(id) as Readonly<Record<string, unknown>> | undefined;
  if (row === undefined) throw noSuchAssessment(db);
  return parsedRow(db, { schema: headSchema, row: fromStored(assessmentsTable, row), what: 'an assessment' });
}

/** The head of a draft that may be changed now, from version `version`; every other case is its own sentence. */
export function editableHead(db: WorkbookDatabase, id: AssessmentId, version: number): AssessmentHead {
  const head = headOf(db, id);
  if (head.state === 'finalised') {
    throw fault(
      'read-only',
      `Revision ${head.revision} is finalised and cannot be changed. Make a new revision to correct it.`,
    );
  }
  if (head.binnedAt !== null) {
    throw fault('conflict', `Revision ${head.revision} is in the bin. Restore it before changing it.`);
  }
  if (head.version !== version) {
    throw fault(
      'conflict',
      `This assessment was changed elsewhere since it was opened here (version ${head.version}, not ${version}). Open it again to see the newer state.`,
    );
  }
  return head;
}

/** Fails when a closed assessment is not in every column what its entry in the trail says. */
export function mustBeAsClosed(db: WorkbookDatabase, { id, state, revision }: AssessmentHead): void {
  if (state !== 'finalised') return;
  mustBeAsEntered(db, { kind: assessmentKind, id }, `Revision ${revision} of this assessment`);
}

/** A case has one open draft at a time. */
export function mustHaveNoOpenDraft(db: WorkbookDatabase, { caseId }: AssessmentHead): void {
  const revision = prepared(db, OPEN_DRAFT).pluck().get(caseId);
  if (revision === undefined) return;
  throw fault(
    'conflict',
    `Revision ${revision} of this case is already a draft. Open it, or move it to the bin first.`,
  );
}

export const noSuchAssessment = (db: WorkbookDatabase) =>
  fault('not-found', `“${workbookName(db)}” holds no such assessment; it may be in another workbook.`);
