import fontkit from '@cantoo/fontkit';
import { PDFArray, PDFDict, type PDFName, PDFNumber, PDFRawStream, PDFStream } from '@cantoo/pdf-lib';
import { name } from '../ua/read-paper.ts';
import { type ArchiveFacts, type ArchiveRule, when } from './archive-facts.ts';
import { decoded, drawnGlyphs } from './drawn-glyphs.ts';

const IDENTITIES = [name('Identity-H'), name('Identity-V')];

/** A composite font as it is drawn with. */
interface DrawnFont {
  readonly label: string;
  readonly font: PDFDict;
  readonly descendant: PDFDict;
  readonly glyphs: ReadonlySet<number>;
}

function drawnFonts({ drawings }: ArchiveFacts): readonly DrawnFont[] {
  return [...drawnGlyphs(drawings)].flatMap(([font, glyphs]) => {
    const descendants = font.lookup(name('DescendantFonts'));
    const descendant = descendants instanceof PDFArray ? descendants.lookup(0) : undefined;
    const label = String(font.get(name('BaseFont')));
    return descendant instanceof PDFDict ? [{ label, font, descendant, glyphs }] : [];
  });
}

const programOf = (descendant: PDFDict): PDFRawStream | undefined => {
  const program = descendant.lookup(name('FontDescriptor'), PDFDict).lookup(name('FontFile2'));
  return program instanceof PDFRawStream ? program : undefined;
};

/** Widths in thousandths, by glyph (ISO 32000-1, 9.7.4.3). */
function widthsOf(descendant: PDFDict): (glyph: number) => number {
  const widths = new Map<number, number>();
  const list = descendant.lookup(name('W'));
  const items =
    list instanceof PDFArray ? list.asArray().map((item) => descendant.context.lookup(item) ?? item) : [];
  for (let at = 0; at < items.length; ) {
    const [first, next, width] = items.slice(at, at + 3);
    const from = (first as PDFNumber).asNumber();
    if (next instanceof PDFArray) {
      next.asArray().forEach((item, index) => {
        widths.set(from + index, (item as PDFNumber).asNumber());
      });
      at += 2;
    } else {
      for (let glyph = from; glyph <= (next as PDFNumber).asNumber(); glyph += 1)
        widths.set(glyph, (width as PDFNumber).asNumber());
      at += 3;
    }
  }
  const usual = descendant.lookup(name('DW'));
  return (glyph) => widths.get(glyph) ?? (usual instanceof PDFNumber ? usual.asNumber() : 1000);
}

/** As the font itself has them, in thousandths. */
function ownWidthsOf(program: PDFRawStream): (glyph: number) => number {
  const font = fontkit.create(new Uint8Array(decoded(program))) as unknown as {
    readonly unitsPerEm: number;
    getGlyph(glyph: number): { readonly advanceWidth: number };
  };
  return (glyph) => (font.getGlyph(glyph).advanceWidth * 1000) / font.unitsPerEm;
}

/** A glyph of a part of Unicode that everybody may use as he likes says nothing to others. */
const isPrivate = (letter: string): boolean =>
  /[\ue000-\uf8ff]|[\u{f0000}-\u{ffffd}]|[\u{100000}-\u{10fffd}]/u.test(letter);

