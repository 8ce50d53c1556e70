import { basename } from 'node:path';
import { localDay } from '#shared/domain/dates.ts';
import { lowerFirst } from '#shared/domain/lower-first.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { type Failure, failed, type Result, success } from '#shared/domain/result.ts';
import { parseWholeSubmission, type SubmissionPeople } from '#shared/domain/submission.ts';
import { figuresOf } from '#shared/underwriting/figures.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { judgedOn } from '../documents/judged-on.ts';
import { readSubmissionText } from '../exchange/submission-file.ts';
import type { Activations } from '../host/activations.ts';
import { type BundledModel, loadBundledModel } from '../host/bundled-model.ts';
import { fastSha256 } from '../host/hash.ts';
import { type Rate, rateHere } from '../host/rate-in-thread.ts';
import { recordNewAssessment } from '../store/assessments/new-assessment.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import type { WorkbookDatabase } from '../store/connection/database.ts';
import { keepModel } from '../store/models/keep-model.ts';
import type { Workbook } from '../store/workbook/workbook.ts';
import { assessmentsOf, keepPapers, withPaper } from './keep-papers.ts';
import { exitCodeOf, type Outcome, outcomeOf, type Quoted, stopped } from './quote-report.ts';
import { stampOfRun } from './run-people.ts';
import { printerFor, type RunSigning } from './run-signing.ts';
import { closeRun, openForRun, type RunOrder } from './run-workbook.ts';
import { preparePapers, type Rated } from './write-paper.ts';

/** What every submission of a run is quoted with. */
export interface QuoteOrder extends RunOrder {
  /** With what the papers are signed; left out, they are not. */
  readonly signing?: RunSigning | null | undefined;
  readonly resourcesFolder: string;
  readonly activations: Activations;
  /** Rates by a model; left out, that is done where it is asked for. */
  readonly rateBy?: (model: RatingModel) => Rate;
  readonly now: Date;
}

/** A submission read and rated on its own, before anything is stored. */
export interface RatedSubmission extends Omit<Rated, 'on'> {
  readonly model: BundledModel;
  /** For whom and by whom the file says that it is quoted. */
  readonly people: SubmissionPeople;
  /** The name of the file, and the SHA-256 of its text. */
  readonly fileName: string;
  readonly fileHash: string;
}

/**
 * Scores, prices, stores and prints a submission. The submission is checked in full before the workbook is opened. The
 * record is kept first and the PDF named after it: a run that is ended in between leaves a quote whose paper can be written
 * again (`--papers`), never a paper that no workbook knows.
 */
export async function quoteSubmission(order: QuoteOrder & { readonly submission: string }): Promise<Outcome> {
  const model = loadBundledModel(order.resourcesFolder, order.activations);
  if (!model.ok) return stopped(3, model.failure);
  const read = readSubmissionText(order.submission);
  if (!read.ok) return stopped(2, ofFile(order.submission, read.failure));
  const rate = (order.rateBy ?? rateHere)(model.value.model);
  const rated = await rateSubmission({ ...order, text: read.value, rate }, model.value);
  if (!rated.ok) return stopped(2, ofFile(order.submission, rated.failure));
  const outcome = await storeAndPrint(order, rated.value);
  return outcome.ok ? outcome.value : stopped(exitCodeOf(outcome.failure), outcome.failure);
}

/** What is wrong with a file, by its name. */
function ofFile(path: string, failure: Failure): Failure {
  const name = basename(path);
  if (failure.message.includes(name)) return failure;
  return { ...failure, message: `“${name}” was not quoted: ${lowerFirst(failure.message)}` };
}

interface SubmissionToRate {
  /** The path of the file, by whose name it is told of. */
  readonly submission: string;
  readonly text: string;
  readonly now: Date;
  readonly rate: Rate;
}

/** Reads and rates a submission, before anything is stored. */
export async function rateSubmission(
  { submission, text, now, rate }: SubmissionToRate,
  model: BundledModel,
): Promise<Result<RatedSubmission>> {
  const parsed = parseWholeSubmission(text, model.model, localDay(now));
  if (!parsed.ok) return parsed;
  const { content, people } = parsed.value;
  const rating = rate(content);
  const judgement = await rating.judgement;
  const { price } = judgement;
  // Without parts there is a score and no price, which is an assessment; terms that cannot be priced are a mistake.
  if (!price.ok && content.terms.parts.length > 0) {
    const { message, field } = price.failure;
    return failed('invalid-input', `The submission cannot be priced: ${message}`, field);
  }
  return success({
    fileName: basename(submission),
    fileHash: fastSha256(text),
    content,
    people,
    model,
    judgement,
    explanation: rating.explanation,
  });
}

async function storeAndPrint(order: QuoteOrder, rated: RatedSubmission): Promise<Result<Outcome>> {
  const opened = await openForRun(order, order.now);
  if (!opened.ok) return opened;
  const { workbook } = opened.value;
  let isDone = false;
  try {
    const quoted = await quoteInto(order, rated, workbook);
    isDone = quoted.ok;
    if (!quoted.ok) return quoted;
    const count = assessmentsOf(workbook, rated.content);
    const written = withPaper(quoted.value);
    return written.ok ? success(outcomeOf(written.value, count)) : written;
  } finally {
    // Where nothing was stored, a workbook made for this run goes too.
    closeRun(opened.value, { keepsNew: isDone });
  }
}

/** Stores what was rated in one transaction and makes room for its papers, which `withPaper` then fills. */
export const quoteInto = (
  order: QuoteOrder,
  rated: RatedSubmission,
  workbook: Workbook,
): Promise<Result<Quoted>> => keepPapers(order, workbook, () => inWorkbook(order, rated, workbook));

/** The judgement by whoever enters it, for the insurer of the workbook and beside the offers that are out. */
function inItsWorkbook(
  rated: RatedSubmission,
  { db, stamp }: { readonly db: WorkbookDatabase; readonly stamp: ChangeStamp },
): Result<RatedSubmission & Rated> {
  const { content, model } = rated;
  const judged = judgedOn(db, stamp, null);
  if (!judged.ok) return judged;
  const { on } = judged.value;
  const judgement = judge({ content, model: model.model, ...on, grid: 'full', earlier: rated.judgement });
  return success({ ...rated, judgement, on });
}

async function inWorkbook(
  order: QuoteOrder,
  alone: RatedSubmission,
  workbook: Workbook,
): Promise<Result<Quoted>> {
  const stamp = await stampOfRun(order, alone.people, workbook.db);
  if (!stamp.ok) return stamp;
  const own = inItsWorkbook(alone, { db: workbook.db, stamp: stamp.value });
  if (!own.ok) return own;
  const rated = own.value;
  const { content, model, judgement, fileName, fileHash } = rated;
  const kept = keepModel(workbook.db, model, stamp.value);
  if (!kept.ok) return kept;
  const record = recordNewAssessment(workbook.db, {
    ...stamp.value,
    content,
    figures: figuresOf(judgement),
    model: { id: model.model.id, hash: model.hash },
    why: `Imported from ${fileName}.`,
    fileHash,
  });
  if (!record.ok) return record;
  const signed = { ...order, db: workbook.db, stamp: stamp.value };
  const printer = await printerFor(order.signing ?? null, signed);
  if (!printer.ok) return printer;
  const papers = await preparePapers({
    order: { ...order, printer: printer.value, stamp: stamp.value },
    rated,
    workbook,
    record: record.value,
  });
  if (!papers.ok) return papers;
  return success({ workbook, assessmentId: record.value.summary.id, judgement, papers: papers.value });
}
