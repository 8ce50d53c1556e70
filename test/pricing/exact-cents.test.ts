import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactProduct, exactRest, exactShares } from '#shared/domain/exact-cents.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { premiumCents } from '#shared/pricing/premium-cents.ts';
import { bundledModel } from '#test/models/bundled-model.ts';
import { cents } from '../support/branded.ts';

const exact: RatingModel = {
  ...bundledModel,
  pricing: { ...bundledModel.pricing, buildUp: { ...bundledModel.pricing.buildUp, products: 'exact' } },
};
const before = premiumCents(bundledModel);
const now = premiumCents(exact);

/** Half-up of whole numbers over whole numbers, by another way: the remainder. */
const halfUpOf = (above: bigint, below: bigint): number => {
  const quotient = above / below;
  return Number(quotient + ((above % below) * 2n >= below ? 1n : 0n));
};

describe('the premium of an entered rate', () => {
  it.each([
    [26_234_500, 2.3, 365, 603_394],
    [3_000, 1.15, 365, 35],
  ])('%i cents at %d %% for %i days', (limit, rate, days, minor) => {
    expect(now.rate(cents(limit), rate, days)).toBe(minor);
    // Model 2026.1 keeps its cents.
    expect(before.rate(cents(limit), rate, days)).toBe(minor - 1);
  });

  it('is half-up of the exact product over a sweep of plausible limits, rates and periods', () => {
    let differing = 0;
    for (let limit = 30; limit <= 300_000; limit += 1_117)
      for (let perTenThousand = 5; perTenThousand <= 1_000; perTenThousand += 13)
        for (const days of [365, 366, 30, 180, 730]) {
          const minor = now.rate(cents(limit * 100), perTenThousand / 100, days);
          const wanted = halfUpOf(BigInt(limit) * 100n * BigInt(perTenThousand) * BigInt(days), 3_650_000n);
          if (minor !== wanted) throw new Error(`${limit} at ${perTenThousand / 100} % for ${days} days`);
          if (before.rate(cents(limit * 100), perTenThousand / 100, days) !== wanted) differing += 1;
        }
    expect(differing).toBeGreaterThan(0);
  });

  it('of any decimal rate, at any limit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000_000_000_0 }),
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 1, max: 1_096 }),
        (limit, perHundredThousandth, days) => {
          const rate = Number(`${perHundredThousandth}e-5`);
          expect(now.rate(cents(limit), rate, days)).toBe(
            halfUpOf(BigInt(limit) * BigInt(perHundredThousandth) * BigInt(days), 3_650_000_000n),
          );
        },
      ),
    );
  });
});

describe('every other product of a premium', () => {
  const amount = fc.integer({ min: 0, max: 1_000_000_000_000 });
  const share = fc.integer({ min: 1, max: 999_999_999_999 });

  it('a share of as many decimals as there are, and the same in per cent', () => {
    fc.assert(
      fc.property(amount, share, (minor, units) => {
        const wanted = halfUpOf(BigInt(minor) * BigInt(units), 10n ** 12n);
        expect(now.share(cents(minor), Number(`${units}e-12`))).toBe(wanted);
        expect(now.percent(cents(minor), Number(`${units}e-10`))).toBe(wanted);
      }),
    );
  });

  it('the minimum premium for the days of a period', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 1_096 }), (minor, days) => {
        expect(now.proRata(cents(minor), 0.0025, days)).toBe(
          halfUpOf(BigInt(minor) * BigInt(days), 146_000n),
        );
      }),
    );
  });

  it('the gross premium', () => {
    expect(exactRest([0.12, 0.175, 0.05])).toBe(0.655);
    fc.assert(
      fc.property(amount, (minor) => {
        expect(now.grossed(cents(minor), [0.12, 0.175, 0.05])).toBe(halfUpOf(BigInt(minor) * 1000n, 655n));
      }),
    );
  });

  it('the parts sum to the whole, none is a cent from its share, and none is negative', () => {
    fc.assert(
      fc.property(
        amount,
        fc.array(fc.oneof(amount, fc.double({ min: 0, max: 1e15, noNaN: true })), {
          minLength: 1,
          maxLength: 8,
        }),
        (minor, weights) => {
          const parts = exactShares(cents(minor), weights);
          expect(parts.reduce<number>((sum, part) => sum + part, 0)).toBe(minor);
          const sum = weights.reduce((all, weight) => all + weight, 0);
          for (const [i, part] of parts.entries()) {
            expect(part).toBeGreaterThanOrEqual(0);
            if (sum > 0) expect(Math.abs(part - minor * (weights[i]! / sum))).toBeLessThan(1 + minor * 1e-12);
          }
        },
      ),
    );
  });

  it('rounds down to the half below nought, as the rule says', () => {
    expect(exactProduct([-30, 5], [100])).toBe(-1);
    expect(exactProduct([-10, 5], [100])).toBe(0);
    expect(() => exactProduct([Number.NaN])).toThrow(RangeError);
  });
});
