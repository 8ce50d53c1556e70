import { readFileSync } from 'node:fs';
import fontkit from '@cantoo/fontkit';
import { BUNDLED_SHEETS, bundledFaces, type Face } from './bundled-faces.ts';

/** Every code point that a face draws: what its file has a glyph for, within the range for which it is asked. */
export function lettersOf({ file, range }: Face): readonly number[] {
  const { characterSet } = fontkit.create(readFileSync(file)) as { readonly characterSet: readonly number[] };
  return characterSet.filter((code) => range.some(([first, last]) => code >= first && code <= last));
}

const EAST_ASIAN = /^noto-sans-(jp|kr|sc|tc)$/;

/**
 * The letters of the bundled faces, as `shared/domain/bundled-letters.ts` holds them: a line for each file, in which a
 * letter and its marks must stand together, and one for all of Chinese, Japanese and Korean, whose letters stand alone.
 */
function bundledLetters(): readonly string[] {
  const together: string[] = [];
  const alone = new Set<number>();
  for (const [pack, sheet] of BUNDLED_SHEETS) {
    if (sheet !== '400') continue;
    for (const face of bundledFaces(pack, sheet)) {
      const letters = lettersOf(face);
      if (EAST_ASIAN.test(pack)) for (const letter of letters) alone.add(letter);
      else together.push(rangesOf(letters));
    }
  }
  return [...together, rangesOf([...alone])];
}

/** Hexadecimal code points and ranges, as `41-5a 61`. */
function rangesOf(letters: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const letter of letters.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && letter === last[1] + 1) last[1] = letter;
    else if (last === undefined || letter !== last[1]) ranges.push([letter, letter]);
  }
  const hex = (code: number) => code.toString(16);
  return ranges
    .map(([first, last]) => (first === last ? hex(first) : `${hex(first)}-${hex(last)}`))
    .join(' ');
}

/** The source of `shared/domain/bundled-letters.ts`. */
export const lettersModule = (): string =>
  [
    '// Written by `node scripts/faces.ts`, not by hand; a test holds it against the packages of the faces.',
    '',
    '/**',
    ' * What the bundled faces draw, in hexadecimal code points: a line for each file, in which a letter and its marks stand',
    ' * together, and a last one for all of Chinese, Japanese and Korean, whose letters stand alone.',
    ' */',
    'export const BUNDLED_LETTERS: readonly string[] = [',
    ...bundledLetters().map((ranges) => `  '${ranges}',`),
    '];',
    '',
  ].join('\n');
