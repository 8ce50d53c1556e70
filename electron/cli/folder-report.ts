import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import type { IsoDate } from '#shared/domain/dates.ts';
import { formatCount } from '#shared/domain/format-date.ts';
import { formatMoney } from '#shared/domain/format-money.ts';
import { fromMinor, type MinorUnits } from '#shared/domain/money.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { csvText } from '../exchange/csv.ts';
import { errorCode } from '../host/system-error.ts';
import { writeFailure } from '../host/write-file.ts';
import { bullets } from './text-table.ts';
import { freeName } from './write-paper.ts';

/** What became of a submission, in the order in which a summary counts them. */
export const FOLDER_RESULTS = [
  'quoted',
  'indication',
  'referred',
  'declined',
  'incomplete',
  'already here',
  'failed',
] as const;
export type FolderResult = (typeof FOLDER_RESULTS)[number];

/** One line of the summary. */
export interface FolderLine {
  /** The name of the file. */
  readonly file: string;
  readonly result: FolderResult;
  readonly insured: string;
  /** With its version; empty where nothing is issued. */
  readonly quote: string;
  readonly currency: string;
  /** Null where there is no price. */
  readonly quotedMinor: MinorUnits | null;
  readonly why: readonly string[];
  /** The names of the PDFs written. */
  readonly papers: readonly string[];
}

const HEAD = ['File', 'Result', 'Insured', 'Quote', 'Currency', 'Quoted premium', 'Why', 'Papers'];

const cellsOf = ({ file, result, insured, quote, currency, quotedMinor, why, papers }: FolderLine) => [
  file,
  result,
  insured,
  quote,
  currency,
  quotedMinor === null ? null : fromMinor(quotedMinor),
  why.join(' '),
  papers.join(' '),
];

export interface SummaryFile {
  readonly path: string;
  readonly add: (line: FolderLine) => Result<undefined>;
  readonly close: () => void;
}

/**
 * The summary of a run as CSV, under a name that is not taken. Each line is written as it comes, so that nothing is held and
 * a run that is ended in between leaves what it has done.
 */
export function openSummary(folder: string, today: IsoDate): Result<SummaryFile> {
  const path = freeName(folder, `summary-${today}.csv`);
  const written = (write: () => void): Result<undefined> => {
    try {
      write();
      return success(undefined);
    } catch (error) {
      const failure = writeFailure(path, errorCode(error));
      if (failure === null) throw error;
      return failed(failure.code, failure.message);
    }
  };
  let file = -1;
  const opened = written(() => {
    file = openSync(path, 'wx');
    writeSync(file, csvText([HEAD]));
  });
  if (!opened.ok) return opened;
  return success({
    path,
    // Without the mark that a file begins with.
    add: (line) => written(() => void writeSync(file, csvText([cellsOf(line)]).slice(1))),
    close: () => {
      fsyncSync(file);
      closeSync(file);
    },
  });
}

/** Nothing in the name of a file may move what a terminal shows. */
const shown = (name: string): string =>
  name.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');

/** `12 of 100  acme.json  quoted  BAL-2026-0012-K7QX2 version 1, USD 215,000.00`, and why where it is not a quote. */
export function progressLine(line: FolderLine, at: { readonly index: number; readonly of: number }): string {
  const { file, result, quote, currency, quotedMinor, why } = line;
  const figures = [
    ...(quote === '' ? [] : [quote]),
    ...(quotedMinor === null ? [] : [formatMoney(quotedMinor, currency)]),
  ].join(', ');
  const place = `${String(at.index).padStart(String(at.of).length)} of ${at.of}`;
  const head = [place, shown(file), result, figures].filter((part) => part !== '').join('  ');
  return [head, ...bullets(why.map(shown))].join('\n').replaceAll('\u00a0', ' ');
}

export interface FolderTally {
  readonly count: (line: FolderLine) => void;
  readonly lines: (end: {
    readonly of: number;
    readonly isStopped: boolean;
    readonly summary: string;
  }) => readonly string[];
  readonly failures: () => number;
}

/** Counts what became of the submissions of a folder; the failed are named at the end. */
export function createTally(): FolderTally {
  const counts = new Map<FolderResult, number>();
  const failures: string[] = [];
  return {
    count: ({ file, result, why }) => {
      counts.set(result, (counts.get(result) ?? 0) + 1);
      if (result === 'failed') failures.push(`${shown(file)}: ${shown(why.join(' '))}`);
    },
    lines: ({ of, isStopped, summary }) => {
      const done = [...counts.values()].reduce((sum, count) => sum + count, 0);
      const parts = FOLDER_RESULTS.flatMap((result) => {
        const count = counts.get(result) ?? 0;
        return count === 0 ? [] : [`${count} ${result}`];
      });
      return [
        '',
        isStopped
          ? `STOPPED after ${done} of ${formatCount(of, 'submission')}: ${parts.join(', ') || 'nothing was done'}. The same command goes on with the rest.`
          : `DONE: ${formatCount(of, 'submission')}: ${parts.join(', ')}.`,
        ...(failures.length === 0 ? [] : ['FAILED', ...bullets(failures)]),
        `  Summary   ${summary}`,
      ].map((line) => line.replaceAll('\u00a0', ' '));
    },
    failures: () => failures.length,
  };
}
