import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  certifyProgramme,
  discreteMoments,
  exceedanceFrom,
  expectValue,
  groupsOf,
  makeLossCache,
  type Programme,
  type ProgrammeLoss,
  panjer,
  programmeLoss,
  tailValueAtRisk,
  valueAtRisk,
  wholeLoss,
} from '#shared/actuarial/library/index.ts';
import { amount, between } from './arbitraries.ts';
import { EXAMPLE, type PartInput, partOf, programmeOf } from './programmes.ts';
import { estimate, simulateYears } from './simulate.ts';

/** Thousands of cases take as long on a busy machine. */
const MINUTES = 600_000;
const FULL = { partPoints: 4096, policyPoints: 65_536, countTail: 1e-14 };
const DRAFT = { partPoints: 1024, policyPoints: 4096, countTail: 1e-14 };
const SMALL = { partPoints: 256, policyPoints: 1024, countTail: 1e-14 };

const run = (programme: Programme, grid = DRAFT): ProgrammeLoss =>
  expectValue(programmeLoss(programme, grid));

const whole = (x: number) => 1000 * Math.max(1, Math.round(x / 1000));

const arbitraryPart: fc.Arbitrary<PartInput> = fc
  .record({
    damage: fc.oneof(
      fc.record({ a: between(0.3, 2), b: between(0.4, 8) }),
      fc.record({ mu: between(-4, -0.5), sigma: between(0.5, 2) }),
    ),
    exposedValue: amount(1e6, 5e9),
    kappa: between(0.6, 1.8),
    retention: fc.oneof(fc.constant(0), amount(1e3, 5e6).map(whole)),
    limit: amount(1e5, 1e8).map(whole),
    share: fc.constantFrom(1, 0.9, 0.75),
    mean: amount(1e-4, 4),
    cv2: between(0.1, 2),
    aggregateRetention: fc.constantFrom(0, 0, 0, 500_000, 80e6),
    cap: fc.option(between(0.05, 3), { nil: undefined }),
    isShared: fc.boolean(),
  })
  .map(({ cap, ...part }) => ({
    ...part,
    aggregateLimit: cap === undefined ? part.limit : whole(cap * part.limit),
  }));

const arbitraryProgramme = fc.record({
  parts: fc.array(arbitraryPart, { minLength: 1, maxLength: 4 }),
  policyTerms: fc.record({
    retention: fc.constantFrom(0, 0, 0, 250_000, 90e6),
    limit: amount(1e5, 1e8).map(whole),
  }),
});

