import type { AssessmentRecord } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { appendAudit } from '../audit/audit.ts';
import { changing, prepared, type WorkbookDatabase } from '../connection/database.ts';
import { fault } from '../connection/store-fault.ts';
import type { Deed } from './assessment-input.ts';
import { assessmentRecord } from './assessment-record.ts';
import { type AssessmentHead, headOf, summaryOf } from './assessment-rows.ts';
import { OPEN_DRAFT_OF_CASE, SET_BINNED_AT } from './assessments-statements.ts';
import { readContent } from './content/read-content.ts';
import { insertDraft } from './draft-rows.ts';

/**
 * A correction: a new draft revision (`newId`) of the case, with the content of the finalised revision `id`. A case has
 * one open draft at a time; where there is one the failure names it.
 */
export function reviseAssessment(
  db: WorkbookDatabase,
  input: Deed & { readonly id: string; readonly newId: string },
): Result<AssessmentRecord> {
  return changing(db, () => {
    const head = headOf(db, input.id);
    if (head.state === 'draft') {
      throw fault('conflict', `Revision ${head.revision} is still a draft: change it as it is.`);
    }
    if (head.binnedAt !== null) {
      throw fault('conflict', `Revision ${head.revision} is in the bin. Restore it first.`);
    }
    mustHaveNoOpenDraft(db, head);
    insertDraft(db, {
      ...copyOf(db, head),
      id: input.newId,
      caseId: head.caseId,
      actor: input.actor,
      now: input.now,
      action: 'assessment-revised',
      detail: `A new revision from revision ${head.revision}.`,
    });
    return assessmentRecord(db, input.newId);
  });
}

/** A new case (`newCaseId`) of the same subject with the same content, as a draft: a renewal or a second option. */
export function duplicateAssessment(
  db: WorkbookDatabase,
  input: Deed & { readonly id: string; readonly newId: string; readonly newCaseId: string },
): Result<AssessmentRecord> {
  return changing(db, () => {
    const head = headOf(db, input.id);
    insertDraft(db, {
      ...copyOf(db, head),
      id: input.newId,
      caseId: input.newCaseId,
      actor: input.actor,
      now: input.now,
      action: 'assessment-duplicated',
      detail: `A new case from revision ${head.revision} of another.`,
    });
    return assessmentRecord(db, input.newId);
  });
}

/** Puts an assessment into the bin, where it stays until it is restored. Nothing of it is removed. */
export function moveToBin(db: WorkbookDatabase, input: Deed & { readonly id: string }): Result<undefined> {
  return changing(db, () => {
    const head = headOf(db, input.id);
    if (head.binnedAt === null) setBinned(db, head, input, 'assessment-binned');
    return undefined;
  });
}

/** Takes an assessment out of the bin. */
export function restore(db: WorkbookDatabase, input: Deed & { readonly id: string }): Result<undefined> {
  return changing(db, () => {
    const head = headOf(db, input.id);
    if (head.binnedAt === null) return undefined;
    if (head.state === 'draft') mustHaveNoOpenDraft(db, head);
    setBinned(db, head, input, 'assessment-restored');
    return undefined;
  });
}

function setBinned(
  db: WorkbookDatabase,
  head: AssessmentHead,
  deed: Deed,
  action: 'assessment-binned' | 'assessment-restored',
): void {
  const isBinned = action === 'assessment-binned';
  prepared(db, SET_BINNED_AT).run({ id: head.id, binnedAt: isBinned ? deed.now.toISOString() : null });
  appendAudit(db, {
    at: deed.now,
    actor: deed.actor,
    action,
    caseId: head.caseId,
    assessmentId: head.id,
    subjectOf: `${summaryOf(db, head.id).subjectName}, revision ${head.revision}`,
    detail: isBinned ? 'Moved to the bin.' : 'Restored from the bin.',
  });
}

function mustHaveNoOpenDraft(db: WorkbookDatabase, head: AssessmentHead): void {
  const draft = prepared(db, OPEN_DRAFT_OF_CASE).get(head.caseId) as { revision: number } | undefined;
  if (draft === undefined) return;
  throw fault(
    'conflict',
    `Revision ${draft.revision} of this case is already a draft. Open it, or move it to the bin first.`,
  );
}

/** What a copy takes over: content, figures, model and subject, as they stand. */
function copyOf(db: WorkbookDatabase, head: AssessmentHead) {
  return {
    subjectId: head.subjectId,
    content: readContent(db, head),
    figures: head,
    model: { id: head.modelId, hash: head.modelHash },
  };
}
