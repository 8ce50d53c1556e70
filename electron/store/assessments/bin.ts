import type { AssessmentId } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { type ChangeStamp, changeRecords } from '../audit/audit.ts';
import { changing, prepared, type WorkbookDatabase } from '../connection/database.ts';
import { type AssessmentHead, headOf, mustBeAsClosed, mustHaveNoOpenDraft } from './assessment-head.ts';
import { summaryOf } from './read-assessments.ts';
import { assessmentKind } from './record-kinds.ts';

const BINNED_DRAFTS = `SELECT id FROM assessments WHERE state = 'draft' AND binned_at IS NOT NULL`;
const BINNED_FOR_EVER = `SELECT count(*) FROM assessments WHERE state = 'finalised' AND binned_at IS NOT NULL`;
const REMOVE_DRAFT = `DELETE FROM assessments WHERE id = ? AND state = 'draft' AND binned_at IS NOT NULL`;
const SET_BINNED_AT = `UPDATE assessments SET binned_at = @binnedAt WHERE id = @id`;

type OneAssessment = ChangeStamp & { readonly id: AssessmentId };

/** Puts an assessment into the bin, where it stays until it is restored. Nothing of it is removed. */
export function moveToBin(db: WorkbookDatabase, input: OneAssessment): Result<undefined> {
  return changing(db, () => {
    const head = headOf(db, input.id);
    if (head.binnedAt === null) setBinned(db, head, { ...input, isBinned: true });
    return undefined;
  });
}

/** Takes an assessment out of the bin. */
export function restoreFromBin(db: WorkbookDatabase, input: OneAssessment): Result<undefined> {
  return changing(db, () => {
    const head = headOf(db, input.id);
    if (head.binnedAt === null) return undefined;
    if (head.state === 'draft') mustHaveNoOpenDraft(db, head);
    setBinned(db, head, { ...input, isBinned: false });
    return undefined;
  });
}

/**
 * Removes every draft in the bin for good, with all that it says; what was ever closed stays, in the bin or out of it. Each
 * removal leaves an entry in the audit trail, without which the workbook refuses it.
 */
export function emptyBin(
  db: WorkbookDatabase,
  stamp: ChangeStamp,
): Result<{ readonly removed: number; readonly kept: number }> {
  return changing(db, () => {
    const drafts = prepared(db, BINNED_DRAFTS).pluck().all() as AssessmentId[];
    for (const id of drafts) {
      const head = headOf(db, id);
      changeRecords(db, stamp, {
        removes: [{ kind: assessmentKind, id }],
        change: () => ({
          action: 'assessment-removed',
          caseId: head.caseId,
          assessmentId: id,
          subjectOf: `${summaryOf(db, id).subjectName}, revision ${head.revision}`,
          detail: 'Removed from the bin for good. It was a draft.',
          facts: { contentHash: head.contentHash, version: head.version },
        }),
      });
      prepared(db, REMOVE_DRAFT).run(id);
    }
    return { removed: drafts.length, kept: Number(prepared(db, BINNED_FOR_EVER).pluck().get()) };
  });
}

function setBinned(
  db: WorkbookDatabase,
  head: AssessmentHead,
  { isBinned, ...stamp }: ChangeStamp & { readonly isBinned: boolean },
): void {
  mustBeAsClosed(db, head);
  changeRecords(db, stamp, {
    records: [{ kind: assessmentKind, id: head.id }],
    change: () => {
      prepared(db, SET_BINNED_AT).run({ id: head.id, binnedAt: isBinned ? stamp.now.toISOString() : null });
      return {
        action: isBinned ? 'assessment-binned' : 'assessment-restored',
        caseId: head.caseId,
        assessmentId: head.id,
        subjectOf: `${summaryOf(db, head.id).subjectName}, revision ${head.revision}`,
        detail: isBinned ? 'Moved to the bin.' : 'Restored from the bin.',
      };
    },
  });
}
