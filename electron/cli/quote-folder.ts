import { basename, join } from 'node:path';
import { localDay } from '#shared/domain/dates.ts';
import { insuredName } from '#shared/domain/insured-name.ts';
import type { AssessmentId, QuoteSummary } from '#shared/domain/records.ts';
import { type Failure, type FailureCode, type Result, success } from '#shared/domain/result.ts';
import { papersOfSet } from '#shared/quote/paper.ts';
import { isSubmissionName, readSubmissionText } from '../exchange/submission-file.ts';
import { type BundledModel, loadBundledModel } from '../host/bundled-model.ts';
import { fastSha256 } from '../host/hash.ts';
import { logUnexpected } from '../host/log.ts';
import { type Rate, rateHere } from '../host/rate-in-thread.ts';
import { importedFiles } from '../store/assessments/new-assessment.ts';
import { summaryOf } from '../store/assessments/read-assessments.ts';
import { reading } from '../store/connection/database.ts';
import type { Workbook } from '../store/workbook/workbook.ts';
import {
  createTally,
  type FolderLine,
  type FolderResult,
  openSummary,
  progressLine,
} from './folder-report.ts';
import { withPaper } from './keep-papers.ts';
import { namesIn, writeMissing } from './missing-papers.ts';
import { exitCodeOf, type Quoted } from './quote-report.ts';
import { type QuoteOrder, quoteInto, type RatedSubmission, rateSubmission } from './quote-submission.ts';
import { closeRun, openForRun } from './run-workbook.ts';

export interface FolderOrder extends Omit<QuoteOrder, 'now'> {
  readonly now: () => Date;
  /** The folder whose submissions are quoted. */
  readonly folder: string;
  /** Whether to stop after the submission in hand. */
  readonly isStopped: () => boolean;
  readonly say: (text: string) => Promise<void>;
  readonly complain: (text: string) => Promise<void>;
}

/** As a shell has it of what is ended by Ctrl C. */
const EXIT_STOPPED = 130;

/**
 * Quotes every submission (`*.json`) of a folder into one workbook, one after the other in the order of their names; folders
 * in it are not entered. One that fails does not stop the rest, unless it is the workbook or the disk that fails. A file
 * whose very text this workbook was given before is not quoted again: its papers are written where they are missing. Ends
 * with 0, with 2 where a submission failed, 3 where workbook, disk or printing did, 130 where it was stopped.
 */
export async function quoteFolder(order: FolderOrder): Promise<number> {
  const found = namesIn(order.folder);
  if (!found.ok) return refused(order, found.failure, 2);
  const names = found.value.filter(isSubmissionName).sort();
  if (names.length === 0) {
    await order.complain(`There is no submission (a file whose name ends in .json) in “${order.folder}”.`);
    return 2;
  }
  const model = loadBundledModel(order.resourcesFolder, order.activations);
  if (!model.ok) return refused(order, model.failure, 3);
  const opened = await openForRun(order, order.now());
  if (!opened.ok) return refused(order, opened.failure, 3);
  const run = opened.value;
  let isStored = false;
  try {
    return await quoteEach(order, {
      names,
      model: model.value,
      rate: (order.rateBy ?? rateHere)(model.value.model),
      workbook: run.workbook,
      onStored: () => {
        isStored = true;
      },
    });
  } finally {
    closeRun(run, { keepsNew: isStored });
  }
}

async function refused({ complain }: FolderOrder, { message }: Failure, exitCode: 2 | 3): Promise<number> {
  await complain(message);
  return exitCode;
}

interface FolderRun {
  readonly names: readonly string[];
  readonly model: BundledModel;
  readonly workbook: Workbook;
  readonly rate: Rate;
  readonly onStored: () => void;
  /** The assessment that each text became; those of this run are added. */
  readonly files: Map<string, AssessmentId>;
}

async function quoteEach(order: FolderOrder, opened: Omit<FolderRun, 'files'>): Promise<number> {
  const { names, workbook } = opened;
  const known = importedFiles(workbook.db);
  if (!known.ok) return refused(order, known.failure, 3);
  const summary = openSummary(order.out, localDay(order.now()));
  if (!summary.ok) return refused(order, summary.failure, 3);
  const tally = createTally();
  const run: FolderRun = { ...opened, files: new Map(known.value) };
  let exitCode = 0;
  let stop: string | null = null;
  let done = 0;
  try {
    let next = ahead(order, run, names[0]);
    for (const name of names) {
      if (order.isStopped() || stop !== null) break;
      done += 1;
      const reading = next;
      // It is rated while the one in hand is printed.
      next = ahead(order, run, names[done]);
      const one = await quoteOne(order, { ...run, name, reading });
      if (one.line.result === 'failed') exitCode = Math.max(exitCode, one.exitCode);
      if (one.isOfAll) stop = one.line.why.join(' ');
      tally.count(one.line);
      const added = summary.value.add(one.line);
      if (!added.ok) {
        exitCode = 3;
        stop = added.failure.message;
      }
      await order.say(progressLine(one.line, { index: done, of: names.length }));
    }
  } finally {
    summary.value.close();
  }
  const isStopped = done < names.length;
  await order.say(tally.lines({ of: names.length, isStopped, summary: summary.value.path }).join('\n'));
  if (stop !== null) await order.complain(`Stopped, since the rest would fail as well. ${stop}`);
  return exitCode === 0 && isStopped ? EXIT_STOPPED : exitCode;
}

interface One extends FolderRun {
  readonly name: string;
  readonly reading: Promise<Read>;
}

