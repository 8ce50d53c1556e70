import type { QuoteDocument } from '#shared/quote/quote-document.ts';

/** Width of a sheet in CSS pixels. */
const SHEET_WIDTH: Readonly<Record<QuoteDocument['paper'], number>> = { a4: 794, letter: 816 };
const SURROUND = 32;

/** Shrinks the sheets of the preview to the width of its frame, now and whenever that changes; the result stops it. */
export function fitToWindow(element: HTMLElement, paper: QuoteDocument['paper']): () => void {
  const adjust = () => {
    const room = document.documentElement.clientWidth - SURROUND;
    element.style.setProperty('zoom', String(Math.min(1, room / SHEET_WIDTH[paper])));
  };
  adjust();
  window.addEventListener('resize', adjust);
  return () => window.removeEventListener('resize', adjust);
}
