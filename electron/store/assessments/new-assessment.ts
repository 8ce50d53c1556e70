import { randomUUID } from 'node:crypto';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import {
  type AssessmentFigures,
  type AssessmentRecord,
  assessmentIdSchema,
  caseIdSchema,
  subjectIdSchema,
} from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import type { ChangeStamp } from '../audit/audit.ts';
import { reading, type WorkbookDatabase } from '../connection/database.ts';
import type { ModelReference } from '../models/models.ts';
import { createAssessment } from './make-draft.ts';
import { subjectNamed } from './subjects.ts';

export interface NewAssessment extends ChangeStamp {
  readonly content: AssessmentContent;
  /** Of this very content under this very model. */
  readonly figures: AssessmentFigures;
  /** Must be kept in the workbook already. */
  readonly model: ModelReference;
  /** Where it came from, for the audit trail. */
  readonly why: string;
}

/** Records an assessment as a new case; a subject of the same name is the same subject. */
export function recordNewAssessment(db: WorkbookDatabase, input: NewAssessment): Result<AssessmentRecord> {
  const known = reading(db, () => subjectNamed(db, input.content.subject.name));
  if (!known.ok) return known;
  return createAssessment(db, {
    ...input,
    id: assessmentIdSchema.parse(randomUUID()),
    caseId: caseIdSchema.parse(randomUUID()),
    subjectId: known.value ?? subjectIdSchema.parse(randomUUID()),
  });
}
