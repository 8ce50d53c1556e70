import type { RecordKind } from '../audit/record-hash.ts';
import { quoteFilesTable, quotePapersTable, quotesTable } from './quote-tables.ts';

/** An issued quote, with its files and papers. */
export const quoteKind: RecordKind = {
  name: 'quote',
  tables: [quotesTable, quoteFilesTable, quotePapersTable],
  words: 'This quote',
};
