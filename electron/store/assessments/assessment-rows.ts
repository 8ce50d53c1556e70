import { z } from 'zod';
import {
  ASSESSMENT_STATES,
  type AssessmentSummary,
  assessmentSummarySchema,
  type QuoteSummary,
  quoteSummarySchema,
} from '#shared/domain/records.ts';
import { GRADES } from '#shared/domain/vocabulary.ts';
import { prepared, type WorkbookDatabase, workbookName } from '../connection/database.ts';
import { parsedRow } from '../connection/parsed-row.ts';
import { fault } from '../connection/store-fault.ts';
import { ASSESSMENT_HEAD, ASSESSMENT_SUMMARY } from './assessments-statements.ts';

type Row = Readonly<Record<string, unknown>>;

const truth = (value: unknown): unknown => (value === 1 ? true : value === 0 ? false : value);

/** A quote's summary from columns as `QUOTE_COLUMNS` names them. */
export function quoteFrom(db: WorkbookDatabase, row: unknown): QuoteSummary {
  return parsedRow(db, quoteSummarySchema, quoteCandidate(row as Row), 'a quote');
}

function quoteCandidate(row: Row): unknown {
  return {
    id: row.quoteId,
    assessmentId: row.quoteAssessmentId,
    reference: row.quoteReference,
    version: row.quoteVersion,
    status: row.quoteStatus,
    issuedAt: row.quoteIssuedAt,
    issuedBy: row.quoteIssuedBy,
    validUntil: row.quoteValidUntil,
    quotedMinor: row.quoteQuotedMinor,
    currency: row.quoteCurrency,
    grade: row.quoteGrade,
    paper: row.quotePaper,
    modelId: row.quoteModelId,
    modelHash: row.quoteModelHash,
    inputsHash: row.quoteInputsHash,
    pdfSha256: row.quotePdfSha256,
    pdfBytes: row.quotePdfBytes,
  };
}

/** A line of the assessments list from a row of `ASSESSMENT_LIST` or `ASSESSMENT_SUMMARY`. */
export function summaryFrom(db: WorkbookDatabase, found: unknown): AssessmentSummary {
  const row = found as Row;
  const candidate = {
    id: row.id,
    caseId: row.caseId,
    subjectId: row.subjectId,
    subjectName: row.subjectName,
    subjectType: row.subjectType,
    revision: row.revision,
    isLatestRevision: truth(row.isLatestRevision),
    state: row.state,
    asOf: row.asOf,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    overall: row.overall,
    grade: row.grade,
    isKnockedOut: truth(row.isKnockedOut),
    referralCount: row.referralCount,
    quotedMinor: row.quotedMinor,
    currency: row.currency,
    latestQuote: row.quoteId === null ? null : quoteCandidate(row),
    isInBin: truth(row.isInBin),
  };
  return parsedRow(db, assessmentSummarySchema, candidate, 'an assessment');
}

export function summaryOf(db: WorkbookDatabase, id: string): AssessmentSummary {
  const row = prepared(db, ASSESSMENT_SUMMARY).get(id);
  if (row === undefined) throw missing(db);
  return summaryFrom(db, row);
}

const headSchema = z.object({
  id: z.string(),
  caseId: z.string(),
  subjectId: z.string(),
  revision: z.number().int(),
  state: z.enum(ASSESSMENT_STATES),
  version: z.number().int(),
  asOf: z.string(),
  currency: z.string(),
  contentHash: z.string(),
  modelHash: z.string(),
  modelId: z.string(),
  overall: z.number(),
  grade: z.enum(GRADES).nullable(),
  isKnockedOut: z.union([z.literal(0), z.literal(1)]).transform((value) => value === 1),
  referralCount: z.number().int(),
  quotedMinor: z.number().int().nullable(),
  binnedAt: z.string().nullable(),
});
/** The assessment's own row. */
export type AssessmentHead = z.infer<typeof headSchema>;

export function headOf(db: WorkbookDatabase, id: string): AssessmentHead {
  const row = prepared(db, ASSESSMENT_HEAD).get(id);
  if (row === undefined) throw missing(db);
  return parsedRow(db, headSchema, row, 'an assessment');
}

const missing = (db: WorkbookDatabase) =>
  fault('not-found', `“${workbookName(db)}” holds no such assessment; it may be in another workbook.`);
