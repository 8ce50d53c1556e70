import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyPgf } from '#shared/actuarial/frequency/apply-pgf.ts';
import {
  expectValue,
  type Frequency,
  frequencyFrom,
  negativeBinomial,
  negativeBinomialByMean,
  poisson,
} from '#shared/actuarial/library/index.ts';
import { amount, between, countSpec } from './arbitraries.ts';

const count = countSpec.map((spec) => ({ spec, law: expectValue(frequencyFrom(spec)) }));

/** Probabilities up to where the rest is below 1e-15. */
function probabilities(law: Frequency): readonly number[] {
  const values: number[] = [];
  for (let n = 0; n < 400 && (n === 0 || law.tail(n - 1) > 1e-15); n += 1) values.push(law.pmf(n));
  return values;
}

const sum = (values: readonly number[]): number => values.reduce((total, x) => total + x, 0);

describe('every count law', () => {
  test('probabilities sum to 1 and have the stated mean, variance and third moment', () => {
    fc.assert(
      fc.property(count, ({ law }) => {
        const p = probabilities(law);
        const mean = sum(p.map((x, n) => n * x));
        expect(sum(p)).toBeCloseTo(1, 11);
        expect(Math.abs(mean - law.mean)).toBeLessThan(1e-9 * (1 + law.mean));
        const variance = sum(p.map((x, n) => (n - mean) ** 2 * x));
        expect(Math.abs(variance - law.variance)).toBeLessThan(1e-7 * (1 + law.variance));
        const third = sum(p.map((x, n) => (n - mean) ** 3 * x));
        expect(Math.abs(third - law.thirdCentralMoment)).toBeLessThan(1e-5 * (1 + Math.abs(third)));
      }),
      { numRuns: 1000 },
    );
  });

  test('tail, generating function and chance of some event are what the probabilities say', () => {
    fc.assert(
      fc.property(count, between(0, 1), fc.integer({ min: 0, max: 12 }), ({ law }, z, n) => {
        const p = probabilities(law);
        const pgf = sum(p.map((x, k) => x * z ** k));
        expect(law.pgf(z)).toBeCloseTo(pgf, 11);
        expect(law.someEvent(1 - z)).toBeCloseTo(1 - pgf, 11);
        expect(law.tail(n)).toBeCloseTo(sum(p.slice(n + 1)), 11);
        if (pgf > 1e-6) expect(law.logPgfOnePlus(z - 1)).toBeCloseTo(Math.log(pgf), 8);
      }),
      { numRuns: 1000 },
    );
  });

  test('on complex numbers in the unit disc, by closed form and by polynomial', () => {
    fc.assert(
      fc.property(count, between(0, 1), between(0, 2 * Math.PI), ({ law }, radius, angle) => {
        const [x, y] = [radius * Math.cos(angle), radius * Math.sin(angle)];
        let [re, im] = [0, 0];
        for (const p of probabilities(law).toReversed()) {
          [re, im] = [re * x - im * y + p, re * y + im * x];
        }
        const closed = Float64Array.of(x, y);
        law.pgfSpectrum(closed);
        const applied = Float64Array.of(x, y);
        applyPgf(law, applied);
        for (const [got, expected] of [
          [closed[0], re],
          [closed[1], im],
          [applied[0], re],
          [applied[1], im],
        ] as const) {
          expect(got).toBeCloseTo(expected, 11);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('thinning keeps each loss with a probability: P_thinned(z) = P(1 - keep + keep z)', () => {
    fc.assert(
      fc.property(count, between(0.01, 1), between(0, 1), ({ law }, keep, z) => {
        const thinned = law.thin(keep);
        expect(thinned.pgf(z)).toBeCloseTo(law.pgf(1 - keep + keep * z), 11);
        expect(thinned.mean).toBeCloseTo(law.mean * keep, 10);
        expect(sum(probabilities(thinned))).toBeCloseTo(1, 11);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('negative binomial by mean and mixing', () => {
  test('has variance mean + cv2 mean^2 and is the gamma mixture of Poisson counts', () => {
    fc.assert(
      fc.property(amount(1e-4, 10), amount(1e-3, 4), between(0, 1), (mean, cv2, z) => {
        const law = expectValue(negativeBinomialByMean({ mean, cv2 }));
        expect(law.mean / mean).toBeCloseTo(1, 12);
        expect(law.variance / (mean + cv2 * mean * mean)).toBeCloseTo(1, 12);
        expect(law.pgf(z)).toBeCloseTo((1 + cv2 * mean * (1 - z)) ** (-1 / cv2), 12);
      }),
      { numRuns: 1000 },
    );
  });

  test('is Poisson without mixing, and near it with next to none', () => {
    const none = expectValue(negativeBinomialByMean({ mean: 2, cv2: 0 }));
    const little = expectValue(negativeBinomialByMean({ mean: 2, cv2: 1e-12 }));
    const exact = expectValue(poisson({ lambda: 2 }));
    for (let n = 0; n < 12; n += 1) {
      expect(none.pmf(n)).toBe(exact.pmf(n));
      expect(little.pmf(n) / exact.pmf(n)).toBeCloseTo(1, 9);
    }
    const [closed, poissonian] = [Float64Array.of(0.2, 0.7), Float64Array.of(0.2, 0.7)];
    little.pgfSpectrum(closed);
    exact.pgfSpectrum(poissonian);
    expect(closed[0]).toBeCloseTo(poissonian[0]!, 10);
    expect(closed[1]).toBeCloseTo(poissonian[1]!, 10);
  });

  test('a Poisson count far above 745 keeps its tails', () => {
    const law = expectValue(poisson({ lambda: 1e5 }));
    expect(law.pmf(0)).toBe(0);
    expect(law.tail(100_000)).toBeCloseTo(0.4995, 3);
    expect(sum(Array.from({ length: 6000 }, (_, i) => law.pmf(97_000 + i)))).toBeCloseTo(1, 10);
  });

  test('beyond its radius the generating function is Infinity, not NaN', () => {
    const law = expectValue(negativeBinomial({ r: 2, beta: 0.5 }));
    expect(law.logPgfOnePlus(2)).toBe(Number.POSITIVE_INFINITY);
    expect(law.logPgfOnePlus(1.9)).toBeCloseTo(-2 * Math.log(0.05), 10);
  });
});
