import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  betaDamage,
  conditionalLognormalDamage,
  damageRatioSeverity,
  expectValue,
  gammaSeverity,
  layerMoments,
  limitedExpectedValue,
  lognormalSeverity,
  lomaxSeverity,
  occurrencePayment,
  type Severity,
  severityFrom,
  survivalFrom,
} from '#shared/actuarial/library/index.ts';
import { integrateDyadic } from '#shared/actuarial/special/gauss-legendre.ts';
import { amount, between, severity } from './arbitraries.ts';

const damageSeverity = fc
  .record({
    damage: fc.oneof(
      fc
        .record({ a: between(0.3, 3), b: between(0.3, 9) })
        .map((parameters) => expectValue(betaDamage(parameters))),
      fc
        .record({ mu: between(-4, 0), sigma: between(0.5, 2) })
        .map((parameters) => expectValue(conditionalLognormalDamage(parameters))),
    ),
    exposedValue: amount(1e6, 2e9),
    kappa: between(0.6, 1.8),
  })
  .map((parameters) => ({ spec: parameters, law: expectValue(damageRatioSeverity(parameters)) }));

const anySeverity = fc.oneof({ weight: 3, arbitrary: severity }, { weight: 1, arbitrary: damageSeverity });

/** A place inside the law: a quantile, or some way beyond the median. */
const placed = fc.record({ made: anySeverity, p: between(0.02, 0.98), factor: amount(0.1, 10) });

const quadrature = (law: Severity, order: number, limit: number): number =>
  integrateDyadic({
    f: (x) => order * x ** (order - 1) * law.survival(x),
    from: 0,
    to: limit,
    kinks: [...law.kinks, ...law.breaks],
  });

