import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import { type Failure, failed, type Result, success } from '#shared/domain/result.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { buildQuoteDocument } from '#shared/quote/quote-document.ts';
import type { FullRating } from '#shared/underwriting/full-rating.ts';
import { issueAssessment, preparation } from '../documents/issue-quote.ts';
import type { QuotePdf, QuotePrinter } from '../documents/quote-pdf.ts';
import { submissionFileName } from '../exchange/submission-file.ts';
import type { BundledModel } from '../host/bundled-model.ts';
import { writeFileDurably } from '../host/write-file.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import type { Workbook } from '../store/workbook/workbook.ts';

/** What a paper is made with, and where it goes. */
export interface PaperOrder {
  readonly out: string;
  readonly paper: QuoteDocument['paper'];
  readonly printer: QuotePrinter;
  readonly stamp: ChangeStamp;
}

/** A submission read and rated, before anything is stored. */
export interface Rated {
  readonly content: AssessmentContent;
  readonly model: BundledModel;
  readonly rating: FullRating;
}

/** The PDF of a run, and whether it is an issued one. */
export interface Paper {
  readonly path: string;
  readonly document: QuoteDocument;
  readonly pdf: QuotePdf;
  readonly isIssued: boolean;
}

interface PaperWork {
  readonly order: PaperOrder;
  readonly rated: Rated;
  readonly workbook: Workbook;
  /** The assessment as the workbook has just recorded it. */
  readonly record: AssessmentRecord;
}

type Made = Omit<Paper, 'path'> & { readonly fileName: string };

/**
 * Issues the assessment and writes its PDF. If it may not be issued, writes a PDF for the file all the same, marked as not
 * quotable with the reasons; that one is not stored as a quote.
 */
export async function writePaper(work: PaperWork): Promise<Result<Paper>> {
  const { order, rated } = work;
  const { kind } = rated.rating.judgement.decision;
  const made = kind === 'refused' || kind === 'not-quotable' ? await printUnissued(work) : await issue(work);
  if (!made.ok) return withoutQuote(made.failure);
  const { fileName, ...paper } = made.value;
  const path = freeName(order.out, fileName);
  const written = writeFileDurably(path, paper.pdf.bytes);
  return written.ok ? success({ ...paper, path }) : withoutQuote(written.failure);
}

const withoutQuote = ({ code, message }: Failure) => failed(code, `${message} No quote was issued.`);

async function issue({ order, rated, workbook, record }: PaperWork): Promise<Result<Made>> {
  const issued = await issueAssessment({
    workbook,
    isStillOpen: () => workbook.db.open,
    assessmentId: record.summary.id,
    version: record.version,
    paper: order.paper,
    model: rated.model,
    printer: order.printer,
    stamp: order.stamp,
  });
  if (!issued.ok) return issued;
  const { document, pdf } = issued.value;
  const fileName = `${document.reference}-v${document.version}.pdf`;
  return success({ document, pdf, isIssued: true, fileName });
}

async function printUnissued({ order, rated, record }: Omit<PaperWork, 'workbook'>): Promise<Result<Made>> {
  const document = buildQuoteDocument({
    rating: rated.rating,
    activeModel: rated.model,
    designation: { status: 'not-quotable' },
    preparation: preparation(order.paper, order.stamp),
  });
  const pdf = await order.printer.print(document);
  if (!pdf.ok) return pdf;
  const fileName = submissionFileName(record.summary).replace(/\.json$/, '-not-issued.pdf');
  return success({ document, pdf: pdf.value, isIssued: false, fileName });
}

/** A file name that is not taken: a quote of another workbook may have the same reference and must not be overwritten. */
function freeName(folder: string, fileName: string): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? fileName : fileName.replace(/(\.[^.]+)$/, ` (${count})$1`);
    const path = join(folder, name);
    if (!existsSync(path)) return path;
  }
}
