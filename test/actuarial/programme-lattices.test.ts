import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addLosses } from '#shared/actuarial/lattice/add-losses.ts';
import { compoundUpTo } from '#shared/actuarial/lattice/compound-up-to.ts';
import { trimTail } from '#shared/actuarial/lattice/trim-tail.ts';
import {
  applyAggregateTerms,
  betaDamage,
  compoundWhole,
  type DiscreteLaw,
  damageRatioSeverity,
  discreteMoments,
  discretiseWhole,
  distortedMean,
  expectValue,
  type LatticeLaw,
  latticeValues,
  negativeBinomialByMean,
  occurrencePayment,
  proportionalHazard,
  readDistribution,
  wangTransform,
} from '#shared/actuarial/library/index.ts';

const severity = (points: number): LatticeLaw => {
  const damage = expectValue(betaDamage({ a: 0.5, b: 0.75 }));
  const loss = expectValue(damageRatioSeverity({ damage, exposedValue: 120e6, kappa: 1.1 }));
  const payment = expectValue(occurrencePayment(loss, { retention: 1.25e6, limit: 25e6, coinsurance: 1 }));
  return expectValue(discretiseWhole(payment, points));
};

describe('compounding up to an aggregate limit', () => {
  const firstAndWhole = (mean: number, cv2: number, cells: number, points: number) => {
    const count = expectValue(negativeBinomialByMean({ mean, cv2 }));
    const law = severity(cells);
    const first = compoundUpTo({ severity: law, frequency: count, points, countTail: 1e-14 }).mass;
    expect(first).toHaveLength(points);
    return { law, first, whole: expectValue(compoundWhole(law, count)) };
  };

  it.each([
    [0.03, 0.6, 512],
    [0.002, 0.67, 256],
    [0.5, 0.67, 512],
    [3, 0.5, 300],
    [12, 0.2, 700],
  ])('mean %d, cv2 %d: the first %d masses are those of the whole law', (mean, cv2, points) => {
    const { first, whole } = firstAndWhole(mean, cv2, 256, points);
    for (let j = 0; j < points; j += 1)
      expect(Math.abs(first[j]! - (whole.mass[j] ?? 0))).toBeLessThan(2e-14);
  });

  it.each([
    [0.03, 0.6],
    [0.1, 0.67],
  ])('mean %d, cv2 %d on 4,096 cells: three losses and more are blurred by less than 1e-7', (mean, cv2) => {
    const { law, first, whole } = firstAndWhole(mean, cv2, 4096, 4096);
    // What a limit at the last point makes of each: all that is not below it is at it.
    const limited = (mass: Float64Array) => {
      const below = mass.slice(0, 4096);
      const values = Float64Array.from({ length: 4097 }, (_, j) => j * law.step);
      return discreteMoments({
        values,
        mass: Float64Array.of(...below, 1 - below.reduce((x, y) => x + y, 0)),
      });
    };
    let [ours, exact] = [0, 0];
    for (let j = 0; j < 4096; j += 1) {
      ours += first[j]!;
      exact += whole.mass[j]!;
      expect(Math.abs(ours - exact)).toBeLessThan(1e-7);
    }
    const [a, b] = [limited(first), limited(whole.mass)];
    expect(Math.abs(a.mean / b.mean - 1)).toBeLessThan(1e-9);
    expect(Math.abs(a.sd / b.sd - 1)).toBeLessThan(1e-9);
  });

  it('keeps the mean of a compound that the limit does not cut', () => {
    const count = expectValue(negativeBinomialByMean({ mean: 0.2, cv2: 0.6 }));
    const law = severity(128);
    const { mass } = compoundUpTo({ severity: law, frequency: count, points: 128 * 30, countTail: 1e-16 });
    const mean = discreteMoments(latticeValues({ step: law.step, mass })).mean;
    expect(mean).toBeCloseTo(0.2 * discreteMoments(latticeValues(law)).mean, 4);
  });
});

const arbitraryLaw = fc
  .record({
    points: fc.integer({ min: 2, max: 40 }),
    width: fc.integer({ min: 1, max: 50 }),
    zero: fc.double({ min: 0, max: 0.999, noNaN: true }),
    weights: fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 }),
    top: fc.double({ min: 0.01, max: 20, noNaN: true }),
  })
  .map(({ points, width, zero, weights, top }): DiscreteLaw => {
    const raw = weights.slice(0, points);
    raw[points - 1]! += top;
    const sum = raw.reduce((a, b) => a + b, 0);
    return {
      values: Float64Array.from([0, ...raw.map((_, j) => (j + 1) * width)]),
      mass: Float64Array.from([zero, ...raw.map((w) => (w / sum) * (1 - zero))]),
    };
  });

/** The sum of two laws by brute force. */
function bruteSum(a: DiscreteLaw, b: DiscreteLaw): Map<number, number> {
  const out = new Map<number, number>();
  a.values.forEach((x, i) => {
    b.values.forEach((y, j) => {
      out.set(x + y, (out.get(x + y) ?? 0) + a.mass[i]! * b.mass[j]!);
    });
  });
  return out;
}

