import { z } from 'zod';
import type { CaseId } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { prepared, reading, type WorkbookDatabase, workbookName } from '../connection/database.ts';
import { fault } from '../connection/store-fault.ts';
import { parsedRow } from '../connection/stored-values.ts';
import { workbookId } from '../connection/workbook-id.ts';
import { quoteName } from '../quotes/quote-record.ts';
import { markOf } from './workbook-mark.ts';

const REFERENCE_OF_CASE = `SELECT reference_year AS year, reference_number AS number, reference_mark AS mark FROM cases WHERE id = ?`;
const LAST_NUMBER_OF_YEAR = `SELECT coalesce(max(reference_number), 0) FROM cases WHERE reference_year = ?`;
const TOLD_OF = `SELECT subject_of FROM audit WHERE quote_id IS NOT NULL AND subject_of GLOB ?`;
const LAST_QUOTE_VERSION = `SELECT coalesce(max(version), 0) FROM quotes WHERE case_id = ?`;
const GIVE_REFERENCE = `
UPDATE cases SET reference_year = @year, reference_number = @number, reference_mark = @mark WHERE id = @id AND reference_number IS NULL`;

/** What the next quote of a case is called. */
interface QuoteReference {
  readonly reference: string;
  readonly version: number;
}

const caseRowSchema = z.object({
  year: z.number().int().nullable(),
  number: z.number().int().nullable(),
  mark: z.string().nullable(),
});

/**
 * The last version issued under a reference as far as is known outside the workbook; 0 where none is. It differs from the
 * workbook where that was replaced by an older state of itself.
 */
export type LastIssued = (reference: string) => number;

interface ReferenceWanted {
  readonly caseId: CaseId;
  readonly year: number;
  readonly lastIssued?: LastIssued | undefined;
}

/** `BAL-2026-0001-K7QX2`; a reference of before there were marks has none. */
const formatReference = (year: number, number: number, mark: string | null): string =>
  [`BAL-${year}-${String(number).padStart(4, '0')}`, ...(mark === null ? [] : [mark])].join('-');

/**
 * The reference and version of the case's next quote, which are printed before it is stored. A case keeps the reference of
 * its first quote; a new case takes the mark of the workbook, so that two workbooks never share a reference, and the next number of `year` that no case has, no entry of the trail tells of, and
 * `lastIssued` does not know. Storing checks that no other quote was issued in between.
 */
export function nextReference(db: WorkbookDatabase, wanted: ReferenceWanted): Result<QuoteReference> {
  return reading(db, () => referenceFor(db, wanted));
}

/** As `nextReference`, inside the caller's transaction. */
export function referenceFor(
  db: WorkbookDatabase,
  { caseId, year, lastIssued = () => 0 }: ReferenceWanted,
): QuoteReference {
  const given = givenReference(db, caseId);
  if (given !== null) {
    const last = Number(prepared(db, LAST_QUOTE_VERSION).pluck().get(caseId));
    return { reference: given, version: Math.max(last, lastTold(db, given), lastIssued(given)) + 1 };
  }
  const mark = markOf(workbookId(db) ?? '');
  let number = lastNumber(db, year) + 1;
  while (lastIssued(formatReference(year, number, mark)) > 0) number += 1;
  return { reference: formatReference(year, number, mark), version: 1 };
}

/** Gives the case this reference, unless it has one. Inside the caller's transaction. */
export function giveReference(db: WorkbookDatabase, caseId: string, reference: string): void {
  const [, year = '', number = '', mark = null] = reference.split('-');
  prepared(db, GIVE_REFERENCE).run({ id: caseId, year: Number(year), number: Number(number), mark });
}

function givenReference(db: WorkbookDatabase, caseId: CaseId): string | null {
  const found = prepared(db, REFERENCE_OF_CASE).get(caseId);
  if (found === undefined) throw fault('not-found', `“${workbookName(db)}” holds no such case.`);
  const row = parsedRow(db, { schema: caseRowSchema, row: found, what: 'a case' });
  return row.year === null || row.number === null ? null : formatReference(row.year, row.number, row.mark);
}

/** The highest number of a year, by the cases and by the trail, which outlives them. */
function lastNumber(db: WorkbookDatabase, year: number): number {
  return Math.max(
    Number(prepared(db, LAST_NUMBER_OF_YEAR).pluck().get(year)),
    highestTold(db, `BAL-${year}-`),
  );
}

/** The last version under a reference that the trail tells of, which outlives the quotes. */
const lastTold = (db: WorkbookDatabase, reference: string): number =>
  highestTold(db, quoteName({ reference, version: '' }));

/** The highest number that follows `start` in the names of quotes that the trail tells of; 0 where it tells of none. */
function highestTold(db: WorkbookDatabase, start: string): number {
  const told = prepared(db, TOLD_OF).pluck().all(`${start}*`) as readonly string[];
  const numbers = told.map((name) => Number.parseInt(name.slice(start.length), 10));
  return Math.max(0, ...numbers.filter(Number.isFinite));
}
