import { lettersInWords, lettersWithoutGlyph } from '#shared/domain/printable-letters.ts';

const SHOWN_TEXT = 60;

/**
 * The letters of a page that none of the faces it brings can draw, with the text that the first stands in. Faces of the
 * computer do not count: with one of them the paper would look otherwise on another machine.
 */
export function findMissingGlyphs(root: HTMLElement): readonly string[] {
  const missing = new Set<string>();
  let place: string | null = null;
  for (const text of textsOf(root)) {
    const letters = lettersWithoutGlyph(text);
    if (letters.length > 0) place ??= text;
    for (const letter of letters) missing.add(letter);
  }
  if (place === null) return [];
  const start = place.length > SHOWN_TEXT ? `${place.slice(0, SHOWN_TEXT)}…` : place;
  return [
    `There is no face to print the ${lettersInWords([...missing])} in, as in “${start}”. Write it in other letters.`,
  ];
}

function* textsOf(root: HTMLElement): Generator<string> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.nodeValue?.trim() ?? '';
    if (text !== '') yield text;
  }
}
