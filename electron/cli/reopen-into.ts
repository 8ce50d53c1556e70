import { existsSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { localDay } from '#shared/domain/dates.ts';
import { formatMoney } from '#shared/domain/format-money.ts';
import { type Result, success } from '#shared/domain/result.ts';
import { figuresOf } from '#shared/underwriting/figures.ts';
import { judge } from '#shared/underwriting/judge.ts';
import type { ExaminedPaper } from '../documents/examine-paper.ts';
import type { BundledModel } from '../host/bundled-model.ts';
import { makeFolder } from '../host/make-folder.ts';
import { modelOfWork } from '../ipc/model-of-work.ts';
import { type ReopenedWorksheet, reopened } from '../ipc/reopen-worksheet.ts';
import type { SignedIn } from '../ipc/signed-in.ts';
import { recordNewAssessment } from '../store/assessments/new-assessment.ts';
import { backUpIfChanged } from '../store/backup/back-up.ts';
import { bookSoFar } from '../store/book/book-so-far.ts';
import { keepModel } from '../store/models/keep-model.ts';
import { closeWorkbook, openWorkbook, type Workbook } from '../store/workbook/workbook.ts';

interface ReopenOrder {
  readonly paper: ExaminedPaper;
  readonly present: Result<BundledModel>;
  readonly people: SignedIn;
  readonly appVersion: string;
  readonly now: Date;
}

/** Takes the assessment of a worksheet over into a workbook, which is made where there is none; says what was done. */
export async function reopenInto(path: string, order: ReopenOrder): Promise<Result<string>> {
  const { paper, present, appVersion, now } = order;
  if (!present.ok) return present;
  const taken = reopened(paper);
  if (!taken.ok) return taken;
  const isNew = !existsSync(path);
  if (isNew) makeFolder(dirname(path));
  const opened = openWorkbook(path, { mode: isNew ? 'create' : 'open', appVersion, now });
  if (!opened.ok) return opened;
  const workbook = opened.value;
  let done: Result<string>;
  try {
    const before = isNew || workbook.isReadOnly ? null : await backUpIfChanged(workbook, { now });
    done =
      before?.ok === false ? before : record(workbook, taken.value, { ...order, present: present.value });
  } finally {
    closeWorkbook(workbook);
  }
  if (!done.ok && isNew) for (const side of ['', '-wal', '-shm']) rmSync(path + side, { force: true });
  return done;
}

function record(
  { db, path }: Workbook,
  { content, modelHash, why }: ReopenedWorksheet,
  { present, people, now }: Omit<ReopenOrder, 'present'> & { readonly present: BundledModel },
): Result<string> {
  const model = modelOfWork(db, modelHash, present);
  if (!model.ok) return model;
  const stamp = people.stampIn(db, now);
  const kept = keepModel(db, model.value, stamp);
  if (!kept.ok) return kept;
  const today = localDay(now);
  const book = bookSoFar(db, { assessmentId: null, today });
  if (!book.ok) return book;
  const figures = figuresOf(
    judge({ content, model: model.value.model, today, grid: 'full', book: book.value }),
  );
  const made = recordNewAssessment(db, {
    ...stamp,
    content,
    figures,
    model: { id: model.value.model.id, hash: modelHash },
    why,
  });
  if (!made.ok) return made;
  const { subjectName } = made.value.summary;
  const price =
    figures.quotedMinor === null
      ? 'without a price, as on the paper'
      : `at ${formatMoney(figures.quotedMinor, content.currency)}, as on the paper`;
  return success(`Reopened ${subjectName} in “${basename(path)}” as a draft, ${price}.`);
}
