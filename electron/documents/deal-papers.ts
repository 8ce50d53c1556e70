import type { PaperOrder } from '#shared/contract/contract.ts';
import type { DealPaper } from '#shared/deal/papers/deal-paper.ts';
import { declineLetter } from '#shared/deal/papers/decline-letter.ts';
import type { LetterBasis } from '#shared/deal/papers/letter.ts';
import { missingInformation } from '#shared/deal/papers/missing-information.ts';
import { type MemoFacts, referralMemoLetter } from '#shared/deal/papers/referral-memo-letter.ts';
import { type ReferralMemo, referralMemoSchema } from '#shared/deal/referral-memo.ts';
import { obstaclesTo, referralMemo } from '#shared/deal/write-memo.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { insuredName } from '#shared/domain/insured-name.ts';
import { contentOfOption, mainOption } from '#shared/domain/options.ts';
import { ROLE_WORDS } from '#shared/domain/people.ts';
import { type AssessmentId, type AssessmentRecord, quoteIdSchema } from '#shared/domain/records.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { buildQuoteDocument, type QuoteDocument } from '#shared/quote/quote-document.ts';
import { judge } from '#shared/underwriting/judge.ts';
import type { Judgement } from '#shared/underwriting/judgement.ts';
import { nameAsStem } from '../host/file-name.ts';
import { getAssessment } from '../store/assessments/read-assessments.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import type { WorkbookDatabase } from '../store/connection/database.ts';
import { type KeptCasePaper, keepCasePaper } from '../store/deal/case-papers.ts';
import type { ModelToKeep } from '../store/models/keep-model.ts';
import { scheduleOf } from './case-schedule.ts';
import { lastSubjectivities } from './case-subjectivities.ts';
import { preparation, printedApproval } from './issue-quote.ts';
import { judgedOn } from './judged-on.ts';
import { withoutPicture } from './paper-data.ts';
import type { DealPrinter, QuotePdf } from './quote-pdf.ts';

/** What a paper of a case is made from. */
export interface DealPaperRequest {
  readonly db: WorkbookDatabase;
  readonly id: AssessmentId;
  readonly order: PaperOrder;
  readonly paper: QuoteDocument['paper'];
  /** The one that the assessment stands under. */
  readonly model: ModelToKeep;
  readonly stamp: ChangeStamp;
  /** Everybody who works in the workbook, and why they could not approve it. */
  readonly people: (record: AssessmentRecord, judgement: Judgement) => MemoFacts['people'];
}

/** The case as it stands today, with all that its papers may draw on. */
interface Case extends LetterBasis {
  readonly record: AssessmentRecord;
  readonly judgement: Judgement;
  readonly walkAwayPercent: number | null;
}

/** A paper of a case as it would be made now. Nothing is kept; the failure says what is missing. */
export function dealPaperOf(request: DealPaperRequest, isDraft: boolean): Result<DealPaper> {
  const { order, stamp } = request;
  const found = caseOf(request, isDraft);
  if (!found.ok) return found;
  const { record, judgement, document, walkAwayPercent } = found.value;
  const { model } = request.model;
  switch (order.kind) {
    case 'referral-memo': {
      const kept = keptMemo(record);
      const memo = kept ?? referralMemo(judgement, model, document.content.currency);
      if (memo.rules.length === 0)
        return failed('not-ready', 'No rule refers this, so there is no memo to make.');
      // What was referred before goes on being what it was.
      const obstacles = kept === null ? obstaclesTo(judgement, memo) : [];
      if (obstacles.length > 0)
        return failed(
          'not-ready',
          `No approval could let this go out, so there is no memo to make. ${obstacles.join(' ')}`,
        );
      const words = order.words ?? (kept === null ? null : (record.deal.referral?.words ?? null));
      const people = request.people(record, judgement);
      return success(referralMemoLetter(found.value, { memo, words, people, walkAwayPercent }));
    }
    case 'missing-information':
      return success(
        missingInformation(found.value, {
          model,
          subjectivities: lastSubjectivities(record, model, stamp.now),
        }),
      );
    case 'decline-letter':
      return isDraft || record.summary.deal.state === 'declined'
        ? declineLetter(found.value, { choice: order.choice, model })
        : failed('not-ready', 'This case is not declined. Decline it, then make the letter.');
    case 'cover-schedule':
      return scheduleOf(request, found.value);
  }
}

