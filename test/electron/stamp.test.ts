import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { stampPdf } from '#electron/documents/stamp.ts';

const font = readFileSync(resolve(import.meta.dirname, '../../resources/fonts/inter-regular.ttf'));
const stamp = {
  title: 'Quote BAL-2026-0001, version 2: Northlight',
  subject: 'Insurance quote for Northlight',
  author: 'R. Vance',
  producer: 'Ballast 0.1.0',
  preparedAt: '2026-11-22T10:11:12.000Z',
  reference: 'BAL-2026-0001, version 2',
  inputs: 'Inputs 0123456789ab',
};

async function twoPages(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([595, 842]).drawText('first');
  document.addPage([612, 792]).drawText('second');
  document.catalog.set(PDFName.of('MarkInfo'), document.context.obj({ Marked: true }));
  return document.save();
}

describe('the running foot', () => {
  let stamped: Uint8Array;
  beforeAll(async () => {
    stamped = await stampPdf(await twoPages(), font, stamp);
  });
  const opened = () => getDocument({ data: stamped.slice(), verbosity: 0 }).promise;

  it('names reference, inputs and page of pages on every page', async () => {
    const pdf = await opened();
    for (const [number, text] of [
      [1, 'first'],
      [2, 'second'],
    ] as const) {
      const content = await (await pdf.getPage(number)).getTextContent();
      const texts = content.items.flatMap((item) =>
        'str' in item && item.str.trim() !== '' ? [item.str] : [],
      );
      expect(texts).toEqual([text, stamp.reference, stamp.inputs, `Page ${number} of 2`]);
    }
  });

  it('stays inside the lower margin of the page', async () => {
    const page = await (await opened()).getPage(2);
    const { items } = await page.getTextContent();
    const places = items.flatMap((item) =>
      'str' in item && item.str.startsWith('Page')
        ? [{ x: item.transform[4], width: item.width, y: item.transform[5] }]
        : [],
    );
    expect(places).toHaveLength(1);
    const [place] = places;
    expect(place?.y).toBeLessThan(40);
    expect((place?.x ?? 0) + (place?.width ?? 0)).toBeCloseTo(612 - 51, 1);
  });

  it('is an artifact in a subset of the own font', async () => {
    const document = await PDFDocument.load(stamped, { updateMetadata: false });
    const names = document.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => /\/BaseFont \/(\S+)/.exec(object.toString())?.[1] ?? []);
    expect(names.some((name) => /^(?:[A-Z]{6}\+|)Inter-Regular/.test(name))).toBe(true);
    expect(stamped.byteLength).toBeLessThan(font.byteLength);
    const page = await (await opened()).getPage(1);
    const marked = await page.getTextContent({ includeMarkedContent: true });
    expect(marked.items.map((item) => ('tag' in item ? item.tag : '')).join(' ')).toContain('Artifact');
  });

  it('comes with title, language and makers', async () => {
    const pdf = await opened();
    const { info } = (await pdf.getMetadata()) as { info: Record<string, string> };
    expect(info).toMatchObject({
      Title: stamp.title,
      Subject: stamp.subject,
      Author: stamp.author,
      Producer: stamp.producer,
      Language: 'en-GB',
    });
    const preferences = (await pdf.getViewerPreferences()) as Map<string, unknown> | null;
    expect(preferences?.get('DisplayDocTitle')).toBe(true);
    const marks = (await pdf.getMarkInfo()) as Map<string, unknown> | null;
    expect(marks?.get('Marked')).toBe(true);
  });

  it('makes the same bytes of the same document', async () => {
    const pages = await twoPages();
    const [a, b] = [await stampPdf(pages, font, stamp), await stampPdf(pages, font, stamp)];
    expect(Buffer.from(a).equals(Buffer.from(b))).toBe(true);
  });

  it('shows nothing of the paper that was stamped before', async () => {
    const pages = await twoPages();
    const alone = await stampPdf(pages, font, stamp);
    const other = await stampPdf(pages, font, { ...stamp, reference: 'Ωmega & Ñandú', inputs: 'xyzw' });
    const after = await stampPdf(pages, font, stamp);
    expect(Buffer.from(other).equals(Buffer.from(alone))).toBe(false);
    expect(Buffer.from(after).equals(Buffer.from(alone))).toBe(true);
  });
});

describe('what a paper carries', () => {
  const data = { name: 'ballast-quotation.json', description: 'Terms', json: '{"a":1}' };
  const made = async () => stampPdf(await twoPages(), font, { ...stamp, data });

  it('is in the file, with its name, and told as its data', async () => {
    const document = await PDFDocument.load(await made());
    const [attached, ...more] = document.getAttachments();
    expect(more).toEqual([]);
    expect(attached).toMatchObject({ name: data.name, afRelationship: 'Data' });
    expect(new TextDecoder().decode(attached?.data)).toBe(data.json);
  });

  it('is described in plain metadata that name PDF/UA', async () => {
    const text = Buffer.from(await made()).toString('latin1');
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(text).toContain('Quote BAL-2026-0001, version 2: Northlight');
    const hostile = await stampPdf(await twoPages(), font, { ...stamp, title: '</rdf:li><x>&' });
    expect(Buffer.from(hostile).toString('latin1')).toContain('&lt;/rdf:li&gt;&lt;x&gt;&amp;');
  });

  it('is the same file for the same paper and clock', async () => {
    const pages = await twoPages();
    const once = await stampPdf(pages, font, { ...stamp, data });
    const again = await stampPdf(pages, font, { ...stamp, data });
    expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
  });
});
