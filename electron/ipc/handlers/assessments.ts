import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { localDay } from '#shared/domain/dates.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import { type Result, success } from '#shared/domain/result.ts';
import { parseSubmission } from '#shared/domain/submission.ts';
import { readSubmissionText, submissionFileName, submissionText } from '../../exchange/submission-file.ts';
import { writeFileDurably } from '../../host/write-file.ts';
import {
  duplicateAssessment,
  finaliseAssessment,
  getAssessment,
  listAssessments,
  moveToBin,
  restore,
  reviseAssessment,
  saveAssessment,
} from '../../store/assessments/assessments.ts';
import { recordNewAssessment } from '../../store/assessments/new-assessment.ts';
import type { Context, GroupHandlers } from '../context.ts';
import { deedOf } from '../deed.ts';
import { rating } from '../rating.ts';

export const assessmentHandlers: GroupHandlers<'assessments'> = {
  list: ({ session }) => session.using(listAssessments),

  open: ({ session }, { id }) => session.using((db) => getAssessment(db, id)),

  create: (context, { content }) =>
    rating(context, (db, { reference, figuresOf }, deed) =>
      recordNewAssessment(db, {
        ...deed,
        content,
        figures: figuresOf(content),
        model: reference,
        why: 'Created in the window.',
      }),
    ),

  save: (context, { id, version, content }) =>
    rating(context, (db, { reference, figuresOf }, deed) =>
      saveAssessment(db, {
        ...deed,
        id,
        version,
        content,
        figures: figuresOf(content),
        model: reference,
      }),
    ),

  finalise: (context, { id, version }) =>
    rating(context, (db, { reference, figuresOf }, deed) => {
      const found = getAssessment(db, id);
      if (!found.ok) return found;
      const figures = figuresOf(found.value.content);
      return finaliseAssessment(db, { ...deed, id, version, figures, model: reference });
    }),

  revise: (context, { id }) =>
    context.session.using((db) => reviseAssessment(db, { ...deedOf(context), id, newId: randomUUID() })),

  duplicate: (context, { id }) =>
    context.session.using((db) =>
      duplicateAssessment(db, { ...deedOf(context), id, newId: randomUUID(), newCaseId: randomUUID() }),
    ),

  moveToBin: (context, { id }) => context.session.using((db) => moveToBin(db, { ...deedOf(context), id })),

  restore: (context, { id }) => context.session.using((db) => restore(db, { ...deedOf(context), id })),

  importFile: async (context) => {
    const path = await context.dialogs.chooseSubmission();
    if (path === null) return success(null);
    const text = readSubmissionText(path);
    return text.ok ? importText(context, basename(path), text.value) : text;
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

const importText = (context: Context, fileName: string, text: string): Result<AssessmentRecord> =>
  rating(context, (db, { model, reference, figuresOf }, deed) => {
    const content = parseSubmission(text, model, localDay(deed.now));
    if (!content.ok) return content;
    return recordNewAssessment(db, {
      ...deed,
      content: content.value,
      figures: figuresOf(content.value),
      model: reference,
      why: `Imported from ${fileName}.`,
    });
  });
