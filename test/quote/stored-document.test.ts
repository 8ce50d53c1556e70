import { describe, expect, it } from 'vitest';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { type EarlierDocument, hasWords, withWordsOf } from '#shared/quote/stored-document.ts';
import { bundledModel } from '#test/models/bundled-model.ts';
import { exampleDocument, fullContent } from '../print/example-documents.ts';

const document = exampleDocument({ content: fullContent });

/** As the version before stored it: without words, and without the name of a wording. */
function earlier({ words: _, model, ...rest }: QuoteDocument): EarlierDocument {
  const { wordingId: __, wordingHash: ___, ...named } = model;
  return JSON.parse(JSON.stringify({ ...rest, model: named }));
}

describe('a stored document', () => {
  it('carries the words that it prints', () => {
    expect(hasWords(document)).toBe(true);
    expect(document.words.cyberClause.text).toMatch(/^LMA5565 applies\. Excludes war/);
    expect(document.model.wordingId).toBe('digital-asset-2026.1-wording');
  });

  it('of the time before is given the words of its model, and names no wording', () => {
    const stored = earlier(document);
    expect(hasWords(stored)).toBe(false);
    const read = withWordsOf(stored, bundledModel);
    expect(read.words).toEqual(document.words);
    expect(read.model).toEqual({ ...document.model, wordingId: null, wordingHash: null });
  });
});
