import { randomUUID } from 'node:crypto';
import type { DealRecord } from '#shared/domain/deal-records.ts';
import type { Insurer } from '#shared/domain/people.ts';
import { type AssessmentId, type QuoteSummary, quoteIdSchema } from '#shared/domain/records.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { PAPER_KINDS, type PaperKind } from '#shared/quote/paper.ts';
import type { DocumentApproval, QuoteDocument } from '#shared/quote/quote-document.ts';
import { buildQuoteDocument, type Preparation } from '#shared/quote/quote-document.ts';
import type { Decision } from '#shared/underwriting/decision.ts';
import { figuresOf } from '#shared/underwriting/figures.ts';
import { type RatedBefore, rateExplained } from '#shared/underwriting/full-rating.ts';
import { getAssessment } from '../store/assessments/read-assessments.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import { foreseenHead, issueQuote, MOVED_ON, type QuoteInput } from '../store/issuing/issue-quote.ts';
import { type LastIssued, nextReference } from '../store/issuing/references.ts';
import { keepModel, type ModelToKeep } from '../store/models/keep-model.ts';
import type { Workbook } from '../store/workbook/workbook.ts';
import { judgedOn } from './judged-on.ts';
import type { QuotePdf, QuotePrinter } from './quote-pdf.ts';

interface IssueRequest {
  readonly workbook: Workbook;
  /** Asked again after printing: the user may have closed the workbook in the meantime. */
  readonly isStillOpen: () => boolean;
  readonly assessmentId: AssessmentId;
  readonly version: number;
  readonly paper: QuoteDocument['paper'];
  /** The one that the assessment stands under. */
  readonly model: ModelToKeep;
  /** Whether earlier versions that stand open are to stay open beside this one. */
  readonly keepsEarlierOpen?: boolean | undefined;
  readonly printer: QuotePrinter;
  readonly stamp: ChangeStamp;
  readonly lastIssued?: LastIssued | undefined;
  /** What is known of this very content by this model; left out, it is rated here. */
  readonly rated?: RatedBefore | undefined;
}

interface IssuedQuote {
  readonly summary: QuoteSummary;
  readonly document: QuoteDocument;
  /** The broker's quotation. */
  readonly pdf: QuotePdf;
  readonly papers: readonly PrintedPaper[];
}

/** A paper beside the quotation. */
export interface PrintedPaper extends QuotePdf {
  readonly kind: PaperKind;
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
  const { content, version, summary, deal } = found.value;
  if (version !== request.version) {
    return failed(
      'conflict',
      'This assessment was changed since it was shown here. Look at it again, then issue.',
    );
  }
  const judged = judgedOn(db, stamp, request.assessmentId);
  if (!judged.ok) return judged;
  const { on, insurer } = judged.value;
  const toRate = { content, model: model.model, ...on, cleared: deal.approval?.cleared ?? [] };
  const rating = await rateExplained(toRate, request.rated);
  const { decision } = rating.judgement;
  if (decision.kind === 'refused' || decision.kind === 'not-quotable') return refusal(decision);
  const kept = keepModel(db, model, stamp);
  if (!kept.ok) return kept;
  const { lastIssued } = request;
  const year = stamp.now.getUTCFullYear();
  const next = nextReference(db, { caseId: summary.caseId, year, lastIssued });
  if (!next.ok) return next;
  const offer = buildQuoteDocument({
    rating,
    activeModel: model,
    designation: { status: decision.kind, ...next.value },
    preparation: preparation(paper, stamp, insurer),
    approval: printedApproval(deal),
  });
  const order = {
    ...stamp,
    quoteId: quoteIdSchema.parse(randomUUID()),
    assessmentId: request.assessmentId,
    version: request.version,
    figures: figuresOf(rating.judgement),
    engineVersion: offer.engineVersion,
    certificate: offer.price?.certificate ?? null,
    keepsEarlierOpen: request.keepsEarlierOpen,
    lastIssued,
  };
  return printAndStore(request, offer, order);
}

/** How often a paper is printed anew because the trail went on meanwhile. */
const MOST_PRINTS = 3;

/** Prints the offer with the head of the trail on it, and stores it if the trail still stands there. */
async function printAndStore(
  { workbook, printer, isStillOpen }: IssueRequest,
  offer: QuoteDocument,
  order: Omit<QuoteInput, 'document' | 'pdf'>,
): Promise<Result<IssuedQuote>> {
  const { db } = workbook;
  for (let prints = 1; ; prints += 1) {
    const trailHead = foreseenHead(db, { ...order, document: offer });
    if (!trailHead.ok) return trailHead;
    const document = { ...offer, trailHead: trailHead.value };
    const printed = await printSet(printer, document);
    if (!printed.ok) return printed;
    const { pdf, papers } = printed.value;
    if (!isStillOpen()) {
      return failed(
        'conflict',
        'The workbook was closed while the quote was being printed, so nothing was issued.',
      );
    }
    const issued = issueQuote(db, {
      ...order,
      document,
      pdf: pdf.bytes,
      papers: papers.map(({ kind, bytes }) => ({ kind, pdf: bytes })),
    });
    if (issued.ok) return success({ summary: issued.value, document, pdf, papers });
    if (issued.failure.message !== MOVED_ON || prints === MOST_PRINTS) return issued;
  }
}

/** Every paper of a document: the broker's, and those beside it. */
async function printSet(
  printer: QuotePrinter,
  document: QuoteDocument,
): Promise<Result<Pick<IssuedQuote, 'pdf' | 'papers'>>> {
  // All are asked for at once, the longest first: while one is stamped, the next is drawn.
  const prints = new Map(PAPER_KINDS.toReversed().map((kind) => [kind, printer.print(document, kind)]));
  await Promise.all(prints.values());
  const papers: PrintedPaper[] = [];
  for (const kind of PAPER_KINDS) {
    const printed = await prints.get(kind);
    if (printed?.ok !== true) return printed ?? failed('unexpected', 'No paper was printed.');
    papers.push({ kind, ...printed.value });
  }
  const [pdf, ...others] = papers;
  return pdf === undefined ? failed('unexpected', 'No paper was printed.') : success({ pdf, papers: others });
}

const refusal = ({ reasons }: Decision) => failed('not-ready', `This cannot be issued. ${reasons.join(' ')}`);

/** The approval that stands for an assessment as its document names it; undefined where none does. */
export const printedApproval = ({ approval }: DealRecord): DocumentApproval | undefined =>
  approval === null
    ? undefined
    : { name: approval.name, role: approval.role, at: approval.at, conditions: approval.conditions };

/** On which paper, when, by whom and for which insurer a document is made. */
export const preparation = (
  paper: QuoteDocument['paper'],
  { now, actor }: ChangeStamp,
  insurer: Insurer | null,
): Preparation => ({
  paper,
  preparedAt: now.toISOString(),
  preparedBy: actor,
  insurer,
});
