import { csvCellOf } from '#shared/domain/csv-text.ts';
import { fromMinor, type MinorUnits } from '#shared/domain/money.ts';

export type CsvCell = string | number | boolean | null;

/** Money as a plain number with two decimals, in a column beside its currency. */
export const amount = (minor: MinorUnits | null | undefined): CsvCell =>
  minor === null || minor === undefined ? null : Number(fromMinor(minor).toFixed(2));

/**
 * Rows as CSV (RFC 4180: comma, CRLF, quotes doubled), with a byte order mark for spreadsheets that would otherwise not
 * read UTF-8. Text that could run as a formula gets an apostrophe in front; numbers are written as they are.
 */
export const csvText = (rows: readonly (readonly CsvCell[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;

function csvCell(cell: CsvCell): string {
  if (cell === null) return '';
  return typeof cell === 'string' ? csvCellOf(cell) : String(cell);
}
