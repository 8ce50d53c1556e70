import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  aggregateLoss,
  betaDamage,
  certifyAggregate,
  DRAFT_POINTS,
  damageRatioSeverity,
  expectValue,
  frequencyFrom,
  grossMoments,
  makePeril,
  negativeBinomialByMean,
  netExceedance,
  netLoss,
  netTailValueAtRisk,
  netValueAtRisk,
  occurrencePayment,
  type Peril,
  poisson,
  programmeLoss,
  severityFrom,
  sharedGammaPeril,
} from '#shared/actuarial/library/index.ts';
import { amount, between, countSpec, layerTerms, severitySpec } from './arbitraries.ts';
import { estimate, simulateYears } from './simulate.ts';

const payment = fc
  .record({ spec: severitySpec, terms: layerTerms })
  .map(({ spec, terms }) => expectValue(occurrencePayment(expectValue(severityFrom(spec)), terms)))
  .filter((made) => made.top > 0 && made.survival(0) > 1e-6);

const peril: fc.Arbitrary<Peril> = fc
  .record({ payment, count: countSpec, cap: fc.option(between(0.5, 4), { nil: undefined }) })
  .map(({ payment: made, count, cap }) =>
    expectValue(
      makePeril({
        payment: made,
        frequency: expectValue(frequencyFrom(count)),
        aggregateLimit: cap === undefined ? Infinity : 1000 * Math.ceil((cap * made.top) / 1000),
      }),
    ),
  );

const draft = (perils: readonly Peril[], terms = { retention: 0, limit: Infinity }) =>
  expectValue(aggregateLoss(perils, { terms, points: DRAFT_POINTS }));

const netMean = (perils: readonly Peril[], terms: { retention: number; limit: number }): number =>
  expectValue(netLoss(draft(perils, terms), terms)).mean;

