import { describe, expect, it } from 'vitest';
import { lastOf } from '#renderer/editor/draft/last-of.ts';

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
