import type { BookBasis, BookLine } from '#shared/domain/book.ts';
import { localDay } from '#shared/domain/dates.ts';
import { amount, type CsvCell, csvText } from './csv.ts';

interface Column {
  readonly title: string;
  readonly value: (line: BookLine, basis: BookBasis) => CsvCell;
}

const COLUMNS: readonly Column[] = [
  { title: 'Subject', value: (line) => line.subjectName },
  { title: 'Subject type', value: (line) => line.subjectType },
  { title: 'Quote reference', value: (line) => line.issued?.reference ?? null },
  { title: 'Quote version', value: (line) => line.issued?.version ?? null },
  { title: 'Revision', value: (line) => line.revision },
  { title: 'Status', value: (line) => line.issued?.status ?? line.state },
  { title: 'As of', value: (line) => line.asOf },
  { title: 'Result', value: (line) => line.line },
  { title: 'Currency', value: (line) => line.currency },
  { title: 'Grade as issued', value: (line) => line.issued?.grade ?? null },
  { title: 'Grade now', value: (line) => line.grade },
  { title: 'Knocked out now', value: (line) => (line.isKnockedOut ? 'yes' : 'no') },
  { title: 'Premium as issued', value: (line) => amount(line.issued?.quotedMinor) },
  { title: 'Premium now', value: (line) => amount(line.quotedMinor) },
  { title: 'Change', value: (line) => amount(line.changeMinor) },
  { title: 'Change in per cent', value: (line) => line.changePercent },
  { title: 'Remarks', value: (line) => line.remarks.join(' ') || null },
  { title: 'Model as issued', value: (line) => line.issued?.modelId ?? null },
  { title: 'Engine as issued', value: (line) => line.issued?.engineVersion ?? null },
  { title: 'Model now', value: (_, basis) => basis.modelId },
  { title: 'Engine now', value: (_, basis) => basis.engineVersion },
  { title: 'Re-priced at', value: (_, basis) => basis.repricedAt },
  { title: 'Assessment id', value: (line) => line.id },
];

/** The re-priced book as CSV, with a line of titles. */
export const bookCsv = (basis: BookBasis, lines: readonly BookLine[]): string =>
  csvText([
    COLUMNS.map(({ title }) => title),
    ...lines.map((line) => COLUMNS.map(({ value }) => value(line, basis))),
  ]);

/** `re-priced-book-2026-11-22.csv`; the name of a partly re-priced book says how many lines were done. */
export function bookFileName({ repricedAt, done, total }: BookBasis): string {
  const partial = done < total ? `-partial-${done}-of-${total}` : '';
  return `re-priced-book-${localDay(new Date(repricedAt))}${partial}.csv`;
}