describe('properties of annual losses', () => {
  test('the net mean falls with the deductible and rises with the limit', () => {
    fc.assert(
      fc.property(peril, between(0.1, 3), between(0.1, 3), between(1.05, 2), (made, d, l, more) => {
        const unit = 1000 * Math.ceil(made.payments[0]!.payment.top / 1000);
        const terms = { retention: d * unit, limit: l * unit };
        const aggregate = draft([made], terms);
        const mean = (retention: number, limit: number) =>
          expectValue(netLoss(aggregate, { retention, limit })).mean;
        const here = mean(terms.retention, terms.limit);
        const slack = 1e-9 * unit;
        expect(mean(more * terms.retention, terms.limit)).toBeLessThanOrEqual(here + slack);
        expect(mean(terms.retention, more * terms.limit)).toBeGreaterThanOrEqual(here - slack);
      }),
      { numRuns: 200 },
    );
  });

  test('the expected loss rises with the frequency', () => {
    fc.assert(
      fc.property(payment, amount(1e-3, 3), between(1.05, 3), (made, lambda, more) => {
        const of = (mean: number) =>
          expectValue(makePeril({ payment: made, frequency: expectValue(poisson({ lambda: mean })) }));
        const terms = { retention: 0, limit: made.top };
        expect(netMean([of(lambda * more)], terms)).toBeGreaterThan(netMean([of(lambda)], terms));
      }),
      { numRuns: 150 },
    );
  });

  test('layers of the annual loss add to the whole', () => {
    fc.assert(
      fc.property(peril, between(0.2, 2), between(0.2, 2), (made, first, second) => {
        const unit = made.payments[0]!.payment.top;
        const aggregate = draft([made]);
        const mean = (retention: number, limit: number) =>
          expectValue(netLoss(aggregate, { retention, limit })).mean;
        const sum =
          mean(0, first * unit) + mean(first * unit, second * unit) + mean((first + second) * unit, Infinity);
        expect(sum).toBeCloseTo(mean(0, Infinity), 4);
      }),
      { numRuns: 150 },
    );
  });

  test('without caps the lattice has the analytic mean and nearly the standard deviation', () => {
    fc.assert(
      fc.property(peril, peril, (one, two) => {
        const perils = [one, two].map((made) => ({ ...made, aggregateLimit: Infinity }));
        const aggregate = draft(perils);
        const net = expectValue(netLoss(aggregate));
        const gross = grossMoments(perils);
        expect(net.mean / gross.mean).toBeCloseTo(1, 7);
        const { verdict, checks } = certifyAggregate(aggregate);
        const mean = checks.find((check) => check.id === 'mean')!;
        expect(mean.verdict, JSON.stringify(mean)).not.toBe('fail');
        // Perils of very different size can be too much for a draft lattice; then the certificate says so.
        if (Math.abs(net.sd / gross.sd - 1) > 1.1e-3) expect(verdict).toBe('fail');
      }),
      { numRuns: 150 },
    );
  });

  test('VaR and TVaR rise with the level, TVaR is above VaR, and neither exceeds the limit', () => {
    fc.assert(
      fc.property(peril, between(0.3, 3), (made, l) => {
        const limit = l * made.payments[0]!.payment.top;
        const net = expectValue(netLoss(draft([made], { retention: 0, limit }), { retention: 0, limit }));
        let [lastValue, lastTail] = [0, 0];
        for (const p of [0.5, 0.8, 0.9, 0.99, 0.999]) {
          const value = expectValue(netValueAtRisk(net, p));
          const tail = expectValue(netTailValueAtRisk(net, p));
          expect(value).toBeGreaterThanOrEqual(lastValue);
          expect(tail).toBeGreaterThanOrEqual(value);
          expect(tail).toBeGreaterThanOrEqual(lastTail - 1e-6 * limit);
          expect(tail).toBeLessThanOrEqual(limit * (1 + 1e-6));
          [lastValue, lastTail] = [value, tail];
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a peril under its own aggregate limit is what a programme of that one part is, however often the limit bites', () => {
    const share = expectValue(betaDamage({ a: 0.5, b: 0.75 }));
    const severity = expectValue(damageRatioSeverity({ damage: share, exposedValue: 120e6, kappa: 1 }));
    const limit = 25e6;
    const made = expectValue(occurrencePayment(severity, { retention: 1e6, limit, coinsurance: 1 }));
    fc.assert(
      fc.property(amount(0.05, 8), between(0.5, 6), between(0, 1.5), (mean, cap, cv2) => {
        const frequency = expectValue(
          cv2 < 0.1 ? poisson({ lambda: mean }) : negativeBinomialByMean({ mean, cv2 }),
        );
        const aggregateLimit = 1e6 * Math.ceil(cap * 25);
        const one = expectValue(makePeril({ payment: made, frequency, aggregateLimit }));
        const annual = draft([one], { retention: 0, limit: aggregateLimit });
        const net = expectValue(netLoss(annual, { retention: 0, limit: aggregateLimit }));
        const programme = expectValue(
          programmeLoss(
            {
              parts: [
                {
                  id: 'a',
                  label: 'A',
                  payment: made,
                  frequency,
                  terms: { retention: 0, limit: aggregateLimit },
                  isShared: false,
                  severityKey: 'severity',
                  frequencyKey: 'frequency',
                },
              ],
              policyTerms: null,
            },
            { partPoints: 1024, policyPoints: 4096, countTail: 1e-14 },
          ),
        );
        // Both lattices are those of drafts: their own certificates allow a few parts in a million.
        expect(Math.abs(net.mean / programme.mean - 1)).toBeLessThan(1e-5);
        expect(Math.abs(net.sd / programme.sd - 1)).toBeLessThan(1e-4);
        const failing = certifyAggregate(annual).checks.filter(({ verdict }) => verdict === 'fail');
        expect(failing).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('in another currency everything is scaled', () => {
    fc.assert(
      fc.property(amount(0.05, 50), between(0.5, 2.5), amount(0.05, 4), (rate, sigma, lambda) => {
        const of = (scale: number) => {
          const severity = expectValue(
            severityFrom({ family: 'lognormal', mu: 12 + Math.log(scale), sigma }),
          );
          const layer = { retention: 1e5 * scale, limit: 2e6 * scale, coinsurance: 0.9 };
          const made = expectValue(
            makePeril({
              payment: expectValue(occurrencePayment(severity, layer)),
              frequency: expectValue(poisson({ lambda })),
            }),
          );
          const terms = { retention: 0, limit: 4e6 * scale };
          return expectValue(netLoss(draft([made], terms), terms));
        };
        const [one, other] = [of(1), of(rate)];
        expect(other.mean / (rate * one.mean)).toBeCloseTo(1, 9);
        expect(other.sd / (rate * one.sd)).toBeCloseTo(1, 9);
        for (const p of [0.9, 0.99]) {
          const [a, b] = [expectValue(netValueAtRisk(one, p)), expectValue(netValueAtRisk(other, p))];
          expect(Math.abs(b - rate * a)).toBeLessThan(1e-6 * rate * 4e6);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('against seeded simulation', () => {
  const layer = { retention: 100_000, limit: 2e6, coinsurance: 0.9 };
  const perils: readonly Peril[] = [
    expectValue(
      makePeril({
        payment: expectValue(
          occurrencePayment(expectValue(severityFrom({ family: 'lognormal', mu: 12.5, sigma: 1.8 })), layer),
        ),
        frequency: expectValue(negativeBinomialByMean({ mean: 0.9, cv2: 0.7 })),
        aggregateLimit: 3e6,
      }),
    ),
    expectValue(
      makePeril({
        payment: expectValue(
          occurrencePayment(expectValue(severityFrom({ family: 'beta', a: 0.5, b: 1.5, insured: 2e7 })), {
            ...layer,
            limit: 5e6,
          }),
        ),
        frequency: expectValue(poisson({ lambda: 0.3 })),
      }),
    ),
  ];
  const years = simulateYears(
    perils.map((made) => ({
      payment: made.payments[0]!.payment,
      frequency: made.frequency,
      aggregateLimit: made.aggregateLimit,
    })),
    200_000,
    20_261_122,
  );
  const terms = { retention: 200_000, limit: 6e6 };
  const net = expectValue(netLoss(expectValue(aggregateLoss(perils, { terms })), terms));

  const z = (sum: number) => Math.min(Math.max(sum - terms.retention, 0), terms.limit);

  test('net mean, attachment and exhaustion are within four standard errors', () => {
    const checks: readonly [number, (sum: number) => number][] = [
      [net.mean, z],
      [net.probabilityAttach, (sum) => (sum > terms.retention ? 1 : 0)],
      [net.probabilityExhaust, (sum) => (sum >= terms.retention + terms.limit ? 1 : 0)],
      [netExceedance(net, 1e6), (sum) => (z(sum) > 1e6 ? 1 : 0)],
      [net.sd ** 2 + net.mean ** 2, (sum) => z(sum) ** 2],
    ];
    for (const [engine, f] of checks) {
      const { mean, error } = estimate(years, f);
      expect(Math.abs(engine - mean)).toBeLessThan(4 * error);
    }
  });

  test('the simulated chance of staying below each VaR is its level', () => {
    for (const p of [0.3, 0.6, 0.9, 0.95, 0.99]) {
      const value = expectValue(netValueAtRisk(net, p));
      const upTo = estimate(years, (sum) => (z(sum) <= value + 1e-6 ? 1 : 0));
      const below = estimate(years, (sum) => (z(sum) < value - 1e-6 ? 1 : 0));
      expect(upTo.mean).toBeGreaterThan(p - 4 * upTo.error - 1e-5);
      expect(below.mean).toBeLessThan(p + 4 * below.error + 1e-5);
    }
  });
});

describe('shared gamma mixing', () => {
  const layer = { retention: 0, limit: 1e6, coinsurance: 1 };
  const of = (scale: number) =>
    expectValue(occurrencePayment(expectValue(severityFrom({ family: 'exponential', scale })), layer));
  const kinds = [
    { payment: of(2e5), mean: 0.8 },
    { payment: of(5e5), mean: 0.3 },
  ];

  test('adds the covariance cv2 E[S_1] E[S_2] to independent mixing', () => {
    const cv2 = 0.6;
    const shared = expectValue(sharedGammaPeril({ cv2, kinds }));
    const apart = kinds.map(({ payment: made, mean }) =>
      expectValue(
        makePeril({ payment: made, frequency: expectValue(negativeBinomialByMean({ mean, cv2 })) }),
      ),
    );
    const [together, independent] = [grossMoments([shared]), grossMoments(apart)];
    const [one, two] = independent.perilMean;
    expect(together.mean).toBeCloseTo(independent.mean, 6);
    expect(together.variance / (independent.variance + 2 * cv2 * one! * two!)).toBeCloseTo(1, 12);
    const net = expectValue(netLoss(expectValue(aggregateLoss([shared]))));
    expect(net.mean / together.mean).toBeCloseTo(1, 10);
    expect(net.sd / together.sd).toBeCloseTo(1, 7);
    expect(net.probabilityAttach).toBeCloseTo(1 - (1 + cv2 * 1.1) ** (-1 / cv2), 10);
  });

  test('without mixing it is a sum of independent Poisson perils', () => {
    const shared = expectValue(
      netLoss(expectValue(aggregateLoss([expectValue(sharedGammaPeril({ cv2: 0, kinds }))]))),
    );
    const apart = kinds.map(({ payment: made, mean }) =>
      expectValue(makePeril({ payment: made, frequency: expectValue(poisson({ lambda: mean })) })),
    );
    const sum = expectValue(netLoss(expectValue(aggregateLoss(apart))));
    for (const p of [0.9, 0.99]) {
      expect(expectValue(netValueAtRisk(shared, p)) / expectValue(netValueAtRisk(sum, p))).toBeCloseTo(1, 6);
    }
  });
});

describe('the certificate', () => {
  const standard = (points: number) => {
    const severity = expectValue(severityFrom({ family: 'lognormal', mu: 12.5, sigma: 2 }));
    const layer = { retention: 250_000, limit: 5e6, coinsurance: 1 };
    const made = expectValue(
      makePeril({
        payment: expectValue(occurrencePayment(severity, layer)),
        frequency: expectValue(poisson({ lambda: 3 })),
      }),
    );
    const terms = { retention: 0, limit: 15e6 };
    return certifyAggregate(expectValue(aggregateLoss([made], { terms, points })), terms, [0.99, 0.999]);
  };
  const errorOf = (id: string, points: number) =>
    Math.abs(standard(points).checks.find((check) => check.id === id)!.error);

  test('passes the standard case at the full and the draft grid, with the stated contents', () => {
    expect(standard(65_536).verdict).toBe('pass');
    expect(standard(4096).verdict).toBe('pass');
    expect(standard(65_536).checks.map((check) => check.id)).toEqual([
      'mean',
      'sd',
      'skewness',
      'mass-beyond',
      'aliasing',
      'least-mass',
      'change-net-mean',
      'change-var-0.99',
      'change-tvar-0.99',
      'change-var-0.999',
      'change-tvar-0.999',
    ]);
  });

  test('its error estimates fall with the square of the step', () => {
    const order = (standard(1024).step / standard(4096).step) ** 2;
    for (const id of ['sd', 'change-net-mean', 'change-tvar-0.99']) {
      const fall = errorOf(id, 1024) / errorOf(id, 4096) / order;
      expect(fall).toBeGreaterThan(0.5);
      expect(fall).toBeLessThan(2);
    }
  });

  test('a grid that is too coarse fails', () => {
    expect(standard(64).verdict).toBe('fail');
    expect(['warn', 'fail']).toContain(standard(256).verdict);
  });

  test('an estimated change is near the true error', () => {
    const severity = expectValue(severityFrom({ family: 'lognormal', mu: 12.5, sigma: 2 }));
    const made = expectValue(
      makePeril({
        payment: expectValue(occurrencePayment(severity, { retention: 250_000, limit: 5e6, coinsurance: 1 })),
        frequency: expectValue(poisson({ lambda: 3 })),
      }),
    );
    const terms = { retention: 0, limit: 15e6 };
    const tail = (points: number) =>
      expectValue(
        netTailValueAtRisk(
          expectValue(netLoss(expectValue(aggregateLoss([made], { terms, points })), terms)),
          0.99,
        ),
      );
    const truth = 13_323_951.327371307;
    const error = (tail(1024) - truth) / truth;
    expect(errorOf('change-tvar-0.99', 1024) / Math.abs(error)).toBeGreaterThan(0.7);
    expect(errorOf('change-tvar-0.99', 1024) / Math.abs(error)).toBeLessThan(1.4);
  });

  test('an infinite mean warns, its mean is Infinity, and a tail the lattice loses is refused', () => {
    const severity = expectValue(severityFrom({ family: 'gpd', xi: 1, beta: 12_000, threshold: 7000 }));
    const made = expectValue(
      makePeril({
        payment: expectValue(occurrencePayment(severity, { retention: 0, limit: Infinity, coinsurance: 1 })),
        frequency: expectValue(poisson({ lambda: 18 })),
      }),
    );
    const aggregate = expectValue(aggregateLoss([made]));
    const net = expectValue(netLoss(aggregate));
    expect([net.mean, net.sd, aggregate.gross.mean]).toEqual([Infinity, Infinity, Infinity]);
    expect(netTailValueAtRisk(net, 0.9)).toEqual({ ok: true, value: Infinity });
    expect(netValueAtRisk(net, 0.99999)).toMatchObject({ ok: false, failure: { parameter: 'p' } });
    expect(certifyAggregate(aggregate).verdict).not.toBe('pass');
  });
});

describe('a limit far beyond the lattice', () => {
  test.each([1e8, 1e10, 1e13, 1e20, 1e100])(
    'a limit of %d leaves the standard deviation as it is',
    (limit) => {
      const layer = { retention: 1e5, limit: 1e6, coinsurance: 1 };
      const law = expectValue(severityFrom({ family: 'lognormal', mu: 12, sigma: 1.5 }));
      const made = expectValue(
        makePeril({
          payment: expectValue(occurrencePayment(law, layer)),
          frequency: expectValue(poisson({ lambda: 5 })),
        }),
      );
      const terms = { retention: 0, limit };
      const aggregate = expectValue(aggregateLoss([made], { terms }));
      const { sd } = expectValue(netLoss(aggregate, terms));
      expect(Math.abs(sd / aggregate.gross.sd - 1)).toBeLessThan(1e-6);
      const check = certifyAggregate(aggregate, terms).checks.find(({ id }) => id === 'net-sd');
      expect(check?.analytic).toBe(aggregate.gross.sd);
      expect(check?.lattice).toBe(sd);
      expect(check?.verdict).toBe('pass');
    },
  );
});
