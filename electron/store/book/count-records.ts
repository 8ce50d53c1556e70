import type { Result } from '#shared/domain/result.ts';
import { prepared, reading, type WorkbookDatabase } from '../connection/database.ts';

const ASSESSMENTS = `SELECT count(*) FROM assessments WHERE binned_at IS NULL`;
const QUOTES = `SELECT count(*) FROM quotes`;

/** How many assessments (outside the bin) and quotes the workbook holds. */
export const countRecords = (
  db: WorkbookDatabase,
): Result<{ readonly assessments: number; readonly quotes: number }> =>
  reading(db, () => ({
    assessments: Number(prepared(db, ASSESSMENTS).pluck().get()),
    quotes: Number(prepared(db, QUOTES).pluck().get()),
  }));
