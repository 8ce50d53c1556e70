import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { writeMissingPapers } from '#electron/cli/missing-papers.ts';
import { paperFileName } from '#electron/documents/paper-file-name.ts';
import { checkedInFull } from '#electron/store/check/check-workbook.ts';
import type { WorkbookDatabase } from '#electron/store/connection/database.ts';
import { getQuotePaper, paperKindsOf, quoteNames } from '#electron/store/quotes/read-quotes.ts';
import { closeWorkbook, openWorkbook } from '#electron/store/workbook/workbook.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';
import { valueIn } from '#test/store/support/results.ts';
import { Counting, type SoakKind, type SoakRoom } from './soak-kind.ts';

// Killed around the moment at which a quote is stored and its paper named: what is on the disk under a name is known to the
// workbook, what the workbook knows can be written again, and no reference is given twice.

const LOOP = join(import.meta.dirname, '..', 'store', 'support', 'quote-in-a-loop.ts');
const LONGEST_WAIT_MS = 400;
const STARTS_WITHIN_MS = 30_000;
const opening = { mode: 'open', appVersion: 'soak' } as const;

/** Where quotes are issued by a process that is killed. */
export interface QuotingPlace {
  readonly workbook: string;
  readonly out: string;
  readonly userData: string;
}

export function makeQuotingPlace(folder: string): QuotingPlace {
  const place = {
    workbook: join(folder, 'Book.ballast'),
    out: join(folder, 'out'),
    userData: join(folder, 'data'),
  };
  mkdirSync(place.out);
  mkdirSync(place.userData);
  return place;
}

/** Quotes until `milliseconds` after something first appears among the papers, then dies by SIGKILL. */
export async function quoteUntilKilled(
  { workbook, out, userData }: QuotingPlace,
  milliseconds: number,
): Promise<void> {
  const watcher = watch(out);
  const changed = new Promise((done) => watcher.once('change', done));
  const child = spawn(process.execPath, [LOOP, workbook, out, userData], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<NodeJS.Signals | null>((done) =>
    child.on('close', (_code, signal) => done(signal)),
  );
  await Promise.race([changed, ended, wait(STARTS_WITHIN_MS)]);
  watcher.close();
  await wait(milliseconds);
  child.kill('SIGKILL');
  if ((await ended) !== 'SIGKILL') throw new Error('the quoting process ended by itself');
}

export const papersIn = (out: string): readonly string[] =>
  readdirSync(out).filter((name) => !name.startsWith('.'));

/** The papers that the workbook does not know. */
export function orphansAmong(out: string, db: WorkbookDatabase): readonly string[] {
  const known = new Set(
    quoteNames(db).flatMap(({ id }) =>
      paperKindsOf(db, id).map((kind) => sha256Hex(valueIn(getQuotePaper(db, id, kind)).pdf)),
    ),
  );
  return papersIn(out).filter((name) => !known.has(sha256Hex(readFileSync(join(out, name)))));
}

/** Writes the missing papers, and says what then is not as it should be. */
export async function wrongAtTheEnd({ workbook, out }: QuotingPlace): Promise<readonly string[]> {
  const now = new Date();
  const written = writeMissingPapers({ workbook, out, appVersion: 'soak', now });
  if (written.exitCode !== 0) return [`the missing papers were not written: ${written.message}`];
  const opened = valueIn(openWorkbook(workbook, { ...opening, now }));
  try {
    const names = quoteNames(opened.db).flatMap(({ id, ...quote }) =>
      paperKindsOf(opened.db, id).map((kind) => paperFileName(quote, kind)),
    );
    const report = await checkedInFull(opened.db, { now });
    return [
      ...(new Set(names).size === names.length ? [] : ['a reference was given twice']),
      ...(papersIn(out).toSorted().join() === names.toSorted().join()
        ? []
        : ['the papers are not those of the quotes']),
      ...report.findings.filter(({ isSound }) => !isSound).map(({ message }) => message),
    ];
  } finally {
    closeWorkbook(opened);
  }
}

async function run({ folder, random, count, isTimeOver }: SoakRoom) {
  const counting = new Counting();
  const place = makeQuotingPlace(folder);
  for (let i = 0; i < count && !isTimeOver(); i += 1) {
    await quoteUntilKilled(place, random.below(LONGEST_WAIT_MS));
    const opened = openWorkbook(place.workbook, { ...opening, now: new Date() });
    if (!opened.ok) {
      counting.wrong(`kill ${i}: refused: ${opened.failure.message}`);
      break;
    }
    const orphans = orphansAmong(place.out, opened.value.db);
    closeWorkbook(opened.value);
    if (orphans.length > 0) counting.wrong(`kill ${i}: no workbook knows ${orphans.join(', ')}`);
    else counting.end('no orphan paper');
  }
  for (const what of await wrongAtTheEnd(place)) counting.wrong(`at the end: ${what}`);
  counting.add('quotes issued, each with its paper at the end', papersIn(place.out).length);
  return counting.tally;
}

export const killedQuotesKind: SoakKind = { name: 'quote-kills', whole: 50, short: 1, run };
