/**
 * `next`, with everything in it that equals its counterpart in `previous` replaced by that very object: what looks the
 * same then is the same, and nothing that shows it is drawn again. For plain data.
 */
export function keepSame<T>(previous: T, next: T): T {
  if (Object.is(previous, next) || !isPlain(previous) || !isPlain(next)) return next;
  if (Array.isArray(previous) !== Array.isArray(next)) return next;
  const keys = Object.keys(next);
  const kept = keys.map((key) =>
    Object.hasOwn(previous, key) ? keepSame(previous[key], next[key]) : next[key],
  );
  const isSame = keys.every((key, i) => Object.hasOwn(previous, key) && Object.is(kept[i], previous[key]));
  if (isSame && keys.length === Object.keys(previous).length) return previous;
  return (Array.isArray(next) ? kept : Object.fromEntries(keys.map((key, i) => [key, kept[i]]))) as T;
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
