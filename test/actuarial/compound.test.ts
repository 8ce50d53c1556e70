import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { realFromSpectrum, realSpectrum } from '#shared/actuarial/lattice/real-fft.ts';
import {
  addIndependent,
  applyAggregateTerms,
  commonStep,
  compoundCyclic,
  compoundWhole,
  compoundWithTail,
  countBeyond,
  discreteMoments,
  expectValue,
  frequencyFrom,
  type LatticeLaw,
  latticeValues,
  panjer,
  poisson,
  spreadOnLattice,
  totalMass,
} from '#shared/actuarial/library/index.ts';
import { amount, between, countSpec } from './arbitraries.ts';

/** Masses of a payment on a small lattice, with an atom at 0 and any shape above. */
const severityLaw: fc.Arbitrary<LatticeLaw> = fc
  .array(between(0, 1), { minLength: 2, maxLength: 40 })
  .filter((weights) => weights.some((x, j) => j > 0 && x > 1e-3))
  .map((weights) => {
    const total = weights.reduce((sum, x) => sum + x, 0);
    return { step: 1000, mass: Float64Array.from(weights, (x) => x / total) };
  });

const count = countSpec.map((spec) => expectValue(frequencyFrom(spec)));

const worst = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let most = 0;
  for (let j = 0; j < Math.max(a.length, b.length); j += 1) {
    most = Math.max(most, Math.abs((a[j] ?? 0) - (b[j] ?? 0)));
  }
  return most;
};

describe('real transforms', () => {
  test('there and back, and against the sum that defines them', () => {
    for (const length of [4, 8, 16, 64, 256]) {
      const x = Float64Array.from({ length }, (_, j) => Math.sin(j * j) + (j % 5));
      const spectrum = realSpectrum(x, length);
      expect(worst(realFromSpectrum(spectrum, length), x)).toBeLessThan(1e-13);
      for (let k = 0; k <= length / 2; k += 1) {
        let [re, im] = [0, 0];
        x.forEach((value, j) => {
          re += value * Math.cos((2 * Math.PI * j * k) / length);
          im -= value * Math.sin((2 * Math.PI * j * k) / length);
        });
        expect(Math.hypot(spectrum[2 * k]! - re, spectrum[2 * k + 1]! - im)).toBeLessThan(1e-9);
      }
    }
  });

  test('round trip of a probability vector is good to 1e-18', () => {
    const length = 2 ** 16;
    const x = Float64Array.from({ length }, () => 1 / length);
    expect(worst(realFromSpectrum(realSpectrum(x, length), length), x)).toBeLessThan(1e-18);
  });
});

describe('FFT and Panjer are one law', () => {
  test('for every count of the (a, b, 1) class', () => {
    fc.assert(
      fc.property(severityLaw, count, (severity, frequency) => {
        const recursion = panjer(severity, frequency, 512);
        if (!recursion.ok) return;
        const n = severity.mass.length - 1;
        const length = 2 ** Math.ceil(Math.log2(Math.max(2048, n * (countBeyond(frequency, 1e-16) + 1))));
        const fft = compoundCyclic(severity.mass, frequency, length);
        // Panjer alternates in sign for the binomial and so loses some digits there.
        const isAlternating = frequency.panjer!.a < 0;
        expect(worst(fft.subarray(0, 512), recursion.value.mass)).toBeLessThan(isAlternating ? 1e-9 : 1e-13);
      }),
      { numRuns: 2000 },
    );
  });

  test('with exponential weights the far tail keeps its relative digits', () => {
    const severity = { step: 1, mass: Float64Array.of(0.1, 0.4, 0.3, 0.2) };
    const frequency = expectValue(poisson({ lambda: 4 }));
    const recursion = expectValue(panjer(severity, frequency, 120)).mass;
    const resolved = compoundWithTail({ mass: severity.mass, frequency, length: 1024, points: 120 });
    for (let k = 0; k < 120; k += 1) expect(resolved[k]! / recursion[k]!).toBeCloseTo(1, 9);
    expect(recursion[110]).toBeLessThan(1e-39);
  });

  test('Panjer refuses counts too large for it, which the transform takes', () => {
    const severity = { step: 1, mass: Float64Array.of(0, 0.5, 0.5) };
    const frequency = expectValue(poisson({ lambda: 2000 }));
    expect(panjer(severity, frequency, 100)).toMatchObject({
      ok: false,
      failure: { parameter: 'frequency' },
    });
    const law = { step: 1, mass: compoundCyclic(severity.mass, frequency, 2 ** 13) };
    const { mean, variance } = discreteMoments(latticeValues(law));
    expect(mean).toBeCloseTo(3000, 6);
    expect(variance / (2000 * 2.5)).toBeCloseTo(1, 9);
  });
});

