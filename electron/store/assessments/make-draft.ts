import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { contentHash } from '#shared/domain/content-hash.ts';
import {
  type AssessmentFigures,
  type AssessmentId,
  type AssessmentRecord,
  type CaseId,
  plainFigures,
  type SubjectId,
} from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { type AuditAction, type ChangeStamp, changeRecords } from '../audit/audit.ts';
import { changing, prepared, type WorkbookDatabase } from '../connection/database.ts';
import { fault } from '../connection/store-fault.ts';
import { insertRow } from '../connection/table.ts';
import { readContent } from '../content/read-content.ts';
import { checkedContent, writeContent } from '../content/write-content.ts';
import { type ModelReference, mustKeepModel } from '../models/models.ts';
import { type AssessmentHead, headOf, mustBeAsClosed, mustHaveNoOpenDraft } from './assessment-head.ts';
import { assessmentsTable, casesTable } from './assessment-tables.ts';
import { copyEditors, noteEditor } from './editors.ts';
import { assessmentRecord } from './read-assessments.ts';
import { assessmentKind, caseKind, subjectKind } from './record-kinds.ts';
import { putSubject } from './subjects.ts';

// The three ways in which a draft comes to be: as a new case, as a correction of a finalised revision, as a copy.

interface NewDraft {
  readonly id: AssessmentId;
  readonly caseId: CaseId;
  readonly subjectId: SubjectId;
  readonly content: AssessmentContent;
  readonly figures: AssessmentFigures;
  readonly model: ModelReference;
  /** Whose content it is; those who entered that entered this, and nobody else. */
  readonly copiedFrom?: AssessmentId;
}

const CASE_EXISTS = `SELECT 1 FROM cases WHERE id = ?`;
const LAST_REVISION = `SELECT max(revision) FROM assessments WHERE case_id = ?`;

/**
 * Stores a new draft, the first revision of a new case, for a new subject or one that the workbook knows. `why` goes into
 * the history ("Imported from acme.json.").
 */
export function createAssessment(
  db: WorkbookDatabase,
  input: ChangeStamp & NewDraft & { readonly why?: string; readonly fileHash?: string | undefined },
): Result<AssessmentRecord> {
  return changing(db, () => {
    const draft = { ...input, content: checkedContent(input.content) };
    insertDraft(db, {
      stamp: input,
      newDraft: draft,
      event: {
        action: 'assessment-created',
        detail: input.why ?? 'Created.',
        ...(input.fileHash !== undefined && { fileHash: input.fileHash }),
      },
    });
    return assessmentRecord(db, input.id);
  });
}

/**
 * A correction: a new draft revision (`newId`) of the case, with the content of the finalised revision `id`. A case has
 * one open draft at a time; where there is one the failure names it.
 */
export function reviseAssessment(
  db: WorkbookDatabase,
  input: ChangeStamp & { readonly id: AssessmentId; readonly newId: AssessmentId },
): Result<AssessmentRecord> {
  return changing(db, () => {
    reviseClosed(db, input);
    return assessmentRecord(db, input.newId);
  });
}

/** As `reviseAssessment`, inside the caller's transaction. */
export function reviseClosed(
  db: WorkbookDatabase,
  input: ChangeStamp & { readonly id: AssessmentId; readonly newId: AssessmentId },
): void {
  const head = headOf(db, input.id);
  if (head.state === 'draft') {
    throw fault('conflict', `Revision ${head.revision} is still a draft: change it as it is.`);
  }
  if (head.binnedAt !== null) {
    throw fault('conflict', `Revision ${head.revision} is in the bin. Restore it first.`);
  }
  mustHaveNoOpenDraft(db, head);
  const draft = { ...copyOf(db, head), id: input.newId, caseId: head.caseId };
  const detail = `A new revision from revision ${head.revision}.`;
  insertDraft(db, { stamp: input, newDraft: draft, event: { action: 'assessment-revised', detail } });
}

