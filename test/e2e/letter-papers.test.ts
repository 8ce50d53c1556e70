import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { checkArchive } from '#test/papers/archive/check-archive.ts';
import { everythingIn } from '#test/papers/everything-in.ts';
import { markedSubmission } from '#test/papers/marked-submission.ts';
import { pageHeads, picturesOnFirstPage } from '#test/papers/page-heads.ts';
import { readPaperText } from '#test/papers/paper-text.ts';
import { type PrintedPaper, printPapers, samplePath } from '#test/papers/print-papers.ts';
import { sumsOf } from '#test/papers/sums.ts';
import { checkPaper } from '#test/papers/ua/check-paper.ts';
import { figuresTold } from '../support/insurers-figures.ts';
import { NAMES } from './hard-submissions.ts';
import { pageSettings } from './page-setting.ts';
import { settingFaults } from './setting-faults.ts';

// The letters and the memo under what the papers of a quote are held to, as the application prints and stamps them.

const DECLINED = [
  ...['--decline', 'grade,information', '--own-reason', 'Our capacity is spent for the year'],
  ...['--look-again', 'A review of the code by a named reviewer', '--look-again-by', '2027-03-01'],
];
const LETTERS = ['--letters', 'missing-information', ...DECLINED];
/** Of a risk that a rule refers. */
const WITH_MEMO = ['--letters', 'referral-memo,missing-information', ...DECLINED];
const KINDS = ['decline-letter', 'missing-information', 'referral-memo'];
const LONG = 'Calder Sound Markets International Custody and Settlement Holdings (Jersey) Ltd.';
const ARABIC = NAMES[0]?.[1] ?? '';
const JAPANESE = NAMES[4]?.[1] ?? '';
const KEY = resolve(import.meta.dirname, '../electron/inputs/signing-key-ec.p12');
const marked = markedSubmission('well-run-exchange');

type Loose = Record<string, Record<string, unknown>>;

/** A risk that is referred, of somebody else. */
function referredOf(name: string): string {
  const submission = JSON.parse(readFileSync(samplePath('weak-exchange'), 'utf8')) as Loose;
  Object.assign(submission.subject ?? {}, { legalName: name });
  Object.assign(submission.terms ?? {}, { insured: name, broker: name });
  return JSON.stringify({ ...submission, underwriter: { name } });
}

