import type { Result } from '#shared/domain/result.ts';
import { ASSESSMENT_COUNT } from './assessments/assessments-statements.ts';
import { prepared, reading, type WorkbookDatabase } from './connection/database.ts';
import { QUOTE_COUNT } from './quotes/quote-statements.ts';

/** How many assessments (outside the bin) and quotes the workbook holds. */
export function countRecords(
  db: WorkbookDatabase,
): Result<{ readonly assessments: number; readonly quotes: number }> {
  return reading(db, () => ({
    assessments: Number(prepared(db, ASSESSMENT_COUNT).pluck().get()),
    quotes: Number(prepared(db, QUOTE_COUNT).pluck().get()),
  }));
}
