import { CASE_IS } from '#shared/deal/state-words.ts';
import type { CaseState } from '#shared/domain/deal-states.ts';
import type { AssessmentFigures, AssessmentId, AssessmentRecord } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { headOf, mustBeAsClosed } from '../assessments/assessment-head.ts';
import { finaliseDraft } from '../assessments/finalise.ts';
import { reviseClosed } from '../assessments/make-draft.ts';
import { assessmentRecord } from '../assessments/read-assessments.ts';
import type { ChangeStamp } from '../audit/audit.ts';
import { changing, type WorkbookDatabase } from '../connection/database.ts';
import { fault } from '../connection/store-fault.ts';
import type { ModelReference } from '../models/models.ts';
import { quoteSummary } from '../quotes/quote-summaries.ts';
import { caseStateOf, openOffersOf } from './case-state.ts';
import { enterCaseMove, type GivenReason, mustBeLegal } from './enter-case-move.ts';
import { enterOfferMove } from './enter-offer-move.ts';
import { nameOf } from './referral.ts';

/** The moves that a person makes by hand and that need nothing else. */
export type PlainState = Extract<
  CaseState,
  'in-review' | 'draft' | 'declined' | 'not-taken-up' | 'cancelled'
>;

export interface PlainMove extends ChangeStamp {
  readonly id: AssessmentId;
  readonly to: PlainState;
  readonly reason: GivenReason | null;
  readonly words: string | null;
  /** Of an assessment that is still a draft: a case that is closed closes it. */
  readonly rating: { readonly figures: AssessmentFigures; readonly model: ModelReference };
  /** For the draft in which a case is reopened. */
  readonly newId: AssessmentId;
}

const CLOSING: readonly CaseState[] = ['declined', 'not-taken-up', 'cancelled'];
const REOPENED: readonly CaseState[] = ['declined', 'not-taken-up'];

/**
 * Moves a case by hand. Declining, cancelling and not taking up close it: an assessment that is a draft is finalised as it
 * stands, and offers that stand open are withdrawn for the same reason. Reopening makes a new draft revision.
 */
export function moveCase(db: WorkbookDatabase, input: PlainMove): Result<AssessmentRecord> {
  return changing(db, () => {
    const { to } = input;
    const head = headOf(db, input.id);
    const from = caseStateOf(db, head.caseId);
    mustBeLegal(from, to, input);
    mustBeAsClosed(db, head);
    if (head.binnedAt !== null) {
      throw fault('conflict', `Revision ${head.revision} is in the bin. Restore it first.`);
    }
    if (from === 'referred' && to === 'draft') {
      throw fault('invalid-input', 'A referral is sent back with questions.', 'words');
    }
    if (CLOSING.includes(to)) {
      if (head.state === 'draft') finaliseDraft(db, head, { ...input, ...input.rating });
      withdrawOpenOffers(db, input, head.caseId);
    }
    enterCaseMove(db, input, {
      caseId: head.caseId,
      assessmentId: head.id,
      name: nameOf(db, head),
      to,
      reason: input.reason,
      words: input.words,
    });
    if (to !== 'draft' || !REOPENED.includes(from)) return assessmentRecord(db, head.id);
    reviseClosed(db, { ...input, id: head.id });
    return assessmentRecord(db, input.newId);
  });
}

function withdrawOpenOffers(
  db: WorkbookDatabase,
  input: PlainMove,
  caseId: ReturnType<typeof headOf>['caseId'],
): void {
  for (const { id } of openOffersOf(db, caseId)) {
    const { reference, version } = quoteSummary(db, id);
    enterOfferMove(db, input, {
      caseId,
      quoteId: id,
      name: `${reference} version ${version}`,
      to: 'withdrawn',
      reason: input.reason,
      words: input.words,
      detail: `Withdrawn with its case, which is ${CASE_IS[input.to]}.`,
    });
  }
}

/**
 * A correction of a finalised assessment. An approval is of what was approved, so that the case is a draft again; one that is
 * referred is sent back instead, and one that is closed is reopened.
 */
export function reviseCase(
  db: WorkbookDatabase,
  input: ChangeStamp & { readonly id: AssessmentId; readonly newId: AssessmentId },
): Result<AssessmentRecord> {
  return changing(db, () => {
    const head = headOf(db, input.id);
    const state = caseStateOf(db, head.caseId);
    const instead = INSTEAD[state];
    if (instead !== undefined) throw fault('conflict', `This case is ${CASE_IS[state]}. ${instead}`);
    if (state === 'approved') {
      enterCaseMove(db, input, {
        caseId: head.caseId,
        assessmentId: head.id,
        name: nameOf(db, head),
        to: 'draft',
        words: 'A new revision was begun.',
      });
    }
    reviseClosed(db, input);
    return assessmentRecord(db, input.newId);
  });
}

const INSTEAD: Readonly<Partial<Record<CaseState, string>>> = {
  referred: 'Send it back with questions, and correct the new revision.',
  declined: 'Reopen it, and correct the new revision.',
  'not-taken-up': 'Reopen it, and correct the new revision.',
  bound: 'What is bound stays; duplicate it for a change or a renewal.',
  cancelled: 'Nothing leads out of that; duplicate it to begin anew.',
};
