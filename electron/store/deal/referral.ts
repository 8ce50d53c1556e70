import { ownWorkRefusal } from '#shared/deal/own-entry.ts';
import type { ReferralMemo } from '#shared/deal/referral-memo.ts';
import type { AssessmentFigures, AssessmentId, AssessmentRecord } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import type { ApprovalFacts } from '../assessments/approvals.ts';
import {
  type AssessmentHead,
  editableHead,
  headOf,
  mustBeAsClosed,
  mustHaveNoOpenDraft,
} from '../assessments/assessment-head.ts';
import { editorsOf } from '../assessments/editors.ts';
import { finaliseDraft } from '../assessments/finalise.ts';
import { reviseClosed } from '../assessments/make-draft.ts';
import { assessmentRecord, summaryOf } from '../assessments/read-assessments.ts';
import type { ChangeStamp } from '../audit/audit.ts';
import { changing, type WorkbookDatabase } from '../connection/database.ts';
import { fault } from '../connection/store-fault.ts';
import type { ModelReference } from '../models/models.ts';
import { caseStateOf, lastReferral } from './case-state.ts';
import { enterCaseMove, mustBeLegal } from './enter-case-move.ts';

export interface Referral extends ChangeStamp {
  readonly id: AssessmentId;
  readonly version: number;
  /** Of the same content under the same model; used where referring also finalises. */
  readonly figures: AssessmentFigures;
  readonly model: ModelReference;
  readonly memo: ReferralMemo;
  readonly words: string | null;
}

/**
 * Refers an assessment to somebody with more authority: its answers lock, as those of a finalised one, and the memo is kept
 * with the move. What is finalised already is referred as it is.
 */
export function referCase(db: WorkbookDatabase, input: Referral): Result<AssessmentRecord> {
  return changing(db, () => {
    const head = headToClose(db, input);
    mustBeLegal(caseStateOf(db, head.caseId), 'referred', input);
    if (input.memo.rules.length === 0) {
      throw fault('invalid-input', 'No referral is open, so there is nothing to refer: issue the quote.');
    }
    if (head.state === 'draft') finaliseDraft(db, head, input);
    enterCaseMove(db, input, {
      caseId: head.caseId,
      assessmentId: head.id,
      name: nameOf(db, head),
      to: 'referred',
      words: input.words,
      facts: { memo: input.memo },
    });
    return assessmentRecord(db, head.id);
  });
}

export interface ApprovalToEnter extends ChangeStamp {
  readonly id: AssessmentId;
  /** The role of whoever approves, as it is printed. */
  readonly role: string;
  readonly conditions: readonly string[];
  /** The ids of the referrals that are cleared. */
  readonly cleared: readonly string[];
  /** Why the authority of whoever approves does not cover it, one sentence each; none where it does. */
  readonly refusals: readonly string[];
}

/** Approves what was referred. Nobody approves what they entered or referred themselves, nor beyond their authority. */
export function approveCase(db: WorkbookDatabase, input: ApprovalToEnter): Result<AssessmentRecord> {
  return changing(db, () => {
    const head = referredHead(db, input.id);
    mustBeLegal(caseStateOf(db, head.caseId), 'approved', {});
    const { profileId } = input;
    const own =
      profileId === undefined
        ? null
        : ownWorkRefusal(
            { id: profileId, name: input.actor },
            {
              editors: editorsOf(db, head.id),
              referredBy: lastReferral(db, head.caseId)?.profileId ?? null,
            },
          );
    if (own !== null) throw fault('invalid-input', own);
    if (input.refusals.length > 0) {
      throw fault('invalid-input', `${input.actor} cannot approve this. ${input.refusals.join(' ')}`);
    }
    const facts: ApprovalFacts = {
      approvedContent: head.contentHash,
      modelHash: head.modelHash,
      cleared: [...input.cleared],
      conditions: input.conditions.map((condition) => condition.trim()).filter((text) => text !== ''),
      role: input.role,
    };
    enterCaseMove(db, input, {
      caseId: head.caseId,
      assessmentId: head.id,
      name: nameOf(db, head),
      to: 'approved',
      words: facts.conditions.length === 0 ? null : `Subject to: ${facts.conditions.join('; ')}`,
      facts,
    });
    return assessmentRecord(db, head.id);
  });
}

/** Sends a referral back with questions: a new draft revision (`newId`) to answer them in. */
export function sendBack(
  db: WorkbookDatabase,
  input: ChangeStamp & {
    readonly id: AssessmentId;
    readonly newId: AssessmentId;
    readonly questions: string;
  },
): Result<AssessmentRecord> {
  return changing(db, () => {
    const head = referredHead(db, input.id);
    enterCaseMove(db, input, {
      caseId: head.caseId,
      assessmentId: head.id,
      name: nameOf(db, head),
      to: 'draft',
      words: input.questions,
    });
    reviseClosed(db, input);
    return assessmentRecord(db, input.newId);
  });
}

// What follows runs inside the transaction of its caller.

/** The head of a referred assessment, as it was when it was referred. */
function referredHead(db: WorkbookDatabase, id: AssessmentId): AssessmentHead {
  const head = headOf(db, id);
  mustBeAsClosed(db, head);
  const referral = lastReferral(db, head.caseId);
  if (caseStateOf(db, head.caseId) === 'referred' && referral?.assessmentId !== id) {
    throw fault('conflict', 'Another revision of this case is referred. Open that one.');
  }
  return head;
}

/** The head of what is about to be closed from `version`, or is closed already and has nothing after it. */
function headToClose(
  db: WorkbookDatabase,
  { id, version }: { readonly id: AssessmentId; readonly version: number },
): AssessmentHead {
  const head = headOf(db, id);
  if (head.state === 'draft') return editableHead(db, id, version);
  mustBeAsClosed(db, head);
  if (head.binnedAt !== null) {
    throw fault('conflict', `Revision ${head.revision} is in the bin. Restore it first.`);
  }
  mustHaveNoOpenDraft(db, head);
  return head;
}

/** What the trail calls an assessment: "Northwind Exchange, revision 2". */
export const nameOf = (db: WorkbookDatabase, { id, revision }: AssessmentHead): string =>
  `${summaryOf(db, id).subjectName}, revision ${revision}`;
