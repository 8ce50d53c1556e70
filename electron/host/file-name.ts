/** The longest name of a file that every usual file system takes, in bytes of UTF-8. */
const LONGEST_NAME = 255;
/** What may still be added to a name: " (99)", and what makes the hidden name of an unfinished file beside it. */
const ROOM = Buffer.byteLength(' (99)') + Buffer.byteLength('..1234567-0123abcd.tmp');
/** Longer names are no better to read. */
const LONGEST_STEM = 80;

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** As much of a text as has at most so many bytes of UTF-8: whole letters, each with its marks. */
export function cutToBytes(text: string, mostBytes: number): string {
  if (Buffer.byteLength(text) <= mostBytes) return text;
  let cut = '';
  let bytes = 0;
  for (const { segment } of letters.segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > mostBytes) break;
    cut += segment;
  }
  return cut;
}

/** Names that Windows keeps for its devices, whatever comes after a point. */
const RESERVED = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])$/i;
/** Characters that Windows forbids in names, and what shows as nothing; joiners are part of Indic and Persian words. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/gu;

/**
 * A file name of a stem and an ending (`-2026-07-01.json`, ` salvaged.ballast`) that every system takes: the stem is cut so
 * that the name, a number in brackets and the hidden name beside it have at most 255 bytes of UTF-8.
 */
export function fittingName(stem: string, ending: string): string {
  const plain = stem
    .normalize('NFC')
    .replace(FORBIDDEN, '-')
    .replace(/^[.\s]+/, '');
  const cut = cutToBytes(plain, LONGEST_NAME - ROOM - Buffer.byteLength(ending)).replace(/[\s.-]+$/, '');
  const named = `${cut || 'Unnamed'}${ending}`;
  return RESERVED.test(named.split('.')[0] ?? '') ? `_${named}` : named;
}

const LATIN_ACCENTED = /\p{Script=Latin}\p{Mark}*/gu;

/**
 * The words of a name as the stem of a file's name, in small letters with hyphens between; empty where it has no letters.
 * Latin letters lose their accents ("Börse Zürich" is `borse-zurich`); in every other script marks are part of the word
 * (ビ is not ヒ), so that they are kept as they are, composed.
 */
export function nameAsStem(name: string): string {
  const words = name
    .normalize('NFC')
    .replace(LATIN_ACCENTED, (letter) => letter.normalize('NFKD').replace(/\p{Mark}/gu, ''))
    .replace(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .normalize('NFC');
  const few = [...letters.segment(words)].slice(0, LONGEST_STEM);
  return few
    .map(({ segment }) => segment)
    .join('')
    .replace(/-+$/, '');
}
