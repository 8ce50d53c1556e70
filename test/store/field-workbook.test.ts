import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { getAssessment, listAssessments } from '#electron/store/assessments/read-assessments.ts';
import { bookContents, listBook } from '#electron/store/book/book.ts';
import { verifyQuote } from '#electron/store/check/verify-quote.ts';
import type { WorkbookDatabase } from '#electron/store/connection/database.ts';
import { getModel } from '#electron/store/models/models.ts';
import { getQuoteDocument, getQuotePdf } from '#electron/store/quotes/read-quotes.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { canonicalHash } from '#shared/domain/canonical-json.ts';
import { contentHash, inputsHash } from '#shared/domain/content-hash.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';
import { assessmentId, quoteId } from '../support/branded.ts';
import { checkedNow } from './support/checked.ts';
import { reopened, temporaryFolder, valueIn } from './support/workbooks.ts';

// A workbook as schema 60 left it in the field: a quote, an indication, a refused draft, a revision, a duplicate, one
// taken out of the bin and one left in it, made from the samples by the application itself; and, beside it, everything
// that the version of then showed of it. Neither file is ever made again: a later version must still show the same.
const fixtures = join(import.meta.dirname, 'fixtures');

interface Hashed {
  readonly id: string;
  readonly contentHash: string;
}
interface Shown {
  readonly workbookId: string;
  readonly assessments: readonly object[];
  readonly records: readonly (Hashed & {
    readonly content: AssessmentContent;
    readonly modelHash: string;
    readonly quotes: readonly string[];
    readonly history: readonly object[];
  })[];
  readonly quotes: readonly {
    readonly id: string;
    readonly documentText: string;
    readonly pdf: string;
    readonly findings: readonly object[];
  }[];
  readonly quoteRows: readonly { readonly id: string; readonly inputs_hash: string }[];
  readonly modelRows: readonly { readonly hash: string; readonly json_sha256: string }[];
  readonly book: readonly object[];
  readonly bookContents: readonly (Hashed & {
    readonly kind: string;
    readonly isAsIssued?: boolean | null;
  })[];
  readonly audit: readonly { readonly sequence: number; readonly hash: string }[];
  readonly check: readonly object[];
}

const shown = JSON.parse(readFileSync(join(fixtures, 'workbook-060.json'), 'utf8')) as Shown;
let file: Buffer;

beforeAll(() => {
  file = gunzipSync(readFileSync(join(fixtures, 'workbook-060.sqlite.gz')));
});

const withoutCount = (finding: object): object =>
  JSON.parse(JSON.stringify(finding).replace(/All \d+ entries/, 'All entries')) as object;

function opened(): WorkbookDatabase {
  const path = join(temporaryFolder(), 'Field.ballast');
  writeFileSync(path, file);
  return reopened(path).db;
}

describe('a workbook written at schema 60', () => {
  it('lists its assessments and its book as it did', () => {
    const db = opened();
    expect(valueIn(listAssessments(db))).toMatchObject(shown.assessments);
    expect(valueIn(listBook(db))).toMatchObject(shown.book);
    const ids = shown.bookContents.map(({ id }) => assessmentId(id));
    const found = valueIn(bookContents(db, ids)).map((entry) =>
      entry.kind === 'content'
        ? { ...entry, content: undefined, contentHash: contentHash(entry.content) }
        : entry,
    );
    expect(found).toMatchObject(shown.bookContents);
  });

  it('opens each assessment with the same content, revisions and history, under the same hashes', () => {
    const db = opened();
    for (const { id, contentHash: hash, quotes, ...record } of shown.records) {
      const found = valueIn(getAssessment(db, assessmentId(id)));
      expect(found).toMatchObject(record);
      expect(found.quotes.map((quote) => quote.id)).toEqual(quotes);
      expect(contentHash(found.content)).toBe(hash);
      const stored = db.prepare('SELECT content_hash FROM assessments WHERE id = ?').pluck().get(id);
      expect(stored).toBe(hash);
    }
  });

  it('shows and verifies its quotes as they were issued', () => {
    const db = opened();
    expect(shown.quotes.length).toBe(2);
    for (const { id, documentText, pdf, findings } of shown.quotes) {
      expect(sha256Hex(JSON.stringify(valueIn(getQuoteDocument(db, quoteId(id)))))).toBe(documentText);
      expect(sha256Hex(valueIn(getQuotePdf(db, quoteId(id))).pdf)).toBe(pdf);
      const verdict = valueIn(verifyQuote(db, quoteId(id)));
      expect(verdict.isSound).toBe(true);
      // The trail has grown since: bringing the workbook up to date is an entry of its own.
      expect(verdict.findings.map(withoutCount)).toEqual(findings.map(withoutCount));
      const row = shown.quoteRows.find((other) => other.id === id);
      const record = shown.records.find(({ quotes }) => quotes.includes(id));
      const { content, model } = valueIn(getQuoteDocument(db, quoteId(id)));
      expect(inputsHash(content, model.hash)).toBe(row?.inputs_hash);
      expect(record).toBeDefined();
      expect(db.prepare('SELECT * FROM quotes WHERE id = ?').get(id)).toMatchObject(row ?? {});
    }
  });

  it('keeps its model under the same hash', () => {
    const db = opened();
    for (const { hash, json_sha256 } of shown.modelRows) {
      const kept = valueIn(getModel(db, hash));
      expect(sha256Hex(kept.json)).toBe(json_sha256);
      expect(canonicalHash(JSON.parse(kept.json))).toBe(hash);
    }
  });

  it('keeps every entry of its audit trail, and is found sound as a whole', () => {
    const db = opened();
    const kept = db.prepare('SELECT * FROM audit ORDER BY sequence').all();
    expect(kept.slice(0, shown.audit.length)).toEqual(shown.audit);
    expect(db.prepare('SELECT id FROM workbook').pluck().get()).toBe(shown.workbookId);
    const report = checkedNow(db);
    expect(report.findings.filter(({ isSound }) => !isSound)).toEqual([]);
    const checked = report.findings.map(({ id }) => id);
    for (const item of shown.check) expect(checked).toContain((item as { id: string }).id);
    expect(report.isSound).toBe(true);
  });
});
