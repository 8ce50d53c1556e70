import type { AssessmentId } from '#shared/domain/records.ts';
import type { ChangeStamp } from '../audit/audit.ts';
import { prepared, type WorkbookDatabase } from '../connection/database.ts';

const NOTE = `
INSERT INTO assessment_editors (assessment_id, profile_id, first_at)
SELECT @assessmentId, @profileId, @firstAt
WHERE NOT EXISTS (
  SELECT 1 FROM assessment_editors WHERE assessment_id = @assessmentId AND profile_id = @profileId
)`;
const COPY = `
INSERT INTO assessment_editors (assessment_id, profile_id, first_at)
SELECT @to, profile_id, @firstAt FROM assessment_editors AS known
WHERE assessment_id = @from AND NOT EXISTS (
  SELECT 1 FROM assessment_editors WHERE assessment_id = @to AND profile_id = known.profile_id
)`;
const EDITORS = `SELECT profile_id FROM assessment_editors WHERE assessment_id = ? ORDER BY profile_id`;

// All of these run inside the transaction of their caller, and before the entry that binds the assessment.

/** Notes that whoever makes this change of the content entered something of the draft: nobody approves their own entry. */
export function noteEditor(
  db: WorkbookDatabase,
  id: AssessmentId,
  { profileId, now }: Pick<ChangeStamp, 'profileId' | 'now'>,
): void {
  if (profileId === undefined) return;
  prepared(db, NOTE).run({ assessmentId: id, profileId, firstAt: now.toISOString() });
}

/** What is copied was entered by those who entered the original; whoever copies it has entered nothing yet. */
export function copyEditors(
  db: WorkbookDatabase,
  { from, to, now }: { readonly from: AssessmentId; readonly to: AssessmentId; readonly now: Date },
): void {
  prepared(db, COPY).run({ from, to, firstAt: now.toISOString() });
}

/** Profiles of those who entered something of an assessment, in the order of their ids. */
export const editorsOf = (db: WorkbookDatabase, id: string): readonly string[] =>
  prepared(db, EDITORS).pluck().all(id).map(String);
