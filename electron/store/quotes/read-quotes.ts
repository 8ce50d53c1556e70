import { storedJson } from '#shared/domain/json-text.ts';
import type { AssessmentId, QuoteId, QuoteSummary } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';
import { PAPER_KINDS, type PaperKind } from '#shared/quote/paper.ts';
import { paperTitle } from '#shared/quote/paper-words.ts';
import type { StoredDocument } from '#shared/quote/stored-document.ts';
import { mustBeAsEntered } from '../audit/bound-records.ts';
import { prepared, reading, type WorkbookDatabase, workbookName } from '../connection/database.ts';
import { fault } from '../connection/store-fault.ts';
import { quoteKind } from './quote-kind.ts';
import { quoteName, quoteRecord } from './quote-record.ts';
import { quoteSummary } from './quote-summaries.ts';
import type { QuoteRecord } from './quote-tables.ts';

const FILES = {
  content: `SELECT content FROM quote_files WHERE quote_id = ?`,
  certificate: `SELECT certificate FROM quote_files WHERE quote_id = ?`,
  document: `SELECT document FROM quote_files WHERE quote_id = ?`,
};
const PDF = `SELECT pdf FROM quote_files WHERE quote_id = ?`;
const ALL_QUOTES = `SELECT id, reference, version FROM quotes ORDER BY issued_at DESC, id`;

/** The document of an issued quote, or a failure if it was changed since. */
export function getQuoteDocument(db: WorkbookDatabase, id: QuoteId): Result<StoredDocument> {
  return reading(db, () => {
    const record = quoteRecord(db, id);
    mustBeAsIssued(db, record);
    const text = quoteText(db, 'document', id);
    if (sha256Hex(text) !== record.documentSha256) throw altered(db, record, 'document');
    // The hash says that this is the very text that `issueQuote` made from a document.
    return storedJson(text) as StoredDocument;
  });
}

const PAPERS = `SELECT kind FROM quote_papers WHERE quote_id = ? ORDER BY kind`;
const PAPER = `SELECT paper FROM quote_papers WHERE quote_id = ? AND kind = ?`;

/** A paper of an issued quote: the broker's, or one of those beside it; a failure if the quote was changed since. */
export function getQuotePaper(
  db: WorkbookDatabase,
  id: QuoteId,
  kind: PaperKind,
): Result<{ readonly summary: QuoteSummary; readonly pdf: Buffer }> {
  if (kind === 'quotation') return getQuotePdf(db, id);
  return reading(db, () => {
    const record = quoteRecord(db, id);
    mustBeAsIssued(db, record);
    const pdf: unknown = prepared(db, PAPER).pluck().get(id, kind);
    if (!Buffer.isBuffer(pdf))
      throw fault(
        'not-found',
        `No ${paperTitle(kind, 'quote').toLowerCase()} was stored with ${record.reference} version ${record.version}: it was issued before there was one.`,
      );
    return { summary: quoteSummary(db, id), pdf };
  });
}

/** The kinds of paper that are stored with a quote; the broker's always is. */
export const paperKindsOf = (db: WorkbookDatabase, id: QuoteId): readonly PaperKind[] => [
  'quotation',
  ...PAPER_KINDS.filter((kind) => (prepared(db, PAPERS).pluck().all(id) as readonly string[]).includes(kind)),
];

/** The PDF of an issued quote, or a failure if it was changed since. */
export function getQuotePdf(
  db: WorkbookDatabase,
  id: QuoteId,
): Result<{ readonly summary: QuoteSummary; readonly pdf: Buffer }> {
  return reading(db, () => {
    const record = quoteRecord(db, id);
    mustBeAsIssued(db, record);
    const pdf = quotePdf(db, id);
    if (pdf === null || sha256Hex(pdf) !== record.pdfSha256) throw altered(db, record, 'PDF');
    return { summary: quoteSummary(db, id), pdf };
  });
}

const ISSUED_AS = `SELECT id, assessment_id AS assessmentId, pdf_sha256 AS pdfSha256 FROM quotes WHERE reference = ? AND version = ?`;
const PAPER_HASHES = `SELECT sha256 FROM quote_papers WHERE quote_id = ?`;

/** An issued quote with the SHA-256 of each of its papers, the broker's first. */
export interface IssuedPapers {
  readonly id: QuoteId;
  /** What it was issued from. */
  readonly assessmentId: AssessmentId;
  readonly hashes: readonly string[];
}

/**
 * The papers that were issued under that name; null when this workbook issued none, a failure where another program has
 * changed what it keeps of them since.
 */
export function getIssuedPapers(
  db: WorkbookDatabase,
  { reference, version }: { readonly reference: string; readonly version: number },
): Result<IssuedPapers | null> {
  return reading(db, () => {
    const row = prepared(db, ISSUED_AS).get(reference, version) as
      | { id: QuoteId; assessmentId: AssessmentId; pdfSha256: string }
      | undefined;
    if (row === undefined) return null;
    mustBeAsIssued(db, quoteRecord(db, row.id));
    const others = prepared(db, PAPER_HASHES).pluck().all(row.id) as string[];
    return { id: row.id, assessmentId: row.assessmentId, hashes: [row.pdfSha256, ...others] };
  });
}

// What follows runs inside the transaction of its caller.

/** Fails when an issued quote is not in every column, its files included, what its entry in the trail says. */
export function mustBeAsIssued(db: WorkbookDatabase, record: QuoteRecord): void {
  mustBeAsEntered(db, { kind: quoteKind, id: record.id }, quoteName(record));
}

/** One text of a quote's files; empty if it is missing. */
export function quoteText(db: WorkbookDatabase, file: keyof typeof FILES, id: QuoteId): string {
  const value = prepared(db, FILES[file]).pluck().get(id);
  return typeof value === 'string' ? value : '';
}

export function quotePdf(db: WorkbookDatabase, id: QuoteId): Buffer | null {
  const value = prepared(db, PDF).pluck().get(id);
  return Buffer.isBuffer(value) ? value : null;
}

/** Every issued quote by its name, newest first. */
export const quoteNames = (
  db: WorkbookDatabase,
): readonly { readonly id: QuoteId; readonly reference: string; readonly version: number }[] =>
  prepared(db, ALL_QUOTES).all() as { id: QuoteId; reference: string; version: number }[];

const altered = (db: WorkbookDatabase, record: QuoteRecord, what: string) =>
  fault(
    'workbook-damaged',
    `The ${what} of ${quoteName(record)} in “${workbookName(db)}” is not the one that was issued: it was changed afterwards. Check the workbook and restore a backup to a new file.`,
  );
