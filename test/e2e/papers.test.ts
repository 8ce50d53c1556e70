import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PaperKind } from '#shared/quote/paper.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { ARCHIVE_BREAKS } from '#test/papers/archive/break-archive.ts';
import { ARCHIVE_RULES, checkArchive } from '#test/papers/archive/check-archive.ts';
import { BREAKS, broken } from '#test/papers/break-paper.ts';
import { everythingIn } from '#test/papers/everything-in.ts';
import {
  changedLayouts,
  changedPictures,
  goldenRuntime,
  isSameRuntime,
  runtimeName,
  TOLERANCE,
  writeGoldens,
} from '#test/papers/goldens.ts';
import { markedSubmission } from '#test/papers/marked-submission.ts';
import { optionedSubmission } from '#test/papers/optioned-submission.ts';
import { pageHeads, picturesOnFirstPage } from '#test/papers/page-heads.ts';
import { pageOneAnswers } from '#test/papers/page-one.ts';
import { readPaperText } from '#test/papers/paper-text.ts';
import { differing, drawPages, fromPng, toPng } from '#test/papers/picture.ts';
import { type PrintedPaper, printPapers, SAMPLES, samplePath } from '#test/papers/print-papers.ts';
import { roundedApart } from '#test/papers/roundings.ts';
import { sumsOf } from '#test/papers/sums.ts';
import { checkPaper } from '#test/papers/ua/check-paper.ts';
import { CHECKPOINTS } from '#test/papers/ua/checkpoints.ts';
import { figuresTold, insurersFigures, tells } from '../support/insurers-figures.ts';

// What is held here is held against papers that the application printed and stamped: their bytes, their tags, their text.

const SIZES = ['a4', 'letter'] as const;
const MARKED = 'well-run-exchange';
const marked = markedSubmission(MARKED);

let folder: string;
let papers: readonly PrintedPaper[] = [];
let ofMarked: readonly PrintedPaper[] = [];
let ofOptions: readonly PrintedPaper[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ballast-papers-'));
  const all: PrintedPaper[] = [];
  for (const sample of SAMPLES)
    for (const size of SIZES)
      all.push(
        ...(await printPapers({
          sample,
          size,
          submission: samplePath(sample),
          folder: join(folder, sample, size),
        })),
      );
  const own = join(folder, 'marked');
  mkdirSync(own);
  writeFileSync(join(own, 'marked.json'), marked.text);
  ofMarked = await printPapers({
    sample: 'marked',
    size: 'a4',
    submission: join(own, 'marked.json'),
    folder: join(own, 'out'),
  });
  const side = join(folder, 'options');
  mkdirSync(side);
  writeFileSync(join(side, 'options.json'), optionedSubmission(MARKED));
  ofOptions = await printPapers({
    sample: 'options',
    size: 'a4',
    submission: join(side, 'options.json'),
    folder: join(side, 'out'),
  });
  papers = [...all, ...ofMarked, ...ofOptions];
}, 1_800_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const kindsOf = (sample: string, size: string): readonly PrintedPaper['kind'][] =>
  papers.filter((paper) => paper.sample === sample && paper.size === size).map(({ kind }) => kind);
const markedPaper = (kind: PaperKind): PrintedPaper => {
  const found = ofMarked.find((paper) => paper.kind === kind);
  if (found === undefined) throw new Error(`There is no ${kind}.`);
  return found;
};
/** What a worksheet carries. */
async function attachedTo({ bytes }: PrintedPaper): Promise<QuoteDocument> {
  const [attached] = (await PDFDocument.load(bytes, { updateMetadata: false })).getAttachments();
  return JSON.parse(new TextDecoder().decode(attached?.data)) as QuoteDocument;
}
const titleOf = ({ sample, size, kind }: PrintedPaper): string => `${sample}, ${size}, ${kind}`;
/** Runs a check over every paper and names those that fail it. */
const overAll = async <T>(check: (paper: PrintedPaper) => Promise<readonly T[]>) =>
  (await Promise.all(papers.map(async (paper) => [titleOf(paper), await check(paper)] as const))).filter(
    ([, found]) => found.length > 0,
  );

