import type { QuoteDocument } from './quote-document.ts';

/**
 * How a document stands towards its reader. `not-quotable`: the paper of what may not be issued at all (it has no version,
 * so no reference was given): an assessment, and neither an offer nor an indication of one.
 */
export type DocumentStanding = QuoteDocument['status'] | 'not-quotable';

/** The standing of a document, from its status and version. Total and pure. */
export const documentStanding = ({
  status,
  version,
}: Pick<QuoteDocument, 'status' | 'version'>): DocumentStanding =>
  status === 'indication' && version === 0 ? 'not-quotable' : status;
