import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DealPaperKind } from '#shared/deal/papers/deal-paper.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { fieldWords } from '#shared/domain/field-words.ts';
import { unprintableTexts } from '#shared/domain/printable-letters.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import { type Failure, failed, type Result, success } from '#shared/domain/result.ts';
import { type PaperKind, type PaperSet, papersOfSet } from '#shared/quote/paper.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { buildQuoteDocument } from '#shared/quote/quote-document.ts';
import { type RatedBefore, rateExplained } from '#shared/underwriting/full-rating.ts';
import type { JudgeInput } from '#shared/underwriting/judge.ts';
import { issueAssessment, preparation } from '../documents/issue-quote.ts';
import { lastIssuedIn } from '../documents/issued-here.ts';
import { paperFileName } from '../documents/paper-file-name.ts';
import type { DealPrinter, QuotePdf, QuotePrinter } from '../documents/quote-pdf.ts';
import { assessmentFileName } from '../exchange/submission-file.ts';
import { type ReservedFile, reserveFile } from '../host/reserved-file.ts';
import type { SeenWorkbooks } from '../host/seen-workbooks.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import type { ModelToKeep } from '../store/models/keep-model.ts';
import { readInsurer } from '../store/people/insurer.ts';
import type { Workbook } from '../store/workbook/workbook.ts';
import { type LettersWanted, makeLetters } from './case-letters.ts';

/** What a paper is made with, and where it goes. */
export interface PaperOrder extends LettersWanted {
  readonly out: string;
  readonly paper: QuoteDocument['paper'];
  /** Which papers are written; the workbook keeps all of an issued quote. */
  readonly set: PaperSet;
  readonly printer: QuotePrinter & DealPrinter;
  readonly stamp: ChangeStamp;
  /** What this installation remembers of workbooks. */
  readonly seen: SeenWorkbooks;
}

/** What papers are made of. */
export interface Rated extends RatedBefore {
  readonly content: AssessmentContent;
  readonly model: ModelToKeep;
  /** What it was judged beside. */
  readonly on: Pick<JudgeInput, 'today' | 'authority' | 'parties' | 'book' | 'cleared'>;
}

/** One PDF of a run. */
export interface WrittenPaper {
  readonly kind: PaperKind | DealPaperKind;
  readonly path: string;
  /** Room for it, to be filled when the workbook keeps what it says. */
  readonly file: ReservedFile;
  readonly pdf: QuotePdf;
}

/** The papers of a run, and whether they are of an issued quote. */
export interface Papers {
  readonly files: readonly WrittenPaper[];
  readonly document: QuoteDocument;
  readonly isIssued: boolean;
  /** The run has declined the case. */
  readonly isDeclined: boolean;
}

interface PaperWork {
  readonly order: PaperOrder;
  readonly rated: Rated;
  readonly workbook: Workbook;
  /** The assessment as the workbook has just recorded it. */
  readonly record: AssessmentRecord;
}

interface Made extends Omit<Papers, 'files' | 'isDeclined'> {
  readonly pdfs: readonly (QuotePdf & {
    readonly kind: PaperKind | DealPaperKind;
    readonly fileName: string;
  })[];
}

/**
 * Issues the assessment and makes room for its PDFs. If it may not be issued, prints a worksheet for the file all the same,
 * marked as not quotable with the reasons; that one is not stored as a quote. No paper is on the disk before its room is
 * filled.
 */
export async function preparePapers(work: PaperWork): Promise<Result<Papers>> {
  const { order, rated } = work;
  const { kind } = rated.judgement.decision;
  const made = kind === 'refused' || kind === 'not-quotable' ? await printUnissued(work) : await issue(work);
  if (!made.ok) return withoutQuote(made.failure);
  const letters = await makeLetters(work);
  if (!letters.ok) return withoutQuote(letters.failure);
  const { document, isIssued } = made.value;
  const pdfs = [...made.value.pdfs, ...letters.value];
  const files: WrittenPaper[] = [];
  for (const { kind: paperKind, fileName, ...pdf } of pdfs) {
    const path = freeName(order.out, fileName);
    const file = reserveFile(path, pdf.bytes);
    if (!file.ok) {
      giveUpPapers(files);
      return withoutQuote(file.failure);
    }
    files.push({ kind: paperKind, path, file: file.value, pdf });
  }
  return success({ files, document, isIssued, isDeclined: order.decline !== undefined });
}

export function giveUpPapers(files: readonly WrittenPaper[]): void {
  for (const { file } of files) file.giveUp();
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
    rated,
  });
  if (!issued.ok) return issued;
  const { document, pdf, papers, summary } = issued.value;
  const wanted = papersOfSet(order.set);
  const pdfs = [{ kind: 'quotation' as const, ...pdf }, ...papers]
    .filter(({ kind }) => wanted.includes(kind))
    .map((paper) => ({ ...paper, fileName: paperFileName(summary, paper.kind) }));
  return success({ document, pdfs, isIssued: true });
}

async function printUnissued({ order, rated, workbook, record }: PaperWork): Promise<Result<Made>> {
  // The paper of one that may not be issued names the reasons, which letters without a face would leave unreadable.
  const unprintable = unprintableTexts(rated.content, (path) => fieldWords(path, rated.model.model));
  if (unprintable.length > 0)
    return failed('invalid-input', unprintable.map(({ message }) => message).join(' '));
  const insurer = readInsurer(workbook.db);
  if (!insurer.ok) return insurer;
  const document = buildQuoteDocument({
    rating: await rateExplained(
      { content: rated.content, model: rated.model.model, ...rated.on, cleared: rated.on.cleared ?? [] },
      rated,
    ),
    activeModel: rated.model,
    designation: { status: 'not-quotable' },
    preparation: preparation(order.paper, order.stamp, insurer.value),
  });
  // What is for the file does not go to a broker: to them there is a letter to write.
  if (order.set === 'broker') return success({ document, pdfs: [], isIssued: false });
  const pdf = await order.printer.print(document, 'worksheet');
  if (!pdf.ok) return pdf;
  const fileName = assessmentFileName(record.summary, '-not-issued.pdf');
  return success({ document, pdfs: [{ kind: 'worksheet', ...pdf.value, fileName }], isIssued: false });
}

/** A file name that is not taken: a quote of another workbook may have the same reference and must not be overwritten. */
export function freeName(folder: string, fileName: string): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? fileName : fileName.replace(/(\.[^.]+)$/, ` (${count})$1`);
    const path = join(folder, name);
    if (!existsSync(path)) return path;
  }
}
