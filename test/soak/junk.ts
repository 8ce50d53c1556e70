import type { Random } from './random.ts';

const deep = (depth: number): unknown => {
  let value: unknown = 'core';
  for (let i = 0; i < depth; i += 1) value = i % 2 === 0 ? [value] : { a: value };
  return value;
};

/** Values that no form of the window sends: prototypes, huge, deep, cyclic, half a surrogate, numbers at every edge. */
const JUNK: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => '',
  () => '\0',
  () => '\ud83d',
  () => '../../etc/passwd',
  () => 'x'.repeat(1_000_000),
  () => 0,
  () => -1,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => Number.MAX_SAFE_INTEGER + 2,
  () => 1e-310,
  () => 10n ** 40n,
  () => true,
  () => [],
  () => Array.from({ length: 100_000 }, (_, i) => i),
  () => ({}),
  () => JSON.parse('{"__proto__": {"isAdmin": true}, "constructor": {"prototype": {}}}'),
  () => ({ id: '00000000-0000-4000-8000-000000000000' }),
  () => ({ id: ['00000000-0000-4000-8000-000000000000'] }),
  () => deep(2000),
  () => new Date(Number.NaN),
  () => new Map([['id', 1]]),
  () => Buffer.alloc(1000),
  () => {
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    return cyclic;
  },
];

/** Junk by itself, in place of one field of something good, or beside it. */
export function junkFor(good: unknown, random: Random): unknown {
  const junk = random.pick(JUNK)();
  if (typeof good !== 'object' || good === null || random.below(4) === 0) return junk;
  const copy = structuredClone(good) as Record<string, unknown>;
  let at = copy;
  for (let depth = random.below(4); depth > 0; depth -= 1) {
    const next = Object.values(at).find((value) => typeof value === 'object' && value !== null);
    if (next === undefined) break;
    at = next as Record<string, unknown>;
  }
  const keys = Object.keys(at);
  at[keys.length === 0 || random.below(6) === 0 ? 'unheardOf' : random.pick(keys)] = junk;
  return copy;
}
