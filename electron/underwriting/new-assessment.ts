import { randomUUID } from 'node:crypto';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { createAssessment } from '../store/assessments/make-draft.ts';
import { listAssessments } from '../store/assessments/read-assessments.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import type { WorkbookDatabase } from '../store/connection/database.ts';
import { figuresOf } from './figures.ts';
import { type LoadedModel, referenceTo } from './loaded-model.ts';

export interface NewAssessment extends ChangeStamp {
  readonly content: AssessmentContent;
  /** Must be kept in the workbook already. */
  readonly model: LoadedModel;
  /** Where it came from, for the audit trail. */
  readonly why: string;
}

/** Records an assessment as a new case; a subject of the same name is the same subject. */
export function recordNewAssessment(
  db: WorkbookDatabase,
  { content, model, why, actor, now }: NewAssessment,
): Result<AssessmentRecord> {
  const known = listAssessments(db);
  if (!known.ok) return known;
  const name = nameKey(content.subject.name);
  const subject = known.value.find((other) => nameKey(other.subjectName) === name);
  return createAssessment(db, {
    actor,
    now,
    id: randomUUID(),
    caseId: randomUUID(),
    subjectId: subject?.subjectId ?? randomUUID(),
    content,
    figures: figuresOf(content, model.model),
    model: referenceTo(model),
    why,
  });
}

const nameKey = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();