describe('sums of losses', () => {
  it('are exact on a lattice that holds every value', () => {
    fc.assert(
      fc.property(arbitraryLaw, arbitraryLaw, (a, b) => {
        const sum = addLosses([a, b], 1, Number.POSITIVE_INFINITY);
        const exact = bruteSum(a, b);
        const found = new Map([...sum.values].map((value, j) => [value, sum.mass[j]!]));
        for (const [value, mass] of exact) expect(found.get(value) ?? 0).toBeCloseTo(mass, 12);
      }),
      { numRuns: 200 },
    );
  });

  it('keep mass and mean on any lattice, and sd to the step', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryLaw, { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 200, max: 20_000 }),
        (laws, n) => {
          const range = laws.reduce((r, law) => r + law.values.at(-1)!, 0);
          const step = range / n;
          const moments = discreteMoments(addLosses(laws, step, Number.POSITIVE_INFINITY));
          const exact = laws.map(discreteMoments);
          const mean = exact.reduce((s, m) => s + m.mean, 0);
          const variance = exact.reduce((s, m) => s + m.variance, 0);
          expect(moments.mean / mean).toBeCloseTo(1, 9);
          expect(moments.variance).toBeGreaterThan(variance * (1 - 1e-9));
          expect(moments.variance - variance).toBeLessThan(laws.length * (8 * step) ** 2);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('put what lies beyond a bound on the bound, as an aggregate limit would', () => {
    fc.assert(
      fc.property(
        arbitraryLaw,
        arbitraryLaw,
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        (a, b, share) => {
          const bound = Math.max(1, Math.round((a.values.at(-1)! + b.values.at(-1)!) * share));
          const cut = addLosses([a, b], 1, bound);
          const whole = addLosses([a, b], 1, Number.POSITIVE_INFINITY);
          const limited = expectValue(applyAggregateTerms(whole, { retention: 0, limit: bound }));
          expect(discreteMoments(cut).mean).toBeCloseTo(discreteMoments(limited).mean, 9);
          expect(cut.values.at(-1)).toBe(bound);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('keep the chance of an exhausted limit where limits have no common divisor', () => {
    const at = (limit: number, chance: number): DiscreteLaw => ({
      values: Float64Array.of(0, limit / 3, limit),
      mass: Float64Array.of(0.97, 0.03 - chance, chance),
    });
    const [a, b] = [at(20_000_003, 0.01), at(9_999_991, 0.002)];
    const bound = 29_999_994;
    const sum = addLosses([a, b], bound / 65_536, bound);
    expect(sum.values.at(-1)).toBeGreaterThanOrEqual(bound);
    expect(sum.mass.at(-1)).toBeCloseTo(0.01 * 0.002, 15);
  });
});

describe('distorted means of long laws', () => {
  it.each([
    ['Wang', wangTransform(0.35)],
    ['proportional hazard', proportionalHazard(1.35)],
  ] as const)('%s agrees with the sum point by point', (_, outcome) => {
    const distortion = expectValue(outcome);
    const count = expectValue(negativeBinomialByMean({ mean: 0.05, cv2: 0.6 }));
    const whole = expectValue(compoundWhole(severity(4096), count));
    const law = expectValue(applyAggregateTerms(whole, { retention: 0, limit: 60e6 }));
    const distribution = expectValue(readDistribution(law));
    const quick = distortedMean(distribution, distortion);
    const slow = distortedMean(distribution, { ...distortion, isSmooth: false });
    expect(Math.abs(quick - slow) / slow).toBeLessThan(1e-10);
  });
});

describe('a law without its empty end', () => {
  const points = 2000;
  const geometric = (ratio: number): DiscreteLaw => ({
    values: Float64Array.from({ length: points }, (_, j) => j * 10),
    mass: Float64Array.from({ length: points }, (_, j) => (1 - ratio) * ratio ** j),
  });

  it('keeps probability, mean and sd, and loses what holds next to nothing', () => {
    const law = geometric(0.9);
    const { mean, sd, variance } = discreteMoments(law);
    const short = trimTail(law, variance);
    expect(short.values.length).toBeLessThan(500);
    expect(short.mass.reduce((a, b) => a + b, 0)).toBeCloseTo(
      law.mass.reduce((a, b) => a + b, 0),
      14,
    );
    const kept = discreteMoments(short);
    expect(Math.abs(kept.mean / mean - 1)).toBeLessThan(1e-12);
    expect(Math.abs(kept.sd / sd - 1)).toBeLessThan(1e-10);
  });

  it('leaves a loss that is all tail as it is', () => {
    const law: DiscreteLaw = {
      values: Float64Array.of(0, 1e6, 80e6),
      mass: Float64Array.of(1 - 2e-17, 1e-17, 1e-17),
    };
    expect(trimTail(law, discreteMoments(law).variance)).toBe(law);
  });
});