describe('the letters of a case', () => {
  let folder: string;
  const printed = async (
    sample: string,
    {
      text,
      size,
      options = LETTERS,
    }: { readonly text: string; readonly size: 'a4' | 'letter'; readonly options?: readonly string[] },
  ): Promise<readonly PrintedPaper[]> => {
    const own = mkdtempSync(join(folder, 'run-'));
    const submission = join(own, 'submission.json');
    writeFileSync(submission, text);
    const out = join(own, 'out');
    mkdirSync(out);
    return printPapers({ sample, size, submission, folder: out, options });
  };
  const isLetter = ({ kind }: PrintedPaper): boolean => KINDS.includes(kind);
  let all: readonly PrintedPaper[] = [];
  let ofMarked: readonly PrintedPaper[] = [];
  let signed: readonly PrintedPaper[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ballast-letter-papers-'));
    process.env.BALLAST_PKCS12_PASSPHRASE = 'a-test';
    ofMarked = await printed('marked', { text: marked.text, size: 'a4' });
    signed = await printed('signed', {
      text: marked.text,
      size: 'a4',
      options: [...LETTERS, '--pkcs12', KEY],
    });
    const others: PrintedPaper[] = [];
    for (const name of [LONG, ARABIC, JAPANESE])
      others.push(...(await printed(name, { text: referredOf(name), size: 'letter', options: WITH_MEMO })));
    all = [...ofMarked, ...signed, ...others];
  }, 900_000);
  afterAll(() => {
    delete process.env.BALLAST_PKCS12_PASSPHRASE;
    rmSync(folder, { recursive: true, force: true });
  });

  const faults = async (check: (paper: PrintedPaper) => Promise<readonly unknown[]>) => {
    const found = await Promise.all(
      all.map(async (paper) => [`${paper.sample}, ${paper.kind}`, await check(paper)] as const),
    );
    return found.filter(([, list]) => list.length > 0);
  };

  it('are printed beside the papers of the quote', () => {
    expect(LONG).toHaveLength(80);
    expect(ofMarked.filter(isLetter).map(({ kind }) => kind)).toEqual(KINDS.slice(0, 2));
    expect(all.filter(isLetter)).toHaveLength(13);
  });

  it('keep every rule of PDF/UA and of PDF/A, and so does every paper that is signed', async () => {
    expect(signed).toHaveLength(5);
    for (const { bytes } of signed) expect(Buffer.from(bytes).toString('latin1')).toContain('/ByteRange');
    expect(await faults(async ({ bytes }) => [...(await checkPaper(bytes))])).toEqual([]);
    expect(await faults(async ({ bytes }) => [...(await checkArchive(bytes))])).toEqual([]);
  });

  it('are set in no small letters, within the page, with no nearly empty page', async () => {
    expect(
      await faults(async (paper) =>
        isLetter(paper)
          ? settingFaults({ ...paper, name: paper.kind, pages: await pageSettings(paper.bytes) })
          : [],
      ),
    ).toEqual([]);
    for (const { bytes } of all.filter(isLetter))
      expect((await pageSettings(bytes))[0]?.sizes.map(([size]) => size)).toContain(10);
  });

  it('name the section of each page over it, and bear the logo of the insurer', async () => {
    for (const { kind, bytes, sample } of all.filter(isLetter)) {
      const heads = await pageHeads(bytes);
      expect([sample, kind, heads.filter(({ words }) => !/^[A-Z][a-z ]+: [A-Z]/.test(words))]).toEqual([
        sample,
        kind,
        [],
      ]);
    }
    for (const { bytes } of ofMarked.filter(isLetter)) expect(await picturesOnFirstPage(bytes)).toBe(1);
  });

  it('hold sums that add up', async () => {
    expect(
      await faults(async ({ bytes }) =>
        sumsOf(await readPaperText(bytes)).filter(
          ({ said, made, within }) => !(Math.abs(said - made) <= within + 1e-9),
        ),
      ),
    ).toEqual([]);
  });

  it('are the same bytes under the same clock, the memo among them', async () => {
    const ofMemo = all.filter(({ sample }) => sample === LONG);
    expect(ofMemo.map(({ kind }) => kind)).toContain('referral-memo');
    const again = [
      ...(await printed('again', { text: marked.text, size: 'a4' })),
      ...(await printed('again', { text: referredOf(LONG), size: 'letter', options: WITH_MEMO })),
    ];
    const before = [...ofMarked, ...ofMemo];
    expect(again.map(({ kind }) => kind)).toEqual(before.map(({ kind }) => kind));
    for (const [index, { bytes, kind }] of again.entries())
      expect([kind, Buffer.from(bytes).equals(before[index]!.bytes)]).toEqual([kind, true]);
  }, 300_000);

  it.each(['decline-letter', 'missing-information'])('hold nothing of the insurer’s: %s', async (kind) => {
    const held = await everythingIn(ofMarked.find((paper) => paper.kind === kind)!.bytes);
    expect(marked.marks.filter((mark) => held.includes(mark))).toEqual([]);
    const worksheet = ofMarked.find((paper) => paper.kind === 'worksheet')!;
    const [attached] = (await PDFDocument.load(worksheet.bytes, { updateMetadata: false })).getAttachments();
    const document = JSON.parse(new TextDecoder().decode(attached?.data)) as QuoteDocument;
    expect(figuresTold(held, { document, allowed: JSON.parse(marked.text).terms })).toEqual([]);
    // Neither a premium nor a score, which the quotation may name.
    for (const figure of [document.price!.quotedMinor / 100, document.score.overall])
      expect(held).not.toContain(String(figure));
  });
});
