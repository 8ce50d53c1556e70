import { randomUUID } from 'node:crypto';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import type { AssessmentFigures } from '#shared/underwriting/figures.ts';
import type { WorkbookDatabase } from '../connection/database.ts';
import { createAssessment } from './assessment-changes.ts';
import type { Deed, ModelReference } from './assessment-input.ts';
import { subjectNamed } from './subjects.ts';

export interface NewAssessment extends Deed {
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
  const known = subjectNamed(db, input.content.subject.name);
  if (!known.ok) return known;
  return createAssessment(db, {
    ...input,
    id: randomUUID(),
    caseId: randomUUID(),
    subjectId: known.value ?? randomUUID(),
  });
}