/** Makes a paper of a case and keeps it. It is in the workbook before anything of it is on the disk. */
export async function makeDealPaper(
  request: DealPaperRequest & { readonly printer: DealPrinter; readonly isStillOpen: () => boolean },
): Promise<Result<{ readonly kept: KeptCasePaper; readonly pdf: QuotePdf }>> {
  const { db, id, stamp, printer } = request;
  const paper = dealPaperOf(request, false);
  if (!paper.ok) return paper;
  const pdf = await printer.printDealPaper(paper.value);
  if (!pdf.ok) return pdf;
  if (!request.isStillOpen())
    return failed(
      'conflict',
      'The workbook was closed while the paper was being printed, so it was not kept.',
    );
  const kept = keepCasePaper(db, {
    ...stamp,
    assessmentId: id,
    quoteId: quoteOf(paper.value, db, id),
    kind: paper.value.kind,
    content: canonicalJson(withoutPicture(paper.value)),
    pdf: pdf.value.bytes,
    sha256: pdf.value.sha256,
    fileName: (sequence) => fileNameOf(paper.value, sequence),
  });
  return kept.ok ? success({ kept: kept.value, pdf: pdf.value }) : kept;
}

function quoteOf(paper: DealPaper, db: WorkbookDatabase, id: AssessmentId) {
  if (paper.kind !== 'cover-schedule') return null;
  const found = getAssessment(db, id);
  const bound = found.ok ? found.value.deal.moves.findLast(({ to }) => to === 'bound') : undefined;
  return bound?.quoteId == null ? null : quoteIdSchema.parse(bound.quoteId);
}

function fileNameOf(paper: DealPaper, sequence: number): string {
  const reference =
    paper.kind === 'cover-schedule'
      ? paper.quotation.reference
      : (paper.reference ?? (nameAsStem(paper.insured) || 'case'));
  return `${reference}-${paper.kind}-${sequence}.pdf`;
}

function caseOf({ db, id, model, paper, stamp }: DealPaperRequest, isDraft: boolean): Result<Case> {
  const found = getAssessment(db, id);
  if (!found.ok) return found;
  const record = found.value;
  const { content } = record;
  const judged = judgedOn(db, stamp, id);
  if (!judged.ok) return judged;
  const { on, insurer } = judged.value;
  const { authority } = on;
  const judgement = judge({ content, model: model.model, ...on, grid: 'full' });
  const document = buildQuoteDocument({
    rating: { content, judgement, bridge: null, effects: null, range: null },
    activeModel: model,
    designation: { status: 'draft' },
    preparation: preparation(paper, stamp, insurer),
    approval: printedApproval(record.deal),
  });
  const { terms } = contentOfOption(content, mainOption(content));
  const role = authority === null ? null : ROLE_WORDS[authority.role];
  return success({
    record,
    judgement,
    document,
    isDraft,
    walkAwayPercent: authority?.limits.walkAwayPercent ?? null,
    head: {
      reference: record.quotes[0]?.reference ?? null,
      umr: terms.contract?.umr ?? null,
      preparedAt: stamp.now.toISOString(),
      insurer,
      writer: { name: stamp.actor, role },
      broker: terms.broker,
      insured: insuredName(content),
      business: document.subjectTypeLabel,
    },
  });
}

/** The memo that the referral of this revision was made with; null where none was or it cannot be read. */
function keptMemo({ deal, summary }: AssessmentRecord): ReferralMemo | null {
  if (deal.referral?.assessmentId !== summary.id) return null;
  return referralMemoSchema.safeParse(deal.referral.memo).data ?? null;
}
