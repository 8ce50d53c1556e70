import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { SubjectId } from '#shared/domain/records.ts';
import { prepared, type WorkbookDatabase } from '../connection/database.ts';
import { upsertRow } from '../connection/table.ts';
import { subjectsTable } from './assessment-tables.ts';

/** What makes two names the same subject: neither case nor spacing counts. */
const nameKey = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** Enters a subject, or its present name and type. Inside the caller's transaction. */
export function putSubject(
  db: WorkbookDatabase,
  { id, content, now }: { readonly id: SubjectId; readonly content: AssessmentContent; readonly now: Date },
): void {
  const { name, type } = content.subject;
  const at = now.toISOString();
  upsertRow(db, subjectsTable, { id, name, nameKey: nameKey(name), type, createdAt: at, updatedAt: at });
}

const BY_NAME = `SELECT id FROM subjects WHERE name_key = ? ORDER BY created_at, id LIMIT 1`;

/** The subject of this name, whichever its case and spacing; null when there is none. Inside the caller's transaction. */
export const subjectNamed = (db: WorkbookDatabase, name: string): SubjectId | null =>
  (prepared(db, BY_NAME).pluck().get(nameKey(name)) as SubjectId | undefined) ?? null;
