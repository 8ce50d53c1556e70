import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import {
  type AssessmentFigures,
  type AssessmentId,
  type AssessmentRecord,
  assessmentIdSchema,
  caseIdSchema,
  subjectIdSchema,
} from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import type { ChangeStamp } from '../audit/audit.ts';
import { prepared, reading, type WorkbookDatabase } from '../connection/database.ts';
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
  /** SHA-256 of the text that it was read from, by which the same file is known again. */
  readonly fileHash?: string | undefined;
}

const importSchema = z.object({ fileHash: z.string(), assessmentId: assessmentIdSchema });

const IMPORTS = `
SELECT json_extract(facts, '$.fileHash') AS fileHash, assessment_id AS assessmentId
FROM audit WHERE action = 'assessment-created' AND json_extract(facts, '$.fileHash') IS NOT NULL ORDER BY sequence`;

/** The assessment that each file became that a run without a window has quoted, by the SHA-256 of its text. */
export function importedFiles(db: WorkbookDatabase): Result<ReadonlyMap<string, AssessmentId>> {
  return reading(
    db,
    () =>
      new Map(
        prepared(db, IMPORTS)
          .all()
          .map((row) => {
            const { fileHash, assessmentId } = importSchema.parse(row);
            return [fileHash, assessmentId] as const;
          }),
      ),
  );
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
