import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { contentHash } from '#shared/domain/content-hash.ts';
import { formatMoney } from '#shared/domain/format-money.ts';
import { formatScore } from '#shared/domain/format-number.ts';
import {
  type AssessmentFigures,
  type AssessmentId,
  type AssessmentSummary,
  FIGURE_FIELDS,
  plainFigures,
} from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { type ChangeStamp, changeRecords } from '../audit/audit.ts';
import { isAsEntered } from '../audit/bound-records.ts';
import { changing, prepared, type WorkbookDatabase } from '../connection/database.ts';
import { storable } from '../connection/table.ts';
import { readContent } from '../content/read-content.ts';
import { checkedContent, writeContent } from '../content/write-content.ts';
import { type ModelReference, mustKeepModel } from '../models/models.ts';
import { type AssessmentHead, editableHead } from './assessment-head.ts';
import { assessmentsTable } from './assessment-tables.ts';
import { noteEditor } from './editors.ts';
import { summaryOf } from './read-assessments.ts';
import { assessmentKind, subjectKind } from './record-kinds.ts';
import { putSubject } from './subjects.ts';

const UPDATE_DRAFT = `
UPDATE assessments SET ${assessmentsTable.set(['version', 'asOf', 'currency', 'contentHash', 'modelHash', ...FIGURE_FIELDS, 'updatedAt'])}
WHERE id = @id AND state = 'draft'`;

/**
 * Stores the present state of a draft, if it is still the version that the caller started from. Only what differs is
 * written; where nothing differs nothing is, and the version stays. Under another model than before it is a move, which the
 * trail tells with what it did to the figures.
 */
export function saveAssessment(
  db: WorkbookDatabase,
  input: ChangeStamp & {
    readonly id: AssessmentId;
    readonly version: number;
    readonly content: AssessmentContent;
    readonly figures: AssessmentFigures;
    /** The model of the figures; left out, the model stays. */
    readonly model?: ModelReference;
    /** The fields that a save changed as the form calls them; left out, the trail gives their names in the content. */
    readonly nameChanges?: (before: AssessmentContent, after: AssessmentContent) => readonly string[];
  },
): Result<{ readonly version: number; readonly summary: AssessmentSummary }> {
  return changing(db, () => {
    const { id } = input;
    const head = editableHead(db, id, input.version);
    const content = checkedContent(input.content);
    const figures = plainFigures(input.figures);
    const modelHash = input.model?.hash ?? head.modelHash;
    const hash = contentHash(content);
    const record = { kind: assessmentKind, id };
    const isSame =
      hash === head.contentHash &&
      modelHash === head.modelHash &&
      canonicalJson(figures) === canonicalJson(plainFigures(head));
    // What another program changed is entered with the next save, even if nothing was changed here.
    if (isSame && isAsEntered(db, record)) return { version: head.version, summary: summaryOf(db, id) };
    mustKeepModel(db, modelHash);
    const before = readContent(db, head);
    const version = head.version + 1;
    const subject = { kind: subjectKind, id: head.subjectId };
    const hasSubjectChanged = canonicalJson(before.subject) !== canonicalJson(content.subject);
    const records = hasSubjectChanged ? [record, subject] : [record];
    changeRecords(db, input, {
      records,
      change: () => {
        const changed = writeContent(db, { assessmentId: id, before, content });
        const named = input.nameChanges?.(before, content) ?? changed;
        prepared(db, UPDATE_DRAFT).run(
          storable({
            id,
            version,
            asOf: content.asOf,
            currency: content.currency,
            contentHash: hash,
            modelHash,
            ...figures,
            updatedAt: input.now.toISOString(),
          }),
        );
        // A save that only scores again, or moves to another model, enters nothing of the content.
        if (changed.length > 0 || hash !== head.contentHash) noteEditor(db, id, input);
        if (hasSubjectChanged) putSubject(db, { id: head.subjectId, content, now: input.now });
        const move = moveTo(input.model, { head, figures, currency: content.currency });
        return {
          action: move === null ? 'assessment-saved' : 'assessment-moved',
          caseId: head.caseId,
          assessmentId: id,
          subjectOf: `${content.subject.name}, revision ${head.revision}`,
          detail: move === null ? describeChanges(named) : [move.detail, ...inWords(named)].join(' '),
          facts: { contentHash: hash, version, ...move?.facts },
        };
      },
    });
    return { version, summary: summaryOf(db, id) };
  });
}

/** What a move to another model did to the figures: in words, and for later checks. Null where the model stays. */
function moveTo(
  model: ModelReference | undefined,
  {
    head,
    figures,
    currency,
  }: { readonly head: AssessmentHead; readonly figures: AssessmentFigures; readonly currency: string },
) {
  if (model === undefined || model.hash === head.modelHash) return null;
  const names =
    model.id === head.modelId
      ? `another edition of rating model ${model.id}`
      : `rating model ${model.id} from ${head.modelId}`;
  const before = plainFigures(head);
  return {
    detail: `Moved to ${names}: ${inFigures(before, head.currency)} became ${inFigures(figures, currency)}.`,
    facts: { fromModelHash: head.modelHash, modelHash: model.hash, figures: { before, after: figures } },
  };
}

const inFigures = ({ overall, grade, quotedMinor }: AssessmentFigures, currency: string): string =>
  `${formatScore(overall)} (${grade ?? 'no grade'}) at ${quotedMinor === null ? 'no premium' : formatMoney(quotedMinor, currency)}`;

const inWords = (fields: readonly string[]): readonly string[] =>
  fields.length === 0 ? [] : [describeChanges(fields)];

const MOST_NAMED = 12;

/** One sentence naming the fields that a save changed, for the history; a long list is cut with its count. */
function describeChanges(fields: readonly string[]): string {
  if (fields.length === 0) return 'Scored again; the content is the same.';
  const named = fields.slice(0, MOST_NAMED).join(', ');
  const more = fields.length - MOST_NAMED;
  return more > 0 ? `Changed ${named} and ${more} more.` : `Changed ${named}.`;
}
