import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buhlmann,
  buhlmannStraub,
  expectValue,
  exposureLayerShare,
  gammaPoisson,
  increasedLimitFactor,
  limitedExpectedValue,
  lossEliminationRatio,
  mbbefdCurve,
  predictiveCount,
  severityFrom,
  swissReCurve,
  trendedLimitedValue,
} from '#shared/actuarial/library/index.ts';
import { integrateDyadic } from '#shared/actuarial/special/gauss-legendre.ts';
import { amount, between, continuousSpec } from './arbitraries.ts';

describe('credibility', () => {
  test('Buhlmann-Straub with equal weights is Buhlmann', () => {
    const rows = fc.array(fc.array(between(0, 10), { minLength: 4, maxLength: 4 }), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(rows, (contracts) => {
        const plain = expectValue(buhlmann(contracts));
        const weighted = expectValue(
          buhlmannStraub(contracts.map((ratios) => ({ ratios, weights: ratios.map(() => 2) }))),
        );
        weighted.premiums.forEach((premium, i) => {
          expect(premium).toBeCloseTo(plain.premiums[i]!, 8);
        });
      }),
      { numRuns: 500 },
    );
  });

  test('a negative between variance gives everyone the weighted mean, and says so', () => {
    const result = expectValue(
      buhlmannStraub([
        { ratios: [1, 9, null], weights: [10, 10, null] },
        { ratios: [9, 1, 5], weights: [20, 20, 20] },
      ]),
    );
    expect(result.betweenVarianceUnbiased).toBeLessThan(0);
    expect(result.betweenVarianceUsed).toBe(0);
    expect(result.isBetweenVarianceZero).toBe(true);
    expect(result.premiums).toEqual([result.weightedMean, result.weightedMean]);
  });

  test('a history of zeros has premium 0 and does not divide by 0', () => {
    const zeros = { ratios: [0, 0, 0], weights: [1, 2, 3] };
    expect(expectValue(buhlmannStraub([zeros, zeros])).premiums).toEqual([0, 0]);
    expect(
      expectValue(
        buhlmann([
          [0, 0],
          [0, 0],
        ]),
      ).premiums,
    ).toEqual([0, 0]);
  });

  test('gamma-Poisson moves between prior and experience, and its count has the predictive variance', () => {
    fc.assert(
      fc.property(
        amount(0.1, 20),
        amount(0.1, 50),
        amount(0.1, 30),
        fc.integer({ min: 0, max: 40 }),
        (shape, rate, exposure, claims) => {
          const posterior = expectValue(
            gammaPoisson({ priorShape: shape, priorRate: rate, exposures: [exposure], counts: [claims] }),
          );
          const z = posterior.credibilityFactor;
          expect(posterior.mean).toBeCloseTo((z * claims) / exposure + ((1 - z) * shape) / rate, 9);
          const next = expectValue(predictiveCount(posterior, 2));
          expect(next.mean).toBeCloseTo(2 * posterior.mean, 9);
          expect(next.variance).toBeCloseTo(2 * posterior.mean + (2 * posterior.sd) ** 2, 8);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('exposure curves', () => {
  const curve = fc
    .record({ b: amount(1e-6, 50), g: between(1.001, 200) })
    .map((parameters) => expectValue(mbbefdCurve(parameters)));

  test('rise from 0 to 1, are concave, and are the integral of the survival function (F is not G)', () => {
    fc.assert(
      fc.property(curve, between(0.001, 0.999), (made, x) => {
        expect([made.curve(0), made.curve(1)]).toEqual([0, 1]);
        const [left, middle, right] = [made.curve(0.9 * x), made.curve(x), made.curve(1.0001 * x)];
        expect(middle).toBeGreaterThan(left);
        expect((right - middle) / (0.0001 * x)).toBeLessThanOrEqual(
          ((middle - left) / (0.1 * x)) * (1 + 1e-6) + 1e-9,
        );
        const integral =
          integrateDyadic({ f: made.survival, from: 0, to: x, kinks: [] }) / made.meanDamageRatio;
        expect(middle).toBeCloseTo(integral, 10);
        expect(made.survival(made.quantile(x))).toBeLessThanOrEqual(1 - x + 1e-9);
      }),
      { numRuns: 1000 },
    );
  });

  test('are continuous at the limits b = 1 and gb = 1', () => {
    for (const x of [1e-9, 0.01, 0.3, 0.99]) {
      const at = (b: number, g: number) => expectValue(mbbefdCurve({ b, g })).curve(x);
      expect(at(1 + 1e-9, 12) / at(1, 12)).toBeCloseTo(1, 7);
      expect(at(0.05 * (1 + 1e-9), 20) / at(0.05, 20)).toBeCloseTo(1, 7);
      expect(at(0.3, 1 + 1e-12) / at(0.3, 1)).toBeCloseTo(1, 7);
    }
  });

  test('keep their digits at tiny damage ratios', () => {
    const made = expectValue(swissReCurve(3));
    expect((made.curve(1e-7) * made.meanDamageRatio) / 1e-7).toBeCloseTo(1, 5);
    expect(made.curve(1e-12) / made.curve(1e-13)).toBeCloseTo(10, 8);
  });

  test('layers on an insured value add to 1, also past it', () => {
    const made = expectValue(swissReCurve(2));
    const share = (retention: number, limit: number) =>
      expectValue(exposureLayerShare(made, { insuredValue: 10, retention, limit }));
    expect(share(0, 2) + share(2, 3) + share(5, 50)).toBeCloseTo(1, 12);
    expect(share(12, 5)).toBe(0);
  });
});

describe('increased limits', () => {
  test('factors rise and are concave; trend is a change of currency', () => {
    fc.assert(
      fc.property(continuousSpec, amount(1e4, 1e7), between(1.1, 4), (spec, limit, more) => {
        const severity = expectValue(severityFrom(spec));
        const factor = (l: number) => expectValue(increasedLimitFactor(severity, 1e6, l));
        const [one, two, three] = [factor(limit), factor(limit * more), factor(limit * (2 * more - 1))];
        expect(two).toBeGreaterThanOrEqual(one);
        expect(three - two).toBeLessThanOrEqual((two - one) * (1 + 1e-9) + 1e-12);
        const trended = expectValue(trendedLimitedValue(severity, limit, 0.1));
        expect(trended).toBeGreaterThanOrEqual(limitedExpectedValue(severity, limit) * (1 - 1e-12));
        expect(trended).toBeLessThanOrEqual(1.1 * limitedExpectedValue(severity, limit) * (1 + 1e-12));
      }),
      { numRuns: 1000 },
    );
  });

  test('the loss elimination ratio of an infinite mean is refused', () => {
    const severity = expectValue(severityFrom({ family: 'lomax', alpha: 0.9, theta: 1e5 }));
    expect(lossEliminationRatio(severity, 1e5)).toMatchObject({ ok: false, failure: { given: 'Infinity' } });
  });
});
