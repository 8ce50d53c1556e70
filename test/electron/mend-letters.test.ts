import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, type PDFRawStream } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { mendLetters } from '#electron/documents/mend-letters.ts';

const MAP = (pairs: Readonly<Record<string, string>>): string =>
  [
    'begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange',
    `${Object.keys(pairs).length} beginbfchar`,
    ...Object.entries(pairs).map(([code, letter]) => `<${code}> <${letter}>`),
    'endbfchar endcmap',
  ].join('\n');

/** As the printer writes a page: each piece with its text, each glyph by its code. */
async function printed(content: string, pairs: Readonly<Record<string, string>>): Promise<PDFDocument> {
  const document = await PDFDocument.create();
  const { context } = document;
  const page = document.addPage();
  const font = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      DescendantFonts: [
        { Type: 'Font', Subtype: 'CIDFontType2', DW: 0, W: [0x10, [500, 500], 0x20, 0x21, 300] },
      ],
      ToUnicode: context.register(context.flateStream(MAP(pairs))),
    }),
  );
  page.node.set(PDFName.of('Resources'), context.obj({ Font: { F1: font } }));
  page.node.set(
    PDFName.of('Contents'),
    context.register(context.flateStream(`BT /F1 10 Tf\n${content}\nET`)),
  );
  return document;
}

function lettersOf(document: PDFDocument): Readonly<Record<string, string>> {
  const [font] = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict && object.has(PDFName.of('ToUnicode')) ? [object] : [],
    );
  const map = decodePDFRawStream(font!.lookup(PDFName.of('ToUnicode')) as PDFRawStream).decode();
  return Object.fromEntries(
    [
      ...Buffer.from(map)
        .toString('latin1')
        .matchAll(/^<(\w+)> <(\w+)>$/gm),
    ].map(([, code, letter]) => [code, letter]),
  );
}

const said = (text: string, drawn: string): string => `/Span<</ActualText <FEFF${text}> >> BDC ${drawn} EMC`;

it('a shape that the font gives no letter says what it was printed for, and its dots say nothing', async () => {
  // The noon of a font without a glyph of its own: its bowl, which is another letter alone, and a dot. Then feh: a bowl
  // that is no letter, and the same dot. Alif is known.
  const content = [
    said('0646', '<0030> Tj 0 3 Td <0020> Tj'),
    said('0641', '<0030> Tj <0010> Tj'),
    '<0021> Tj',
  ].join('\n');
  const document = await printed(content, { '0010': '0000', '0020': '06BA', '0021': '0627', '0030': '0000' });
  mendLetters(document);
  expect(lettersOf(document)).toEqual({ '0010': '0641', '0020': '06BA', '0021': '0627', '0030': '034F' });
});

it('a conjunct says what the known letters of its piece do not', async () => {
  // The i of ksha stands before it on the line and after it in the text.
  const document = await printed(said('0915094D0937093F', '[<0020> -5 <0010>] TJ'), {
    '0010': '0000',
    '0020': '093F',
  });
  mendLetters(document);
  expect(lettersOf(document)).toEqual({ '0010': '0915094D0937', '0020': '093F' });
});

it('a shape of several letters says the one that it stands for most often', async () => {
  const pieces = [said('0642', '<0011> Tj'), said('0641', '<0011> Tj'), said('0642', '<0011> Tj')];
  const document = await printed(pieces.join('\n'), { '0011': '0000' });
  mendLetters(document);
  expect(lettersOf(document)).toEqual({ '0011': '0642' });
});

it('a glyph of which nothing is said is an unknown letter, and a font without such glyphs stays as it is', async () => {
  const document = await printed('<0010> Tj', { '0010': '0000' });
  mendLetters(document);
  expect(lettersOf(document)).toEqual({ '0010': 'FFFD' });
  const whole = await printed('<0010> Tj', { '0010': '0041' });
  const before = await whole.save();
  mendLetters(whole);
  expect(Buffer.from(await whole.save()).equals(before)).toBe(true);
});
