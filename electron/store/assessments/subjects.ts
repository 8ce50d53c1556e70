import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { Result } from '#shared/domain/result.ts';
import { prepared, reading, type WorkbookDatabase } from '../connection/database.ts';
import { PUT_SUBJECT, SUBJECT_BY_NAME } from './assessments-statements.ts';

/** What makes two names the same subject: neither case nor spacing counts. */
const nameKey = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** The id of the subject known by this name, or null. */
export function subjectNamed(db: WorkbookDatabase, name: string): Result<string | null> {
  return reading(db, () => {
    const id = prepared(db, SUBJECT_BY_NAME).pluck().get(nameKey(name));
    return typeof id === 'string' ? id : null;
  });
}

/** Enters a subject, or its present name and type. Inside the caller's transaction. */
export function putSubject(db: WorkbookDatabase, id: string, content: AssessmentContent, now: Date): void {
  const { name, type } = content.subject;
  prepared(db, PUT_SUBJECT).run({ id, name, nameKey: nameKey(name), type, at: now.toISOString() });
}
