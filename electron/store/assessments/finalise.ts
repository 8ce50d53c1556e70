import { contentHash } from '#shared/domain/content-hash.ts';
import {
  type AssessmentFigures,
  type AssessmentId,
  type AssessmentRecord,
  FIGURE_FIELDS,
  plainFigures,
} from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { type ChangeStamp, changeRecords } from '../audit/audit.ts';
import { isAsEntered } from '../audit/bound-records.ts';
import { changing, prepared, type WorkbookDatabase } from '../connection/database.ts';
import { fault } from '../connection/store-fault.ts';
import { storable } from '../connection/table.ts';
import { readContent } from '../content/read-content.ts';
import { type ModelReference, mustKeepModel } from '../models/models.ts';
import { type AssessmentHead, editableHead } from './assessment-head.ts';
import { assessmentsTable } from './assessment-tables.ts';
import { assessmentRecord } from './read-assessments.ts';
import { assessmentKind } from './record-kinds.ts';

const FINALISE_DRAFT = `
UPDATE assessments SET ${assessmentsTable.set(['state', 'version', 'modelHash', ...FIGURE_FIELDS, 'updatedAt', 'finalisedAt'])}
WHERE id = @id AND state = 'draft'`;

interface FinalRating extends ChangeStamp {
  readonly figures: AssessmentFigures;
  readonly model: ModelReference;
}

/** Closes a draft for good: from here on a correction is a new revision. */
export function finaliseAssessment(
  db: WorkbookDatabase,
  input: FinalRating & { readonly id: AssessmentId; readonly version: number },
): Result<AssessmentRecord> {
  return changing(db, () => {
    finaliseDraft(db, editableHead(db, input.id, input.version), input);
    return assessmentRecord(db, input.id);
  });
}

/** As `finaliseAssessment`, inside the caller's transaction; `head` must be that of an open draft. */
export function finaliseDraft(db: WorkbookDatabase, head: AssessmentHead, rating: FinalRating): void {
  mustKeepModel(db, rating.model.hash);
  const record = { kind: assessmentKind, id: head.id };
  const content = readContent(db, head);
  if (contentHash(content) !== head.contentHash || !isAsEntered(db, record)) {
    throw fault(
      'workbook-damaged',
      `Revision ${head.revision} of ${content.subject.name} was changed outside Ballast since it was saved. Save it once more after checking it, then finalise.`,
    );
  }
  const version = head.version + 1;
  const figures = plainFigures(rating.figures);
  const at = rating.now.toISOString();
  changeRecords(db, rating, {
    records: [record],
    change: () => {
      prepared(db, FINALISE_DRAFT).run(
        storable({
          id: head.id,
          state: 'finalised',
          version,
          modelHash: rating.model.hash,
          ...figures,
          updatedAt: at,
          finalisedAt: at,
        }),
      );
      return {
        action: 'assessment-finalised',
        caseId: head.caseId,
        assessmentId: head.id,
        subjectOf: `${content.subject.name}, revision ${head.revision}`,
        detail: 'Finalised: its content can no longer be changed.',
        facts: { contentHash: head.contentHash, modelHash: rating.model.hash, version, figures },
      };
    },
  });
}