interface Ended {
  readonly line: FolderLine;
  readonly exitCode: 0 | 2 | 3;
  /** It would go the same way with every other submission. */
  readonly isOfAll: boolean;
}

const OF_ALL: readonly FailureCode[] = [
  'disk-full',
  'read-only',
  'workbook-damaged',
  'workbook-gone',
  'workbook-read-only',
  'workbook-locked',
];

/** Begins to read a submission; what goes wrong is told when it is its turn. */
function ahead(order: FolderOrder, run: FolderRun, name: string | undefined): Promise<Read> {
  const reading = name === undefined ? Promise.reject(new Error('no more')) : readOne(order, run, name);
  reading.catch(() => undefined);
  return reading;
}

interface Read {
  readonly text: Result<string>;
  readonly fileHash: string;
  /** Null where the workbook has it, so that it need not be rated. */
  readonly rated: Result<RatedSubmission> | null;
}

/** Reads a submission and rates it. */
async function readOne(order: FolderOrder, { model, rate, files }: FolderRun, name: string): Promise<Read> {
  const submission = join(order.folder, name);
  const text = readSubmissionText(submission);
  if (!text.ok) return { text, fileHash: '', rated: null };
  const fileHash = fastSha256(text.value);
  if (files.has(fileHash)) return { text, fileHash, rated: null };
  const rated = await rateSubmission({ submission, text: text.value, now: order.now(), rate }, model);
  return { text, fileHash, rated };
}

async function quoteOne(order: FolderOrder, one: One): Promise<Ended> {
  try {
    const { text, fileHash, rated: ratedAhead } = await one.reading;
    if (!text.ok) return failure(one, text.failure, 2);
    const before = one.files.get(fileHash);
    if (before !== undefined) {
      const here = alreadyHere(order, one, before);
      if (here !== null) return here;
    }
    // What the workbook had was removed from it since.
    const rated = ratedAhead ?? (await readOne(order, { ...one, files: new Map() }, one.name)).rated;
    if (rated?.ok !== true) return failure(one, rated?.failure ?? NOT_READ, 2);
    const quoted = await quoteInto({ ...order, now: order.now() }, rated.value, one.workbook);
    if (!quoted.ok) return failure(one, quoted.failure, exitCodeOf(quoted.failure));
    one.onStored();
    one.files.set(fileHash, quoted.value.assessmentId);
    const written = withPaper(quoted.value);
    return written.ok ? ended(one, quoted.value) : failure(one, written.failure, 3);
  } catch (error) {
    const logId = logUnexpected(`quoting ${one.name}`, error);
    const message = `Something went wrong that should not have. Log entry ${logId}.`;
    return failure(one, { code: 'unexpected', message }, 3);
  }
}

const NOT_READ: Failure = {
  code: 'not-found',
  message: 'The file was changed while it was read. Try again.',
};

const NOTHING = { insured: '', quote: '', currency: '', quotedMinor: null, papers: [] } as const;

const failure = ({ name }: One, { code, message }: Failure, exitCode: 2 | 3): Ended => ({
  line: { ...NOTHING, file: name, result: 'failed', why: [message] },
  exitCode,
  isOfAll: exitCode === 3 && OF_ALL.includes(code),
});

function ended({ name }: One, { papers, judgement }: Quoted): Ended {
  const { document, isIssued, files } = papers;
  return {
    exitCode: 0,
    isOfAll: false,
    line: {
      file: name,
      result: resultOf(judgement),
      insured: insuredName(document.content),
      quote: isIssued ? quoteWords(document) : '',
      currency: document.content.currency,
      quotedMinor: document.price?.quotedMinor ?? null,
      why: document.statusReasons,
      papers: files.map(({ path }) => basename(path)),
    },
  };
}

const quoteWords = (quote: { readonly reference: string; readonly version: number | null }): string =>
  `${quote.reference} version ${quote.version ?? 1}`;

function resultOf({ decision, issues }: Quoted['judgement']): FolderResult {
  switch (decision.kind) {
    case 'quote':
      return 'quoted';
    case 'indication':
      return issues.some(({ severity }) => severity === 'needs-authority') ? 'referred' : 'indication';
    case 'not-quotable':
      return 'declined';
    case 'refused':
      return 'incomplete';
  }
}

/** What the workbook has of a file that it was given before; null where that was removed since. */
function alreadyHere(order: FolderOrder, one: One, id: AssessmentId): Ended | null {
  const { name, workbook } = one;
  const found = reading(workbook.db, () => summaryOf(workbook.db, id));
  if (!found.ok) return null;
  const { insured, subjectName, currency, quotedMinor, latestQuote, isInBin } = found.value;
  const papers = latestQuote === null ? success({ paths: [] }) : missingPapers(order, workbook, latestQuote);
  if (!papers.ok) return failure(one, papers.failure, 3);
  const line: FolderLine = {
    file: name,
    result: 'already here',
    insured: insured ?? subjectName,
    quote: latestQuote === null ? '' : quoteWords(latestQuote),
    currency,
    quotedMinor,
    why: isInBin ? ['It is in the bin of the workbook.'] : [],
    papers: papers.value.paths.map((path) => basename(path)),
  };
  return { line, exitCode: 0, isOfAll: false };
}

/** Writes the papers of a quote that are not beside the others any more, or never came to be. */
function missingPapers(
  { out, set }: FolderOrder,
  { db }: Workbook,
  quote: QuoteSummary,
): ReturnType<typeof writeMissing> {
  const names = namesIn(out);
  return names.ok
    ? writeMissing(db, quote, { folder: out, names: names.value, wanted: papersOfSet(set) })
    : names;
}