function lettersOf(font: PDFDict): ReadonlyMap<number, string> {
  const stream = font.lookup(name('ToUnicode'));
  const letters = new Map<number, string>();
  if (!(stream instanceof PDFRawStream)) return letters;
  const text = (hex: string): string =>
    (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
  const map = decoded(stream).toString('latin1');
  for (const [, body = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', hex = ''] of body.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      letters.set(Number.parseInt(code, 16), text(hex));
  for (const [, body = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', hex = ''] of body.matchAll(
      /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g,
    )) {
      const first = Number.parseInt(from, 16);
      for (let code = first; code <= Number.parseInt(to, 16); code += 1)
        letters.set(code, String.fromCharCode(Number.parseInt(hex, 16) + code - first));
    }
  return letters;
}

const each =
  (fault: (font: DrawnFont) => string | null) =>
  (facts: ArchiveFacts): readonly string[] =>
    drawnFonts(facts).flatMap((font) => {
      const found = fault(font);
      return found === null ? [] : [`${font.label}: ${found}`];
    });

/** Of the fonts. A paper is drawn with composite TrueType fonts alone, and only these are checked: any other is a fault. */
export const FONT_RULES: readonly ArchiveRule[] = [
  {
    clause: '6.2.11.2',
    rule: 'Every font is a composite TrueType font, coded by its glyphs.',
    check: ({ fonts }) =>
      fonts.flatMap((font) => {
        const kind = font.get(name('Subtype'));
        if (kind === name('CIDFontType2')) return [];
        const isCoded = IDENTITIES.includes(font.get(name('Encoding')) as PDFName);
        return when(kind !== name('Type0') || !isCoded, `${String(font.get(name('BaseFont')))} is not.`);
      }),
  },
  {
    clause: '6.2.11.3',
    rule: 'Every font says which of its glyphs a code is.',
    check: each(({ descendant }) => {
      const map = descendant.lookup(name('CIDToGIDMap'));
      return map === name('Identity') || map instanceof PDFStream ? null : 'it does not.';
    }),
  },
  {
    clause: '6.2.11.4',
    rule: 'Every font that is drawn with is in the file, with each glyph that is drawn.',
    check: each(({ descendant, glyphs }) => {
      const program = programOf(descendant);
      if (program === undefined) return 'it is not.';
      const own = fontkit.create(new Uint8Array(decoded(program))) as unknown as {
        readonly numGlyphs: number;
      };
      return [...glyphs].every((glyph) => glyph < own.numGlyphs) ? null : 'a glyph is not.';
    }),
  },
  {
    clause: '6.2.11.4.2',
    rule: 'No font names its glyphs in a list, which would have to be whole.',
    check: each(({ descendant }) =>
      ['CIDSet', 'CharSet'].some((key) => descendant.lookup(name('FontDescriptor'), PDFDict).has(name(key)))
        ? 'it does.'
        : null,
    ),
  },
  {
    clause: '6.2.11.5',
    rule: 'Glyphs are as wide as their font has them, to a thousandth.',
    check: each(({ descendant, glyphs }) => {
      const program = programOf(descendant);
      if (program === undefined || descendant.lookup(name('CIDToGIDMap')) !== name('Identity')) return null;
      const [told, own] = [widthsOf(descendant), ownWidthsOf(program)];
      const wrong = [...glyphs].filter((glyph) => Math.abs(told(glyph) - own(glyph)) > 1);
      return wrong.length === 0 ? null : `glyphs ${wrong.join(', ')} are not.`;
    }),
  },
  {
    clause: '6.2.11.7.2',
    rule: 'Each glyph that is drawn says which letters it is.',
    check: each(({ font, glyphs }) => {
      const letters = lettersOf(font);
      const unsaid = [...glyphs].filter(
        (glyph) => !letters.get(glyph) || /[\0\ufeff\ufffe]/.test(letters.get(glyph) ?? ''),
      );
      return unsaid.length === 0 ? null : `glyphs ${unsaid.join(', ')} do not.`;
    }),
  },
  {
    clause: '6.2.11.7.3',
    rule: 'No letter is one of nobody’s.',
    check: each(({ font, glyphs }) => {
      const letters = lettersOf(font);
      return [...glyphs].some((glyph) => isPrivate(letters.get(glyph) ?? '')) ? 'one is.' : null;
    }),
  },
  {
    clause: '6.2.11.8',
    rule: 'Nothing is drawn with the box for missing letters.',
    check: each(({ glyphs }) => (glyphs.has(0) ? 'something is.' : null)),
  },
];