it('every sample was printed on both sizes of paper', () => {
  expect(SAMPLES.length).toBeGreaterThanOrEqual(4);
  for (const sample of SAMPLES)
    for (const size of SIZES) expect(kindsOf(sample, size)).toContain('worksheet' satisfies PaperKind);
  expect(kindsOf('marked', 'a4')).toHaveLength(3);
});

it('the same submission makes the same bytes under the same clock', async () => {
  const [sample = ''] = SAMPLES;
  const again = await printPapers({
    sample,
    size: 'a4',
    submission: samplePath(sample),
    folder: join(folder, 'again'),
  });
  const before = papers.filter((paper) => paper.sample === sample && paper.size === 'a4');
  expect(again.map(({ kind }) => kind)).toEqual(before.map(({ kind }) => kind));
  for (const [index, { bytes, kind }] of again.entries())
    expect([kind, Buffer.from(bytes).equals(before[index]!.bytes)]).toEqual([kind, true]);
});

describe('PDF/UA-1', () => {
  it('every paper keeps every rule of the checker', async () => {
    expect(await overAll(async ({ bytes }) => [...(await checkPaper(bytes))])).toEqual([]);
  });

  it('every rule has a broken paper', () => {
    expect(CHECKPOINTS.map(({ number }) => number).filter((number) => !(number in BREAKS))).toEqual([]);
  });

  it.each(Object.entries(BREAKS))('%s is found where it is broken', async (number, breakIt) => {
    const found = await checkPaper(await broken(markedPaper('worksheet').bytes, breakIt));
    expect([...found.keys()]).toContain(number);
  });
});

describe('PDF/A-3U', () => {
  it('every paper keeps every rule of the checker', async () => {
    expect(await overAll(async ({ bytes }) => [...(await checkArchive(bytes))])).toEqual([]);
  });

  it('every rule has a broken paper', () => {
    expect(ARCHIVE_RULES.map(({ clause }) => clause).sort()).toEqual(Object.keys(ARCHIVE_BREAKS).sort());
  });

  it.each(Object.entries(ARCHIVE_BREAKS))('%s is found where it is broken', async (clause, breakIt) => {
    const found = await checkArchive(await breakIt(markedPaper('worksheet').bytes));
    expect([...found.keys()]).toContain(clause);
  });
});

describe('the head of a paper', () => {
  it('names the insured and the section of the page, on every page', async () => {
    for (const { bytes, sample, size, kind } of papers) {
      const { blocks } = await readPaperText(bytes);
      const insured = blocks.find(({ type }) => type === 'H1')?.text ?? '';
      const sections = new Set([
        'Risk details',
        'Decision',
        'How we see the risk',
        ...blocks.filter(({ type }) => /^H[12]$/.test(type)).map(({ text }) => text),
      ]);
      const heads = await pageHeads(bytes);
      const faults = heads.filter(
        ({ insured: named, words }) =>
          named !== insured || !sections.has(/^[A-Z][A-Za-z, ]+: (.+)$/.exec(words)?.[1] ?? ''),
      );
      expect([sample, size, kind, faults]).toEqual([sample, size, kind, []]);
      if (heads.length > 3) expect(new Set(heads.map(({ words }) => words)).size).toBeGreaterThan(2);
    }
  });

  it.each(['quotation', 'risk-summary', 'worksheet'] as const)(
    'bears the logo of the insurer: %s',
    async (kind) => {
      const { bytes } = markedPaper(kind);
      expect(await picturesOnFirstPage(bytes)).toBe(1);
      expect((await readPaperText(bytes)).alts).toContain('Meridian Digital Insurance Ltd');
    },
  );
});

