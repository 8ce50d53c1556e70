import { z } from 'zod';
import type { CaseId } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { prepared, reading, type WorkbookDatabase, workbookName } from '../connection/database.ts';
import { fault } from '../connection/store-fault.ts';
import { parsedRow } from '../connection/stored-values.ts';

const REFERENCE_OF_CASE = `SELECT reference_year AS year, reference_number AS number FROM cases WHERE id = ?`;
const LAST_NUMBER_OF_YEAR = `SELECT coalesce(max(reference_number), 0) FROM cases WHERE reference_year = ?`;
const LAST_QUOTE_VERSION = `SELECT coalesce(max(version), 0) FROM quotes WHERE case_id = ?`;
const GIVE_REFERENCE = `
UPDATE cases SET reference_year = @year, reference_number = @number WHERE id = @id AND reference_number IS NULL`;

/** What the next quote of a case is called. */
interface QuoteReference {
  readonly reference: string;
  readonly version: number;
}

const caseRowSchema = z.object({ year: z.number().int().nullable(), number: z.number().int().nullable() });

const formatReference = (year: number, number: number): string =>
  `BAL-${year}-${String(number).padStart(4, '0')}`;

/**
 * The reference and version of the case's next quote, which are printed before it is stored. A case keeps the reference of
 * its first quote; a new case takes the next number of `year`. Storing checks that no other quote was issued in between.
 */
export function nextReference(db: WorkbookDatabase, caseId: CaseId, year: number): Result<QuoteReference> {
  return reading(db, () => referenceFor(db, caseId, year));
}

/** As `nextReference`, inside the caller's transaction. */
export function referenceFor(db: WorkbookDatabase, caseId: CaseId, year: number): QuoteReference {
  const given = givenReference(db, caseId);
  return {
    reference: given ?? formatReference(year, lastNumber(db, year) + 1),
    version: Number(prepared(db, LAST_QUOTE_VERSION).pluck().get(caseId)) + 1,
  };
}

/** Gives the case the next number of `year`, unless it has a reference. Inside the caller's transaction. */
export function giveReference(db: WorkbookDatabase, caseId: CaseId, year: number): void {
  prepared(db, GIVE_REFERENCE).run({ id: caseId, year, number: lastNumber(db, year) + 1 });
}

function givenReference(db: WorkbookDatabase, caseId: CaseId): string | null {
  const found = prepared(db, REFERENCE_OF_CASE).get(caseId);
  if (found === undefined) throw fault('not-found', `“${workbookName(db)}” holds no such case.`);
  const row = parsedRow(db, caseRowSchema, found, 'a case');
  return row.year === null || row.number === null ? null : formatReference(row.year, row.number);
}

const lastNumber = (db: WorkbookDatabase, year: number): number =>
  Number(prepared(db, LAST_NUMBER_OF_YEAR).pluck().get(year));
