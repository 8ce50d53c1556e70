import { describe, expect, it } from 'vitest';
import { exportedList } from '#renderer/features/intake/list/exported-list.ts';
import { listRows } from '#renderer/features/intake/list/list-row.ts';
import { exportedBook } from '#renderer/features/portfolio/exported-book.ts';
import { exportedTableSchema } from '#shared/contract/exported-table.ts';
import { type BookBasis, type BookLine, bookBasisSchema, bookLineSchema } from '#shared/domain/book.ts';
import type { QuoteSummary } from '#shared/domain/records.ts';
import { assessmentId, cents, day, quoteId } from '../support/branded.ts';
import { assessmentRow } from './assessment-row.ts';

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

const QUOTE: QuoteSummary = {
  id: quoteId('00000000-0000-4000-8000-0000000000aa'),
  assessmentId: assessmentId('00000000-0000-4000-8000-0000000000bb'),
  reference: 'BAL-2026-0001',
  version: 1,
  status: 'quote',
  offerState: 'open',
  issuedAt: '2026-11-22T12:00:00.000Z',
  issuedBy: 'R. Vance',
  validUntil: day('2026-12-22'),
  quotedMinor: cents(41_250_000),
  currency: 'USD',
  grade: 'A',
  paper: 'a4',
  modelId: 'digital-asset-2026.1',
  modelHash: 'a'.repeat(64),
  inputsHash: 'a'.repeat(64),
  pdfSha256: 'a'.repeat(64),
  pdfBytes: 1,
};

const typeLabel = (type: string) => (type === 'cex' ? 'Centralised exchange' : type);

/** Rows by the titles of their cells; the call to the main process takes the table. */
function byTitle(table: ReturnType<typeof exportedBook>) {
  const { titles, rows } = exportedTableSchema.parse(table);
  expect(new Set(titles).size).toBe(titles.length);
  return rows.map((row) => Object.fromEntries(titles.map((title, i) => [title, row[i]])));
}

describe('the re-priced book as a table', () => {
  it('gives exact figures as plain numbers, words as on the screen, and what it was priced with', () => {
    const [changed, notPriced] = byTitle(
      exportedBook(
        BASIS,
        [
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
        ],
        typeLabel,
      ),
    );
    expect(changed).toEqual({
      Subject: 'Harbour Exchange',
      Type: 'Centralised exchange',
      'Quote reference': 'BAL-2026-0001',
      'Quote version': 1,
      Revision: 1,
      Status: 'Quote',
      'As of': '2026-07-01',
      'Grade as issued': 'A',
      'Grade now': 'BBB',
      'Knocked out now': 'no',
      Currency: 'USD',
      'Premium as issued': 2_000_000,
      'Premium now': 1_900_000.5,
      Change: -99_999.5,
      'Change, %': -4.999975,
      Result: 'Changed',
      Remarks: 'Issued with engine engine-1. Grade A was issued.',
      'Model as issued': 'digital-asset-2026.1',
      'Engine as issued': 'engine-1',
      'Model now': 'digital-asset-2026.1',
      'Engine now': 'engine-2',
      'Re-priced at': '2026-11-22T12:00:00.000Z',
      'Assessment id': '00000000-0000-4000-8000-000000000001',
    });
    expect(notPriced).toMatchObject({
      Subject: '=1+1',
      'Quote reference': null,
      Status: 'Draft',
      'Premium now': null,
      Result: 'Cannot be priced',
      Remarks: 'Add a part of cover, with a limit.',
    });
  });

  it('says in its name when it is not the whole book', () => {
    const name = (basis: BookBasis) => exportedTableSchema.parse(exportedBook(basis, [], typeLabel)).name;
    expect(name(BASIS)).toBe('re-priced-book-2026-11-22');
    expect(name({ ...BASIS, done: 412, total: 1000 })).toBe('re-priced-book-2026-11-22-partial-412-of-1000');
  });
});

describe('the list of assessments as a table', () => {
  it('gives money as plain numbers, and its quote', () => {
    const [row] = byTitle(exportedList(listRows([assessmentRow({ latestQuote: QUOTE })]), typeLabel));
    expect(row).toMatchObject({
      Subject: 'Harbour Exchange',
      Type: 'Centralised exchange',
      State: 'Draft',
      Revision: 1,
      Score: 74.5,
      Grade: 'BBB',
      Currency: 'USD',
      Premium: 1_892_600,
      'Quote reference': 'BAL-2026-0001',
      'Premium as issued': 412_500,
    });
  });
});
