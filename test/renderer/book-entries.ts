import { type BookEntry, bookEntrySchema, type IssuedPremium } from '#shared/domain/book.ts';
import type { Repriced } from '#shared/underwriting/reprice.ts';
import { cents } from '../support/branded.ts';

export const BASIS = {
  modelId: 'digital-asset-2026.1',
  modelHash: 'a'.repeat(64),
  engineVersion: 'engine-2',
} as const;

export const idOf = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

/** An entry of the book; issued with the model and engine of today unless told. */
export const entry = (
  index: number,
  issued: Partial<IssuedPremium> | null = null,
  change: Partial<BookEntry> = {},
): BookEntry =>
  bookEntrySchema.parse({
    id: idOf(index),
    subjectName: `Subject ${index}`,
    subjectType: 'cex',
    revision: 1,
    state: issued === null ? 'draft' : 'finalised',
    asOf: '2026-11-22',
    currency: 'USD',
    issued:
      issued === null
        ? null
        : {
            reference: 'BAL-2026-0001',
            version: 1,
            status: 'quote',
            quotedMinor: 100_000,
            grade: 'A',
            ...BASIS,
            ...issued,
          },
    ...change,
  });

export const result = (change: Partial<Repriced> = {}): Repriced => ({
  overall: 75,
  grade: 'A',
  outcome: 'graded',
  technicalMinor: cents(100_000),
  quotedMinor: cents(100_000),
  verdict: 'pass',
  failure: null,
  decision: 'quote',
  ...change,
});