describe('whole compounds', () => {
  test('have all probability and the moments of a random sum', () => {
    fc.assert(
      fc.property(severityLaw, count, (severity, frequency) => {
        const law = expectValue(compoundWhole(severity, frequency));
        const one = discreteMoments(latticeValues(severity));
        const sum = discreteMoments(latticeValues(law));
        expect(totalMass(law.mass)).toBeCloseTo(1, 12);
        expect(sum.mean / (frequency.mean * one.mean)).toBeCloseTo(1, 9);
        const variance = frequency.mean * one.variance + frequency.variance * one.mean ** 2;
        expect(sum.variance / variance).toBeCloseTo(1, 7);
      }),
      { numRuns: 1000 },
    );
  });

  test('a count too large for a whole lattice is refused', () => {
    const severity = { step: 1, mass: new Float64Array(4097).fill(1 / 4097) };
    const frequency = expectValue(poisson({ lambda: 5000 }));
    expect(compoundWhole(severity, frequency)).toMatchObject({
      ok: false,
      failure: { parameter: 'frequency' },
    });
  });
});

describe('values and lattices', () => {
  const law = fc.record({ severity: severityLaw, step: amount(100, 5000) }).map(({ severity, step }) => ({
    ...severity,
    step,
  }));

  test('aggregate terms are the capped expectation, and all probability stays', () => {
    fc.assert(
      fc.property(law, between(0, 50), between(0.5, 60), ({ step, mass }, r, l) => {
        const terms = { retention: r * step, limit: l * step };
        const net = expectValue(applyAggregateTerms({ step, mass }, terms));
        const expected = mass.reduce(
          (sum, p, j) => sum + p * Math.min(Math.max(j * step - terms.retention, 0), terms.limit),
          0,
        );
        expect(totalMass(net.mass)).toBeCloseTo(1, 12);
        expect(discreteMoments(net).mean).toBeCloseTo(expected, 6);
        expect(net.values.every((value, j) => j === 0 || value > net.values[j - 1]!)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('spreading keeps probability and mean', () => {
    fc.assert(
      fc.property(law, amount(50, 20_000), (lattice, step) => {
        const values = latticeValues(lattice);
        const spread = expectValue(spreadOnLattice(values, step));
        expect(totalMass(spread.mass)).toBeCloseTo(1, 12);
        const before = discreteMoments(values);
        const after = discreteMoments(latticeValues(spread));
        expect(after.mean).toBeCloseTo(before.mean, 6);
        expect(after.variance).toBeGreaterThanOrEqual(before.variance - 1e-6 * step * step);
        expect(after.variance).toBeLessThanOrEqual(before.variance + step * step);
      }),
      { numRuns: 1000 },
    );
  });

  test('independent sums are direct convolutions, also just past a power of two', () => {
    const direct = (a: Float64Array, b: Float64Array) => {
      const out = new Float64Array(a.length + b.length - 1);
      for (const [i, x] of a.entries()) {
        for (const [j, y] of b.entries()) out[i + j] = out[i + j]! + x * y;
      }
      return out;
    };
    const masses = fc.integer({ min: 1, max: 530 }).map((points) => {
      const weights = Float64Array.from({ length: points }, (_, j) => 1 + ((j * 7919) % 101));
      const total = totalMass(weights);
      return { step: 5, mass: weights.map((x) => x / total) };
    });
    fc.assert(
      fc.property(masses, masses, (a, b) => {
        const sum = expectValue(addIndependent([a, b]));
        expect(worst(sum.mass, direct(a.mass, b.mass))).toBeLessThan(4e-16);
      }),
      { numRuns: 150 },
    );
    const half = { step: 1, mass: new Float64Array(257).fill(1 / 257) };
    const sum = expectValue(addIndependent([half, half, { step: 1, mass: Float64Array.of(1) }]));
    expect(worst(sum.mass, direct(half.mass, half.mass))).toBeLessThan(4e-16);
    expect(sum.mass).toHaveLength(513);
    expect(addIndependent([half, { step: 2, mass: half.mass }])).toMatchObject({
      ok: false,
      failure: { parameter: 'step' },
    });
  });

  test('a common step holds every amount, and lets the last ones go when there is none', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 }), (thousands) => {
        const amounts = thousands.map((x) => x * 250_000);
        const most = Math.max(...amounts) / 500;
        const step = expectValue(commonStep(amounts, most));
        expect(step).toBeLessThanOrEqual(most * (1 + 1e-12));
        for (const x of amounts) expect(Math.abs(x / step - Math.round(x / step))).toBeLessThan(1e-6);
      }),
      { numRuns: 1000 },
    );
    const step = expectValue(commonStep([25e6, 1_000_000 * Math.PI], 5000));
    expect(25e6 / step).toBeCloseTo(Math.round(25e6 / step), 9);
  });
});