/**
 * A new case (`newCaseId`) of the same subject with the same content, as a draft: a renewal or a second option. New work
 * stands under the model of today, so `rated` gives the figures under that; left out, it has those of the original.
 */
export function duplicateAssessment(
  db: WorkbookDatabase,
  input: ChangeStamp & {
    readonly id: AssessmentId;
    readonly newId: AssessmentId;
    readonly newCaseId: CaseId;
    readonly rated?: {
      readonly model: ModelReference;
      readonly figuresOf: (content: AssessmentContent) => AssessmentFigures;
    };
  },
): Result<AssessmentRecord> {
  return changing(db, () => {
    const head = headOf(db, input.id);
    const copy = copyOf(db, head);
    const { rated } = input;
    const asRated = rated === undefined ? {} : { model: rated.model, figures: rated.figuresOf(copy.content) };
    const draft = { ...copy, ...asRated, id: input.newId, caseId: input.newCaseId };
    const isMoved = draft.model.hash !== head.modelHash;
    const under = isMoved ? `, under rating model ${draft.model.id} instead of ${head.modelId}` : '';
    const detail = `A new case from revision ${head.revision} of another${under}.`;
    insertDraft(db, { stamp: input, newDraft: draft, event: { action: 'assessment-duplicated', detail } });
    return assessmentRecord(db, input.newId);
  });
}

/** What a copy takes over: content, figures, model and subject, as they stand; of a closed one only as it was closed. */
function copyOf(db: WorkbookDatabase, head: AssessmentHead) {
  mustBeAsClosed(db, head);
  return {
    copiedFrom: head.id,
    subjectId: head.subjectId,
    content: readContent(db, head),
    figures: head,
    model: { id: head.modelId, hash: head.modelHash },
  };
}

/** Inserts a draft with all its content, its case and subject where they are new, and its audit row. */
function insertDraft(
  db: WorkbookDatabase,
  {
    stamp,
    newDraft: { id, caseId, subjectId, content, figures, model, copiedFrom },
    event: { fileHash, ...event },
  }: {
    readonly stamp: ChangeStamp;
    readonly newDraft: NewDraft;
    /** With the SHA-256 of the file that it was read from. */
    readonly event: { readonly action: AuditAction; readonly detail: string; readonly fileHash?: string };
  },
): void {
  mustKeepModel(db, model.hash);
  const at = stamp.now.toISOString();
  const hash = contentHash(content);
  const records = [
    { kind: assessmentKind, id },
    { kind: caseKind, id: caseId },
    { kind: subjectKind, id: subjectId },
  ];
  changeRecords(db, stamp, {
    records,
    change: () => {
      putSubject(db, { id: subjectId, content, now: stamp.now });
      if (prepared(db, CASE_EXISTS).get(caseId) === undefined) {
        insertRow(db, casesTable, {
          id: caseId,
          subjectId,
          createdAt: at,
          referenceYear: null,
          referenceNumber: null,
          referenceMark: null,
        });
      }
      const revision = Number(prepared(db, LAST_REVISION).pluck().get(caseId) ?? 0) + 1;
      insertRow(db, assessmentsTable, {
        id,
        caseId,
        revision,
        state: 'draft',
        version: 1,
        asOf: content.asOf,
        currency: content.currency,
        contentHash: hash,
        modelHash: model.hash,
        ...plainFigures(figures),
        createdAt: at,
        updatedAt: at,
        finalisedAt: null,
        binnedAt: null,
      });
      writeContent(db, { assessmentId: id, before: null, content });
      if (copiedFrom === undefined) noteEditor(db, id, stamp);
      else copyEditors(db, { from: copiedFrom, to: id, now: stamp.now });
      return {
        ...event,
        caseId,
        assessmentId: id,
        subjectOf: `${content.subject.name}, revision ${revision}`,
        facts: { contentHash: hash, version: 1, ...(fileHash !== undefined && { fileHash }) },
      };
    },
  });
}
