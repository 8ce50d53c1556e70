import type { TrailHead } from './records.ts';

/** How much of a hash stands on paper: 64 bits, which nobody can meet by chance or by trying. */
const PRINTED_DIGITS = 16;

/** A head of the trail as paper and window show it: `128-0f3c99aa01d2e4b7`, the entry and the first 16 digits of its hash. */
export const printedHead = ({ sequence, hash }: TrailHead): string =>
  `${sequence}-${hash.slice(0, PRINTED_DIGITS)}`;

/** What a person read off a paper. */
export interface PaperHead {
  readonly sequence: number;
  /** The first 16 digits of the hash. */
  readonly digits: string;
}

/**
 * Reads a head as typed off a paper: capitals, spaces within the digits and any dash are taken. Null when it is none.
 */
export function readPaperHead(typed: string): PaperHead | null {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/^trail\s*/, '');
  const found = /^(\d{1,12})\s*[-\u2010-\u2015\s:]\s*([0-9a-f\s]+)$/.exec(text);
  const digits = found?.[2]?.replace(/\s+/g, '') ?? '';
  const sequence = Number(found?.[1]);
  return found !== null && digits.length === PRINTED_DIGITS && sequence > 0 ? { sequence, digits } : null;
}
