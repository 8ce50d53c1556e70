import { hanLanguage } from './han-language.ts';

/** What Inter draws whatever the paper says. Anything else may be of another script. */
const OF_INTER = /^[\s\u0020-\u024f\u0370-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u203a\u20ac\u2212]*$/;

/**
 * Makes ready for the letters of a paper: the faces of further scripts where it has such letters, and Chinese characters as
 * in the language of `name`, or of the whole text where the name has none.
 */
export async function prepareLetters(name: string, paper: unknown): Promise<void> {
  // One window draws paper after paper.
  delete document.documentElement.dataset.han;
  const text = JSON.stringify(paper);
  if (OF_INTER.test(text)) return;
  const han = hanLanguage(name) ?? hanLanguage(text);
  if (han !== null) document.documentElement.dataset.han = han;
  await import('../styles/noto-faces.ts');
}
