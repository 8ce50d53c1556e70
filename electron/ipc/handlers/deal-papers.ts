import { basename } from 'node:path';
import type { AssessmentId } from '#shared/domain/records.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { type DealPaperRequest, dealPaperOf, makeDealPaper } from '../../documents/deal-papers.ts';
import { writeFileDurably } from '../../host/write-file.ts';
import { standsUnder } from '../../store/assessments/model-of-draft.ts';
import type { WorkbookDatabase } from '../../store/connection/database.ts';
import { getCasePaper, listCasePapers } from '../../store/deal/case-papers.ts';
import { changeStamp } from '../change-stamp.ts';
import type { Context, GroupHandlers } from '../context.ts';
import { modelOfWork } from '../model-of-work.ts';
import { printerThatSigns } from '../printer-that-signs.ts';
import { whoMayApprove } from '../who-may-approve.ts';

type Wanted = Pick<DealPaperRequest, 'id' | 'order' | 'paper'>;

/** The letters, memos and schedules of a case. */
export const dealPaperHandlers: Pick<
  GroupHandlers<'deal'>,
  'previewPaper' | 'makePaper' | 'papers' | 'savePaper'
> = {
  previewPaper: (context, wanted) =>
    context.session.using((db) => {
      const request = requestFor(context, db, wanted);
      return request.ok ? dealPaperOf(request.value, true) : request;
    }),

  makePaper: async (context, { signing = null, ...wanted }) => {
    const workbook = context.session.current();
    if (workbook === null) return failed('not-ready', 'No workbook is open.');
    const request = requestFor(context, workbook.db, wanted);
    if (!request.ok) return request;
    const printer = await printerThatSigns(context, { db: workbook.db, signing });
    if (!printer.ok) return printer;
    const made = await makeDealPaper({
      ...request.value,
      printer: printer.value,
      isStillOpen: () => context.session.current() === workbook,
    });
    return made.ok ? success(made.value.kept) : made;
  },

  papers: ({ session }, { id }) =>
    session.using((db) => {
      const papers = listCasePapers(db, id);
      return papers.ok ? success([...papers.value]) : papers;
    }),

  savePaper: async ({ session, dialogs }, { id, sequence }) => {
    const found = session.using((db) => getCasePaper(db, { assessmentId: id, sequence }));
    if (!found.ok) return found;
    const path = await dialogs.placePdf(found.value.fileName);
    if (path === null) return success({ isSaved: false, fileName: null });
    const written = writeFileDurably(path, found.value.pdf);
    return written.ok ? success({ isSaved: true, fileName: basename(path) }) : written;
  },
};

function requestFor(
  context: Context,
  db: WorkbookDatabase,
  wanted: Wanted & { readonly id: AssessmentId },
): Result<DealPaperRequest> {
  const present = context.model();
  if (!present.ok) return present;
  const hash = standsUnder(db, wanted.id);
  if (!hash.ok) return hash;
  const model = modelOfWork(db, hash.value, present.value);
  if (!model.ok) return model;
  const stamp = changeStamp(context);
  return success({
    db,
    ...wanted,
    model: model.value,
    stamp,
    people: whoMayApprove(db, model.value.model, stamp),
  });
}
