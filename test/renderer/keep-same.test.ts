import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepSame } from '#renderer/app/draft/keep-same.ts';
import { lastOf } from '#renderer/app/draft/last-of.ts';

describe('keeping what is the same', () => {
  it('gives the previous object back when nothing differs', () => {
    const previous = { a: [1, { b: null }], c: 'x' };
    expect(keepSame(previous, { a: [1, { b: null }], c: 'x' })).toBe(previous);
  });

  it('keeps the parts that are the same of what differs', () => {
    const previous = { kept: { deep: [1, 2] }, list: [{ id: 1 }, { id: 2 }] };
    const next = keepSame(previous, { kept: { deep: [1, 2] }, list: [{ id: 1 }, { id: 3 }] });
    expect(next).toEqual({ kept: { deep: [1, 2] }, list: [{ id: 1 }, { id: 3 }] });
    expect(next.kept).toBe(previous.kept);
    expect(next.list[0]).toBe(previous.list[0]);
  });

  it('tells a list from an object, a missing key from an undefined one, and 0 from -0', () => {
    expect(keepSame<unknown>({ 0: 1 }, [1])).toEqual([1]);
    expect(Object.keys(keepSame<object>({ a: 1 }, { a: 1, b: undefined }))).toEqual(['a', 'b']);
    expect(Object.keys(keepSame<object>({ a: 1, b: undefined }, { a: 1 }))).toEqual(['a']);
    expect(Object.keys(keepSame<object>({ b: undefined }, { a: undefined }))).toEqual(['a']);
    expect(keepSame([0], [-0])[0]).toBe(-0);
  });

  it('always equals the next value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (previous, next) => {
        expect(keepSame(previous, next)).toStrictEqual(next);
      }),
    );
  });
});

describe('keeping the last answer', () => {
  it('computes again only for other arguments', () => {
    const asked: string[] = [];
    const join = lastOf((one: string, other: string) => {
      asked.push(one + other);
      return { text: one + other };
    });
    const first = join('a', 'b');
    expect(join('a', 'b')).toBe(first);
    expect(join('a', 'c')).toEqual({ text: 'ac' });
    expect(join('a', 'b')).toEqual(first);
    expect(asked).toEqual(['ab', 'ac', 'ab']);
  });
});
