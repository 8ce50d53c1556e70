import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { version } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PaperText } from './paper-text.ts';
import { readPaperText } from './paper-text.ts';
import { differing, drawPages, fromPng, toPng } from './picture.ts';
import type { PrintedPaper } from './print-papers.ts';

const FOLDER = resolve(import.meta.dirname, 'goldens');
const RECORD = join(FOLDER, 'goldens.json');

/** So many of the points of a page may differ: less than a word of text. */
export const TOLERANCE = 0.0005;

/** What drew the pictures: another one sets letters and lines a little elsewhere. */
export const runtimeName = (): string =>
  `Electron ${process.env.BALLAST_ELECTRON_VERSION ?? 'unknown'} on ${process.platform} ${process.arch}, drawn by pdf.js ${version}`;

interface GoldenRecord {
  readonly runtime: string;
  /** By paper: the first words of each page. */
  readonly layout: Readonly<Record<string, readonly string[]>>;
}

/** The pages of each paper that are kept as pictures. */
const KEPT_PAGES: Readonly<Partial<Record<PrintedPaper['kind'], readonly number[]>>> = {
  quotation: [1, 2],
  'risk-summary': [1],
  worksheet: [1, 3],
};

const isKept = ({ sample, size, kind }: PrintedPaper): boolean =>
  !['marked', 'options'].includes(sample) && (size === 'a4' || kind === 'quotation');
const nameOf = ({ sample, size, kind }: PrintedPaper): string => `${sample}-${size}-${kind}`;
const pagesOf = ({ size, kind }: PrintedPaper): readonly number[] =>
  size === 'letter' ? [1] : (KEPT_PAGES[kind] ?? []);
const fileOf = (paper: PrintedPaper, page: number): string => join(FOLDER, `${nameOf(paper)}-${page}.png`);

/** The first block of text of each page. */
function layoutOf({ blocks }: PaperText): readonly string[] {
  const pages = Math.max(...blocks.map(({ page }) => page));
  return Array.from(
    { length: pages },
    (_, index) => blocks.find(({ page }) => page === index + 1)?.text ?? '',
  );
}

/** Draws the kept pages anew and writes them in place of those that were there. */
export async function writeGoldens(papers: readonly PrintedPaper[]): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  for (const file of readdirSync(FOLDER)) rmSync(join(FOLDER, file));
  const layout: Record<string, readonly string[]> = {};
  for (const paper of papers.filter(isKept)) {
    layout[nameOf(paper)] = layoutOf(await readPaperText(paper.bytes));
    for (const [page, picture] of await drawPages(paper.bytes, pagesOf(paper)))
      writeFileSync(fileOf(paper, page), toPng(picture));
  }
  const record: GoldenRecord = { runtime: runtimeName(), layout };
  writeFileSync(RECORD, `${JSON.stringify(record)}\n`);
}

const readRecord = (): GoldenRecord => JSON.parse(readFileSync(RECORD, 'utf8')) as GoldenRecord;

/** Whether the pictures were drawn by the runtime that this test runs on; they can be compared only then. */
export const isSameRuntime = (): boolean => readRecord().runtime === runtimeName();
export const goldenRuntime = (): string => readRecord().runtime;

/** Pages whose picture is another, with the share of points that differ. */
export async function changedPictures(papers: readonly PrintedPaper[]): Promise<readonly string[]> {
  const changed: string[] = [];
  const seen = new Set<string>();
  for (const paper of papers.filter(isKept))
    for (const [page, picture] of await drawPages(paper.bytes, pagesOf(paper))) {
      const file = fileOf(paper, page);
      seen.add(file);
      const share = existsSync(file) ? differing(picture, fromPng(readFileSync(file))) : 1;
      if (share > TOLERANCE)
        changed.push(`${nameOf(paper)}, page ${page}: ${(share * 100).toFixed(2)}% of the points`);
    }
  const left = readdirSync(FOLDER).filter((file) => file.endsWith('.png') && !seen.has(join(FOLDER, file)));
  return [...changed, ...left.map((file) => `${file} is of a page that is no longer there`)];
}

/** Papers with another number of pages, or whose pages begin with other words. */
export async function changedLayouts(papers: readonly PrintedPaper[]): Promise<readonly string[]> {
  const { layout } = readRecord();
  const changed: string[] = [];
  for (const paper of papers.filter(isKept)) {
    const now = layoutOf(await readPaperText(paper.bytes));
    if (JSON.stringify(now) !== JSON.stringify(layout[nameOf(paper)])) changed.push(nameOf(paper));
  }
  return changed;
}
