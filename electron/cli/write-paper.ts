import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import { type Failure, failed, type Result, success } from '#shared/domain/result.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { buildQuoteDocument } from '#shared/quote/quote-document.ts';
import type { FullRating } from '#shared/underwriting/full-rating.ts';
import { issueAssessment, preparation } from '../documents/issue-quote.ts';
import { lastIssuedIn } from '../documents/issued-here.ts';
import type { QuotePdf, QuotePrinter } from '../documents/quote-pdf.ts';
import { assessmentFileName } from '../exchange/submission-file.ts';
import type { BundledModel } from '../host/bundled-model.ts';
import { type ReservedFile, reserveFile } from '../host/reserved-file.ts';
import type { SeenWorkbooks } from '../host/seen-workbooks.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import type { Workbook } from '../store/workbook/workbook.ts';

/** What a paper is made with, and where it goes. */
export interface PaperOrder {
  readonly out: string;
  readonly paper: QuoteDocument['paper'];
  readonly printer: QuotePrinter;
  readonly stamp: ChangeStamp;
  /** What this installation remembers of workbooks. */
  readonly seen: SeenWorkbooks;
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
  /** Room for it, to be filled when the workbook keeps what it says. */
  readonly file: ReservedFile;
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

type Made = Omit<Paper, 'path' | 'file'> & { readonly fileName: string };

/**
 * Issues the assessment and makes room for its PDF. If it may not be issued, prints a PDF for the file all the same, marked
 * as not quotable with the reasons; that one is not stored as a quote. No paper is on the disk before its room is filled.
 */
export async function preparePaper(work: PaperWork): Promise<Result<Paper>> {
  const { order, rated } = work;
  const { kind } = rated.rating.judgement.decision;
  const made = kind === 'refused' || kind === 'not-quotable' ? await printUnissued(work) : await issue(work);
  if (!made.ok) return withoutQuote(made.failure);
  const { fileName, ...paper } = made.value;
  const path = freeName(order.out, fileName);
  const file = reserveFile(path, paper.pdf.bytes);
  return file.ok ? success({ ...paper, path, file: file.value }) : withoutQuote(file.failure);
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
    lastIssued: lastIssuedIn(workbook, order.seen),
  });
  if (!issued.ok) return issued;
  const { document, pdf } = issued.value;
  const fileName = paperName(issued.value.summary);
  return success({ document, pdf, isIssued: true, fileName });
}

async function printUnissued({ order, rated, record }: Omit<PaperWork, 'workbook'>): Promise<Result<Made>> {
  const document = buildQuoteDocument({
    rating: rated.rating,
    activeModel: rated.model,
    designation: { status: 'not-quotable' },
    preparation: preparation(order.paper, order.stamp),
  });
  const pdf = await order.printer.print(document, 'worksheet');
  if (!pdf.ok) return pdf;
  const fileName = assessmentFileName(record.summary, '-not-issued.pdf');
  return success({ document, pdf: pdf.value, isIssued: false, fileName });
}

export const paperName = ({ reference, version }: { reference: string; version: number }): string =>
  `${reference}-v${version}.pdf`;

/** A file name that is not taken: a quote of another workbook may have the same reference and must not be overwritten. */
export function freeName(folder: string, fileName: string): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? fileName : fileName.replace(/(\.[^.]+)$/, ` (${count})$1`);
    const path = join(folder, name);
    if (!existsSync(path)) return path;
  }
}
