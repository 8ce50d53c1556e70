import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  betaDamage,
  constantCostOfCapital,
  costOfCapitalPrinciple,
  type DiscreteLaw,
  damageRatioSeverity,
  discreteMoments,
  distortedLayer,
  distortedMean,
  dualPower,
  esscherPrinciple,
  exceedance,
  exceedanceFrom,
  expectValue,
  layerMoments,
  lognormalSeverity,
  lomaxSeverity,
  negativeBinomialByMean,
  occurrenceExceedance,
  occurrencePayment,
  occurrenceReturnLoss,
  poisson,
  proportionalHazard,
  readDistribution,
  readYearTable,
  returnPeriodLoss,
  stopLoss,
  tableReturnLoss,
  tableTail,
  tailDistortion,
  tailValueAtRisk,
  valueAtRisk,
  wangTransform,
} from '#shared/actuarial/library/index.ts';
import { amount, between } from './arbitraries.ts';

/** Whole percentages on distinct whole values, so that sums of masses are exact enough to be checked by hand. */
const law: fc.Arbitrary<DiscreteLaw> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 20 })
  .chain((values) =>
    fc
      .array(fc.integer({ min: 1, max: 50 }), { minLength: values.length, maxLength: values.length })
      .map((weights) => {
        const total = weights.reduce((sum, x) => sum + x, 0);
        return {
          values: Float64Array.from(values.toSorted((a, b) => a - b)),
          mass: Float64Array.from(weights, (x) => x / total),
        };
      }),
  );

const expectation = ({ values, mass }: DiscreteLaw, f: (x: number) => number): number =>
  values.reduce((sum, x, j) => sum + f(x) * mass[j]!, 0);

