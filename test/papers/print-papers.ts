import { copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DEAL_PAPER_KINDS, type DealPaperKind } from '#shared/deal/papers/deal-paper.ts';
import type { PaperKind } from '#shared/quote/paper.ts';
import { runTarget } from '#test/support/electron-command.ts';
import { electronTarget } from '#test/support/electron-target.ts';

/** A paper as it was printed and stamped by the application. */
export interface PrintedPaper {
  /** `well-run-exchange`. */
  readonly sample: string;
  readonly size: 'a4' | 'letter';
  readonly kind: PaperKind | DealPaperKind;
  readonly bytes: Uint8Array;
}

const samplesFolder = resolve(import.meta.dirname, '../../resources/samples');
export const SAMPLES = readdirSync(samplesFolder)
  .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  .map((name) => name.replace('.json', ''));

export const samplePath = (sample: string): string => join(samplesFolder, `${sample}.json`);

/** The built application, started behind a clock that stands still: the same code, entered by another door. */
export function withFixedChance(folder: string): string {
  const project = resolve(import.meta.dirname, '../..');
  const app = join(folder, 'app');
  mkdirSync(app);
  for (const name of ['out', 'resources', 'node_modules']) symlinkSync(join(project, name), join(app, name));
  copyFileSync(resolve(import.meta.dirname, 'fixed-chance.cjs'), join(app, 'fixed-chance.cjs'));
  const own = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { readonly main?: string };
  const main = own.main ?? 'out/main/main.js';
  writeFileSync(join(app, 'start.js'), `import './fixed-chance.cjs';\nawait import('./${main}');\n`);
  writeFileSync(join(app, 'package.json'), JSON.stringify({ ...own, main: 'start.js' }));
  return app;
}

const kindOf = (file: string): PrintedPaper['kind'] =>
  DEAL_PAPER_KINDS.find((kind) => new RegExp(`-${kind}-\\d+\\.pdf$`).test(file)) ?? quotePaperOf(file);

const quotePaperOf = (file: string): PaperKind =>
  file.endsWith('-worksheet.pdf') || file.endsWith('-not-issued.pdf')
    ? 'worksheet'
    : file.endsWith('-risk-summary.pdf')
      ? 'risk-summary'
      : 'quotation';

interface PrintOrder {
  readonly sample: string;
  readonly submission: string;
  readonly size: 'a4' | 'letter';
  /** An empty folder. */
  readonly folder: string;
  /** More of the command, such as which letters. */
  readonly options?: readonly string[];
}

/** For a machine that is busy with other work. */
const LIMIT_MS = 300_000;

/** Quotes a submission in real Electron with a clock that stands still, and reads the papers that it made. */
export async function printPapers({
  sample,
  submission,
  size,
  folder,
  options = [],
}: PrintOrder): Promise<readonly PrintedPaper[]> {
  mkdirSync(folder, { recursive: true });
  const target = electronTarget(process.env, withFixedChance(folder));
  const result = await runTarget(
    target,
    [
      '--user-data',
      join(folder, 'user-data'),
      '--quote',
      submission,
      '--workbook',
      join(folder, 'papers.ballast'),
      '--out',
      folder,
      '--paper',
      size,
      ...options,
    ],
    { timeoutMs: LIMIT_MS },
  );
  if (result.exitCode !== 0) throw new Error(`${sample} was not quoted: ${result.stderr}`);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.pdf'))
    .sort()
    .map((file) => ({ sample, size, kind: kindOf(file), bytes: readFileSync(join(folder, file)) }));
}
