import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { nameKey } from '#shared/domain/name-key.ts';
import type { SubjectId } from '#shared/domain/records.ts';
import { prepared, type WorkbookDatabase } from '../connection/database.ts';
import { upsertRow } from '../connection/table.ts';
import { subjectsTable } from './assessment-tables.ts';

/** Enters a subject, or its present name and type. Inside the caller's transaction. */
export function putSubject(
  db: WorkbookDatabase,
  { id, content, now }: { readonly id: SubjectId; readonly content: AssessmentContent; readonly now: Date },
): void {
  const { name, type } = content.subject;
  const at = now.toISOString();
  upsertRow(db, subjectsTable, { id, name, nameKey: nameKey(name), type, createdAt: at, updatedAt: at });
}

const ALL = `SELECT id, name FROM subjects ORDER BY created_at, id`;

/**
 * The subject of this name, however it is typed (`nameKey`); null when there is none. Inside the caller's transaction. The
 * names themselves are compared: a stored key is bound by the trail as it was written, by whatever rule held then, and
 * cannot be made anew without looking altered.
 */
export function subjectNamed(db: WorkbookDatabase, name: string): SubjectId | null {
  const wanted = nameKey(name);
  const rows = prepared(db, ALL).all() as readonly { readonly id: SubjectId; readonly name: string }[];
  return rows.find((row) => nameKey(row.name) === wanted)?.id ?? null;
}
