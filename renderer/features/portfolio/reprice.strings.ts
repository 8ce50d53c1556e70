import type { BookLine, BookLineState } from '#shared/domain/book.ts';
import { formatCount } from '#shared/domain/format-date.ts';
import { formatNumber } from '#shared/domain/format-number.ts';
import type { BookSummary } from './book-summary.ts';
import type { RepriceRun, RunBasis } from './reprice-run.ts';

const number = (value: number) => formatNumber(value);

export const repriceWords = {
  title: 'Re-price the book',
  intro:
    'Scores and prices every assessment of this workbook again, the way a quote is issued, and holds each issued premium against it. Use it after a new model or engine, or to prove that what was issued can still be reproduced to the cent. Nothing is written to the workbook; assessments in the bin are left out.',
  basis: ({ modelId, engineVersion }: RunBasis) => `Model ${modelId}, engine ${engineVersion}, full grid.`,
  ready: (count: number, issued: number) =>
    `${formatCount(count, 'assessment')}, ${issued === 0 ? 'none' : number(issued)} of them with an issued quote.`,
  start: 'Re-price the book',
  again: 'Re-price again',
  cancel: 'Cancel',
  exportCsv: 'Export CSV',
  emptyTitle: 'There is nothing to re-price yet',
  emptyWhy:
    'This workbook holds no assessment outside the bin. Start one, or import a submission; once quotes are issued, this page shows whether today’s model and engine still give their premiums.',
  listNotRead: 'The assessments could not be read',
  modelNotRead: 'The rating model could not be read',
  progress: 'Assessments re-priced',
  listing: 'Reading the list of assessments…',
  done: (done: number, total: number | null) =>
    total === null ? '' : `${number(done)} of ${number(total)} re-priced`,
  left: (milliseconds: number) => {
    const seconds = Math.ceil(milliseconds / 1000);
    return seconds < 60
      ? `about ${formatCount(Math.max(1, seconds), 'second')} left`
      : `about ${formatCount(Math.ceil(seconds / 60), 'minute')} left`;
  },
  allDone: (total: number, at: string, { modelId, engineVersion }: RunBasis) =>
    `${formatCount(total, 'assessment')} re-priced at ${at} with model ${modelId}, engine ${engineVersion}, full grid.`,
  cancelled: (done: number, total: number | null) =>
    total === null
      ? 'Cancelled before anything was re-priced'
      : `${number(done)} of ${number(total)} re-priced; cancelled`,
  cancelledWhy: 'What follows covers that part of the book alone. Starting again begins afresh.',
  failed: (done: number, total: number | null) =>
    total === null
      ? 'The book could not be re-priced'
      : `${number(done)} of ${number(total)} re-priced; stopped by a fault`,
  failedWhy: 'What is done is kept below. Re-price again to begin afresh.',
  engineStopped: 'The pricing engine stopped.',
  noneMatch: 'No assessment is in this state.',
  findings: 'Findings',
  totalsLabel: 'Issued premiums that were compared',
  compared: 'Premiums compared',
  issuedTotal: 'As issued',
  nowTotal: 'Re-priced now',
  change: 'Change',
  table: 'Re-priced assessments',
  tableHint: 'Enter or a double click opens the assessment; arrows move.',
  filter: 'Show',
  all: 'All',
  goneWhy: 'It was moved to the bin or removed after the run began.',
  alteredWhy:
    'The assessment no longer says what was issued: the file was altered from outside. Verify this quote.',
  unexplainedWhy: 'Same model, engine and inputs: it should not have changed. Verify this quote.',
  gradeWas: (grade: string) => `Grade ${grade} was issued.`,
  notQuotable: (outcome: string) =>
    outcome === 'knocked-out' ? 'Knocked out now: priced for information.' : 'Not graded now.',
  certificateFails: 'The check of the calculation fails: this price could not be issued.',
  issuedWithModel: (model: string) => `Issued with model ${model}.`,
  issuedWithEdition: (model: string, hash: string) =>
    `Issued with another edition of model ${model} (${hash.slice(0, 8)}).`,
  issuedWithEngine: (engine: string) => `Issued with engine ${engine}.`,
  unexplained: (count: number) =>
    `${count === 1 ? '1 premium has' : `${number(count)} premiums have`} changed without a reason`,
  unexplainedMeaning:
    'Model, engine and inputs are those of the day of issue. Open the assessment and verify its quote.',
  gradeChanges: (count: number) =>
    `${count === 1 ? '1 grade is' : `${number(count)} grades are`} another one now.`,
  exported: (lines: number, fileName: string | null) =>
    `Exported ${formatCount(lines, 'line')} to ${fileName ?? 'the chosen file'}.`,
} as const;

export const LINE_WORDS: Readonly<Record<BookLineState, string>> = {
  changed: 'Changed',
  'inputs-altered': 'Inputs altered',
  'cannot-be-priced': 'Cannot be priced',
  gone: 'Gone',
  reproduced: 'Reproduced',
  'not-issued': 'Not issued yet',
};

/** What went out, or how far the work on it is. */
export const statusOf = ({ issued, state }: BookLine): string => {
  if (issued !== null) return issued.status === 'quote' ? 'Quote' : 'Indication';
  return state === 'draft' ? 'Draft' : 'Finalised';
};

const NONE_ISSUED: Readonly<Record<RepriceRun['phase'], string>> = {
  running: 'So far: no issued premium',
  done: 'No premium has been issued, so there is nothing to compare',
  cancelled: 'None of those re-priced has been issued, so there is nothing to compare',
  failed: 'None of those re-priced has been issued, so there is nothing to compare',
};

/** The finding as one sentence without a full stop; of a run that is not over, or was cut short, it says so. */
export function findingOf(summary: BookSummary, phase: RepriceRun['phase']): string {
  const { issued, changed, reproduced, notCompared } = summary;
  const before = phase === 'running' ? 'So far: ' : phase === 'done' ? '' : 'Of those re-priced: ';
  if (issued === 0) return NONE_ISSUED[phase];
  const apart = notCompared === 0 ? '' : `; ${number(notCompared)} could not be compared`;
  if (changed > 0)
    return `${before}${number(changed)} of ${premiums(issued)} ${changed === 1 ? 'has' : 'have'} changed${apart}`;
  if (notCompared > 0)
    return `${before}${number(reproduced)} of ${premiums(issued)} ${reproduced === 1 ? 'is' : 'are'} reproduced to the cent${apart}`;
  return issued === 1
    ? `${before}${before === '' ? 'The' : 'the'} one issued premium is reproduced to the cent`
    : `${before}${before === '' ? 'All' : 'all'} ${premiums(issued)} are reproduced to the cent`;
}

const premiums = (count: number) => `${number(count)} issued ${count === 1 ? 'premium' : 'premiums'}`;