describe('the sums on the papers', () => {
  it('add up, on every paper, from its own words', async () => {
    const wrong = await overAll(async ({ bytes }) =>
      sumsOf(await readPaperText(bytes)).filter(
        ({ said, made, within }) => !(Math.abs(said - made) <= within + 1e-9),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('are all found', async () => {
    const what = async (kind: PaperKind) =>
      new Set(sumsOf(await readPaperText(markedPaper(kind).bytes)).map((found) => found.what.split(':')[0]));
    expect([...(await what('worksheet'))].sort()).toEqual(
      [
        'bridge from the class average',
        'build-up',
        'measures',
        'payable',
        'points',
        'shares of the parts',
        'tax',
        'weighted mean of the pillars',
        'weights of the pillars',
      ].sort(),
    );
    expect([...(await what('quotation'))].sort()).toEqual([
      'coinsurance of a loss that reaches the limit',
      'cover',
      'largest gap',
      'our line',
      'payable',
      'tax',
    ]);
    const ofOption = async (kind: PaperKind) =>
      sumsOf(await readPaperText(ofOptions.find((paper) => paper.kind === kind)!.bytes)).filter(
        ({ what: name }) => name.startsWith('options: '),
      );
    // Three options: the most for one event and in the period, and what is paid; the insurer's has the rate on line, too.
    expect(await ofOption('quotation')).toHaveLength(9);
    expect(await ofOption('worksheet')).toHaveLength(12);
    const counts = sumsOf(await readPaperText(markedPaper('worksheet').bytes));
    expect(counts.length).toBeGreaterThan(45);
  });

  it('are found wrong where a figure is another', async () => {
    const text = await readPaperText(markedPaper('worksheet').bytes);
    const [one] = sumsOf(text);
    const tables = text.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) =>
        row.map((cell) => cell.replace(/\d\.\d\d$/, (end) => `${(Number(end[0]) + 1) % 10}${end.slice(1)}`)),
      ),
    }));
    expect(one).toBeDefined();
    const wrong = sumsOf({ ...text, tables }).filter(
      ({ said, made, within }) => !(Math.abs(said - made) <= within + 1e-9),
    );
    expect(wrong.length).toBeGreaterThan(10);
  });
});

describe('the length of the papers', () => {
  /** As many pages as a reader takes up, of a deal with one structure. */
  const MOST: Readonly<Partial<Record<PrintedPaper['kind'], number>>> = {
    quotation: 4,
    'risk-summary': 1,
    worksheet: 10,
  };

  it('is kept, on A4', async () => {
    const single = papers.filter(({ sample, size }) => size === 'a4' && sample !== 'options');
    const lengths = await Promise.all(
      single.map(
        async (paper) => [titleOf(paper), (await pageHeads(paper.bytes)).length, MOST[paper.kind]] as const,
      ),
    );
    expect(lengths.filter(([, pages, most]) => most === undefined || pages > most)).toEqual([]);
  });

  it.each([
    [MARKED, 'a4'],
    ['well-run-exchange', 'a4'],
    ['well-run-exchange', 'letter'],
  ])('leaves room to sign on page 1: %s on %s', async (name, on) => {
    const paper = papers.find(
      ({ sample, size, kind }) => sample === name && size === on && kind === 'quotation',
    );
    const { blocks } = await readPaperText(paper!.bytes);
    expect(blocks.find(({ text }) => text === 'Signature')?.page).toBe(1);
  });
});

describe('the figures on the papers', () => {
  const ofOneQuote = async (sample: string) => {
    const own = papers.filter((paper) => paper.sample === sample && paper.size === 'a4');
    const document = await attachedTo(own.find(({ kind }) => kind === 'worksheet')!);
    return { document, texts: await Promise.all(own.map(({ bytes }) => readPaperText(bytes))) };
  };

  it.each([...SAMPLES, 'marked', 'options'])('are rounded alike wherever they stand: %s', async (sample) => {
    const { document, texts } = await ofOneQuote(sample);
    expect(roundedApart(document, texts)).toEqual([]);
  });

  it('are found apart where one paper rounds otherwise', async () => {
    const { document, texts } = await ofOneQuote('marked');
    const rounded = texts.map((text) => ({
      ...text,
      tables: text.tables.map((table) => ({
        ...table,
        rows: table.rows.map((row) =>
          row[0]?.startsWith('Rate on line (') === true
            ? row.map((cell) => cell.replace(/^[\d.]+(?=%$)/, (share) => Number(share).toFixed(2)))
            : row,
        ),
      })),
    }));
    expect(roundedApart(document, rounded).map(({ place }) => place)).toContain('.price.rateOnLine');
  });
});

