import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minorPercent, minorShare } from '#shared/domain/minor-share.ts';
import { cents } from '../support/branded.ts';

/** Half-up by whole numbers alone: per-mille shares of whole cents. */
const byWholeNumbers = (amountMinor: number, perMille: number): number =>
  Number((BigInt(amountMinor) * BigInt(perMille) * 2n + 1000n) / 2000n);

describe('a share of an amount in cents', () => {
  it('rounds exact halves up, where the product of doubles falls below them', () => {
    expect(Math.floor(5_242_900 * 0.175 + 0.5)).toBe(917_507);
    expect(minorShare(cents(5_242_900), 0.175)).toBe(917_508);
    expect(minorShare(cents(83_886_100), 0.175)).toBe(14_680_068);
  });

  it('is the decimal product, rounded half-up, for every per-mille share', () => {
    const amounts = fc.integer({ min: 0, max: 1_000_000_000_000_000 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 1000 }), (amount, perMille) => {
        expect(minorShare(cents(amount), perMille / 1000)).toBe(byWholeNumbers(amount, perMille));
        expect(minorPercent(cents(amount), perMille / 10)).toBe(byWholeNumbers(amount, perMille));
      }),
      { numRuns: 5000 },
    );
  });

  it('rounds a deduction half-up as well: towards the larger number', () => {
    expect(minorPercent(cents(10), -5)).toBe(0);
    expect(minorPercent(cents(30), -5)).toBe(-1);
    expect(minorPercent(cents(199_216_467), -5)).toBe(-9_960_823);
  });

  it('takes a share of many decimals as a double', () => {
    expect(minorShare(cents(3_000), 1 / 3)).toBe(1_000);
    expect(() => minorShare(cents(100), Number.NaN)).toThrow(RangeError);
  });
});
