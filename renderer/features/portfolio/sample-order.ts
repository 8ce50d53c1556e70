import type { BookEntry } from '#shared/domain/book.ts';

/** Below this many issued quotes the whole is there before an estimate would say something. */
const LEAST_BOOK = 100;
const SEED = 20_261_129;

/**
 * In which order a book is re-priced: what was issued first, so that a run that is cancelled early still answers the main
 * question, and of a large book in an order drawn at random (always the same), so that whatever is done so far speaks for
 * the rest. The others follow as listed.
 */
export function sampleOrder(entries: readonly BookEntry[]): readonly BookEntry[] {
  const issued = entries.filter((entry) => entry.issued !== null);
  const rest = entries.filter((entry) => entry.issued === null);
  return [...(issued.length < LEAST_BOOK ? issued : shuffled(issued)), ...rest];
}

/** Fisher and Yates, with the numbers of a small generator (Mulberry32) instead of chance. */
function shuffled<T>(items: readonly T[]): readonly T[] {
  const drawn = [...items];
  let state = SEED;
  for (let last = drawn.length - 1; last > 0; last -= 1) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    const at = Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * (last + 1));
    [drawn[last], drawn[at]] = [drawn[at]!, drawn[last]!];
  }
  return drawn;
}
