import type { AssessmentRecord, AssessmentSummary } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { prepared, reading, type WorkbookDatabase } from '../connection/database.ts';
import { assessmentRecord } from './assessment-record.ts';
import { summaryFrom } from './assessment-rows.ts';
import { ASSESSMENT_LIST } from './assessments-statements.ts';

export { createAssessment, finaliseAssessment, saveAssessment } from './assessment-changes.ts';
export type { AssessmentFigures, Deed, ModelReference } from './assessment-input.ts';
export { duplicateAssessment, moveToBin, restore, reviseAssessment } from './assessment-lifecycle.ts';

/** Every assessment, those in the bin included and marked, the most recently changed first. */
export function listAssessments(db: WorkbookDatabase): Result<AssessmentSummary[]> {
  return reading(db, () =>
    prepared(db, ASSESSMENT_LIST)
      .all()
      .map((row) => summaryFrom(db, row)),
  );
}

/** One assessment whole, with the revisions and quotes of its case and the newest entries of its history. */
export function getAssessment(db: WorkbookDatabase, id: string): Result<AssessmentRecord> {
  return reading(db, () => assessmentRecord(db, id));
}
