import { BUNDLED_LETTERS } from './bundled-letters.ts';
import { type NameField, pathKey } from './issue-sentence.ts';
import { textsIn } from './plausible-content.ts';
import { type Failure, failed } from './result.ts';

/** Latin as most texts have it; each of these letters is in the first face. */
const PLAIN = /^[\n\r\t\u0020-\u007e\u00a0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u20ac]*$/;
/** What is not drawn itself: line ends, joiners, and the marks that keep a name's direction to itself. */
const UNDRAWN = /[\n\r\t]|\u200c|\u200d|\u2060|[\u2066-\u2069]/gu;

type Ranges = readonly (readonly [first: number, last: number])[];

let faces: readonly Ranges[] | null = null;

function bundledFaces(): readonly Ranges[] {
  faces ??= BUNDLED_LETTERS.map((line) =>
    line.split(' ').map((range) => {
      const [first = '', last = first] = range.split('-');
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
    }),
  );
  return faces;
}

function holds(face: Ranges, code: number): boolean {
  let [low, high] = [0, face.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = face[middle] ?? [0, 0];
    if (code < first) high = middle - 1;
    else if (code > last) low = middle + 1;
    else return true;
  }
  return false;
}

/** A letter with the marks on it. */
const CLUSTER = /\P{M}?\p{M}*/gsu;

/**
 * The letters of a text that no bundled face can draw, each once, in their order. A letter with marks is drawn by one face or
 * not at all. Total.
 */
export function lettersWithoutGlyph(text: string): readonly string[] {
  if (PLAIN.test(text)) return [];
  const missing = new Set<string>();
  for (const [letters] of text.normalize('NFC').replace(UNDRAWN, '').matchAll(CLUSTER)) {
    if (PLAIN.test(letters)) continue;
    const codes = Array.from(letters, (letter) => letter.codePointAt(0) ?? 0);
    if (bundledFaces().some((face) => codes.every((code) => holds(face, code)))) continue;
    missing.add(letters);
  }
  return [...missing];
}

const SHOWN_LETTERS = 5;

/** `“ʕ” (U+0295)`, of several with commas; more than five are counted. */
export function lettersInWords(letters: readonly string[]): string {
  const named = letters.slice(0, SHOWN_LETTERS).map((letter) => {
    const codes = Array.from(letter, (part) =>
      (part.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0'),
    );
    return `“${letter}” (${codes.map((code) => `U+${code}`).join(' ')})`;
  });
  const more = letters.length > SHOWN_LETTERS ? ` and ${letters.length - SHOWN_LETTERS} more` : '';
  return `${letters.length === 1 ? 'letter' : 'letters'} ${named.join(', ')}${more}`;
}

/**
 * The texts of content that cannot be printed, since no bundled face has a letter of theirs: one sentence each, which calls
 * the field as `nameField` does and names the letter. Total.
 */
export const unprintableTexts = (content: unknown, nameField: NameField): readonly Failure[] =>
  textsIn(content).flatMap(({ path, text }) => {
    const letters = lettersWithoutGlyph(text);
    return letters.length === 0
      ? []
      : [
          failed(
            'invalid-input',
            `${nameField(path)} has the ${lettersInWords(letters)}, for which there is no face to print it in. Write it in other letters.`,
            pathKey(path),
          ).failure,
        ];
  });
