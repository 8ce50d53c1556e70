import type { RecordKind } from '../audit/record-hash.ts';
import { quoteFilesTable, quotesTable } from './quote-tables.ts';

/** An issued quote, with its files. */
export const quoteKind: RecordKind = {
  name: 'quote',
  tables: [quotesTable, quoteFilesTable],
  words: 'This quote',
};
