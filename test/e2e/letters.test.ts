import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkArchive } from '#test/papers/archive/check-archive.ts';
import { checkPaper } from '#test/papers/ua/check-paper.ts';
import { runApp } from '#test/support/electron-command.ts';
import { currentSample } from '../../scripts/samples/current-sample.ts';
import { everyScript, INTER_NAMES, NAMES } from './hard-submissions.ts';
import { readPdf } from './pdf-facts.ts';

/** Names that the files of the bundled faces give themselves. */
const BUNDLED =
  /\+(Inter-(Regular|Italic|SemiBold)|InterFigures-(Regular|SemiBold)|SourceSerif4-SemiBold|NotoSans(Arabic|Hebrew|Devanagari|Thai|JP|KR|SC|TC)(Thin)?-(Regular|SemiBold))$/;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ballast-letters-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function filesFor(insured: string): Promise<readonly Buffer[]> {
  const out = mkdtempSync(join(folder, 'quote-'));
  const file = join(out, 'submission.json');
  writeFileSync(file, everyScript(currentSample('well-run-exchange.json'), insured));
  const quote = ['--quote', file, '--workbook', join(out, 'b.ballast'), '--out', out];
  const result = await runApp(['--user-data', join(folder, 'user-data'), ...quote]);
  expect(result).toMatchObject({ exitCode: 0 });
  const papers = readdirSync(out).filter((name) => name.endsWith('.pdf'));
  return papers.map((name) => readFileSync(join(out, name)));
}
const papersFor = async (insured: string) => Promise.all((await filesFor(insured)).map(readPdf));

describe('a name in any script', () => {
  it('is set in bundled faces alone, whatever this computer has', async () => {
    const papers = await papersFor(NAMES[0]?.[1] ?? '');
    expect(papers).toHaveLength(3);
    for (const { fonts } of papers) {
      expect(fonts.length).toBeGreaterThan(3);
      expect(fonts.filter(({ name, isEmbedded }) => !isEmbedded || !BUNDLED.test(name))).toEqual([]);
    }
    const names = papers.flatMap(({ fonts }) => fonts.map(({ name }) => name)).join(' ');
    for (const script of ['Arabic', 'Hebrew', 'Devanagari', 'Thai', 'JP', 'KR'])
      expect(names).toContain(`+NotoSans${script}`);
  });

  it.each([...NAMES.map(([, name]) => name), ...INTER_NAMES])(
    'keeps every rule of PDF/UA and of PDF/A: %s',
    async (name) => {
      for (const bytes of await filesFor(name))
        expect([...(await checkPaper(bytes)), ...(await checkArchive(bytes))]).toEqual([]);
    },
  );

  it('can be found and copied, and draws Chinese characters as its own language does', async () => {
    const name = NAMES.find(([face]) => face === 'NotoSansTC')?.[1] ?? '';
    const papers = await papersFor(name);
    // In the order of their length; that of one page names nobody else.
    const [summary, quotation] = papers.toSorted((a, b) => a.pages.length - b.pages.length);
    expect(summary?.pages[0]).toContain(name);
    expect(quotation?.pages[0]).toContain(`Accepted for ${name} on the terms of`);
    const faces = summary?.fonts.map(({ name: face }) => face).filter((face) => face.includes('NotoSans'));
    expect(faces?.length).toBeGreaterThan(0);
    expect(faces?.filter((face) => !face.includes('NotoSansTC'))).toEqual([]);
  });
});
