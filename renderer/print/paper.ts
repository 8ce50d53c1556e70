import type { QuoteDocument } from '#shared/quote/quote-document.ts';

type Paper = QuoteDocument['paper'];

/** Sheets and margins in millimetres, as in print.css. */
const SHEETS: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  a4: { width: 210, height: 297 },
  letter: { width: 215.9, height: 279.4 },
};
const SIDE_MARGINS = 36;
const HEAD_AND_FOOT = 38;

/** CSS pixels of 1/96 inch, rounded down with one to spare. */
const pixels = (millimetres: number): number => Math.floor((millimetres / 25.4) * 96) - 1;

/** Width of the text between the margins. */
export const textWidth = (paper: Paper): number => pixels(SHEETS[paper].width - SIDE_MARGINS);

/** Height of the text between head and foot. */
export const textHeight = (paper: Paper): number => pixels(SHEETS[paper].height - HEAD_AND_FOOT);
