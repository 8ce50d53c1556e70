import libraryBeta from '@stdlib/math-base-special-betainc';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  betaLower,
  betaLowerInverse,
  betaMomentRatio,
  betaUpper,
} from '#shared/actuarial/special/incomplete-beta.ts';
import { gammaLower, gammaLowerInverse, gammaUpper } from '#shared/actuarial/special/incomplete-gamma.ts';
import { logGamma, logGammaOnePlus } from '#shared/actuarial/special/log-gamma.ts';
import { log1pmx } from '#shared/actuarial/special/near-zero.ts';
import { normalCdf, normalQuantile, normalSurvival } from '#shared/actuarial/special/normal.ts';
import { amount, between } from './arbitraries.ts';
import values from './special-values.json' with { type: 'json' };

// The bounds stand a little above the errors measured (1.1e-13 lower gamma at P = 1e-228, 1.3e-13 upper beta at 1e-282).
// special-values.json: arguments, then the value from positive series at 60 to 400 digits (mpmath), 596 points.

/** Worst relative error over the points of a function. */
function worstError(points: readonly (readonly number[])[], f: (...x: number[]) => number): number {
  return points.reduce((worst, point) => {
    const expected = point[point.length - 1]!;
    const got = f(...point.slice(0, -1));
    const error = expected === 0 ? Math.abs(got) : Math.abs(got / expected - 1);
    return Math.max(worst, Number.isNaN(error) ? Number.POSITIVE_INFINITY : error);
  }, 0);
}

describe('worst relative error against 60-digit values', () => {
  test.each([
    ['log gamma', values.logGamma, logGamma, 1e-15],
    ['log gamma(1 + a)', values.logGammaOnePlus, logGammaOnePlus, 1e-15],
    ['log1p(t) - t', values.logOnePlusLess, log1pmx, 1e-15],
    ['lower incomplete gamma', values.gammaLower, gammaLower, 2e-13],
    ['upper incomplete gamma', values.gammaUpper, gammaUpper, 5e-14],
    ['inverse of the lower incomplete gamma', values.gammaLowerInverse, gammaLowerInverse, 4e-14],
    ['lower incomplete beta', values.betaLower, betaLower, 2e-13],
    ['upper incomplete beta', values.betaUpper, betaUpper, 2e-13],
    ['inverse of the lower incomplete beta', values.betaLowerInverse, betaLowerInverse, 1e-14],
    ['moment of a beta variable', values.betaMomentRatio, betaMomentRatio, 2e-14],
    ['normal cdf', values.normalCdf, normalCdf, 1e-13],
    ['normal survival', values.normalSurvival, normalSurvival, 1e-13],
    ['normal quantile', values.normalQuantile, normalQuantile, 2e-13],
  ] as const)('%s', (_name, points, f, bound) => {
    expect(worstError(points as number[][], f as (...x: number[]) => number)).toBeLessThan(bound);
  });
});

describe('incomplete beta', () => {
  test('agrees with the library over the parameters of damage ratios and counts', () => {
    fc.assert(
      fc.property(amount(1e-2, 1e3), amount(1e-2, 1e3), between(1e-9, 1 - 1e-9), (a, b, x) => {
        const [lower, upper] = [libraryBeta(x, a, b, true, false), libraryBeta(x, a, b, true, true)];
        if (lower > 1e-200) expect(Math.abs(betaLower(x, a, b) / lower - 1)).toBeLessThan(2e-11);
        if (upper > 1e-200) expect(Math.abs(betaUpper(x, a, b) / upper - 1)).toBeLessThan(2e-11);
      }),
      { numRuns: 5000 },
    );
  });

  test('is undone by its inverse', () => {
    fc.assert(
      fc.property(amount(0.1, 1e3), amount(0.1, 1e3), between(1e-9, 1 - 1e-9), (a, b, p) => {
        const x = betaLowerInverse(p, a, b);
        if (x > 1 - 1e-6) return;
        expect(Math.abs(betaLower(x, a, b) / p - 1)).toBeLessThan(1e-8);
      }),
      { numRuns: 2000 },
    );
  });

  test('is undone by its inverse at both ends and for small shapes, whichever the tail', () => {
    const shape = amount(2e-3, 1e4);
    const level = fc.oneof(
      between(1e-9, 1 - 1e-9),
      amount(1e-12, 0.1),
      amount(1e-12, 0.1).map((q) => 1 - q),
    );
    fc.assert(
      fc.property(shape, shape, level, (a, b, p) => {
        const x = betaLowerInverse(p, a, b);
        // An answer below the least normal number is given to few digits, and one next to 1 as 1.
        if (x < 1e-300) return;
        const slack = 1e-14;
        const [below, above] = [x * (1 - slack), Math.min(1, x * (1 + slack))];
        const size = p > 0.5 ? 1 - p : p;
        if (p > 0.5) {
          expect(betaUpper(below, a, b)).toBeGreaterThanOrEqual(size * (1 - 1e-9));
          expect(betaUpper(above, a, b)).toBeLessThanOrEqual(size * (1 + 1e-9));
        } else {
          expect(betaLower(below, a, b)).toBeLessThanOrEqual(size * (1 + 1e-9));
          expect(betaLower(above, a, b)).toBeGreaterThanOrEqual(size * (1 - 1e-9));
        }
      }),
      { numRuns: 5000 },
    );
  });

  test('finds a quantile far below rounding of 1 for a level above a half', () => {
    // R 4: qbeta(0.5390612, 0.0101137, 8.8584).
    const x = betaLowerInverse(0.5390612, 0.0101137, 8.8584);
    expect(Math.abs(x / 1.975941203355e-28 - 1)).toBeLessThan(1e-9);
    expect(Math.abs(betaLower(x, 0.0101137, 8.8584) / 0.5390612 - 1)).toBeLessThan(1e-13);
  });
});

describe('ends and edges', () => {
  test('regularised functions are 0 and 1 at the ends of their domains', () => {
    expect([gammaLower(2, 0), gammaUpper(2, 0), gammaLower(2, Infinity), gammaUpper(2, Infinity)]).toEqual([
      0, 1, 1, 0,
    ]);
    expect([betaLower(0, 2, 3), betaLower(1, 2, 3), betaUpper(0, 2, 3), betaUpper(1, 2, 3)]).toEqual([
      0, 1, 1, 0,
    ]);
    expect([normalQuantile(0), normalQuantile(1), Math.abs(normalQuantile(0.5))]).toEqual([
      -Infinity,
      Infinity,
      0,
    ]);
  });

  test('the library that is wrong near the peak of large shapes is not used there', () => {
    // @stdlib gammainc is off by up to 4 % at shape 1032, x 1000 (methods note, section 10).
    const error = gammaLower(1032, 1000) / 0.1598 - 1;
    expect(Math.abs(error)).toBeLessThan(0.02);
    expect(gammaLower(1032, 1000) + gammaUpper(1032, 1000)).toBeCloseTo(1, 14);
  });
});
