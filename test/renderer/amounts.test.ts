import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAmount, restingAmount } from '#renderer/components/format/money.ts';
import { cents } from '../support/branded.ts';

const minorOf = (text: string) => {
  const parsed = parseAmount(text);
  return parsed.kind === 'amount' ? parsed.minor : parsed;
};

describe('reading an amount', () => {
  it.each([
    ['25m', 2_500_000_000],
    ['1.25m', 125_000_000],
    ['250k', 25_000_000],
    ['1,250,000', 125_000_000],
    ['1,250,000.50', 125_000_050],
    ['1 250 000', 125_000_000],
    ['USD 3bn', 300_000_000_000],
    ['$0.01', 1],
    ['.5m', 50_000_000],
    ['0', 0],
    ['7.005k', 700_500],
  ])('%s', (text, minor) => expect(minorOf(text)).toBe(minor));

  it.each([
    ['1,5m', /a point for decimals/],
    ['12,34', /a point for decimals/],
    ['0.001', /to the cent/],
    ['-5m', /negative/],
    ['5 apples', /Enter an amount/],
    ['m', /Enter an amount/],
    ['10001bn', /largest amount/],
    ['1e9', /Enter an amount/],
  ])('%s is refused with the reason', (text, reason) =>
    expect(parseAmount(text)).toEqual({ kind: 'error', message: expect.stringMatching(reason) }),
  );

  it('nothing is no amount', () => expect(parseAmount('  ')).toEqual({ kind: 'empty' }));
});

describe('an amount at rest', () => {
  it.each([
    [2_500_000_000, '25m'],
    [125_000_000, '1.25m'],
    [25_000_000, '250k'],
    [189_260_000, '1,892,600'],
    [100_000_000_000, '1bn'],
    [12_345, '123.45'],
    [0, '0'],
  ])('%i cents shows as %s', (minor, text) => expect(restingAmount(cents(minor))).toBe(text));

  it('loses nothing: what it shows reads back to the cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000_000 }), (minor) => {
        expect(minorOf(restingAmount(cents(minor)))).toBe(minor);
      }),
    );
  });
});
