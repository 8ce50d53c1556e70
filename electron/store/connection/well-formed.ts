const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Replaces halves of broken characters by U+FFFD, as UTF-8 storage would: done before hashing, so that what is hashed is
 * what can be read back.
 */
export function wellFormed<T>(value: T): T {
  return repaired(value) as T;
}

function repaired(value: unknown): unknown {
  if (typeof value === 'string') {
    return LONE_SURROGATE.test(value) ? Buffer.from(value, 'utf8').toString('utf8') : value;
  }
  if (Array.isArray(value)) return value.map(repaired);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, repaired(member)]));
  }
  return value;
}