describe('any programme', { timeout: MINUTES }, () => {
  it('pays no more than its limits, has its tails in order, and adds its groups', () => {
    fc.assert(
      fc.property(arbitraryProgramme, ({ parts, policyTerms }) => {
        const loss = run(programmeOf(parts, policyTerms), SMALL);
        const { distribution, moments } = wholeLoss(loss);
        const top = distribution.values.at(-1)!;
        const shared = parts.filter((p) => p.isShared).reduce((sum, p) => sum + p.aggregateLimit!, 0);
        const beside = parts.filter((p) => !p.isShared).reduce((sum, p) => sum + p.aggregateLimit!, 0);
        const payable = Math.min(shared, policyTerms.limit) + beside;
        expect(top).toBeLessThanOrEqual(payable * (1 + 1e-12));
        let before = 0;
        for (const level of [0.5, 0.9, 0.99, 0.999]) {
          const tail = expectValue(tailValueAtRisk(distribution, level));
          expect(tail).toBeGreaterThanOrEqual(before - 1e-6);
          expect(tail).toBeLessThanOrEqual(top);
          before = tail;
        }
        const added = groupsOf(loss).reduce((sum, { law }) => sum + discreteMoments(law).mean, 0);
        expect(Math.abs(moments.mean - added)).toBeLessThanOrEqual(1e-9 * added + 1e-12 * payable);
        for (const { probabilityAny, probabilityExhausted } of loss.parts) {
          expect(probabilityAny).toBeLessThanOrEqual(1);
          expect(probabilityExhausted).toBeLessThanOrEqual(probabilityAny + 1e-9);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('does not fail its certificate', () => {
    fc.assert(
      fc.property(arbitraryProgramme, ({ parts, policyTerms }) => {
        const loss = run(programmeOf(parts, policyTerms), FULL);
        const failing = certifyProgramme(loss, wholeLoss(loss)).checks.filter(
          (check) => check.verdict === 'fail',
        );
        expect(failing).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('is the same number whatever a cache holds', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryPart, { minLength: 1, maxLength: 2 }),
        fc.array(fc.tuple(between(0.05, 4), between(0.05, 4)), { minLength: 2, maxLength: 5 }),
        (parts, shares) => {
          const cache = makeLossCache(6);
          for (const [cap, policy] of shares) {
            const changed = parts.map((p) => ({ ...p, aggregateLimit: whole(cap * p.limit) }));
            const programme = programmeOf(changed, {
              retention: 0,
              limit: whole(policy * parts[0]!.limit),
            });
            const warm = expectValue(programmeLoss(programme, SMALL, cache));
            const cold = expectValue(programmeLoss(programme, SMALL));
            expect([warm.mean, warm.sd, warm.third]).toEqual([cold.mean, cold.sd, cold.third]);
            expect(warm.parts.map((p) => p.law)).toEqual(cold.parts.map((p) => p.law));
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('in another currency is scaled', () => {
    fc.assert(
      fc.property(
        arbitraryProgramme,
        fc.constantFrom(1 / 128, 1024, 157.3),
        ({ parts, policyTerms }, rate) => {
          const scaled = parts.map((p) => ({
            ...p,
            exposedValue: rate * p.exposedValue,
            retention: rate * p.retention,
            limit: rate * p.limit,
            aggregateRetention: rate * p.aggregateRetention!,
            aggregateLimit: rate * p.aggregateLimit!,
          }));
          const terms = { retention: rate * policyTerms.retention, limit: rate * policyTerms.limit };
          const [here, there] = [
            run(programmeOf(parts, policyTerms), SMALL),
            run(programmeOf(scaled, terms), SMALL),
          ];
          // A power of two scales every digit; by another rate amounts may fall on another lattice of this small grid.
          const share = Number.isInteger(Math.log2(rate)) ? 1e-9 : 1e-3;
          expect(Math.abs(there.mean / rate - here.mean)).toBeLessThanOrEqual(share * here.mean + 1e-6);
          expect(Math.abs(there.sd / rate - here.sd)).toBeLessThanOrEqual(share * here.sd + 1);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('costs less with a retention, more with a limit, and more with the frequency', () => {
    fc.assert(
      fc.property(arbitraryPart, between(1.01, 3), (part, more) => {
        const meanOf = (changes: Partial<PartInput>) =>
          run(programmeOf([{ ...part, isShared: false, ...changes }]), SMALL).mean;
        const here = meanOf({});
        // Of second order in the step of this small grid.
        const slack = 1e-4 * here + 1e-6;
        expect(meanOf({ retention: more * part.retention + 1000 })).toBeLessThanOrEqual(here + slack);
        expect(meanOf({ aggregateRetention: part.aggregateRetention! + 1000 })).toBeLessThanOrEqual(
          here + slack,
        );
        expect(meanOf({ limit: more * part.limit })).toBeGreaterThanOrEqual(here - slack);
        expect(meanOf({ aggregateLimit: more * part.aggregateLimit! })).toBeGreaterThanOrEqual(here - slack);
        expect(meanOf({ mean: more * part.mean })).toBeGreaterThanOrEqual(here - slack);
      }),
      { numRuns: 500 },
    );
  });

  it('layers of each event add to the whole layer, aggregate terms out of reach', () => {
    fc.assert(
      fc.property(arbitraryPart, between(0.05, 0.95), (part, share) => {
        const open = { ...part, isShared: false, aggregateRetention: 0, aggregateLimit: 1e4 * part.limit };
        const cut = whole(share * part.limit);
        const meanOf = (retention: number, limit: number) =>
          run(programmeOf([{ ...open, retention, limit }]), SMALL).mean;
        fc.pre(cut < part.limit);
        const layers = meanOf(part.retention, cut) + meanOf(part.retention + cut, part.limit - cut);
        expect(Math.abs(layers - meanOf(part.retention, part.limit))).toBeLessThanOrEqual(
          1e-9 * layers + 1e-9,
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('oracles', () => {
  it('Panjer: each part before its terms is the recursion on the same payment', () => {
    for (const input of EXAMPLE) {
      const [part] = run(programmeOf([{ ...input, isShared: false, mean: 20 * input.mean }]), SMALL).parts;
      const { severity, compound } = part!;
      const recursion = expectValue(panjer(severity, part!.plan.part.frequency, compound.mass.length));
      let most = 0;
      compound.mass.forEach((p, j) => {
        most = Math.max(most, Math.abs(p - recursion.mass[j]!));
      });
      expect(most).toBeLessThan(1e-14);
    }
  });

  it('simulation: shared and other parts under every aggregate term, within four standard errors', () => {
    const inputs = EXAMPLE.map((input, i) => ({
      ...input,
      mean: 12 * input.mean,
      aggregateRetention: i === 2 ? 500_000 : 0,
      aggregateLimit: 1.4 * input.limit,
    }));
    const policyTerms = { retention: 250_000, limit: 30e6 };
    const loss = run(programmeOf(inputs, policyTerms), FULL);
    const { distribution } = wholeLoss(loss);
    const sums = inputs.map((input, i) => {
      const { payment, frequency, terms } = partOf(input, i);
      const years = simulateYears([{ payment, frequency }], 200_000, 20_261_122 + i);
      return years.map((sum) => Math.min(Math.max(sum - terms.retention, 0), terms.limit));
    });
    const total = sums[0]!.map((sum, year) => {
      const sharing = sum + sums[1]![year]!;
      return Math.min(Math.max(sharing - policyTerms.retention, 0), policyTerms.limit) + sums[2]![year]!;
    });
    const holds = (f: (x: number) => number, exact: number) => {
      const { mean, error } = estimate(total, f);
      expect(Math.abs(mean - exact)).toBeLessThan(4 * error);
    };
    holds((x) => x, loss.mean);
    holds((x) => (x - loss.mean) ** 2, loss.sd ** 2);
    for (const x of [1e6, 10e6, 30e6, 60e6]) {
      holds((sum) => (sum >= x ? 1 : 0), exceedanceFrom(distribution, x));
      holds((sum) => Math.max(0, sum - x), stopLossOf(distribution.values, distribution.mass, x));
    }
  });
});

function stopLossOf(values: Float64Array, mass: Float64Array, x: number): number {
  return values.reduce((sum, value, j) => sum + Math.max(0, value - x) * mass[j]!, 0);
}

describe('the certificate of a programme', () => {
  const certificateOf = (loss: ProgrammeLoss) => certifyProgramme(loss, wholeLoss(loss));
  const loss = run(programmeOf(EXAMPLE), FULL);

  it('says grid, step, range, method and every check', () => {
    const certificate = certificateOf(loss);
    expect(certificate).toMatchObject({ verdict: 'pass', partPoints: 4096, range: 85e6 });
    expect(certificate.points).toBeGreaterThan(65_536);
    expect(certificate.step * (certificate.points - 1)).toBeCloseTo(85e6, 3);
    expect(certificate.checks.map((check) => check.id)).toEqual([
      'payment-mean:part-0',
      'payment-sd:part-0',
      'compounding:part-0',
      'payment-mean:part-1',
      'payment-sd:part-1',
      'compounding:part-1',
      'payment-mean:part-2',
      'payment-sd:part-2',
      'compounding:part-2',
      'gross-mean',
      'gross-sd',
      'gross-skewness',
      'mass-beyond',
      'aliasing',
      'least-mass',
      'whole-mean',
      'whole-sd',
      'whole-skewness',
      'change-net-mean',
      'change-var-0.95',
      'change-tvar-0.95',
      'change-var-0.99',
      'change-tvar-0.99',
    ]);
  });

  it('its estimates fall with the square of the step', () => {
    const at = (partPoints: number) => certificateOf(run(programmeOf(EXAMPLE), { ...FULL, partPoints }));
    const error = (id: string, points: number) => Math.abs(at(points).checks.find((c) => c.id === id)!.error);
    for (const id of ['payment-sd:part-2', 'gross-sd', 'gross-skewness']) {
      const fall = error(id, 1024) / error(id, 4096) / 16;
      expect(fall).toBeGreaterThan(0.7);
      expect(fall).toBeLessThan(1.4);
    }
  });

  const spoilt = (change: (part: ProgrammeLoss['parts'][number]) => object) =>
    certificateOf({ ...loss, parts: loss.parts.map((p, i) => (i === 0 ? { ...p, ...change(p) } : p)) });
  const failing = (certificate: ReturnType<typeof certificateOf>) =>
    certificate.checks.filter((check) => check.verdict === 'fail').map((check) => check.id);

  it('fails when a second loss is left out of the compounding', () => {
    const certificate = spoilt(({ compound, severity, plan }) => {
      const { frequency } = plan.part;
      const mass = severity.mass.slice(0, compound.mass.length).map((p) => frequency.pmf(1) * p);
      mass[0] = mass[0]! + frequency.pmf(0);
      return { compound: { ...compound, mass } };
    });
    expect(failing(certificate)).toContain('compounding:part-0');
    expect(certificate.verdict).toBe('fail');
  });

  // The first masses of a law under a high aggregate limit say little of sums far below it.
  it.each([
    [1, 3],
    [0.5, 3],
    [0.2, 3],
    [0.05, 3],
    [0.02, 2],
    [0.002, 2],
  ])(
    'fails when %d events a period lose those years with %d losses or more, far below the limit',
    (mean, from) => {
      const input: PartInput = {
        damage: { a: 3, b: 0.4 },
        exposedValue: 1e9,
        retention: 1e5,
        limit: 10e6,
        aggregateLimit: 40e6,
        mean,
      };
      const part = partOf(input);
      const pmf = (n: number) => (n >= from ? 0 : part.frequency.pmf(n));
      const programme = (frequency: typeof part.frequency) => ({
        parts: [{ ...part, frequency }],
        policyTerms: null,
      });
      expect(certificateOf(run(programme(part.frequency), FULL)).verdict).toBe('pass');
      const wrong = run(programme({ ...part.frequency, pmf }), FULL);
      expect(failing(certificateOf(wrong))).toContain('compounding:part-0');
    },
  );

  it('passes a loss that aggregate terms leave next to nothing of', () => {
    const [first] = EXAMPLE as [PartInput];
    for (const changes of [
      { mean: 1e-3, aggregateRetention: 80e6 },
      { mean: 1e-14 },
      { mean: 1, retention: 0.9 * first.exposedValue, damage: { a: 0.5, b: 8 } },
    ]) {
      const { verdict, checks } = certificateOf(
        run(programmeOf([{ ...first, ...changes, isShared: false }]), FULL),
      );
      expect(checks.filter((check) => check.verdict !== 'pass')).toEqual([]);
      expect(verdict).toBe('pass');
    }
  });

  it('holds a quantile against half the step it is read on: a policy limit far below a part limit gets finer steps', () => {
    const input = { damage: { a: 0.5, b: 8 }, exposedValue: 120e6, retention: 0, limit: 60e6, mean: 0.0103 };
    const shared = programmeOf([{ ...input, isShared: true }], { retention: 0, limit: 1e6 });
    const cut = programmeOf([{ ...input, limit: 1e6, isShared: true }], { retention: 0, limit: 1e6 });
    const low = run(shared, FULL);
    const fine = run(cut, FULL);
    const var99 = (loss: ProgrammeLoss) => expectValue(valueAtRisk(wholeLoss(loss).distribution, 0.99));
    const check = certificateOf(low).checks.find(({ id }) => id === 'change-var-0.99')!;
    expect(Math.abs(var99(low) - var99(fine)) / 1e6).toBeLessThan(check.error);
    expect(check.error).toBeGreaterThanOrEqual(60e6 / 2 ** 17 / 1e6);
    expect(check.verdict).toBe('warn');
  });

  it('fails no programme for the payment of a part that is nothing beside the others', () => {
    const minor = { damage: { a: 0.5, b: 300 }, exposedValue: 900e6, retention: 0.6e6, limit: 60e6 };
    for (const mean of [0, 1e-12, 1e-9]) {
      const { verdict } = certificateOf(run(programmeOf([{ ...minor, mean }, ...EXAMPLE]), FULL));
      expect(verdict).toBe('pass');
    }
  });

  it('says the step of the part that is left when another cannot attach', () => {
    const [first, , third] = EXAMPLE as [PartInput, PartInput, PartInput];
    const dead = { ...first, retention: 2 * first.exposedValue, isShared: false };
    const { step } = certificateOf(run(programmeOf([dead, third]), FULL));
    expect(step).toBeCloseTo(60e6 / 8192, 6);
  });

  it('fails when a payment is discretised by moving its mass up', () => {
    const certificate = spoilt(({ severity }) => {
      const mass = severity.mass.slice();
      mass[10] = mass[10]! - 1e-2;
      mass[11] = mass[11]! + 1e-2;
      return { severity: { ...severity, mass } };
    });
    expect(failing(certificate)).toEqual(expect.arrayContaining(['payment-mean:part-0', 'gross-mean']));
  });

  it('fails when probability is lost, wraps round or is negative', () => {
    const lost = spoilt(({ compound }) => ({ compound: { ...compound, dropped: 1e-6 } }));
    expect(failing(lost)).toEqual(['mass-beyond']);
    const wrapped = spoilt(({ compound }) => ({ compound: { ...compound, wrapped: 1e-6 } }));
    expect(failing(wrapped)).toEqual(['aliasing']);
    const negative = spoilt(({ compound }) => {
      const mass = compound.mass.slice();
      mass[100] = -1e-9;
      return { compound: { ...compound, mass } };
    });
    expect(failing(negative)).toContain('least-mass');
  });

  it('fails on a grid that is too coarse for its payments', () => {
    const coarse = run(programmeOf(EXAMPLE), { partPoints: 8, policyPoints: 16, countTail: 1e-14 });
    expect(certificateOf(coarse).verdict).toBe('fail');
  });
});

describe('what a programme refuses', () => {
  const refused = (
    inputs: readonly PartInput[],
    grid = DRAFT,
    policyTerms = { retention: 0, limit: 1e6 },
  ) => {
    const outcome = programmeLoss(programmeOf(inputs, policyTerms), grid);
    return outcome.ok ? null : outcome.failure.parameter;
  };
  const [first] = EXAMPLE as [PartInput];

  it.each([
    ['a negative aggregate retention', { aggregateRetention: -1 }, 'Part 0: aggregate retention'],
    ['an aggregate limit of 0', { aggregateLimit: 0 }, 'Part 0: aggregate limit'],
    ['an aggregate limit that is not a number', { aggregateLimit: Number.NaN }, 'Part 0: aggregate limit'],
  ])('%s', (_, change, parameter) => {
    expect(refused([{ ...first, ...change }])).toBe(parameter);
  });

  it('policy terms and grids outside their domain', () => {
    expect(refused([first], DRAFT, { retention: -1, limit: 1e6 })).toBe('policy aggregate retention');
    expect(refused([first], DRAFT, { retention: 0, limit: 0 })).toBe('policy aggregate limit');
    expect(refused([first], { ...DRAFT, partPoints: 1 })).toBe('partPoints');
    expect(refused([first], { ...DRAFT, policyPoints: 0 })).toBe('policyPoints');
    expect(refused([first], { ...DRAFT, countTail: 0 })).toBe('countTail');
  });

  it('grids that are not numbers, odd or too large, saying what was given', () => {
    const given = (grid: object) => {
      const outcome = programmeLoss(programmeOf([first]), { ...DRAFT, ...grid } as typeof DRAFT);
      return outcome.ok ? null : [outcome.failure.parameter, outcome.failure.given];
    };
    expect(given({ partPoints: 3 })).toEqual(['partPoints', '3']);
    expect(given({ partPoints: '4096' })).toEqual(['partPoints', '4096']);
    expect(given({ partPoints: 2 ** 25 })).toEqual(['partPoints', `${2 ** 25}`]);
    expect(given({ policyPoints: 2 ** 50 })).toEqual(['policyPoints', `${2 ** 50}`]);
    expect(given({ countTail: 1e-6 })).toEqual(['countTail', '0.000001']);
  });

  it('anything but a programme', () => {
    const parameterOf = (programme: unknown, grid: unknown = DRAFT) => {
      const outcome = programmeLoss(programme as Programme, grid as typeof DRAFT);
      return outcome.ok ? null : outcome.failure.parameter;
    };
    expect(parameterOf(null)).toBe('programme');
    expect(parameterOf(programmeOf([first]), null)).toBe('grid');
    expect(parameterOf({ parts: 5, policyTerms: null })).toBe('parts');
    expect(parameterOf({ parts: [null], policyTerms: null })).toBe('part');
    expect(parameterOf({ parts: [{ ...partOf(first), terms: null }], policyTerms: null })).toBe('terms');
    expect(parameterOf({ parts: [], policyTerms: 5 })).toBe('policyTerms');
    expect(parameterOf({ parts: [] })).toBe('policyTerms');
  });

  it.each([
    [60, 2e9],
    [2000, 25e6],
    [1e6, 25e6],
  ])(
    '%d events a period under an aggregate limit of %d, which would take minutes',
    (mean, aggregateLimit) => {
      expect(refused([{ ...first, mean, aggregateLimit }], FULL)).toBe('Part 0: frequency');
    },
  );

  it('limits next to nothing, whose squares and cubes would be no numbers', () => {
    const least = { retention: 0, limit: 5e-324 };
    const part = partOf(first);
    const parameterOf = (programme: Programme) => {
      const outcome = programmeLoss(programme, DRAFT);
      return outcome.ok ? null : outcome.failure.parameter;
    };
    expect(parameterOf({ parts: [part], policyTerms: least })).toBe('policy aggregate limit');
    expect(parameterOf({ parts: [{ ...part, terms: least }], policyTerms: part.terms })).toBe(
      'Part 0: aggregate limit',
    );
    const narrow = { ...part, terms: { retention: 0, limit: 1e-20 } };
    expect(parameterOf({ parts: [narrow], policyTerms: part.terms })).toBe('Part 0: aggregate limit');
  });

  it('a shared part without terms of the policy', () => {
    const outcome = programmeLoss({ parts: [partOf(first)], policyTerms: null }, DRAFT);
    expect(outcome).toMatchObject({ ok: false, failure: { parameter: 'policyTerms' } });
  });

  it('nothing else: an aggregate limit without end is one that the events decide', () => {
    const open = run(programmeOf([{ ...first, isShared: false, aggregateLimit: Number.POSITIVE_INFINITY }]));
    const high = run(programmeOf([{ ...first, isShared: false, aggregateLimit: 1e12 }]));
    expect(open.mean).toBe(high.mean);
    expect(discreteMoments(open.parts[0]!.law).mean).toBeCloseTo(open.mean, 2);
  });
});
