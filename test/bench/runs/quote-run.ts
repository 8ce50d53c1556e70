import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { currentSample } from '../../../scripts/samples/current-sample.ts';

const script = resolve(import.meta.dirname, '../../../scripts/quote.ts');
const samples = resolve(import.meta.dirname, '../../../resources/samples');

/** The line of one submission of a folder: `  7 of 100  …`. */
const TOLD = /^ *\d+ of \d+ {2}/;

export interface QuoteRun {
  readonly milliseconds: number;
  /** How many PDFs were written. */
  readonly papers: number;
  /** Memory of all its processes in MB as each submission of a folder was told of; empty where the system does not tell. */
  readonly memory: readonly number[];
}

/** Quotes the sample by `npm run quote`'s own script, into a new workbook, and removes what came of it. */
export const quoteSample = (): Promise<QuoteRun> => inScratch((scratch) => quoteRun([], scratch));

/** Quotes a folder of so many submissions, which take turns through the samples. */
export const quoteFolderOf = (count: number): Promise<QuoteRun> =>
  inScratch((scratch) => {
    const folder = join(scratch, 'submissions');
    mkdirSync(folder);
    const names = readdirSync(samples).filter(
      (name) => name.endsWith('.json') && !name.endsWith('.schema.json'),
    );
    for (let i = 0; i < count; i += 1) {
      const submission = JSON.parse(readFileSync(currentSample(names[i % names.length] ?? ''), 'utf8'));
      submission.subject.name = `${submission.subject.name} ${i + 1}`;
      writeFileSync(join(folder, `${String(i + 1).padStart(4, '0')}.json`), JSON.stringify(submission));
    }
    return quoteRun([folder], scratch);
  });

async function inScratch(work: (scratch: string) => Promise<QuoteRun>): Promise<QuoteRun> {
  const scratch = mkdtempSync(join(tmpdir(), 'ballast-bench-quote-'));
  try {
    return await work(scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function quoteRun(what: readonly string[], scratch: string): Promise<QuoteRun> {
  const out = join(scratch, 'papers');
  const places = [
    '--out',
    out,
    '--workbook',
    join(out, 'bench.ballast'),
    '--user-data',
    join(tmpdir(), 'ballast-bench-user'),
  ];
  const memory: number[] = [];
  const start = performance.now();
  const child = spawn(process.execPath, [script, ...what, ...places], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (TOLD.test(line)) memory.push(...memoryOf(child));
  });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => {
      const milliseconds = performance.now() - start;
      if (code !== 0) fail(new Error(`the quote of the bench ended with ${code}: ${complaints}`));
      else
        done({
          milliseconds,
          papers: readdirSync(out).filter((name) => name.endsWith('.pdf')).length,
          memory,
        });
    });
  });
}

/** The resident memory of a process and all below it, in MB; nothing where `ps` does not tell. */
function memoryOf({ pid }: ChildProcess): readonly number[] {
  try {
    const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,rss='], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map((row) => row.trim().split(/\s+/).map(Number));
    const family = new Set([pid]);
    for (const _generation of [1, 2, 3, 4, 5])
      for (const [id, parent] of rows) if (family.has(parent)) family.add(id);
    const kilobytes = rows.filter(([id]) => family.has(id)).reduce((sum, [, , size = 0]) => sum + size, 0);
    return [kilobytes / 1024];
  } catch {
    return [];
  }
}
