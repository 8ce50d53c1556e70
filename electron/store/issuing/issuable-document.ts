import { contentHash } from '#shared/domain/content-hash.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { Grade } from '#shared/domain/vocabulary.ts';
import type { DocumentPrice } from '#shared/quote/document-figures.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import type { AssessmentHead } from '../assessments/assessment-head.ts';
import { fault } from '../connection/store-fault.ts';

/** A document that has all that an issued quote must have. */
export type IssuableDocument = QuoteDocument & {
  readonly status: 'quote' | 'indication';
  readonly version: number;
  readonly validUntil: IsoDate;
  readonly price: DocumentPrice;
  readonly score: { readonly outcome: { readonly grade: Grade } };
};

const PDF_MARK = Buffer.from('%PDF-', 'latin1');

/** The document, if it can be issued for this assessment; else throws the reason. */
export function checkIssuable(head: AssessmentHead, document: QuoteDocument): IssuableDocument {
  if (document.status === 'draft' || document.status === 'not-quotable' || document.version === null) {
    const mark = document.status === 'not-quotable' ? 'not quotable' : 'a draft';
    throw fault('invalid-input', `This document is marked as ${mark}, so it cannot be issued.`, 'status');
  }
  if (document.price === null || document.score.outcome.grade === null || document.validUntil === null) {
    const why = document.statusReasons.join(' ');
    throw fault('invalid-input', `A quote needs a grade, a price and a validity. ${why}`.trim());
  }
  if (contentHash(document.content) !== head.contentHash) {
    throw fault(
      'conflict',
      'The assessment says something else than this document. Prepare the quote again.',
    );
  }
  return document as IssuableDocument;
}

export function mustBePdf(bytes: Uint8Array): void {
  if (Buffer.from(bytes.subarray(0, PDF_MARK.length)).equals(PDF_MARK)) return;
  throw fault('invalid-input', 'The printed quote is not a PDF, so it was not stored.');
}
