import { z } from 'zod';
import { type AssessmentContent, assessmentContentSchema } from '#shared/domain/assessment-content.ts';
import type { QuoteSummary } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import type { StoredDocument } from '#shared/quote/stored-document.ts';
import { quoteFrom } from '../assessments/assessment-rows.ts';
import { prepared, reading, type WorkbookDatabase, workbookName } from '../connection/database.ts';
import { sha256Hex } from '../connection/hashes.ts';
import { parsedJson } from '../connection/parsed-json.ts';
import { parsedRow } from '../connection/parsed-row.ts';
import { fault } from '../connection/store-fault.ts';
import type { QuoteRecord } from './quote-record.ts';
import {
  QUOTE_CONTENT,
  QUOTE_DOCUMENT,
  QUOTE_LIST,
  QUOTE_PDF,
  QUOTE_RECORD,
  QUOTE_SUMMARY,
} from './quote-statements.ts';

/** Every issued quote, newest first. */
export function listQuotes(db: WorkbookDatabase): Result<QuoteSummary[]> {
  return reading(db, () =>
    prepared(db, QUOTE_LIST)
      .all()
      .map((row) => quoteFrom(db, row)),
  );
}

/** The document of an issued quote, refused when it is no longer the one that was issued. */
export function getQuoteDocument(db: WorkbookDatabase, id: string): Result<StoredDocument> {
  return reading(db, () => {
    const record = quoteRecord(db, id);
    const text = quoteText(db, QUOTE_DOCUMENT, id);
    if (sha256Hex(text) !== record.documentSha256) throw altered(db, record, 'document');
    // The hash says that this is the very text that `issueQuote` made from a document.
    return JSON.parse(text) as StoredDocument;
  });
}

/** The PDF of an issued quote, refused when it is no longer the one that was issued. */
export function getQuotePdf(
  db: WorkbookDatabase,
  id: string,
): Result<{ readonly summary: QuoteSummary; readonly pdf: Buffer }> {
  return reading(db, () => {
    const record = quoteRecord(db, id);
    const pdf = quotePdf(db, id);
    if (pdf === null || sha256Hex(pdf) !== record.pdfSha256) throw altered(db, record, 'PDF');
    return { summary: quoteFrom(db, prepared(db, QUOTE_SUMMARY).get(id)), pdf };
  });
}

/** The exact inputs of an issued quote: the content and the hash of the model that it was priced with. */
export function getQuoteInputs(
  db: WorkbookDatabase,
  id: string,
): Result<{ readonly content: AssessmentContent; readonly modelHash: string }> {
  return reading(db, () => ({
    content: parsedRow(
      db,
      assessmentContentSchema,
      parsedJson(quoteText(db, QUOTE_CONTENT, id)),
      'the inputs of a quote',
    ),
    modelHash: quoteRecord(db, id).modelHash,
  }));
}

const recordSchema = z.object({
  id: z.string(),
  caseId: z.string(),
  assessmentId: z.string(),
  reference: z.string(),
  version: z.number(),
  status: z.string(),
  issuedAt: z.string(),
  issuedBy: z.string(),
  validUntil: z.string(),
  quotedMinor: z.number(),
  currency: z.string(),
  grade: z.string(),
  paper: z.string(),
  modelHash: z.string(),
  engineVersion: z.string(),
  inputsHash: z.string(),
  documentSha256: z.string(),
  pdfSha256: z.string(),
  pdfBytes: z.number(),
});

/** The whole record of a quote; inside the caller's transaction. */
export function quoteRecord(db: WorkbookDatabase, id: string): QuoteRecord {
  const row = prepared(db, QUOTE_RECORD).get(id);
  if (row === undefined) throw fault('not-found', `“${workbookName(db)}” holds no such quote.`);
  return parsedRow(db, recordSchema, row, 'a quote');
}

/** A text of a quote's files, empty when it is gone. */
export function quoteText(db: WorkbookDatabase, sql: string, id: string): string {
  const value = prepared(db, sql).pluck().get(id);
  return typeof value === 'string' ? value : '';
}

export function quotePdf(db: WorkbookDatabase, id: string): Buffer | null {
  const value = prepared(db, QUOTE_PDF).pluck().get(id);
  return Buffer.isBuffer(value) ? value : null;
}

const altered = (db: WorkbookDatabase, record: QuoteRecord, what: string) =>
  fault(
    'workbook-damaged',
    `The ${what} of ${record.reference} version ${record.version} in “${workbookName(db)}” is not the one that was issued: it was changed afterwards. Check the workbook and restore a backup to a new file.`,
  );
