import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  betaDamage,
  coarsen,
  conditionalLognormalDamage,
  damageRatioSeverity,
  discretisePayment,
  discretiseWhole,
  expectValue,
  layerMoments,
  occurrencePayment,
  type Payment,
  totalMass,
} from '#shared/actuarial/library/index.ts';
import { amount, between, layerTerms, severity } from './arbitraries.ts';

const damagePayment = fc
  .record({
    damage: fc.oneof(
      fc.record({ a: between(0.3, 3), b: between(0.3, 9) }).map((x) => expectValue(betaDamage(x))),
      fc
        .record({ mu: between(-4, 0), sigma: between(0.5, 2) })
        .map((x) => expectValue(conditionalLognormalDamage(x))),
    ),
    exposedValue: amount(5e6, 2e9),
    kappa: between(0.6, 1.8),
    terms: layerTerms,
  })
  .map(({ terms, ...parameters }) =>
    expectValue(occurrencePayment(expectValue(damageRatioSeverity(parameters)), terms)),
  );

const payment = fc.oneof(
  fc
    .record({ made: severity, terms: layerTerms })
    .map(({ made, terms }) => expectValue(occurrencePayment(made.law, terms))),
  damagePayment,
);

const moment = (mass: Float64Array, step: number): number =>
  mass.reduce((sum, p, j) => sum + p * j * step, 0);

/** What the rating algorithm's section 5 asks, from 2n + 1 limited expected values. */
function fromLimitedValues(law: Payment, n: number, j: number): number {
  const h = law.top / n;
  const G = (k: number) => law.limitedExpectedValue(k >= n ? law.top : k * h);
  if (j === 0) return 1 - G(1) / h;
  return j === n ? (G(n) - G(n - 1)) / h : (2 * G(j) - G(j - 1) - G(j + 1)) / h;
}

describe('mean-preserving masses', () => {
  test('keep probability and mean to rounding, and are never negative', () => {
    fc.assert(
      fc.property(payment, fc.constantFrom(64, 500, 4096), (law, n) => {
        const { mass, step } = expectValue(discretiseWhole(law, n));
        const mean = layerMoments(law).mean;
        expect(totalMass(mass)).toBeCloseTo(1, 12);
        expect(Math.abs(moment(mass, step) - mean)).toBeLessThanOrEqual(1e-11 * mean + 1e-13 * law.top);
        expect(mass.every((p) => p > -1e-12)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('are those of the limited expected values, interpolated or not', () => {
    fc.assert(
      fc.property(payment, fc.constantFrom(300, 6000), between(0, 1), (law, n, place) => {
        if (law.top === 0) return;
        const { mass } = expectValue(discretiseWhole(law, n));
        for (const j of [0, 1, Math.floor(place * n), n - 1, n]) {
          // Differences of limited expected values themselves lose about n times the rounding error of the largest.
          const size =
            law.severity.limitedMoment(1, law.terms.retention + law.terms.limit) /
            (law.top / law.terms.coinsurance);
          expect(Math.abs(mass[j]! - fromLimitedValues(law, n, j))).toBeLessThan(
            2e-14 * n * (1 + size) + 1e-12,
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  test('with a limit off the lattice the mean is still exact', () => {
    fc.assert(
      fc.property(payment, between(10.1, 700), (law, cells) => {
        if (law.top === 0) return;
        const step = law.top / cells;
        const points = Math.ceil(cells) + 2;
        const { mass } = expectValue(discretisePayment(law, { method: 'unbiased', step, points }));
        const mean = layerMoments(law).mean;
        expect(totalMass(mass)).toBeCloseTo(1, 11);
        expect(Math.abs(moment(mass, step) - mean)).toBeLessThanOrEqual(1e-9 * mean + 1e-12 * law.top);
      }),
      { numRuns: 300 },
    );
  });

  test('on twice the step come from those on the step', () => {
    fc.assert(
      fc.property(payment, (law) => {
        const coarse = coarsen(expectValue(discretiseWhole(law, 1000)));
        const direct = expectValue(discretiseWhole(law, 500));
        expect(direct.mass.every((p, j) => Math.abs(p - coarse.mass[j]!) < 1e-11)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the other methods', () => {
  test('lower and upper bracket the payment, rounding lies between', () => {
    fc.assert(
      fc.property(payment, fc.integer({ min: 20, max: 200 }), (law, n) => {
        if (law.top === 0) return;
        const grid = { step: law.top / n, points: n + 1 };
        const mean = (method: 'lower' | 'upper' | 'rounding') =>
          moment(expectValue(discretisePayment(law, { ...grid, method })).mass, grid.step);
        const exact = layerMoments(law).mean;
        const slack = 1e-9 * law.top;
        expect(mean('lower')).toBeGreaterThanOrEqual(exact - slack);
        expect(mean('upper')).toBeLessThanOrEqual(exact + slack);
        expect(mean('lower') - mean('upper')).toBeLessThanOrEqual(grid.step + slack);
        expect(Math.abs(mean('rounding') - exact)).toBeLessThanOrEqual(0.5 * grid.step + slack);
      }),
      { numRuns: 300 },
    );
  });
});

test('a layer that cannot be reached gives the certain 0', () => {
  const law = expectValue(
    damageRatioSeverity({ damage: expectValue(betaDamage({ a: 1, b: 1 })), exposedValue: 1e6, kappa: 1 }),
  );
  const beyond = expectValue(occurrencePayment(law, { retention: 2e6, limit: 1e6, coinsurance: 1 }));
  expect(beyond.top).toBe(0);
  expect([...expectValue(discretiseWhole(beyond, 4096)).mass]).toEqual([1]);
  expect(layerMoments(beyond)).toMatchObject({ mean: 0, sd: 0, skewness: 0 });
});