describe('every family', () => {
  test('survival falls from 1 to 0 and is what the cdf leaves', () => {
    fc.assert(
      fc.property(placed, ({ made: { law }, p, factor }) => {
        const x = law.quantile(p) * factor;
        expect(law.survival(x) + law.cdf(x)).toBeCloseTo(1, 12);
        expect(law.survival(x * 1.5)).toBeLessThanOrEqual(law.survival(x) + 1e-15);
        expect(survivalFrom(law, x)).toBeGreaterThanOrEqual(law.survival(x));
        expect(law.survival(Number.POSITIVE_INFINITY)).toBe(0);
        expect(law.cdf(Number.POSITIVE_INFINITY)).toBe(1);
      }),
      { numRuns: 1000 },
    );
  });

  test('limited moments of order 1, 2 and 3 are the integrals of the survival function', () => {
    fc.assert(
      fc.property(placed, fc.constantFrom(1, 2, 3), ({ made: { law }, p, factor }, order) => {
        if (law.family === 'empirical') return;
        const limit = law.quantile(p) * factor;
        if (limit === 0) return;
        const expected = quadrature(law, order, limit);
        expect(Math.abs(law.limitedMoment(order, limit) / expected - 1)).toBeLessThan(2e-11);
      }),
      { numRuns: 250 },
    );
  });

  test('the quantile is the least value whose cdf reaches p', () => {
    fc.assert(
      fc.property(placed, ({ made: { law }, p }) => {
        const x = law.quantile(p);
        expect(law.cdf(x * (1 + 1e-9))).toBeGreaterThanOrEqual(p - 1e-9);
        expect(law.cdf(x * (1 - 1e-6) - 1e-9)).toBeLessThanOrEqual(p + 1e-9);
      }),
      { numRuns: 1000 },
    );
  });

  test('the density is the slope of the cdf away from kinks', () => {
    fc.assert(
      fc.property(placed, ({ made: { law }, p }) => {
        const x = law.quantile(p);
        const h = 1e-4 * Math.min(x, ...law.kinks.map((kink) => Math.abs(kink - x)));
        if (law.family === 'empirical' || h <= 1e-9 * x) return;
        const slope =
          (law.cdf(x - 2 * h) - 8 * law.cdf(x - h) + 8 * law.cdf(x + h) - law.cdf(x + 2 * h)) / (12 * h);
        expect(Math.abs(slope - law.density(x))).toBeLessThan(1e-6 * law.density(x) + 1e-10 / x);
      }),
      { numRuns: 1000 },
    );
  });

  test('layers add to ground-up', () => {
    fc.assert(
      fc.property(placed, fc.integer({ min: 2, max: 6 }), ({ made: { law }, p, factor }, count) => {
        const whole = law.quantile(p) * factor * 2;
        if (whole === 0) return;
        const width = whole / count;
        const layers = Array.from({ length: count }, (_, i) =>
          layerMoments(
            expectValue(occurrencePayment(law, { retention: i * width, limit: width, coinsurance: 1 })),
          ),
        );
        const sum = layers.reduce((total, layer) => total + layer.mean, 0);
        const expected = limitedExpectedValue(law, whole);
        expect(Math.abs(sum - expected)).toBeLessThan(1e-10 * expected);
      }),
      { numRuns: 250 },
    );
  });

  test('a layer has the same moments by closed forms and by quadrature, and obeys its bounds', () => {
    const inLayer = fc.record({ made: anySeverity, from: between(0.1, 0.9), share: between(0.05, 3) });
    fc.assert(
      fc.property(inLayer, ({ made: { law }, from, share }) => {
        if (law.family === 'empirical') return;
        // Right below the upper bound the layer's width itself has few digits.
        const retention = Math.min(law.quantile(from), 0.99 * law.upperBound);
        if (retention === 0) return;
        const limit = share * retention;
        const moments = layerMoments(
          expectValue(occurrencePayment(law, { retention, limit, coinsurance: 0.8 })),
        );
        const raw = (k: number) =>
          0.8 ** k *
          integrateDyadic({
            f: (x) => k * (x - retention) ** (k - 1) * law.survival(x),
            from: retention,
            to: retention + limit,
            kinks: [...law.kinks, ...law.breaks],
          });
        expect(Math.abs(moments.mean / raw(1) - 1)).toBeLessThan(1e-10);
        expect(Math.abs(moments.secondMoment / raw(2) - 1)).toBeLessThan(1e-10);
        expect(Math.abs(moments.thirdMoment / raw(3) - 1)).toBeLessThan(1e-10);
        expect(moments.variance).toBeGreaterThanOrEqual(0);
        expect(moments.mean).toBeLessThanOrEqual(0.8 * limit * (1 + 1e-12));
      }),
      { numRuns: 200 },
    );
  });

  test('in another currency everything is scaled', () => {
    const scaled = fc.record({
      a: between(0.3, 3),
      b: between(0.3, 9),
      kappa: between(0.6, 1.8),
      rate: amount(0.01, 100),
    });
    fc.assert(
      fc.property(scaled, between(0.05, 2), ({ a, b, kappa, rate }, place) => {
        const damage = expectValue(betaDamage({ a, b }));
        const one = expectValue(damageRatioSeverity({ damage, exposedValue: 1e8, kappa }));
        const other = expectValue(damageRatioSeverity({ damage, exposedValue: 1e8 * rate, kappa }));
        const u = 1e8 * place;
        expect(Math.abs(other.survival(u * rate) - one.survival(u))).toBeLessThan(1e-12);
        const ratio = limitedExpectedValue(other, u * rate) / (rate * limitedExpectedValue(one, u));
        expect(Math.abs(ratio - 1)).toBeLessThan(1e-12);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('moments that do not exist are Infinity, never a large number', () => {
  test.each([
    [{ family: 'lomax', alpha: 1, theta: 3e5 } as const, [Infinity, Infinity, Infinity]],
    [{ family: 'lomax', alpha: 2, theta: 3e5 } as const, [3e5, Infinity, Infinity]],
    [{ family: 'pareto1', alpha: 2, min: 5e5 } as const, [1e6, Infinity, Infinity]],
    [{ family: 'gpd', xi: 1, beta: 12_000, threshold: 7000 } as const, [Infinity, Infinity, Infinity]],
    [{ family: 'gpd', xi: 0.5, beta: 100, threshold: 0 } as const, [200, Infinity, Infinity]],
    [{ family: 'burr', alpha: 1, gamma: 1, theta: 1000 } as const, [Infinity, Infinity, Infinity]],
  ])('%o', (spec, moments) => {
    const law = expectValue(severityFrom(spec));
    expect([1, 2, 3].map((order) => law.moment(order))).toEqual(moments);
    expect([1, 2, 3].map((order) => law.limitedMoment(order, Infinity))).toEqual(moments);
  });

  test('an unlimited layer of such a law has an infinite mean, a limited one has not', () => {
    const law = expectValue(lomaxSeverity({ alpha: 1, theta: 1000 }));
    const unlimited = layerMoments(
      expectValue(occurrencePayment(law, { retention: 500, limit: Infinity, coinsurance: 1 })),
    );
    expect([unlimited.mean, unlimited.variance, unlimited.sd]).toEqual([Infinity, Infinity, Infinity]);
    const limited = layerMoments(
      expectValue(occurrencePayment(law, { retention: 500, limit: 1e9, coinsurance: 1 })),
    );
    expect(limited.mean).toBeCloseTo(1000 * Math.log((1e9 + 1500) / 1500), 6);
  });
});

describe('closed forms that fail elsewhere', () => {
  test('a Lomax at alpha 1 and 2 is continuous in alpha', () => {
    for (const alpha of [1, 2, 3]) {
      const at = expectValue(lomaxSeverity({ alpha, theta: 3e5 }));
      const beside = expectValue(lomaxSeverity({ alpha: alpha * (1 + 1e-9), theta: 3e5 }));
      for (const order of [1, 2, 3]) {
        expect(beside.limitedMoment(order, 2e6) / at.limitedMoment(order, 2e6)).toBeCloseTo(1, 7);
      }
    }
  });

  test('a Burr at the pole of the incomplete beta form', () => {
    const law = expectValue(severityFrom({ family: 'burr', alpha: 2, gamma: 1, theta: 3e5 }));
    expect(law.limitedMoment(3, 1e6) / 9.476e16).toBeCloseTo(1, 3);
  });

  test('a gamma of shape 171 and beyond, and a layer far in its thin tail', () => {
    const law = expectValue(gammaSeverity({ shape: 4000, scale: 500 }));
    expect(law.moment(1)).toBeCloseTo(2e6, 3);
    expect(law.limitedMoment(1, 3e6) / 2e6).toBeCloseTo(1, 12);
    const thin = expectValue(gammaSeverity({ shape: 2, scale: 1 }));
    const far = layerMoments(
      expectValue(occurrencePayment(thin, { retention: 60, limit: 2, coinsurance: 1 })),
    );
    expect(far.mean / 4.67e-25).toBeCloseTo(1, 2);
  });

  test('the spread of a layer that is nearly always exhausted', () => {
    const law = expectValue(lognormalSeverity({ mu: 14, sigma: 1 }));
    const top = layerMoments(
      expectValue(occurrencePayment(law, { retention: 0, limit: 1000, coinsurance: 1 })),
    );
    const complement = integrateDyadic({
      f: (x) => 2 * (1000 - x) * law.cdf(x),
      from: 0,
      to: 1000,
      kinks: [],
    });
    expect(top.variance / complement).toBeCloseTo(1, 10);
  });
});

describe('damage ratios of the rating algorithm, section 10', () => {
  const kappa = Math.exp(0.0875);
  const rows = [
    [
      'crime-online',
      betaDamage({ a: 0.5, b: 0.75 }),
      120e6,
      1.25e6,
      25e6,
      1,
      0.896736,
      0.574435,
      17_496_537,
      10_035_553,
    ],
    [
      'crime-fidelity',
      conditionalLognormalDamage({ mu: -2.29, sigma: 1.41 }),
      2e9,
      1.25e6,
      25e6,
      1,
      0.999196,
      0.876872,
      23_558_668,
      4_533_927,
    ],
    [
      'social-engineering',
      betaDamage({ a: 0.5, b: 2 }),
      120e6,
      0.1e6,
      1e6,
      0.75,
      0.941753,
      0.825983,
      654_365,
      228_981.5,
    ],
    [
      'specie-offline',
      betaDamage({ a: 0.5, b: 1.5 }),
      900e6,
      0.6e6,
      60e6,
      1,
      0.95535,
      0.635349,
      44_778_203,
      22_788_645,
    ],
  ] as const;
  test.each(rows)(
    '%s',
    (_peril, damage, exposedValue, retention, limit, coinsurance, attach, exhaust, mean, sd) => {
      const law = expectValue(damageRatioSeverity({ damage: expectValue(damage), exposedValue, kappa }));
      const payment = expectValue(occurrencePayment(law, { retention, limit, coinsurance }));
      const moments = layerMoments(payment);
      expect(law.survival(retention)).toBeCloseTo(attach, 5);
      expect(survivalFrom(law, retention + limit)).toBeCloseTo(exhaust, 5);
      expect(moments.mean / mean).toBeCloseTo(1, 6);
      expect(moments.sd / sd).toBeCloseTo(1, 6);
    },
  );
});

describe('Burr near the pole of its closed form', () => {
  const burr = (alpha: number, gamma: number, theta: number) =>
    expectValue(severityFrom({ family: 'burr', alpha, gamma, theta }));

  test.each([
    // By R's integrate over pieces, relative tolerance 1e-13.
    [0.3, 5, 1e5, 1e9, 289987.42985529656],
    [0.05455, 943.87, 0.011116, 0.011624, 0.011312090170346458],
    [2, 1.5, 1e5, 3e5, 76073.503860416167],
  ])('alpha %d, gamma %d, theta %d: E[min(X, %d)]', (alpha, gamma, theta, d, expected) => {
    expect(Math.abs(burr(alpha, gamma, theta).limitedMoment(1, d) / expected - 1)).toBeLessThan(1e-12);
  });

  test('the limited mean exceeds neither the limit nor the mean, and rises with the limit', () => {
    fc.assert(
      fc.property(
        amount(0.01, 10),
        amount(0.1, 1000),
        amount(1e-3, 1e12),
        between(1.1, 100),
        (alpha, gamma, ratio, more) => {
          const law = burr(alpha, gamma, 1);
          const here = law.limitedMoment(1, ratio);
          expect(here).toBeLessThanOrEqual(Math.min(ratio, law.moment(1)));
          expect(law.limitedMoment(1, more * ratio)).toBeGreaterThanOrEqual(here * (1 - 1e-11));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
