/**
 * The faces that the document is set in; each must be there before it is printed. They are static ones: the PDF writer
 * embeds those as real fonts, but draws each weight of a variable font as nameless glyph procedures (Type 3).
 */
const FACES = [
  '400 10pt Inter',
  'italic 400 10pt Inter',
  '600 10pt Inter',
  '400 10pt "Inter Figures"',
  '600 10pt "Inter Figures"',
  '600 20pt "Source Serif 4"',
] as const;

/** Letters beyond Latin that the document uses, so that their subsets are fetched too. */
const SAMPLE = 'Aa0\u2212\u03bb\u00b2';

/** A page is drawn at once; what changes it afterwards, such as an effect, comes in the next turns of its loop. */
const QUIET_MS = 10;
const PATIENCE_MS = 15_000;

/** Loads the faces of the document; what cannot be loaded is named. */
export async function loadFaces(): Promise<readonly string[]> {
  const problems = await Promise.all(
    FACES.map(async (face) => {
      const loaded = await document.fonts.load(face, SAMPLE);
      return loaded.length > 0 ? [] : [`The font ${face} is missing.`];
    }),
  );
  await document.fonts.ready;
  return problems.flat();
}

/** Waits for the faces that the letters of a page ask for beyond those; true where there were any. */
export async function fetchFaces(root: HTMLElement): Promise<boolean> {
  // Faces are asked for when text is laid out, which a hidden window does when it is measured.
  root.getBoundingClientRect();
  if (document.fonts.status === 'loaded') return false;
  await document.fonts.ready;
  return true;
}

/** Faces whose file could not be read, each in a sentence. */
export const missingFaces = (): readonly string[] =>
  [...document.fonts]
    .filter(({ status }) => status === 'error')
    .map(({ family, weight }) => `A part of the font ${family} ${weight} is missing.`);

/**
 * Settles when the page has stopped changing. A hidden window may not paint, so this listens to the page itself and not to
 * animation frames.
 */
export function untilDrawn(root: HTMLElement): Promise<'quiet' | 'restless'> {
  return new Promise((resolve) => {
    const finish = (outcome: 'quiet' | 'restless') => {
      observer.disconnect();
      window.clearTimeout(quiet);
      window.clearTimeout(patience);
      resolve(outcome);
    };
    const observer = new MutationObserver(() => {
      window.clearTimeout(quiet);
      quiet = window.setTimeout(finish, QUIET_MS, 'quiet');
    });
    observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    let quiet = window.setTimeout(finish, QUIET_MS, 'quiet');
    const patience = window.setTimeout(finish, PATIENCE_MS, 'restless');
  });
}

/** Waits for the pictures of a page; one that cannot be drawn is named. */
export async function undrawnPictures(root: HTMLElement): Promise<readonly string[]> {
  const problems = await Promise.all(
    [...root.querySelectorAll('img')].map(async (picture) => {
      try {
        await picture.decode();
        return [];
      } catch {
        return [`The picture “${picture.alt}” cannot be drawn. Choose another file for it.`];
      }
    }),
  );
  return problems.flat();
}
