import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFName,
  type PDFObject,
  PDFRawStream,
  PDFStream,
} from '@cantoo/pdf-lib';
import type { Checkpoint, Findings } from './checkpoints.ts';
import { name, type PaperFacts } from './read-paper.ts';

const subtypeOf = (font: PDFDict): string => String(font.get(name('Subtype')));
const isDescendant = (font: PDFDict): boolean => subtypeOf(font).startsWith('/CIDFontType');

const onFonts =
  (isWrong: (font: PDFDict) => boolean) =>
  ({ fonts }: PaperFacts): Findings =>
    fonts.flatMap((font) =>
      isWrong(font) ? [`The font ${String(font.get(name('BaseFont')) ?? 'without a name')}.`] : [],
    );

const isEmbedded = (font: PDFDict): boolean => {
  const descriptor = font.lookup(name('FontDescriptor'));
  return (
    descriptor instanceof PDFDict &&
    ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.lookup(name(key)) instanceof PDFStream)
  );
};

const mapOf = (value: PDFObject | undefined): string => {
  if (!(value instanceof PDFStream)) return '';
  const bytes =
    value instanceof PDFRawStream && value.dict.has(name('Filter'))
      ? decodePDFRawStream(value).decode()
      : value.getContents();
  return Buffer.from(bytes).toString('latin1');
};

/** The letters that a map to Unicode gives, as they are written. */
const lettersOf = (font: PDFDict): readonly string[] => {
  const map = mapOf(font.lookup(name('ToUnicode')));
  const pairs = [...map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)].flatMap(([, body = '']) =>
    [...body.matchAll(/<[0-9A-Fa-f]+>\s*<([0-9A-Fa-f]+)>/g)].map(([, letter = '']) => letter),
  );
  const ranges = [...map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)].flatMap(([, body = '']) =>
    [...body.matchAll(/<[0-9A-Fa-f]+>\s*<[0-9A-Fa-f]+>\s*<([0-9A-Fa-f]+)>/g)].map(
      ([, letter = '']) => letter,
    ),
  );
  return [...pairs, ...ranges];
};

const writes = (font: PDFDict, units: readonly string[]): boolean =>
  lettersOf(font).some((letter) => units.some((unit) => letter.toLowerCase() === unit));

/** Checkpoint 31. */
export const checkFonts: readonly Checkpoint[] = [
  {
    number: '31-001',
    rule: 'Composite fonts are coded by their glyphs, so that no two registries can differ.',
    check: onFonts(
      (font) =>
        subtypeOf(font) === '/Type0' &&
        ![name('Identity-H'), name('Identity-V')].includes(font.get(name('Encoding')) as PDFName),
    ),
  },
  {
    number: '31-004',
    rule: 'Composite TrueType fonts say which glyph is which.',
    check: onFonts((font) => {
      const map = font.lookup(name('CIDToGIDMap'));
      return subtypeOf(font) === '/CIDFontType2' && !(map === name('Identity') || map instanceof PDFStream);
    }),
  },
  {
    number: '31-009',
    rule: 'Every font is in the file.',
    check: onFonts((font) => !['/Type0', '/Type3'].includes(subtypeOf(font)) && !isEmbedded(font)),
  },
  {
    number: '31-027',
    rule: 'Every font says which letters its glyphs are.',
    check: onFonts((font) => !isDescendant(font) && !(font.lookup(name('ToUnicode')) instanceof PDFStream)),
  },
  {
    number: '31-028',
    rule: 'No glyph is the letter U+0000.',
    check: onFonts((font) => writes(font, ['0000'])),
  },
  {
    number: '31-029',
    rule: 'No glyph is a mark of byte order.',
    check: onFonts((font) => writes(font, ['feff', 'fffe'])),
  },
  {
    number: 'own-type-3',
    rule: 'No letter is drawn as a picture.',
    check: onFonts((font) => subtypeOf(font) === '/Type3'),
  },
  {
    number: 'own-descendants',
    rule: 'A composite font has one font of glyphs.',
    check: onFonts((font) => {
      const fonts = font.lookup(name('DescendantFonts'));
      return subtypeOf(font) === '/Type0' && !(fonts instanceof PDFArray && fonts.size() === 1);
    }),
  },
];
