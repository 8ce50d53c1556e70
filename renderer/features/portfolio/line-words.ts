import type { BookLine, BookLineState } from '#shared/domain/book.ts';

/** What came of a line, as table, filter and export call it. */
export const LINE_WORDS: Readonly<Record<BookLineState, string>> = {
  changed: 'Changed',
  'inputs-altered': 'Inputs altered',
  'cannot-be-priced': 'Cannot be priced',
  gone: 'Removed',
  reproduced: 'Reproduced',
  'not-issued': 'Not issued yet',
};

/** What went out, or how far the work on it is. */
export const statusOf = ({ issued, state }: BookLine): string => {
  if (issued !== null) return issued.status === 'quote' ? 'Quote' : 'Indication';
  return state === 'draft' ? 'Draft' : 'Finalised';
};
