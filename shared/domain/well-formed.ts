/** With the `u` flag a pair is one character, so that only a half without its other half matches. */
const HALF_OF_A_PAIR = /\p{Surrogate}/gu;

/** True for text that UTF-8 can store as it is: no surrogate without its other half. */
export const isWellFormed = (text: string): boolean => text.search(HALF_OF_A_PAIR) === -1;

/**
 * The same data with every half of a surrogate pair replaced by U+FFFD, as UTF-8 storage would do: done before hashing, so
 * that what is hashed is what can be read back. Plain JSON data in, plain JSON data out.
 */
export function wellFormed<T>(value: T): T {
  return repaired(value) as T;
}

function repaired(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(HALF_OF_A_PAIR, '\ufffd');
  if (Array.isArray(value)) return value.map(repaired);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, repaired(member)]));
  }
  return value;
}
