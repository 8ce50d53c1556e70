import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fitsPaper } from '#electron/documents/read-paper.ts';
import { verifyPaper } from '#electron/documents/verify-paper.ts';
import { loadBundledModel } from '#electron/host/bundled-model.ts';
import { fastSha256 } from '#electron/host/hash.ts';
import { handlers } from '#electron/ipc/handlers/index.ts';
import { closeWorkbook, openWorkbook } from '#electron/store/workbook/workbook.ts';
import { randomOf } from '#test/soak/random.ts';
import { host, record, resources, value } from './handlers-host.ts';
import { carriedText, carrying, issuedPapers, twoPages } from './issued-papers.ts';
import { newFolder } from './new-folder.ts';

const BELIEVED = ['matches', 'matches-older', 'intact'];

describe('a paper that somebody hands in', () => {
  let issued: Awaited<ReturnType<typeof issuedPapers>>;
  const model = value(loadBundledModel(resources));
  beforeAll(async () => {
    issued = await issuedPapers(newFolder(), model);
  }, 120_000);
  afterAll(() => issued.at.session.close());

  it('matches, is intact, or is unknown elsewhere', async () => {
    const { papers, basis, assessmentId } = issued;
    expect(await verifyPaper(papers.worksheet, basis)).toMatchObject({
      kind: 'matches',
      assessmentId,
      canReopen: true,
    });
    expect(await verifyPaper(papers.quotation, basis)).toMatchObject({ kind: 'intact', canReopen: false });
    expect((await verifyPaper(papers['risk-summary'], basis)).kind).toBe('intact');
    for (const bytes of Object.values(papers))
      expect(await verifyPaper(bytes, { ...basis, db: null })).toMatchObject({
        kind: 'unknown-here',
        assessmentId: null,
      });
  }, 60_000);

  it('matches with an older model when another is the model of today', async () => {
    const { papers, basis } = issued;
    const verdict = await verifyPaper(papers.worksheet, { ...basis, presentHash: 'f'.repeat(64) });
    expect(verdict.kind).toBe('matches-older');
  }, 60_000);

  it('never matches with bits changed anywhere, by a seed', async () => {
    const { papers, basis } = issued;
    const random = randomOf(20_261_129);
    for (let turn = 0; turn < 150; turn += 1) {
      const bytes = random.pick([papers.quotation, papers['risk-summary'], papers.worksheet]).slice();
      const place = random.below(bytes.length);
      bytes[place] = (bytes[place] ?? 0) ^ (1 << random.below(8));
      for (const db of [basis.db, null]) {
        const { kind } = await verifyPaper(bytes, { ...basis, db });
        expect(BELIEVED, `byte ${place} of turn ${turn}`).not.toContain(kind);
      }
    }
  }, 600_000);

  it('never matches with a letter of what it carries changed, by a seed', async () => {
    const { papers, basis } = issued;
    const random = randomOf(7);
    const text = await carriedText(papers.worksheet);
    for (let turn = 0; turn < 60; turn += 1) {
      const place = random.below(text.length);
      const changed = `${text.slice(0, place)}${random.pick([...'0123456789"{}[],:xé'])}${text.slice(place + 1)}`;
      const forged = await carrying(changed);
      for (const db of [basis.db, null]) {
        const { kind } = await verifyPaper(forged, { ...basis, db });
        expect(BELIEVED, `letter ${place} of turn ${turn}`).not.toContain(kind);
      }
    }
  }, 600_000);

  it('never matches where the workbook was changed to vouch for it', async () => {
    const { papers, basis, at } = issued;
    const forged = papers.quotation.slice();
    const place = forged.length - 20_000;
    forged[place] = (forged[place] ?? 0) ^ 1;
    const sheet = await carrying(await carriedText(papers.worksheet));
    const path = join(newFolder(), 'forged.ballast');
    at.session.current()!.db.pragma('wal_checkpoint(TRUNCATE)');
    copyFileSync(at.session.current()!.path, path);
    const raw = new Database(path);
    const triggers = raw
      .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
      .all() as readonly { name: string; sql: string }[];
    for (const { name } of triggers) raw.exec(`DROP TRIGGER "${name}"`);
    raw.prepare('UPDATE quotes SET pdf_sha256 = ?').run(fastSha256(forged));
    raw.prepare('UPDATE quote_files SET pdf = ?').run(Buffer.from(forged));
    raw
      .prepare(`UPDATE quote_papers SET sha256 = ?, paper = ? WHERE kind = 'worksheet'`)
      .run(fastSha256(sheet), Buffer.from(sheet));
    for (const { sql } of triggers) raw.exec(sql);
    raw.close();
    const opened = value(openWorkbook(path, { mode: 'open', appVersion: 'test', now: new Date() }));
    for (const bytes of [forged, sheet]) {
      const verdict = await verifyPaper(bytes, { ...basis, db: opened.db });
      expect(BELIEVED).not.toContain(verdict.kind);
    }
    expect((await verifyPaper(sheet, { ...basis, db: opened.db })).findings.join(' ')).toContain(
      'The workbook vouches for nothing here.',
    );
    closeWorkbook(opened);
  }, 120_000);

  it('says which amounts do not follow from the inputs', async () => {
    const { papers, basis } = issued;
    const sheet = JSON.parse(await carriedText(papers.worksheet));
    sheet.price.payableMinor -= 100_000;
    sheet.score.overall += 1;
    const verdict = await verifyPaper(await carrying(JSON.stringify(sheet)), { ...basis, db: null });
    expect(verdict).toMatchObject({ kind: 'altered', canReopen: false });
    const words = verdict.findings.join(' ').replaceAll('\u00a0', ' ');
    expect(words).toMatch(/Payable: it carries USD .*, but its inputs give USD /);
    expect(words).toMatch(/A figure of the score: it carries /);
  }, 60_000);

  it('says on which pages it is not as issued, and whether what it carries is', async () => {
    const { papers, basis } = issued;
    const document = await PDFDocument.load(papers.worksheet, { updateMetadata: false });
    document.getPage(1).drawText('and USD 1m more');
    const verdict = await verifyPaper(await document.save(), basis);
    expect(verdict.kind).toBe('altered');
    expect(verdict.findings).toContain('What it carries inside is as issued.');
    expect(verdict.findings).toContain('Not as issued: page 2.');
  }, 60_000);

  it('does not match with our data and the pages of another', async () => {
    const { papers, basis } = issued;
    const text = await carriedText(papers.worksheet);
    const forged = await carrying(text);
    expect(await verifyPaper(forged, basis)).toMatchObject({ kind: 'altered' });
    const elsewhere = await verifyPaper(forged, { ...basis, db: null });
    expect(elsewhere.kind).toBe('unknown-here');
    expect(elsewhere.findings.join(' ')).toMatch(/ties its pages to what is inside/);
  }, 60_000);

  it('is refused unread when it is larger than any paper', () => {
    expect(fitsPaper(500 * 1024 * 1024)).toMatchObject({
      ok: false,
      failure: { message: expect.stringContaining('larger than 50 MB') },
    });
  });

  it('reopens in an empty workbook, to the cent, with its source in the trail', async () => {
    const { papers, quote } = issued;
    const other = host(newFolder(), model);
    try {
      const made = record(
        await handlers.papers.reopen(other.context, { name: 'sheet.pdf', bytes: papers.worksheet }),
      );
      const sheet = JSON.parse(await carriedText(papers.worksheet));
      expect(made.content).toEqual(sheet.content);
      expect(made.modelHash).toBe(sheet.model.hash);
      expect(made.summary).toMatchObject({ quotedMinor: quote.quotedMinor, state: 'draft' });
      expect(made.history[0]?.detail).toContain(fastSha256(papers.worksheet));
      const again = record(
        await handlers.quotes.issue(other.context, {
          assessmentId: made.summary.id,
          version: made.version,
          paper: 'a4',
        }),
      );
      expect(again.quotes[0]?.quotedMinor).toBe(quote.quotedMinor);
    } finally {
      other.session.close();
    }
  }, 120_000);

  it('reopens from nothing else, and from no worksheet that was altered', async () => {
    const { papers, at } = issued;
    const reopen = (bytes: Uint8Array<ArrayBuffer>) =>
      handlers.papers.reopen(at.context, { name: 'x.pdf', bytes });
    expect(await reopen(papers.quotation)).toMatchObject({
      ok: false,
      failure: { message: expect.stringContaining('Only a rating worksheet') },
    });
    const sheet = JSON.parse(await carriedText(papers.worksheet));
    sheet.price.quotedMinor += 1;
    expect(await reopen(await carrying(JSON.stringify(sheet)))).toMatchObject({
      ok: false,
      failure: { message: expect.stringContaining('was not reopened') },
    });
  }, 60_000);

  it.each<[string, () => Promise<Uint8Array>, string, RegExp]>([
    ['no PDF', async () => new TextEncoder().encode('a letter'), 'not-ours', /cannot be read as a PDF/],
    ['an empty file', async () => new Uint8Array(), 'not-ours', /cannot be read as a PDF/],
    [
      'half a paper',
      async () => issued.papers.worksheet.slice(0, 30_000),
      'altered',
      /made with Ballast\. .*damaged/,
    ],
    ['another PDF', async () => twoPages('hello'), 'not-ours', /carries nothing that Ballast put/],
    ['an encrypted PDF', encryptedPdf, 'not-ours', /is encrypted/],
    ['two files of our name', () => carrying('{}', { count: 2 }), 'altered', /carries 2 files of the names/],
    ['a key of every object', () => carrying('{"__proto__":{"reference":"x"}}'), 'not-ours', /./],
    ['a key of every object inside', () => carrying('{"content":{"constructor":{}}}'), 'not-ours', /./],
    ['a repeated key', () => carrying('{"reference":"a","reference":"b"}'), 'not-ours', /twice/],
    ['deep nesting', () => carrying('['.repeat(200_000)), 'not-ours', /./],
    ['closed deep nesting', () => carrying(`${'['.repeat(50_000)}${']'.repeat(50_000)}`), 'altered', /./],
    ['data of no paper', () => carrying('{"a":1}'), 'altered', /a field is missing/],
    ['a bomb', () => carrying(' '.repeat(30 * 1024 * 1024)), 'not-ours', /larger than any paper/],
    [
      'script in its names',
      () =>
        carrying(
          JSON.stringify({
            format: 'ballast-quotation/1',
            reference: '<img src=x onerror=alert(1)>',
            version: 1,
          }),
          { name: 'ballast-quotation.json' },
        ),
      'unknown-here',
      /has not issued/,
    ],
  ])(
    'is told in a sentence: %s',
    async (_name, make, kind, words) => {
      const verdict = await verifyPaper(await make(), issued.basis);
      expect(verdict.kind).toBe(kind);
      expect(verdict.findings.join(' ')).toMatch(words);
    },
    60_000,
  );
});

async function encryptedPdf(): Promise<Uint8Array> {
  const { PDF } = await import('@libpdf/core');
  const pdf = PDF.create();
  pdf.addPage();
  pdf.setProtection({ userPassword: 'one', ownerPassword: 'two' });
  return pdf.save();
}
