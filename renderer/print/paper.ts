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

/** Gap between columns, see print.css. */
const COLUMN_GAP = 8;

/** Width of a column that takes a share of what the gap between two leaves. */
export const columnWidth = (paper: Paper, share = 0.5): number =>
  Math.floor(((SHEETS[paper].width - SIDE_MARGINS - COLUMN_GAP) / 25.4) * 96 * share) - 1;

/** Height of the text between head and foot. */
export const textHeight = (paper: Paper): number => pixels(SHEETS[paper].height - HEAD_AND_FOOT);
