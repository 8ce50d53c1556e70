import { describe, expect, it } from 'vitest';
import { withSolution } from '#renderer/features/pricing/solve-edit.ts';
import {
  answerStanding,
  readTarget,
  solveHindrance,
  solveSentence,
} from '#renderer/features/pricing/solve-view.ts';
import type { PriceResult, SolveResult } from '#shared/pricing/price-result.ts';
import { workedExample } from '#test/models/bundled-model.ts';
import { cents } from '../support/branded.ts';

const solved = {
  kind: 'solved',
  what: 'retention',
  part: 'crime-online',
  targetMinor: cents(150_000_000),
  valueMinor: cents(300_000_000),
  premiumMinor: cents(149_995_012),
  quotedMinor: cents(150_000_000),
  path: [],
} as const satisfies SolveResult;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('a typed target premium', () => {
  it.each([
    ['1.5m', 150_000_000],
    ['USD 1,500,000', 150_000_000],
    ['0.01', 1],
  ])('%s is read', (text, minor) => {
    expect(readTarget(text)).toEqual({ kind: 'target', minor });
  });

  it.each([
    ['', /^Enter the premium/],
    ['  ', /^Enter the premium/],
    ['0', /above zero/],
    ['-5', /cannot be negative/],
    ['soon', /^Enter an amount/],
  ])('"%s" is refused with what to do', (text, message) => {
    expect(readTarget(text)).toEqual({ kind: 'error', message: expect.stringMatching(message) });
  });
});

describe('what keeps one from solving', () => {
  const priced = { parts: [{ part: 'crime-online' }] } as unknown as PriceResult;
  it('is a finalised assessment, no price, or no modelled part', () => {
    expect(solveHindrance(priced, true)).toMatch(/read-only/);
    expect(solveHindrance(null, false)).toMatch(/no price/);
    expect(solveHindrance({ ...priced, parts: [] }, false)).toMatch(/entered rate/);
    expect(solveHindrance(priced, false)).toBeNull();
  });
});

describe('an answer', () => {
  it('is said in one sentence with premium before and after rounding', () => {
    expect(plain(solveSentence(solved, 'Digital asset crime', 'USD'))).toBe(
      'A retention of USD 3,000,000 each event on Digital asset crime gives a quoted premium of USD 1,500,000 (USD 1,499,950.12 before rounding), for a target of USD 1,500,000.',
    );
  });

  it('says why no value meets the target', () => {
    const { valueMinor, premiumMinor, targetMinor, path } = solved;
    const far: SolveResult = {
      kind: 'out-of-reach',
      what: 'limit',
      part: 'crime-online',
      targetMinor: cents(targetMinor),
      path,
      nearest: { valueMinor: cents(valueMinor), premiumMinor: cents(premiumMinor) },
      reason: 'The minimum premium of USD 25,000 is above the target of USD 24,000.',
    };
    expect(solveSentence(far, 'Digital asset crime', 'USD')).toBe(
      'No limit on Digital asset crime meets the target. The minimum premium of USD 25,000 is above the target of USD 24,000.',
    );
    expect(answerStanding(workedExample, far, workedExample)).toBe('none');
    expect(answerStanding(workedExample, far, { ...workedExample })).toBe('outdated');
  });

  it('can be used until the terms move on, and is in them once used', () => {
    expect(answerStanding(workedExample, solved, workedExample)).toBe('usable');
    expect(answerStanding(workedExample, solved, { ...workedExample })).toBe('outdated');
    const used = withSolution(workedExample, solved);
    expect(answerStanding(workedExample, solved, used)).toBe('in-terms');
  });

  it('changes one amount of one part', () => {
    const change = (what: 'retention' | 'limit') =>
      withSolution(workedExample, { ...solved, what }).terms.parts;
    const [first, ...others] = workedExample.terms.parts;
    expect(change('retention')).toEqual([{ ...first, retentionMinor: cents(300_000_000) }, ...others]);
    expect(change('limit')).toEqual([{ ...first, limitMinor: cents(300_000_000) }, ...others]);
  });
});
