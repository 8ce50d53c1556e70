import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { paperFileName } from '../documents/paper-file-name.ts';
import { fastSha256 } from '../host/hash.ts';
import { errorCode } from '../host/system-error.ts';
import { writeFileDurably } from '../host/write-file.ts';
import { reading } from '../store/connection/database.ts';
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
  for (const { id, reference, version } of quotes.value.toReversed()) {
    const kinds = reading(db, () => paperKindsOf(db, id));
    if (!kinds.ok) return kinds;
    for (const kind of kinds.value) {
      count += 1;
      const stored = getQuotePaper(db, id, kind);
      if (!stored.ok) return stored;
      const name = paperFileName({ reference, version }, kind);
      const sha256 = fastSha256(stored.value.pdf);
      if (found.value.some((other) => isPaper(join(folder, other), name, sha256))) continue;
      const path = freeName(folder, name);
      const written = writeFileDurably(path, stored.value.pdf);
      if (!written.ok) return written;
      lines.push(`Written   ${path}`);
    }
  }
  return success([
    ...lines,
    lines.length === 0
      ? `Every paper of the ${quotes.value.length} issued is in ${folder}.`
      : `${lines.length} of ${count} papers were missing in ${folder}.`,
  ]);
}

function namesIn(folder: string): Result<readonly string[]> {
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
