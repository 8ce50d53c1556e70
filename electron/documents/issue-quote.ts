import { randomUUID } from 'node:crypto';
import { localDay } from '#shared/domain/dates.ts';
import type { QuoteSummary } from '#shared/domain/records.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { getAssessment } from '../store/assessments/read-assessments.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import { issueQuote } from '../store/issuing/issue-quote.ts';
import { nextReference } from '../store/issuing/references.ts';
import type { Workbook } from '../store/workbook/workbook.ts';
import { figuresFrom } from '../underwriting/figures.ts';
import { documentOf, type FullRating, rateFully } from '../underwriting/full-rating.ts';
import { keepModel, type LoadedModel } from '../underwriting/loaded-model.ts';
import type { QuotePdf, QuotePrinter } from './quote-pdf.ts';

interface IssueRequest {
  readonly workbook: Workbook;
  /** Asked again after printing: the user may have closed the workbook in the meantime. */
  readonly isStillOpen: () => boolean;
  readonly assessmentId: string;
  readonly version: number;
  readonly paper: QuoteDocument['paper'];
  readonly model: LoadedModel;
  readonly printer: QuotePrinter;
  readonly stamp: ChangeStamp;
}

interface IssuedQuote {
  readonly summary: QuoteSummary;
  readonly document: QuoteDocument;
  readonly pdf: QuotePdf;
}

/**
 * Issues an assessment: rates it at the full grid, prints the document and stores document, inputs and PDF in one
 * transaction. With open referrals it is issued as an indication; if it may not be issued, the failure gives the reasons.
 * Nothing is stored before the last step, so a failure leaves nothing behind.
 */
export async function issueAssessment(request: IssueRequest): Promise<Result<IssuedQuote>> {
  const { workbook, model, stamp, paper } = request;
  const { db } = workbook;
  const found = getAssessment(db, request.assessmentId);
  if (!found.ok) return found;
  const { content, version, summary } = found.value;
  if (version !== request.version) {
    return failed(
      'conflict',
      'This assessment was changed since it was shown here. Look at it again, then issue.',
    );
  }
  const rating = rateFully(content, model.model, localDay(stamp.now));
  if (rating.decision.kind === 'refused') return refusal(rating);
  const kept = keepModel(db, model, stamp);
  if (!kept.ok) return kept;
  const next = nextReference(db, summary.caseId, stamp.now.getUTCFullYear());
  if (!next.ok) return next;
  const document = documentOf(rating, model, {
    status: rating.decision.kind,
    statusReasons: rating.decision.reasons,
    ...next.value,
    paper,
    preparedAt: stamp.now.toISOString(),
    preparedBy: stamp.actor,
  });
  const pdf = await request.printer.print(document);
  if (!pdf.ok) return pdf;
  if (!request.isStillOpen()) {
    return failed(
      'conflict',
      'The workbook was closed while the quote was being printed, so nothing was issued.',
    );
  }
  const issued = issueQuote(db, {
    ...stamp,
    quoteId: randomUUID(),
    assessmentId: request.assessmentId,
    version: request.version,
    figures: figuresFrom(rating.evaluation),
    document,
    pdf: pdf.value.bytes,
    engineVersion: document.engineVersion,
    certificate: document.price?.certificate ?? null,
  });
  return issued.ok ? success({ summary: issued.value, document, pdf: pdf.value }) : issued;
}

const refusal = ({ decision }: FullRating) =>
  failed('not-ready', `This cannot be issued. ${decision.reasons.join(' ')}`);
