import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { QuoteId } from '#shared/domain/records.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import type { PaperKind } from '#shared/quote/paper.ts';
import { paperFileName } from '../documents/paper-file-name.ts';
import { fastSha256 } from '../host/hash.ts';
import { errorCode } from '../host/system-error.ts';
import { writeFileDurably } from '../host/write-file.ts';
import { reading, type WorkbookDatabase } from '../store/connection/database.ts';
import { casePapers } from '../store/deal/case-papers.ts';
import { getQuotePaper, paperKindsOf, quoteNames } from '../store/quotes/read-quotes.ts';
import { closeWorkbook, openWorkbook, type Workbook } from '../store/workbook/workbook.ts';
import type { Outcome } from './quote-report.ts';
import { freeName } from './write-paper.ts';

interface PapersOrder {
  readonly workbook: string;
  readonly out: string;
  readonly appVersion: string;
  readonly now: Date;
}

/**
 * Writes the PDF of every issued quote that is not in the folder, byte for byte as it was issued: after a run that was ended
 * between storing a quote and naming its paper, or where papers were lost. A file of the same name that says something else
 * is left as it is.
 */
export function writeMissingPapers(order: PapersOrder): Outcome {
  const opened = openWorkbook(order.workbook, { mode: 'open', appVersion: order.appVersion, now: order.now });
  if (!opened.ok) return { exitCode: 3, lines: [], message: opened.failure.message };
  try {
    const written = papersInto(opened.value, order.out);
    return written.ok
      ? { exitCode: 0, lines: written.value, message: null }
      : { exitCode: 3, lines: [], message: written.failure.message };
  } finally {
    closeWorkbook(opened.value);
  }
}

function papersInto({ db }: Workbook, folder: string): Result<readonly string[]> {
  const found = namesIn(folder);
  if (!found.ok) return found;
  const quotes = reading(db, () => quoteNames(db));
  if (!quotes.ok) return quotes;
  const lines: string[] = [];
  let count = 0;
  for (const quote of quotes.value.toReversed()) {
    const written = writeMissing(db, quote, { folder, names: found.value });
    if (!written.ok) return written;
    count += written.value.count;
    lines.push(...written.value.paths.map((path) => `Written   ${path}`));
  }
  const ofCases = casePapers(db);
  if (!ofCases.ok) return ofCases;
  for (const { fileName, pdf } of ofCases.value) {
    count += 1;
    const written = writeUnlessThere({ folder, names: found.value }, fileName, pdf);
    if (!written.ok) return written;
    if (written.value !== null) lines.push(`Written   ${written.value}`);
  }
  return success([
    ...lines,
    lines.length === 0
      ? `Every paper of the ${quotes.value.length} issued is in ${folder}.`
      : `${lines.length} of ${count} papers were missing in ${folder}.`,
  ]);
}

interface Place {
  readonly folder: string;
  /** What is in it. */
  readonly names: readonly string[];
  /** Left out: every paper of the quote. */
  readonly wanted?: readonly PaperKind[];
}

/** Writes the papers of one quote that are not in the folder; `paths` are those written, of `count`. */
export function writeMissing(
  db: WorkbookDatabase,
  { id, reference, version }: { readonly id: QuoteId; readonly reference: string; readonly version: number },
  { folder, names, wanted }: Place,
): Result<{ readonly count: number; readonly paths: readonly string[] }> {
  const kinds = reading(db, () => paperKindsOf(db, id));
  if (!kinds.ok) return kinds;
  const all = kinds.value.filter((kind) => wanted?.includes(kind) ?? true);
  const paths: string[] = [];
  for (const kind of all) {
    const stored = getQuotePaper(db, id, kind);
    if (!stored.ok) return stored;
    const name = paperFileName({ reference, version }, kind);
    const written = writeUnlessThere({ folder, names }, name, stored.value.pdf);
    if (!written.ok) return written;
    if (written.value !== null) paths.push(written.value);
  }
  return success({ count: all.length, paths });
}

/** The path of the paper that was written; null where the folder has it, under whatever free name it was given. */
function writeUnlessThere({ folder, names }: Place, name: string, pdf: Uint8Array): Result<string | null> {
  const sha256 = fastSha256(pdf);
  if (names.some((other) => isPaper(join(folder, other), name, sha256))) return success(null);
  const path = freeName(folder, name);
  const written = writeFileDurably(path, pdf);
  return written.ok ? success(path) : written;
}

/** What is in a folder. */
export function namesIn(folder: string): Result<readonly string[]> {
  try {
    return success(readdirSync(folder));
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return failed('not-found', `The folder “${folder}” cannot be read. Choose another one.`);
  }
}

/** True for a file of that name, or of that name with a number, that is this very paper. */
function isPaper(path: string, name: string, sha256: string): boolean {
  const stem = basename(name, extname(name));
  if (!basename(path).startsWith(stem) || !path.endsWith('.pdf')) return false;
  try {
    return fastSha256(readFileSync(path)) === sha256;
  } catch {
    return false;
  }
}
