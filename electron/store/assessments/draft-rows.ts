import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { contentHash } from '#shared/domain/content-hash.ts';
import { appendAudit } from '../audit/audit.ts';
import type { AuditAction } from '../audit/audit-actions.ts';
import { prepared, type WorkbookDatabase } from '../connection/database.ts';
import { fault } from '../connection/store-fault.ts';
import { isModelKept } from '../models/models.ts';
import {
  type AssessmentFigures,
  type Deed,
  figureColumns,
  type ModelReference,
  plainFigures,
} from './assessment-input.ts';
import { type AssessmentHead, headOf } from './assessment-rows.ts';
import {
  CASE_EXISTS,
  FINALISE_DRAFT,
  INSERT_ASSESSMENT,
  INSERT_CASE,
  LAST_REVISION_OF_CASE,
} from './assessments-statements.ts';
import { readContent } from './content/read-content.ts';
import { writeContent } from './content/write-content.ts';
import { putSubject } from './subjects.ts';

// All of these run inside the transaction of their caller.

/** Finalises; `head` must be that of an open draft. */
export function finaliseDraft(
  db: WorkbookDatabase,
  head: AssessmentHead,
  input: Deed & { readonly figures: AssessmentFigures; readonly model: ModelReference },
): void {
  mustKeepModel(db, input.model.hash);
  const content = readContent(db, head);
  if (contentHash(content) !== head.contentHash) {
    throw fault(
      'workbook-damaged',
      `Revision ${head.revision} of ${content.subject.name} was changed outside Ballast since it was saved. Save it once more after checking it, then finalise.`,
    );
  }
  const version = head.version + 1;
  prepared(db, FINALISE_DRAFT).run({
    id: head.id,
    version,
    modelHash: input.model.hash,
    ...figureColumns(input.figures),
    at: input.now.toISOString(),
  });
  appendAudit(db, {
    at: input.now,
    actor: input.actor,
    action: 'assessment-finalised',
    caseId: head.caseId,
    assessmentId: head.id,
    subjectOf: `${content.subject.name}, revision ${head.revision}`,
    detail: 'Finalised: its content can no longer be changed.',
    facts: {
      contentHash: head.contentHash,
      modelHash: input.model.hash,
      version,
      figures: plainFigures(input.figures),
    },
  });
}

/** Inserts a draft with all its content, its case and subject where they are new, and its audit row. */
export function insertDraft(
  db: WorkbookDatabase,
  input: Deed & {
    readonly id: string;
    readonly caseId: string;
    readonly subjectId: string;
    readonly content: AssessmentContent;
    readonly figures: AssessmentFigures;
    readonly model: ModelReference;
    readonly action: AuditAction;
    readonly detail: string;
  },
): void {
  mustKeepModel(db, input.model.hash);
  const at = input.now.toISOString();
  const { content } = input;
  const hash = contentHash(content);
  putSubject(db, input.subjectId, content, input.now);
  if (prepared(db, CASE_EXISTS).get(input.caseId) === undefined) {
    prepared(db, INSERT_CASE).run({ id: input.caseId, subjectId: input.subjectId, at });
  }
  const revision = Number(prepared(db, LAST_REVISION_OF_CASE).pluck().get(input.caseId) ?? 0) + 1;
  prepared(db, INSERT_ASSESSMENT).run({
    id: input.id,
    caseId: input.caseId,
    revision,
    asOf: content.asOf,
    currency: content.currency,
    contentHash: hash,
    modelHash: input.model.hash,
    ...figureColumns(input.figures),
    at,
  });
  writeContent(db, input.id, null, content);
  appendAudit(db, {
    at: input.now,
    actor: input.actor,
    action: input.action,
    caseId: input.caseId,
    assessmentId: input.id,
    subjectOf: `${content.subject.name}, revision ${revision}`,
    detail: input.detail,
    facts: { contentHash: hash, version: 1 },
  });
}

/** The head of a draft that may be changed now, from version `version`; every other case is its own sentence. */
export function editableHead(db: WorkbookDatabase, id: string, version: number): AssessmentHead {
  const head = headOf(db, id);
  if (head.state === 'finalised') {
    throw fault(
      'read-only',
      `Revision ${head.revision} is finalised and cannot be changed. Make a new revision to correct it.`,
    );
  }
  if (head.binnedAt !== null) {
    throw fault('conflict', `Revision ${head.revision} is in the bin. Restore it before changing it.`);
  }
  if (head.version !== version) {
    throw fault(
      'conflict',
      `This assessment was changed elsewhere since it was opened here (version ${head.version}, not ${version}). Open it again to see the newer state.`,
    );
  }
  return head;
}

export function mustKeepModel(db: WorkbookDatabase, hash: string): void {
  if (isModelKept(db, hash)) return;
  throw fault(
    'model-invalid',
    `The rating model ${hash.slice(0, 12)}… is not kept in this workbook, so nothing can be stored under it.`,
  );
}
