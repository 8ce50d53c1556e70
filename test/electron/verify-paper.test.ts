import { AFRelationship, PDFDocument } from '@cantoo/pdf-lib';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createQuotePrinter } from '#electron/documents/quote-pdf.ts';
import { type VerifyBasis, verifyPaper } from '#electron/documents/verify-paper.ts';
import { type BundledModel, loadBundledModel } from '#electron/host/bundled-model.ts';
import { handlers } from '#electron/ipc/handlers/index.ts';
import { modelByHash } from '#electron/store/models/model-by-hash.ts';
import { getQuotePaper } from '#electron/store/quotes/read-quotes.ts';
import { success } from '#shared/domain/result.ts';
import type { PaperKind } from '#shared/quote/paper.ts';
import { temporaryFolder } from '#test/store/support/workbooks.ts';
import { host, record, resources, sampleText, value } from './handlers-host.ts';

async function twoPages(text: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([595, 842]).drawText(text);
  document.addPage([595, 842]).drawText('second');
  return document.save();
}

/** A printer that stamps as the application does, on pages that Electron did not draw. */
const printer = createQuotePrinter(
  async (paper) => success(await twoPages(paper.kind)),
  resources,
  'Ballast test',
);

describe('a paper that somebody hands in', () => {
  let at: ReturnType<typeof host>;
  let papers: Readonly<Record<PaperKind, Uint8Array>>;
  let basis: VerifyBasis;
  let model: BundledModel;

  beforeAll(() => {
    model = value(loadBundledModel(resources));
  });
  beforeEach(async () => {
    at = host(temporaryFolder(), model);
    at.printWith(printer.print);
    const made = record(
      await handlers.assessments.importText(at.context, { fileName: 'well-run.json', text: sampleText }),
    );
    const issued = record(
      await handlers.quotes.issue(at.context, {
        assessmentId: made.summary.id,
        version: made.version,
        paper: 'a4',
      }),
    );
    const { db } = at.session.current()!;
    const [quote] = issued.quotes;
    const paper = (kind: PaperKind) => new Uint8Array(value(getQuotePaper(db, quote!.id, kind)).pdf);
    papers = {
      quotation: paper('quotation'),
      'risk-summary': paper('risk-summary'),
      worksheet: paper('worksheet'),
    };
    basis = {
      db,
      now: at.context.now(),
      modelOf: (hash) => modelByHash(db, hash, at.context.model()),
    };
  }, 60_000);
  afterEach(() => at.session.close());

  it('matches, is intact, or is unknown elsewhere', async () => {
    expect((await verifyPaper(papers.worksheet, basis)).kind).toBe('matches');
    expect((await verifyPaper(papers.quotation, basis)).kind).toBe('intact');
    expect((await verifyPaper(papers['risk-summary'], basis)).kind).toBe('intact');
    for (const bytes of Object.values(papers))
      expect((await verifyPaper(bytes, { ...basis, db: null })).kind).toBe('unknown-here');
  }, 60_000);

  it('never matches with a byte changed anywhere', async () => {
    for (const bytes of [papers.worksheet, papers.quotation]) {
      let seed = 7;
      for (let turn = 0; turn < 60; turn += 1) {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        const flipped = bytes.slice();
        const place = seed % flipped.length;
        flipped[place] = (flipped[place] ?? 0) ^ (1 << (seed % 8));
        const { kind } = await verifyPaper(flipped, { ...basis, modelOf: basis.modelOf });
        expect(['altered', 'not-ours', 'unknown-here']).toContain(kind);
      }
    }
  }, 240_000);

  it('says which amounts do not follow from the inputs', async () => {
    const forged = await withData(papers.worksheet, (sheet) => {
      sheet.price.payableMinor -= 100_000;
    });
    const verdict = await verifyPaper(forged, { ...basis, db: null });
    expect(verdict.kind).toBe('altered');
    expect(verdict.findings.join(' ').replaceAll('\u00a0', ' ')).toMatch(
      /^Payable: it carries USD .*, but its inputs give USD /,
    );
  }, 60_000);

  it.each<[string, () => Promise<Uint8Array>, string, RegExp]>([
    ['no PDF', async () => new TextEncoder().encode('a letter'), 'not-ours', /cannot be read as a PDF/],
    ['an empty file', async () => new Uint8Array(), 'not-ours', /cannot be read as a PDF/],
    ['another PDF', async () => twoPages('hello'), 'not-ours', /carries nothing that Ballast put/],
    ['two files of our name', async () => twice(), 'altered', /carries 2 files of the names/],
    ['a key of every object', async () => carrying('{"__proto__":{"reference":"x"}}'), 'not-ours', /./],
    ['a repeated key', async () => carrying('{"reference":"a","reference":"b"}'), 'not-ours', /twice/],
    ['deep nesting', async () => carrying('['.repeat(200_000)), 'not-ours', /./],
    ['data of no paper', async () => carrying('{"a":1}'), 'altered', /a field is missing/],
  ])('is told in a sentence: %s', async (_name, make, kind, words) => {
    const verdict = await verifyPaper(await make(), basis);
    expect(verdict.kind).toBe(kind);
    expect(verdict.findings.join(' ')).toMatch(words);
  });
});

async function carrying(json: string, count = 1): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage();
  for (let i = 0; i < count; i += 1)
    await document.attach(new TextEncoder().encode(json), 'ballast-worksheet.json', {
      mimeType: 'application/json',
      afRelationship: AFRelationship.Data,
    });
  return document.save();
}
const twice = () => carrying('{}', 2);

/** The paper with what it carries changed, as somebody with every tool would do it. */
async function withData(
  bytes: Uint8Array,
  change: (sheet: { price: { payableMinor: number } }) => void,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes);
  const [data] = document.getAttachments();
  const sheet = JSON.parse(new TextDecoder().decode(data!.data));
  change(sheet);
  return carrying(JSON.stringify(sheet));
}
