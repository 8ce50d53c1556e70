import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { bytesOf } from './stream-bytes.ts';
import { operatorsOf } from './tags/scan-content.ts';

// The printer knows a glyph by the letter that its font gives it. Shapes that a font makes of letters (joined Arabic, the
// conjuncts of Devanagari, the dots that Arabic letters are drawn with) have none there, and the printer writes U+0000 for
// them, which neither PDF/UA-1 nor PDF/A-3 lets stand. What they say it writes beside them, as the text of the piece.

/** Says nothing and joins nothing: for a mark whose letter another glyph of its piece already is. */
const PART_OF_LETTER = '\u034f';
/** For a glyph of which nothing is said anywhere. */
const UNKNOWN_LETTER = '\ufffd';

/** A font some of whose glyphs have no letter. Codes are four hexadecimal digits in capitals. */
interface Font {
  readonly ref: PDFRef;
  readonly map: string;
  readonly letters: ReadonlyMap<string, string>;
  /** Glyphs that take up room on the line; the others are marks. */
  readonly wide: ReadonlySet<string>;
  /** For each glyph without a letter: what it was seen to say, and how often. */
  readonly seen: Map<string, Map<string, number>>;
}

interface Glyph {
  readonly font: Font | undefined;
  readonly code: string;
}

const name = (text: string): PDFName => PDFName.of(text);
const NOTHING = '\0';
const PAIR = /<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>/g;

/**
 * Gives each glyph that the printer has no letter for those that it was printed for. A shape that stands for several
 * letters gets the one that it stands for most often; the text of its piece, which readers go by first, says which.
 */
export function mendLetters(document: PDFDocument): void {
  const fonts = fontsOf(document);
  if (fonts.size === 0) return;
  for (const page of document.getPages()) readPage(page, fonts);
  for (const { ref, map, seen } of fonts.values()) {
    const mended = map.replaceAll(PAIR, (pair, code: string, hex: string) =>
      hexText(hex) === NOTHING ? `<${code}> <${textHex(mostSeen(seen.get(code.toUpperCase())))}>` : pair,
    );
    document.context.assign(ref, document.context.flateStream(mended));
  }
}

/** Those fonts of a document that have a glyph without a letter. */
function fontsOf({ context }: PDFDocument): ReadonlyMap<PDFDict, Font> {
  const found = new Map<PDFDict, Font>();
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(name('Subtype')) !== name('Type0')) continue;
    const ref = object.get(name('ToUnicode'));
    const stream = ref instanceof PDFRef ? context.lookup(ref) : undefined;
    if (!(ref instanceof PDFRef && stream instanceof PDFRawStream)) continue;
    const map = bytesOf(stream).toString('latin1');
    const pairs = map
      .split('beginbfchar')
      .slice(1)
      .flatMap((block) => [...(block.split('endbfchar')[0] ?? '').matchAll(PAIR)]);
    const letters = new Map(pairs.map(([, code = '', hex = '']) => [code.toUpperCase(), hexText(hex)]));
    if ([...letters.values()].includes(NOTHING))
      found.set(object, { ref, map, letters, wide: wideGlyphs(object), seen: new Map() });
  }
  return found;
}

/** Read from the widths of a composite font (ISO 32000-1, 9.7.4.3). */
function wideGlyphs(font: PDFDict): ReadonlySet<string> {
  const wide = new Set<string>();
  const descendant = font.lookup(name('DescendantFonts'), PDFArray).lookup(0, PDFDict);
  const widths = descendant.lookupMaybe(name('W'), PDFArray);
  const put = (code: number, width: unknown): void => {
    if (width instanceof PDFNumber && width.asNumber() > 0) wide.add(hexOf(code));
  };
  for (let at = 0; widths !== undefined && at + 1 < widths.size(); ) {
    const first = widths.lookup(at, PDFNumber).asNumber();
    const next = widths.lookup(at + 1);
    if (next instanceof PDFArray) {
      for (let index = 0; index < next.size(); index += 1) put(first + index, next.lookup(index));
      at += 2;
    } else {
      const last = next instanceof PDFNumber ? next.asNumber() : first;
      for (let code = first; code <= last; code += 1) put(code, widths.lookup(at + 2));
      at += 3;
    }
  }
  return wide;
}

