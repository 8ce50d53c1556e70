import type { z } from 'zod';
import { storedJson } from '#shared/domain/json-text.ts';
import { type WorkbookDatabase, workbookName } from './database.ts';
import { fault } from './store-fault.ts';

/**
 * A row checked by its schema, since a workbook may come from anyone. A row that does not fit is a failure that the user
 * sees, never a crash; `what` names the row in its sentence.
 */
export function parsedRow<S extends z.ZodType>(
  db: WorkbookDatabase,
  { schema, row, what }: { readonly schema: S; readonly row: unknown; readonly what: string },
): z.infer<S> {
  const parsed = schema.safeParse(row);
  if (parsed.success) return parsed.data;
  throw fault(
    'workbook-damaged',
    `“${workbookName(db)}” holds ${what} that cannot be read. Check the workbook, and restore the newest sound backup to a new file if it was altered.`,
  );
}

/** The value of a JSON text, or null when it is not JSON or says one thing twice (a schema then refuses it). */
export function parsedJson(text: string): unknown {
  try {
    return storedJson(text);
  } catch {
    return null;
  }
}
