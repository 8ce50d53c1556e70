import { csvCellOf } from '#shared/domain/csv-text.ts';

type CsvCell = string | number | boolean | null;

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