describe('page 1 of the quotation alone', () => {
  it.each(['quotation'] as const)('answers what a broker has to know: %s', async (kind) => {
    const answers = pageOneAnswers(await readPaperText(markedPaper(kind).bytes));
    expect(answers).toMatchObject({
      insurer: expect.stringContaining('Meridian Digital Insurance Ltd'),
      underwriter: 'Class underwriter, exchanges',
      insured: expect.stringContaining('Calder Sound Markets Limited'),
      ourLine: expect.stringContaining('35% of 100%'),
      period: expect.stringMatching(
        /^From 00:01 1 Jan 2027 to 00:01 1 Jan 2028, local standard time at the insured.s address/,
      ),
      mostInPeriod: 'USD 86,000,000',
      largestGap: 'USD 1,975,000,000',
      offerEnds: '17:00 25 Dec 2026, London time',
    });
    expect(answers.forWhat).toHaveLength(4);
    expect(answers.mostForOneEvent).toEqual(['25,000,000', '25,000,000', '750,000', '60,000,000']);
    expect(answers.notCovered.join(' ')).toContain('Insolvency and financial default');
    expect(answers.premium).toMatch(/^USD [\d,]+\.\d\d$/);
    expect(answers.ourShare).toMatch(/^[\d,]+\.\d\d$/);
    expect(answers.beforeBinding).toEqual([
      expect.stringContaining('wallet and contract inventory'),
      expect.stringContaining('Signed proposal'),
    ]);
  });

  it('answers the same of every sample that is quoted or indicated', async () => {
    const quotations = papers.filter(({ kind }) => kind === 'quotation');
    expect(quotations.length).toBeGreaterThan(3);
    for (const paper of quotations) {
      const answers = pageOneAnswers(await readPaperText(paper.bytes));
      const unanswered = Object.entries(answers).flatMap(([question, answer]) =>
        answer === '' || answer.length === 0 ? [question] : [],
      );
      // What a deal has not, no page can say: a line, and a condition of its binding.
      expect([
        titleOf(paper),
        unanswered.filter((question) => !['ourLine', 'ourShare', 'beforeBinding'].includes(question)),
      ]).toEqual([titleOf(paper), []]);
    }
  });
});

describe.each(['quotation', 'risk-summary'] as const)('the bytes of the broker’s %s', (kind) => {
  let held: string;
  let worksheet: QuoteDocument;
  beforeAll(async () => {
    held = await everythingIn(markedPaper(kind).bytes);
    worksheet = await attachedTo(markedPaper('worksheet'));
  });

  it('hold no word that was written for the file', async () => {
    expect(marked.marks.length).toBeGreaterThan(20);
    const inWorksheet = await everythingIn(markedPaper('worksheet').bytes);
    expect(marked.marks.filter((mark) => !inWorksheet.includes(mark))).toEqual([]);
    expect(marked.marks.filter((mark) => held.includes(mark))).toEqual([]);
  });

  it('hold no figure of the insurer’s working', () => {
    const figures = insurersFigures(worksheet).filter(tells);
    expect(figures.length).toBeGreaterThan(100);
    const found = figuresTold(held, { document: worksheet, allowed: JSON.parse(marked.text).terms });
    expect(found).toEqual([]);
  });
});

describe('golden pictures', () => {
  it('are those of the papers', async () => {
    if (process.env.BALLAST_WRITE_GOLDENS === '1') await writeGoldens(papers);
    if (isSameRuntime()) {
      expect(await changedPictures(papers)).toEqual([]);
      return;
    }
    console.warn(
      `NOT COMPARED: the golden pictures were drawn by ${goldenRuntime()}, and this is ${runtimeName()}. Only the pages and their first words are held against them.`,
    );
    expect(await changedLayouts(papers)).toEqual([]);
  });

  it('are told apart when a line of text is another', async () => {
    const [page] = (await drawPages(markedPaper('quotation').bytes, [1])).values();
    if (page === undefined) throw new Error('There is no page.');
    const grey = page.grey.slice();
    // A word of ten letters is about 50 points wide and 6 high here.
    for (let y = 100; y < 106; y += 1) grey.fill(0, y * page.width + 100, y * page.width + 150);
    expect(differing(page, { ...page, grey })).toBeGreaterThan(TOLERANCE);
    expect(differing(page, fromPng(toPng(page)))).toBe(0);
  });
});