describe('measures of a discrete law', () => {
  test('VaR is the least value whose cdf reaches p; TVaR adds the mean excess over 1 - p', () => {
    fc.assert(
      fc.property(law, between(0.001, 0.999), (sum, p) => {
        const read = expectValue(readDistribution(sum));
        const cdf = (x: number) => expectation(sum, (value) => (value <= x ? 1 : 0));
        const least = sum.values.find((x) => cdf(x) >= p - 1e-12)!;
        expect(expectValue(valueAtRisk(read, p))).toBe(least);
        const excess = expectation(sum, (x) => Math.max(0, x - least));
        expect(expectValue(tailValueAtRisk(read, p))).toBeCloseTo(least + excess / (1 - p), 6);
        expect(expectValue(returnPeriodLoss(read, 1 / (1 - p)))).toBe(least);
      }),
      { numRuns: 2000 },
    );
  });

  test('exceedance and stop-loss are the sums that define them', () => {
    fc.assert(
      fc.property(law, fc.integer({ min: -5, max: 1005 }), (sum, x) => {
        const read = expectValue(readDistribution(sum));
        expect(exceedance(read, x)).toBeCloseTo(
          expectation(sum, (v) => (v > x ? 1 : 0)),
          12,
        );
        expect(exceedanceFrom(read, x)).toBeCloseTo(
          expectation(sum, (v) => (v >= x ? 1 : 0)),
          12,
        );
        expect(stopLoss(read, x)).toBeCloseTo(
          expectation(sum, (v) => Math.max(0, v - x)),
          9,
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('distorted means are the integrals of g(S), interpolated or not', () => {
    const distortion = fc.oneof(
      between(1, 3).map((rho) => expectValue(proportionalHazard(rho))),
      between(-1, 2).map((lambda) => expectValue(wangTransform(lambda))),
      between(1, 5).map((k) => expectValue(dualPower(k))),
      between(0.01, 0.99).map((p) => expectValue(tailDistortion(p))),
    );
    const smooth = fc.record({
      points: fc.constantFrom(50, 700, 5000),
      decay: between(2, 30),
      atom: between(0, 0.99),
    });
    fc.assert(
      fc.property(smooth, distortion, ({ points, decay, atom }, g) => {
        const values = Float64Array.from({ length: points }, (_, j) => 3 * j);
        const mass = values.map((_, j) => Math.exp((-decay * j) / points));
        const total = mass.reduce((sum, x, j) => (j === 0 ? sum : sum + x), 0);
        for (let j = 1; j < points; j += 1) mass[j] = ((1 - atom) * mass[j]!) / total;
        mass[0] = atom;
        const read = expectValue(readDistribution({ values, mass }));
        const direct = values.slice(1).reduce((sum, x, j) => {
          const s = read.survival[j]!;
          return sum + (x - values[j]!) * (s <= 1e-12 ? 0 : g.apply(s));
        }, 0);
        expect(distortedMean(read, g) / direct).toBeCloseTo(1, 11);
      }),
      { numRuns: 1000 },
    );
  });

  test('distortions at no loading are the mean, and more loading costs more', () => {
    fc.assert(
      fc.property(law, between(0, 1), between(0.01, 1), (sum, low, more) => {
        const read = expectValue(readDistribution(sum));
        const { mean } = discreteMoments(sum);
        const wang = (lambda: number) => distortedMean(read, expectValue(wangTransform(lambda)), 0);
        const hazard = (rho: number) => distortedMean(read, expectValue(proportionalHazard(rho)), 0);
        expect(wang(0)).toBeCloseTo(mean, 8);
        expect(hazard(1)).toBeCloseTo(mean, 8);
        expect(wang(low + more)).toBeGreaterThanOrEqual(wang(low) - 1e-9);
        expect(hazard(1 + low + more)).toBeGreaterThanOrEqual(hazard(1 + low) - 1e-9);
        const p = 0.2 + 0.7 * low;
        expect(distortedMean(read, expectValue(tailDistortion(p)), 0)).toBeCloseTo(
          expectValue(tailValueAtRisk(read, p)),
          6,
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('the Esscher principle does not overflow', () => {
    const read = expectValue(
      readDistribution({ values: Float64Array.of(0, 1e9), mass: Float64Array.of(0.999, 0.001) }),
    );
    expect(expectValue(esscherPrinciple(read, 1))).toBeCloseTo(1e9, 0);
    expect(expectValue(esscherPrinciple(read, 0))).toBeCloseTo(1e6, 6);
    expect(expectValue(esscherPrinciple(read, -1))).toBeCloseTo(0, 6);
  });

  test('capital principles are linear in TVaR', () => {
    const read = expectValue(
      readDistribution({ values: Float64Array.of(0, 100), mass: Float64Array.of(0.9, 0.1) }),
    );
    expect(expectValue(costOfCapitalPrinciple(read, 0.95, 0.1))).toBeCloseTo(10 + 0.1 * 90, 12);
    expect(expectValue(constantCostOfCapital(read, 0.95, 0.1))).toBeCloseTo((10 + 0.1 * 100) / 1.1, 12);
  });

  test('a law that lost probability is refused', () => {
    const values = Float64Array.of(0, 1);
    expect(readDistribution({ values, mass: Float64Array.of(0.5, 0.4) })).toMatchObject({
      ok: false,
      failure: { parameter: 'mass' },
    });
    expect(readDistribution({ values: values.toReversed(), mass: Float64Array.of(0.5, 0.5) })).toMatchObject({
      ok: false,
      failure: { parameter: 'values' },
    });
  });
});

describe('distorted layers have closed forms', () => {
  test('a Lomax under proportional hazard is the Lomax of alpha / rho', () => {
    fc.assert(
      fc.property(
        between(0.8, 4),
        amount(1e4, 1e7),
        between(1, 3),
        amount(1e4, 1e7),
        (alpha, theta, rho, limit) => {
          const of = (a: number) =>
            expectValue(
              occurrencePayment(expectValue(lomaxSeverity({ alpha: a, theta })), {
                retention: limit / 3,
                limit,
                coinsurance: 1,
              }),
            );
          const distorted = expectValue(distortedLayer(of(alpha), expectValue(proportionalHazard(rho))));
          expect(distorted / layerMoments(of(alpha / rho)).mean).toBeCloseTo(1, 10);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('a lognormal under Wang is the lognormal of mu + lambda sigma', () => {
    fc.assert(
      fc.property(
        between(10, 15),
        between(0.5, 2.5),
        between(0, 1),
        amount(1e5, 1e7),
        (mu, sigma, lambda, limit) => {
          const of = (m: number) =>
            expectValue(
              occurrencePayment(expectValue(lognormalSeverity({ mu: m, sigma })), {
                retention: limit / 5,
                limit,
                coinsurance: 0.8,
              }),
            );
          const distorted = expectValue(distortedLayer(of(mu), expectValue(wangTransform(lambda))));
          expect(distorted / layerMoments(of(mu + lambda * sigma)).mean).toBeCloseTo(1, 9);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('occurrence losses', () => {
  const payment = (retention: number, limit: number) =>
    expectValue(
      occurrencePayment(
        expectValue(
          damageRatioSeverity({
            damage: expectValue(betaDamage({ a: 0.5, b: 0.75 })),
            exposedValue: 1e8,
            kappa: 1.1,
          }),
        ),
        { retention, limit, coinsurance: 1 },
      ),
    );

  test('the return loss is the least loss exceeded at most once in T periods', () => {
    fc.assert(
      fc.property(amount(0.01, 2), between(0, 1.5), amount(1.05, 2000), (mean, cv2, years) => {
        const perils = [
          { payment: payment(1e6, 2e7), frequency: expectValue(negativeBinomialByMean({ mean, cv2 })) },
          { payment: payment(5e5, 5e6), frequency: expectValue(poisson({ lambda: mean / 2 })) },
        ];
        const loss = expectValue(occurrenceReturnLoss(perils, years));
        expect(occurrenceExceedance(perils, loss)).toBeLessThanOrEqual(1 / years + 1e-12);
        if (loss > 0) {
          expect(occurrenceExceedance(perils, loss * (1 - 1e-9))).toBeGreaterThan(1 / years - 1e-9);
        }
        expect(expectValue(occurrenceReturnLoss(perils, years * 1.5))).toBeGreaterThanOrEqual(loss);
      }),
      { numRuns: 500 },
    );
  });
});

describe('year-event tables', () => {
  const table = expectValue(
    readYearTable(10, [
      { year: 1, loss: 5 },
      { year: 1, loss: 3 },
      { year: 4, loss: 7 },
      { year: 9, loss: 1 },
    ]),
  );

  test('aggregate and occurrence losses differ where a year has two events', () => {
    expect([...table.sums].slice(0, 4)).toEqual([8, 7, 1, 0]);
    expect([...table.maxima].slice(0, 4)).toEqual([7, 5, 1, 0]);
    expect(table.mean).toBeCloseTo(1.6, 12);
    expect(expectValue(tableReturnLoss(table.sums, 10))).toBe(8);
    expect(expectValue(tableReturnLoss(table.sums, 5))).toBe(7);
    expect(expectValue(tableReturnLoss(table.sums, 10 / 1.5))).toBeCloseTo(7.5, 12);
    expect(expectValue(tableTail(table.sums, 0.8))).toBeCloseTo(1 + (7 + 6) / 10 / 0.2, 12);
  });

  test('nothing is said beyond the longest return period of the table', () => {
    expect(tableReturnLoss(table.sums, 11)).toMatchObject({
      ok: false,
      failure: { parameter: 'returnPeriod' },
    });
    expect(readYearTable(10, [{ year: 11, loss: 1 }])).toMatchObject({
      ok: false,
      failure: { parameter: 'year' },
    });
    expect(readYearTable(10, [{ year: 1, loss: -1 }])).toMatchObject({
      ok: false,
      failure: { parameter: 'loss' },
    });
  });
});
