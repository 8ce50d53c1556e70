import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { WorkbookDatabase } from '../connection/database.ts';
import { upsertRow } from '../connection/table.ts';
import { subjectsTable } from './assessment-tables.ts';

/** What makes two names the same subject: neither case nor spacing counts. */
const nameKey = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** Enters a subject, or its present name and type. Inside the caller's transaction. */
export function putSubject(db: WorkbookDatabase, id: string, content: AssessmentContent, now: Date): void {
  const { name, type } = content.subject;
  const at = now.toISOString();
  upsertRow(db, subjectsTable, { id, name, nameKey: nameKey(name), type, createdAt: at, updatedAt: at });
}
