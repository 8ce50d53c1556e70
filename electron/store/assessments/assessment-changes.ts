import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { contentHash } from '#shared/domain/content-hash.ts';
import type { AssessmentRecord, AssessmentSummary } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { appendAudit } from '../audit/audit.ts';
import { changing, prepared, type WorkbookDatabase } from '../connection/database.ts';
import {
  type AssessmentFigures,
  checkedContent,
  type Deed,
  figureColumns,
  type ModelReference,
} from './assessment-input.ts';
import { assessmentRecord } from './assessment-record.ts';
import { type AssessmentHead, summaryOf } from './assessment-rows.ts';
import { UPDATE_DRAFT } from './assessments-statements.ts';
import { changedInWords } from './changed-in-words.ts';
import { readContent } from './content/read-content.ts';
import { writeContent } from './content/write-content.ts';
import { editableHead, finaliseDraft, insertDraft, mustKeepModel } from './draft-rows.ts';
import { putSubject } from './subjects.ts';

export type { AssessmentFigures, Deed, ModelReference } from './assessment-input.ts';

/**
 * Stores a new draft, the first revision of a new case, for a new subject or one that the workbook knows. `why` goes into
 * the history ("Imported from acme.json.").
 */
export function createAssessment(
  db: WorkbookDatabase,
  input: Deed & {
    readonly id: string;
    readonly caseId: string;
    readonly subjectId: string;
    readonly content: AssessmentContent;
    readonly figures: AssessmentFigures;
    readonly model: ModelReference;
    readonly why?: string;
  },
): Result<AssessmentRecord> {
  return changing(db, () => {
    insertDraft(db, {
      ...input,
      content: checkedContent(input.content),
      action: 'assessment-created',
      detail: input.why ?? 'Created.',
    });
    return assessmentRecord(db, input.id);
  });
}

/**
 * Stores the present state of a draft, if it is still the version that the caller started from. Only what differs is
 * written; where nothing differs nothing is, and the version stays.
 */
export function saveAssessment(
  db: WorkbookDatabase,
  input: Deed & {
    readonly id: string;
    readonly version: number;
    readonly content: AssessmentContent;
    readonly figures: AssessmentFigures;
    /** The model of the figures; left out, the model stays. */
    readonly model?: ModelReference;
  },
): Result<{ readonly version: number; readonly summary: AssessmentSummary }> {
  return changing(db, () => {
    const head = editableHead(db, input.id, input.version);
    const content = checkedContent(input.content);
    const modelHash = input.model?.hash ?? head.modelHash;
    const hash = contentHash(content);
    if (hash === head.contentHash && modelHash === head.modelHash && sameFigures(head, input.figures)) {
      return { version: head.version, summary: summaryOf(db, input.id) };
    }
    mustKeepModel(db, modelHash);
    const changed = writeContent(db, input.id, readContent(db, head), content);
    const version = head.version + 1;
    prepared(db, UPDATE_DRAFT).run({
      id: input.id,
      version,
      asOf: content.asOf,
      currency: content.currency,
      contentHash: hash,
      modelHash,
      ...figureColumns(input.figures),
      at: input.now.toISOString(),
    });
    if (changed.includes('subject')) putSubject(db, head.subjectId, content, input.now);
    appendAudit(db, {
      at: input.now,
      actor: input.actor,
      action: 'assessment-saved',
      caseId: head.caseId,
      assessmentId: input.id,
      subjectOf: `${content.subject.name}, revision ${head.revision}`,
      detail: changedInWords(changed),
      facts: { contentHash: hash, version },
    });
    return { version, summary: summaryOf(db, input.id) };
  });
}

/** Closes a draft for good: from here on a correction is a new revision. */
export function finaliseAssessment(
  db: WorkbookDatabase,
  input: Deed & {
    readonly id: string;
    readonly version: number;
    readonly figures: AssessmentFigures;
    readonly model: ModelReference;
  },
): Result<AssessmentRecord> {
  return changing(db, () => {
    finaliseDraft(db, editableHead(db, input.id, input.version), input);
    return assessmentRecord(db, input.id);
  });
}

const sameFigures = (head: AssessmentHead, figures: AssessmentFigures): boolean =>
  head.overall === figures.overall &&
  head.grade === figures.grade &&
  head.isKnockedOut === figures.isKnockedOut &&
  head.referralCount === figures.referralCount &&
  head.quotedMinor === figures.quotedMinor;
