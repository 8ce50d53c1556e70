import { existsSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { NO_BOOK } from '#shared/domain/accumulation.ts';
import { localDay } from '#shared/domain/dates.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { parseWholeSubmission } from '#shared/domain/submission.ts';
import { figuresOf } from '#shared/underwriting/figures.ts';
import { rateFully } from '#shared/underwriting/full-rating.ts';
import { rememberIssue } from '../documents/issued-here.ts';
import { readSubmissionText } from '../exchange/submission-file.ts';
import type { Activations } from '../host/activations.ts';
import { type BundledModel, loadBundledModel } from '../host/bundled-model.ts';
import { makeFolder } from '../host/make-folder.ts';
import { causeOf, errorCode } from '../host/system-error.ts';
import type { SignedIn } from '../ipc/signed-in.ts';
import { recordNewAssessment } from '../store/assessments/new-assessment.ts';
import { listAssessments } from '../store/assessments/read-assessments.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import { backUpIfChanged } from '../store/backup/back-up.ts';
import { bookSoFar } from '../store/book/book-so-far.ts';
import { keepHead, partingOf } from '../store/check/keep-heads.ts';
import { changingThroughout, type WorkbookDatabase } from '../store/connection/database.ts';
import { keepModel } from '../store/models/keep-model.ts';
import { authorityOf } from '../store/people/profiles.ts';
import { closeWorkbook, openWorkbook, type Workbook } from '../store/workbook/workbook.ts';
import { type Outcome, outcomeOf, type Quoted } from './quote-report.ts';
import { stampOfRun } from './run-people.ts';
import { giveUpPapers, type PaperOrder, type Papers, preparePapers, type Rated } from './write-paper.ts';

interface QuoteOrder extends Omit<PaperOrder, 'stamp'> {
  readonly now: Date;
  /** Who works in workbooks on this computer. */
  readonly people: SignedIn;
  readonly submission: string;
  readonly workbook: string;
  readonly appVersion: string;
  readonly resourcesFolder: string;
  readonly activations: Activations;
  /** The folder of choice for backups, which bear witness to what the workbook was. */
  readonly backupFolder: string | null;
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

function rateSubmission({ submission, now }: QuoteOrder, model: BundledModel): Result<Rated> {
  const text = readSubmissionText(submission);
  if (!text.ok) return text;
  const parsed = parseWholeSubmission(text.value, model.model, localDay(now));
  if (!parsed.ok) return parsed;
  const { content, people } = parsed.value;
  const rating = rateFully(content, model.model, { today: localDay(now), book: NO_BOOK });
  const { price } = rating.judgement;
  // Without parts there is a score and no price, which is an assessment; terms that cannot be priced are a mistake.
  if (!price.ok && content.terms.parts.length > 0) {
    const { message, field } = price.failure;
    return failed('invalid-input', `The submission cannot be priced: ${message}`, field);
  }
  return success({ content, people, model, rating });
}

async function storeAndPrint(order: QuoteOrder, rated: Rated): Promise<Result<Quoted>> {
  const folders = makeFolders([order.out, dirname(order.workbook)]);
  if (!folders.ok) return folders;
  const isNew = !existsSync(order.workbook);
  const opened = openWorkbook(order.workbook, {
    // `create` fails if the file appeared in the meantime, so that only our own file is removed below.
    mode: isNew ? 'create' : 'open',
    appVersion: order.appVersion,
    now: order.now,
  });
  if (!opened.ok) return opened;
  const workbook = opened.value;
  const parting = partingOf(workbook, order);
  if (parting !== null) {
    closeWorkbook(workbook);
    return failed('workbook-damaged', `${parting} Nothing was imported. Open it in the window and check it.`);
  }
  if (!isNew && !workbook.isReadOnly) {
    const before = await backUpIfChanged(workbook, { now: order.now });
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
    if (quoted.ok) {
      rememberPaper(order, quoted.value);
      keepHead(workbook, order.seen, order.now);
    } else giveUp(papers);
  } finally {
    closeWorkbook(workbook);
  }
  if (quoted.ok) return withPaper(quoted.value);
  // Nothing was stored, so a workbook made for this run goes too.
  if (isNew) for (const side of ['', '-wal', '-shm']) rmSync(order.workbook + side, { force: true });
  return quoted;
}

const giveUp = (papers: Papers | null): void => giveUpPapers(papers?.files ?? []);

function rememberPaper({ seen, now }: QuoteOrder, { workbook, papers }: Quoted): void {
  const { reference, version } = papers.document;
  if (papers.isIssued && version !== null) rememberIssue(workbook, seen, { reference, version, now });
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

/** The rating by whoever enters it, beside the offers that are out; the same where nobody is named and no capacity is set. */
function inItsWorkbook(
  { now }: QuoteOrder,
  rated: Rated,
  { db, stamp }: { readonly db: WorkbookDatabase; readonly stamp: ChangeStamp },
): Result<Rated> {
  const today = localDay(now);
  const book = bookSoFar(db, { assessmentId: null, today });
  if (!book.ok) return book;
  const authority = authorityOf(db, stamp);
  if (!authority.ok) return authority;
  if (book.value.capacities.length === 0 && authority.value === null) return success(rated);
  return success({
    ...rated,
    rating: rateFully(rated.content, rated.model.model, {
      today,
      book: book.value,
      authority: authority.value,
    }),
  });
}

async function inWorkbook(order: QuoteOrder, alone: Rated, workbook: Workbook): Promise<Result<Quoted>> {
  const stamp = stampOfRun(order, alone.people, workbook.db);
  if (!stamp.ok) return stamp;
  const own = inItsWorkbook(order, alone, { db: workbook.db, stamp: stamp.value });
  if (!own.ok) return own;
  const rated = own.value;
  const { content, model, rating } = rated;
  const kept = keepModel(workbook.db, model, stamp.value);
  if (!kept.ok) return kept;
  const record = recordNewAssessment(workbook.db, {
    ...stamp.value,
    content,
    figures: figuresOf(rating.judgement),
    model: { id: model.model.id, hash: model.hash },
    why: `Imported from ${basename(order.submission)}.`,
  });
  if (!record.ok) return record;
  const papers = await preparePapers({
    order: { ...order, stamp: stamp.value },
    rated,
    workbook,
    record: record.value,
  });
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
      const why = causeOf(errorCode(error) ?? '');
      return failed(
        'read-only',
        `The folder “${folder}” could not be made, since ${why}. Choose another one.`,
      );
    }
  }
  return success(undefined);
}
