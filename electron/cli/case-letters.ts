import { randomUUID } from 'node:crypto';
import type { PaperOrder } from '#shared/contract/contract.ts';
import { type DealPaperKind, mayGoToBroker } from '#shared/deal/papers/deal-paper.ts';
import { type DeclineChoice, declineReasons } from '#shared/deal/papers/decline-letter.ts';
import { type AssessmentRecord, assessmentIdSchema } from '#shared/domain/records.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import type { PaperSet } from '#shared/quote/paper.ts';
import { figuresOf } from '#shared/underwriting/figures.ts';
import type { Judgement } from '#shared/underwriting/judgement.ts';
import { type DealPaperRequest, dealPaperOf, makeDealPaper } from '../documents/deal-papers.ts';
import type { DealPrinter, QuotePdf } from '../documents/quote-pdf.ts';
import type { RunLetter } from '../host/launch-arguments.ts';
import { codedReason } from '../ipc/deal-work.ts';
import { whoMayApprove } from '../ipc/who-may-approve.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import { getCasePaper } from '../store/deal/case-papers.ts';
import { moveCase } from '../store/deal/move-case.ts';
import type { ModelToKeep } from '../store/models/keep-model.ts';
import type { Workbook } from '../store/workbook/workbook.ts';

/** Which letters a run makes beside the papers of the quote. */
export interface LettersWanted {
  readonly letters?: readonly RunLetter[] | undefined;
  /** For what the case is declined, and what the letter says; left out where it is not declined. */
  readonly decline?: DeclineChoice | undefined;
}

interface LetterWork {
  readonly order: LettersWanted & {
    readonly paper: 'a4' | 'letter';
    readonly set: PaperSet;
    readonly printer: DealPrinter;
    readonly stamp: ChangeStamp;
  };
  readonly rated: { readonly model: ModelToKeep; readonly judgement: Judgement };
  readonly workbook: Workbook;
  readonly record: AssessmentRecord;
}

export interface LetterPdf extends QuotePdf {
  readonly kind: DealPaperKind;
  readonly fileName: string;
}

/** Declines the case where that is asked, makes the letters that are wanted, and keeps each in the workbook. */
export async function makeLetters(work: LetterWork): Promise<Result<readonly LetterPdf[]>> {
  const { order } = work;
  if (order.decline !== undefined) {
    const declined = decline(work, order.decline);
    if (!declined.ok) return declined;
  }
  const made: LetterPdf[] = [];
  for (const wanted of ordersOf(order)) {
    const letter = await makeOne(work, wanted);
    if (!letter.ok) return letter;
    made.push(letter.value);
  }
  return success(made);
}

/** Those of the set: a memo never stands among the papers for a broker, nor a letter among the insurer's. */
const ordersOf = ({ letters = [], decline: choice, set }: LetterWork['order']): readonly PaperOrder[] => {
  const orders: PaperOrder[] = [
    ...letters.map((kind): PaperOrder => (kind === 'referral-memo' ? { kind, words: null } : { kind })),
    ...(choice === undefined ? [] : [declineOrder(choice)]),
  ];
  return orders.filter(({ kind }) => set === 'all' || mayGoToBroker(kind) === (set === 'broker'));
};

const declineOrder = (choice: DeclineChoice): PaperOrder => ({
  kind: 'decline-letter',
  choice: { ...choice, reasons: [...choice.reasons], lookAgain: [...choice.lookAgain] },
});

/** The case moves for the first of the reasons, as it would in the window; the letter says them all. */
function decline(work: LetterWork, choice: DeclineChoice): Result<AssessmentRecord> {
  const { order, rated, workbook, record } = work;
  const { model, judgement } = rated;
  const known = declineReasons(model.model);
  const unknown = choice.reasons.find((code) => !known.some(({ id }) => id === code));
  const [first = null] = choice.reasons;
  const reason = codedReason(model.model, { kind: 'declined', code: first });
  if (unknown !== undefined || first === null || !reason.ok)
    return failed(
      'invalid-input',
      `The option --decline is "${choice.reasons.join(',')}"; it takes one to three of ${known.map(({ id }) => id).join(', ')}.`,
    );
  // A case is not declined for a letter that could not be made.
  const letter = dealPaperOf(requestOf(work, declineOrder(choice)), true);
  if (!letter.ok) return letter;
  return moveCase(workbook.db, {
    ...order.stamp,
    id: record.summary.id,
    to: 'declined',
    reason: reason.value,
    words: choice.ownReason,
    rating: { figures: figuresOf(judgement), model: { id: model.model.id, hash: model.hash } },
    newId: assessmentIdSchema.parse(randomUUID()),
  });
}

const requestOf = (
  { order, rated: { model }, workbook: { db }, record }: LetterWork,
  wanted: PaperOrder,
): DealPaperRequest => ({
  db,
  id: record.summary.id,
  order: wanted,
  paper: order.paper,
  model,
  stamp: order.stamp,
  people: whoMayApprove(db, model.model, order.stamp),
});

async function makeOne(work: LetterWork, wanted: PaperOrder): Promise<Result<LetterPdf>> {
  const { db } = work.workbook;
  const { id } = work.record.summary;
  const made = await makeDealPaper({
    ...requestOf(work, wanted),
    printer: work.order.printer,
    isStillOpen: () => db.open,
  });
  if (!made.ok) return made;
  const { sequence, kind } = made.value.kept;
  const kept = getCasePaper(db, { assessmentId: id, sequence });
  return kept.ok ? success({ kind, fileName: kept.value.fileName, ...made.value.pdf }) : kept;
}
