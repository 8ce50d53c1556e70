import type { AssessmentId } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { appendAudit, type ChangeStamp } from '../audit/audit.ts';
import { changing, prepared, type WorkbookDatabase } from '../connection/database.ts';
import { type AssessmentHead, headOf, mustHaveNoOpenDraft } from './assessment-head.ts';
import { summaryOf } from './read-assessments.ts';
import { assessmentKind } from './record-kinds.ts';

const SET_BINNED_AT = `UPDATE assessments SET binned_at = @binnedAt WHERE id = @id`;

type OneAssessment = ChangeStamp & { readonly id: AssessmentId };

/** Puts an assessment into the bin, where it stays until it is restored. Nothing of it is removed. */
export function moveToBin(db: WorkbookDatabase, input: OneAssessment): Result<undefined> {
  return changing(db, () => {
    const head = headOf(db, input.id);
    if (head.binnedAt === null) setBinned(db, head, input, true);
    return undefined;
  });
}

/** Takes an assessment out of the bin. */
export function restoreFromBin(db: WorkbookDatabase, input: OneAssessment): Result<undefined> {
  return changing(db, () => {
    const head = headOf(db, input.id);
    if (head.binnedAt === null) return undefined;
    if (head.state === 'draft') mustHaveNoOpenDraft(db, head);
    setBinned(db, head, input, false);
    return undefined;
  });
}

function setBinned(db: WorkbookDatabase, head: AssessmentHead, stamp: ChangeStamp, isBinned: boolean): void {
  prepared(db, SET_BINNED_AT).run({ id: head.id, binnedAt: isBinned ? stamp.now.toISOString() : null });
  appendAudit(db, stamp, {
    action: isBinned ? 'assessment-binned' : 'assessment-restored',
    caseId: head.caseId,
    assessmentId: head.id,
    subjectOf: `${summaryOf(db, head.id).subjectName}, revision ${head.revision}`,
    detail: isBinned ? 'Moved to the bin.' : 'Restored from the bin.',
    records: [{ kind: assessmentKind, id: head.id }],
  });
}
