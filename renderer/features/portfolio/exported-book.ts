import type { ExportedTable } from '#shared/contract/exported-table.ts';
import type { BookBasis, BookLine } from '#shared/domain/book.ts';
import { localDay } from '#shared/domain/dates.ts';
import type { SubjectType } from '#shared/domain/vocabulary.ts';
import { exportedTable } from '../../components/record-columns.ts';
import { bookColumns, columnsOfExportAlone } from './book-columns.tsx';

/** The lines that the filter leaves as a table, in the order in which they were re-priced. */
export function exportedBook(
  basis: BookBasis,
  lines: readonly BookLine[],
  typeLabel: (type: SubjectType) => string,
): ExportedTable {
  const shown = bookColumns({ currency: null, typeLabel }).flatMap(({ exported }) => exported);
  return exportedTable(fileName(basis), [...shown, ...columnsOfExportAlone(basis)], lines);
}

/** `re-priced-book-2026-11-22`; the name of one that was not re-priced to the end says how far it went. */
function fileName({ repricedAt, done, total }: BookBasis): string {
  const partial = done < total ? `-partial-${done}-of-${total}` : '';
  return `re-priced-book-${localDay(new Date(repricedAt))}${partial}`;
}
