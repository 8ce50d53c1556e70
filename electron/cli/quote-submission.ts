import { existsSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { localDay } from '#shared/domain/dates.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { parseSubmission } from '#shared/domain/submission.ts';
import { figuresOf } from '#shared/underwriting/figures.ts';
import { rateFully } from '#shared/underwriting/full-rating.ts';
import { rememberIssue } from '../documents/issued-here.ts';
import { readSubmissionText } from '../exchange/submission-file.ts';
import type { Activations } from '../host/activations.ts';
import { type BundledModel, loadBundledModel } from '../host/bundled-model.ts';
import { makeFolder } from '../host/make-folder.ts';
import { recordNewAssessment } from '../store/assessments/new-assessment.ts';
import { listAssessments } from '../store/assessments/read-assessments.ts';
import { backUpIfChanged } from '../store/backup/back-up.ts';
import { changingThroughout } from '../store/connection/database.ts';
import { keepModel } from '../store/models/keep-model.ts';
import { closeWorkbook, openWorkbook, type Workbook } from '../store/workbook/workbook.ts';
import { type Outcome, outcomeOf, type Quoted } from './quote-report.ts';
import { giveUpPapers, type PaperOrder, type Papers, preparePapers, type Rated } from './write-paper.ts';

interface QuoteOrder extends PaperOrder {
  readonly submission: string;
  readonly workbook: string;
  readonly appVersion: string;
  readonly resourcesFolder: string;
  readonly activations: Activations;
}

/**
 * Scores, prices, stores and prints a submission. The submission is checked in full before the workbook is opened. The
 * record is kept first and the PDF named after it: a run that is ended in between leaves a quote whose paper can be written
 * again (`--papers`), never a paper that no workbook knows.
 */
export async function quoteSubmission(order: QuoteOrder): Promise<Outcome> {
  const model = loadBundledModel(order.resourcesFolder, order.activations);
  if (!model.ok) return stopped(3, model);
  const rated = rateSubmission(order, model.value);
  if (!rated.ok) return stopped(2, rated);
  const quoted = await storeAndPrint(order, rated.value);
  return quoted.ok ? outcomeOf(quoted.value) : stopped(3, quoted);
}

const stopped = (
  exitCode: 2 | 3,
  { failure }: { readonly failure: { readonly message: string } },
): Outcome => ({
  exitCode,
  lines: [],
  message: failure.message,
});

function rateSubmission({ submission, stamp }: QuoteOrder, model: BundledModel): Result<Rated> {
  const text = readSubmissionText(submission);
  if (!text.ok) return text;
  const content = parseSubmission(text.value, model.model, localDay(stamp.now));
  if (!content.ok) return content;
  const rating = rateFully(content.value, model.model, localDay(stamp.now));
  const { price } = rating.judgement;
  // Without parts there is a score and no price, which is an assessment; terms that cannot be priced are a mistake.
  if (!price.ok && content.value.terms.parts.length > 0) {
    const { message, field } = price.failure;
    return failed('invalid-input', `The submission cannot be priced: ${message}`, field);
  }
  return success({ content: content.value, model, rating });
}

async function storeAndPrint(order: QuoteOrder, rated: Rated): Promise<Result<Quoted>> {
  const folders = makeFolders([order.out, dirname(order.workbook)]);
  if (!folders.ok) return folders;
  const isNew = !existsSync(order.workbook);
  const opened = openWorkbook(order.workbook, {
    // `create` fails if the file appeared in the meantime, so that only our own file is removed below.
    mode: isNew ? 'create' : 'open',
    appVersion: order.appVersion,
    now: order.stamp.now,
  });
  if (!opened.ok) return opened;
  const workbook = opened.value;
  if (!isNew && !workbook.isReadOnly) {
    const before = await backUpIfChanged(workbook, { now: order.stamp.now });
    if (!before.ok) {
      closeWorkbook(workbook);
      return failed(before.failure.code, `${before.failure.message} Nothing was imported.`);
    }
  }
  let quoted: Result<Quoted>;
  let papers: Papers | null = null;
  try {
    quoted = await changingThroughout(workbook.db, async () => {
      const made = await inWorkbook(order, rated, workbook);
      if (made.ok) papers = made.value.papers;
      return made;
    });
    if (quoted.ok) rememberPaper(order, quoted.value);
    else giveUp(papers);
  } finally {
    closeWorkbook(workbook);
  }
  if (quoted.ok) return withPaper(quoted.value);
  // Nothing was stored, so a workbook made for this run goes too.
  if (isNew) for (const side of ['', '-wal', '-shm']) rmSync(order.workbook + side, { force: true });
  return quoted;
}

const giveUp = (papers: Papers | null): void => giveUpPapers(papers?.files ?? []);

function rememberPaper({ seen, stamp }: QuoteOrder, { workbook, papers }: Quoted): void {
  const { reference, version } = papers.document;
  if (papers.isIssued && version !== null)
    rememberIssue(workbook, seen, { reference, version, now: stamp.now });
}

/** The workbook keeps what the paper says: now it may be on the disk. */
function withPaper(quoted: Quoted): Result<Quoted> {
  const { files, document, isIssued } = quoted.papers;
  const failure = files
    .map(({ file }) => file.fill())
    .flatMap((filled) => (filled.ok ? [] : [filled.failure]))
    .at(0);
  if (failure === undefined) return success(quoted);
  const { code, message } = failure;
  return failed(
    code,
    isIssued
      ? `${document.reference} version ${document.version} is issued and stored in the workbook, but not every PDF of it is on the disk. ${message} Write them again with --papers FOLDER.`
      : `The assessment is stored as a draft, but its PDF is not on the disk. ${message}`,
  );
}

async function inWorkbook(order: QuoteOrder, rated: Rated, workbook: Workbook): Promise<Result<Quoted>> {
  const { content, model, rating } = rated;
  const kept = keepModel(workbook.db, model, order.stamp);
  if (!kept.ok) return kept;
  const record = recordNewAssessment(workbook.db, {
    ...order.stamp,
    content,
    figures: figuresOf(rating.judgement),
    model: { id: model.model.id, hash: model.hash },
    why: `Imported from ${basename(order.submission)}.`,
  });
  if (!record.ok) return record;
  const papers = await preparePapers({ order, rated, workbook, record: record.value });
  if (!papers.ok) return papers;
  const all = listAssessments(workbook.db);
  const { subjectId } = record.value.summary;
  const count = all.ok ? all.value.filter((other) => other.subjectId === subjectId).length : 1;
  return success({ count, workbook, papers: papers.value });
}

function makeFolders(folders: readonly string[]): Result<undefined> {
  for (const folder of folders) {
    try {
      makeFolder(folder);
    } catch (error) {
      const why = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
      return failed('read-only', `The folder “${folder}” could not be made${why}. Choose another one.`);
    }
  }
  return success(undefined);
}
