import { z } from 'zod';
import { canonicalHash } from '#shared/domain/canonical-json.ts';
import { assessmentIdSchema, caseIdSchema, quoteIdSchema } from '#shared/domain/records.ts';
import { blob, integer, table, text } from '../connection/table.ts';

export const quotesTable = table('quotes', {
  key: { id: text },
  values: {
    caseId: text,
    assessmentId: text,
    reference: text,
    version: integer,
    status: text,
    issuedAt: text,
    issuedBy: text,
    validUntil: text,
    quotedMinor: integer,
    currency: text,
    grade: text,
    paper: text,
    modelHash: text,
    engineVersion: text,
    inputsHash: text,
    documentSha256: text,
    pdfSha256: text,
    pdfBytes: integer,
  },
});

/** Every column of a quote's record. */
export const quoteRecordSchema = z.object({
  id: quoteIdSchema,
  caseId: caseIdSchema,
  assessmentId: assessmentIdSchema,
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
export type QuoteRecord = Readonly<z.infer<typeof quoteRecordSchema>>;

/**
 * The record as one hash, which the audit chain carries: an edited premium no longer agrees with it. A column
 * added later is null in older quotes and is left out, so that their hashes stay as they were.
 */
export const quoteRecordHash = (record: QuoteRecord): string =>
  canonicalHash(Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null)));

/** The papers beside the broker's, by their kind. */
export const quotePapersTable = table('quote_papers', {
  key: { quoteId: text, kind: text },
  values: { sha256: text, paper: blob },
});

/** The bulky evidence of a quote, apart from its record, so that a list never reads past it. */
export const quoteFilesTable = table('quote_files', {
  key: { quoteId: text },
  values: { content: text, certificate: text, document: text, pdf: blob },
});
