/** A letter that no script has: whatever is drawn for it is what is drawn where a glyph is missing. */
const NO_LETTER = '\u0378';
const SIZE = 24;
const SHOWN_LETTERS = 5;
const SHOWN_TEXT = 60;

/** Set in every face that the document brings: Latin with its marks, Greek, Cyrillic, punctuation, signs of money. */
const BROUGHT =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{P}\p{Z}\p{Sc}\p{Sm}\s\p{Script=Inherited}]*$/u;

/**
 * The letters of a page that neither its own faces nor those of this computer can draw, each with the text that it stands
 * in: they would be empty boxes on the paper. A letter is drawn alone and compared with one that no face has.
 */
export function findMissingGlyphs(root: HTMLElement): readonly string[] {
  const drawn = drawer(root);
  if (drawn === null) return [];
  const box = drawn(NO_LETTER);
  const seen = new Map<string, boolean>();
  const problems = new Map<string, string>();
  for (const text of textsOf(root)) {
    if (BROUGHT.test(text)) continue;
    for (const letter of text) {
      if (BROUGHT.test(letter)) continue;
      let isMissing = seen.get(letter);
      if (isMissing === undefined) {
        isMissing = drawn(letter) === box;
        seen.set(letter, isMissing);
      }
      if (isMissing && !problems.has(letter)) problems.set(letter, text);
    }
  }
  return sentences(problems);
}

function sentences(problems: ReadonlyMap<string, string>): readonly string[] {
  const letters = [...problems];
  if (letters.length === 0) return [];
  const named = letters.slice(0, SHOWN_LETTERS).map(([letter, text]) => {
    const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const start = text.length > SHOWN_TEXT ? `${text.slice(0, SHOWN_TEXT)}…` : text;
    return `“${letter}” (U+${code}) in “${start}”`;
  });
  const more = letters.length > SHOWN_LETTERS ? ` and ${letters.length - SHOWN_LETTERS} more` : '';
  return [
    `No face of this computer has the ${letters.length === 1 ? 'letter' : 'letters'} ${named.join(', ')}${more}: on paper there would be empty boxes. Write it in other letters, or install a face that has them.`,
  ];
}

function* textsOf(root: HTMLElement): Generator<string> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.nodeValue?.trim() ?? '';
    if (text !== '') yield text;
  }
}

/** Draws a letter in the face of the document and gives what came of it. */
function drawer(root: HTMLElement): ((letter: string) => string) | null {
  const canvas = document.createElement('canvas');
  canvas.width = 2 * SIZE;
  canvas.height = 2 * SIZE;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  const family = getComputedStyle(root).fontFamily;
  return (letter) => {
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.font = `${SIZE}px ${family}`;
    context.textBaseline = 'middle';
    context.fillText(letter, 4, SIZE);
    return `${context.measureText(letter).width} ${context.getImageData(0, 0, canvas.width, canvas.height).data.join()}`;
  };
}