/** Reads what each piece of a page says, and which glyphs it is drawn with. */
function readPage(page: PDFPage, fonts: ReadonlyMap<PDFDict, Font>): void {
  const named = page.node.Resources()?.lookupMaybe(name('Font'), PDFDict);
  let font: Font | undefined;
  /** Of the sequences of marked content that are open: the piece that each is, where it says its text. */
  const open: ({ readonly text: string; readonly glyphs: Glyph[] } | null)[] = [];
  for (const { name: operator, operands } of operatorsOf(contentOf(page))) {
    if (operator === 'Tf') {
      const dict = named?.lookup(name(/\/(\S+)/.exec(operands)?.[1] ?? ''));
      font = dict instanceof PDFDict ? fonts.get(dict) : undefined;
    } else if (operator === 'BDC' || operator === 'BMC') {
      const said = /\/ActualText\s*<([0-9A-Fa-f]*)>/.exec(operands)?.[1];
      open.push(said === undefined ? null : { text: hexText(said).replace('\ufeff', ''), glyphs: [] });
    } else if (operator === 'EMC') {
      const piece = open.pop();
      if (piece) learn(piece.text, piece.glyphs);
    } else if (operator === 'Tj' || operator === 'TJ') {
      const piece = open.findLast((one) => one !== null);
      for (const [, codes = ''] of operands.matchAll(/<([0-9A-Fa-f]+)>/g))
        for (const code of codes.match(/.{4}/g) ?? []) piece?.glyphs.push({ font, code: code.toUpperCase() });
    }
  }
}

function contentOf(page: PDFPage): string {
  const held = page.node.lookup(name('Contents'));
  const streams =
    held instanceof PDFArray ? held.asArray().map((ref) => page.doc.context.lookup(ref)) : [held];
  return streams
    .map((stream) => (stream instanceof PDFRawStream ? bytesOf(stream).toString('latin1') : ''))
    .join('\n');
}

/** Shares the text of a piece out: what its known glyphs do not say, the first of the others does. */
function learn(text: string, glyphs: readonly Glyph[]): void {
  let left = text.normalize('NFKC');
  const isUnknown = ({ font, code }: Glyph): boolean => font?.letters.get(code) === NOTHING;
  let isDrawnOtherwise = false;
  for (const { font, code } of glyphs.filter((glyph) => !isUnknown(glyph))) {
    const letters = font?.letters.get(code)?.normalize('NFKC');
    if (letters === undefined) continue;
    // A letter drawn as the one it is made from, with its dots beside it.
    if (!left.includes(letters)) isDrawnOtherwise = true;
    left = left.replace(letters, '');
  }
  const unknown = glyphs.filter(isUnknown);
  const speaker =
    left === '' || isDrawnOtherwise
      ? undefined
      : (unknown.find(({ font, code }) => font?.wide.has(code)) ?? unknown[0]);
  for (const glyph of unknown) {
    const said = glyph === speaker ? left : PART_OF_LETTER;
    const seen = glyph.font?.seen.get(glyph.code) ?? new Map<string, number>();
    glyph.font?.seen.set(glyph.code, seen.set(said, (seen.get(said) ?? 0) + 1));
  }
}

/** The most frequent, and of those the first by its code. To be part of a letter counts where nothing else was seen. */
function mostSeen(seen: ReadonlyMap<string, number> = new Map()): string {
  const said = [...seen].filter(([text]) => text !== PART_OF_LETTER);
  const [most] = said.toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return most?.[0] ?? (seen.size > 0 ? PART_OF_LETTER : UNKNOWN_LETTER);
}

const hexOf = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0');
const hexText = (hex: string): string =>
  (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
const textHex = (text: string): string =>
  Array.from({ length: text.length }, (_, index) => hexOf(text.charCodeAt(index))).join('');
