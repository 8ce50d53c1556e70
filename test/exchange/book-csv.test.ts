import { describe, expect, it } from 'vitest';
import { bookCsv, bookFileName } from '#electron/exchange/book-csv.ts';
import { type BookBasis, type BookLine, bookBasisSchema, bookLineSchema } from '#shared/domain/book.ts';

const BASIS: BookBasis = bookBasisSchema.parse({
  modelId: 'digital-asset-2026.1',
  modelHash: 'a'.repeat(64),
  engineVersion: 'engine-2',
  repricedAt: '2026-11-22T12:00:00.000Z',
  done: 2,
  total: 2,
});
const line = (change: Partial<BookLine>): BookLine =>
  bookLineSchema.parse({
    id: '00000000-0000-4000-8000-000000000001',
    subjectName: 'Harbour Exchange',
    subjectType: 'cex',
    revision: 1,
    state: 'finalised',
    asOf: '2026-07-01',
    currency: 'USD',
    issued: {
      reference: 'BAL-2026-0001',
      version: 1,
      status: 'quote',
      quotedMinor: 200_000_000,
      grade: 'A',
      modelId: 'digital-asset-2026.1',
      modelHash: 'b'.repeat(64),
      engineVersion: 'engine-1',
    },
    line: 'changed',
    grade: 'BBB',
    isKnockedOut: false,
    quotedMinor: 190_000_050,
    changeMinor: -9_999_950,
    changePercent: -4.999975,
    isOtherBasis: true,
    remarks: ['Issued with engine engine-1.', 'Grade A was issued.'],
    ...change,
  });

describe('the re-priced book as CSV', () => {
  it('gives exact figures as plain numbers, texts that are harmless, and what it was priced with', () => {
    const text = bookCsv(BASIS, [
      line({}),
      line({
        subjectName: '=1+1',
        state: 'draft',
        issued: null,
        line: 'cannot-be-priced',
        grade: null,
        quotedMinor: null,
        changeMinor: null,
        changePercent: null,
        isOtherBasis: null,
        remarks: ['Add a part of cover, with a limit.'],
      }),
    ]);
    const [titles = '', first = '', second = ''] = text.slice(1).split('\r\n');
    expect(titles.split(',')).toHaveLength(23);
    expect(first).toBe(
      'Harbour Exchange,cex,BAL-2026-0001,1,1,quote,2026-07-01,changed,USD,A,BBB,no,2000000,1900000.5,-99999.5,-4.999975,Issued with engine engine-1. Grade A was issued.,digital-asset-2026.1,engine-1,digital-asset-2026.1,engine-2,2026-11-22T12:00:00.000Z,00000000-0000-4000-8000-000000000001',
    );
    expect(second).toMatch(
      /^'=1\+1,cex,,,1,draft,2026-07-01,cannot-be-priced,USD,,,no,,,,,"Add a part of cover, with a limit.",/,
    );
  });

  it('says in its name when it is not the whole book', () => {
    expect(bookFileName(BASIS)).toBe('re-priced-book-2026-11-22.csv');
    expect(bookFileName({ ...BASIS, done: 412, total: 1000 })).toBe(
      're-priced-book-2026-11-22-partial-412-of-1000.csv',
    );
  });
});
