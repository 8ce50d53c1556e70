import type { RatingModel } from '../domain/rating-model.ts';
import { documentWords } from './document-words.ts';
import type { QuoteDocument } from './quote-document.ts';

/** A document from before documents stored the words that they print. */
export type EarlierDocument = Omit<QuoteDocument, 'words' | 'model'> & {
  readonly model: Omit<QuoteDocument['model'], 'wordingId' | 'wordingHash'>;
};

/** A document as a workbook may hold it. */
export type StoredDocument = QuoteDocument | EarlierDocument;

export const hasWords = (document: StoredDocument): document is QuoteDocument => 'words' in document;

/** An earlier document with the words of its model put to it; `model` is the one that it names. Total and pure. */
export const withWordsOf = (document: EarlierDocument, model: RatingModel): QuoteDocument => ({
  ...document,
  model: { ...document.model, wordingId: null, wordingHash: null },
  words: documentWords(document.content, model),
});
