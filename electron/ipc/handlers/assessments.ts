import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { changedFieldWords } from '#shared/domain/changed-fields.ts';
import { localDay } from '#shared/domain/dates.ts';
import { lowerFirst } from '#shared/domain/lower-first.ts';
import { type AssessmentRecord, assessmentIdSchema, caseIdSchema } from '#shared/domain/records.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { parseWholeSubmission } from '#shared/domain/submission.ts';
import { readSubmissionText, submissionFileName, submissionText } from '../../exchange/submission-file.ts';
import { writeFileDurably } from '../../host/write-file.ts';
import { emptyBin, moveToBin, restoreFromBin } from '../../store/assessments/bin.ts';
import { finaliseAssessment } from '../../store/assessments/finalise.ts';
import { duplicateAssessment } from '../../store/assessments/make-draft.ts';
import { modelToSaveUnder, standsUnder } from '../../store/assessments/model-of-draft.ts';
import { recordNewAssessment } from '../../store/assessments/new-assessment.ts';
import {
  damagedAssessments,
  getAssessment,
  listAssessments,
} from '../../store/assessments/read-assessments.ts';
import { saveAssessment } from '../../store/assessments/save-draft.ts';
import { reading } from '../../store/connection/database.ts';
import { reviseCase } from '../../store/deal/move-case.ts';
import { changeStamp } from '../change-stamp.ts';
import type { Context, GroupHandlers } from '../context.ts';
import { takeInsurer } from '../take-insurer.ts';
import { withModelOf, withRatingModel } from '../with-rating-model.ts';

export const assessmentHandlers: GroupHandlers<'assessments'> = {
  list: ({ session }) => session.using(listAssessments),

  damaged: ({ session }) => session.using((db) => reading(db, () => [...damagedAssessments(db)])),

  open: ({ session }, { id }) => session.using((db) => getAssessment(db, id)),

  create: (context, { content }) =>
    withRatingModel(context, (db, { reference, figuresOf }, stamp) =>
      recordNewAssessment(db, {
        ...stamp,
        content,
        figures: figuresOf(content, null),
        model: reference,
        why: 'Created in the window.',
      }),
    ),

  save: (context, { id, version, content, modelHash }) =>
    withModelOf(
      context,
      (db, presentHash) => modelToSaveUnder(db, { id, asked: modelHash, presentHash }),
      (db, { model, reference, figuresOf }, stamp) => {
        const saved = saveAssessment(db, {
          ...stamp,
          id,
          version,
          content,
          figures: figuresOf(content, id),
          model: reference,
          nameChanges: (before, after) => changedFieldWords(before, after, model),
        });
        return saved.ok
          ? success({ ...saved.value, modelId: reference.id, modelHash: reference.hash })
          : saved;
      },
    ),

  finalise: (context, { id, version }) =>
    withModelOf(
      context,
      (db) => standsUnder(db, id),
      (db, { reference, figuresOf }, stamp) => {
        const found = getAssessment(db, id);
        if (!found.ok) return found;
        const figures = figuresOf(found.value.content, id);
        return finaliseAssessment(db, { ...stamp, id, version, figures, model: reference });
      },
    ),

  revise: (context, { id }) =>
    context.session.using((db) =>
      reviseCase(db, { ...changeStamp(context), id, newId: assessmentIdSchema.parse(randomUUID()) }),
    ),

  duplicate: (context, { id }) =>
    withRatingModel(context, (db, { reference, figuresOf }, stamp) =>
      duplicateAssessment(db, {
        ...stamp,
        id,
        newId: assessmentIdSchema.parse(randomUUID()),
        newCaseId: caseIdSchema.parse(randomUUID()),
        rated: { model: reference, figuresOf: (content) => figuresOf(content, null) },
      }),
    ),

  moveToBin: (context, { id }) =>
    context.session.using((db) => moveToBin(db, { ...changeStamp(context), id })),

  emptyBin: (context) => context.session.using((db) => emptyBin(db, changeStamp(context))),

  restore: (context, { id }) =>
    context.session.using((db) => restoreFromBin(db, { ...changeStamp(context), id })),

  importFile: async (context) => {
    const path = await context.dialogs.chooseSubmission();
    if (path === null) return success(null);
    const text = readSubmissionText(path);
    if (!text.ok) return text;
    return importText(context, basename(path), text.value);
  },

  importText: (context, { fileName, text }) => importText(context, basename(fileName), text),

  exportFile: async (context, { id }) => {
    const found = context.session.using((db) => getAssessment(db, id));
    if (!found.ok) return found;
    const { content, summary } = found.value;
    const path = await context.dialogs.placeSubmission(submissionFileName(summary));
    if (path === null) return success({ isSaved: false, fileName: null });
    const written = writeFileDurably(path, submissionText(content));
    return written.ok ? success({ isSaved: true, fileName: basename(path) }) : written;
  },
};

async function importText(
  context: Context,
  fileName: string,
  text: string,
): Promise<Result<AssessmentRecord>> {
  const backedUp = await context.backups.beforeImport();
  if (!backedUp.ok) return backedUp;
  return withRatingModel(context, (db, { model, reference, figuresOf }, stamp) => {
    const read = parseWholeSubmission(text, model, localDay(stamp.now));
    if (!read.ok) {
      const { code, message, field } = read.failure;
      return failed(code, `“${fileName}” was not imported: ${lowerFirst(message)}`, field);
    }
    const { content, people } = read.value;
    // A workbook that is kept for another insurer stays so.
    const insurer = people.insurer === null ? success(null) : takeInsurer(db, people.insurer, stamp);
    if (!insurer.ok) return insurer;
    return recordNewAssessment(db, {
      ...stamp,
      content,
      figures: figuresOf(content, null),
      model: reference,
      why: `Imported from ${fileName}.`,
    });
  });
}
