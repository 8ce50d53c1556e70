import type { Result } from '#shared/domain/result.ts';
import { prepared, reading, type WorkbookDatabase } from './database.ts';
import { ASSESSMENT_COUNT } from './statements/assessments.ts';
import { QUOTE_COUNT } from './statements/quotes.ts';

/** How many assessments (outside the bin) and quotes the workbook holds. */
export function countRecords(
  db: WorkbookDatabase,
): Result<{ readonly assessments: number; readonly quotes: number }> {
  return reading(db, () => ({
    assessments: Number(prepared(db, ASSESSMENT_COUNT).pluck().get()),
    quotes: Number(prepared(db, QUOTE_COUNT).pluck().get()),
  }));
}
