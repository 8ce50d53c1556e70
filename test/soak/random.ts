import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Numbers that a seed repeats. */
export interface Random {
  /** A whole number from 0 to below `end`. */
  readonly below: (end: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  readonly bytes: (length: number) => Buffer;
  /** The same in an order of its own. */
  readonly shuffled: <T>(items: readonly T[]) => readonly T[];
}

export function randomOf(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const below = (end: number): number => (end <= 1 ? 0 : uniformInt(generator, 0, end - 1));
  return {
    below,
    pick: <T>(items: readonly T[]): T => {
      if (items.length === 0) throw new Error('nothing to pick from');
      // `undefined` may be an item itself.
      return items[below(items.length)] as T;
    },
    shuffled: <T>(items: readonly T[]) =>
      items
        .map((item) => ({ item, order: below(1_000_000) }))
        .sort((a, b) => a.order - b.order)
        .map(({ item }) => item),
    bytes: (length) => Buffer.from(Array.from({ length }, () => below(256))),
  };
}
