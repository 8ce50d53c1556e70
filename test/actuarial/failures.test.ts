import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ActuarialFailure,
  type ActuarialResult,
  aggregateLoss,
  applyAggregateTerms,
  betaDamage,
  buhlmannStraub,
  certificateCheck,
  coarsen,
  commonStep,
  conditionalLognormalDamage,
  damageRatioSeverity,
  discretisePayment,
  discretiseWhole,
  distortedLayer,
  expectValue,
  type FrequencySpec,
  frequencyFrom,
  gammaPoisson,
  grossUp,
  layerMoments,
  limitedFluctuation,
  makeCertificate,
  makePeril,
  mbbefdCurve,
  negativeBinomialByMean,
  netLoss,
  netReturnLoss,
  netValueAtRisk,
  occurrencePayment,
  poisson,
  proportionalHazard,
  readDistribution,
  reinstatementPremium,
  type SeveritySpec,
  severityFrom,
  sharedGammaPeril,
  spreadOnLattice,
  swissReCurve,
  wangTransform,
} from '#shared/actuarial/library/index.ts';
import { GROSS_UP_INPUT } from './gross-up-input.ts';

const severity = expectValue(severityFrom({ family: 'lognormal', mu: 12, sigma: 1.5 }));
const payment = expectValue(occurrencePayment(severity, { retention: 1e5, limit: 1e6, coinsurance: 1 }));
const unlimited = expectValue(occurrencePayment(severity, { retention: 0, limit: Infinity, coinsurance: 1 }));
const frequency = expectValue(poisson({ lambda: 1 }));
const peril = expectValue(makePeril({ payment, frequency }));
const aggregate = expectValue(aggregateLoss([peril], { points: 1024 }));
const net = expectValue(netLoss(aggregate));

const contract = { ratios: [1, 2], weights: [3, 4] };
const lawOf = (values: readonly number[], mass: readonly number[]) => ({
  values: Float64Array.from(values),
  mass: Float64Array.from(mass),
});

const failureOf = (outcome: ActuarialResult<unknown>): ActuarialFailure | null =>
  outcome.ok ? null : outcome.failure;

describe('a parameter outside its domain is a typed failure that names it', () => {
  test.each<[string, ActuarialResult<unknown>]>([
    ['sigma', severityFrom({ family: 'lognormal', mu: 12, sigma: 0 })],
    ['mu', severityFrom({ family: 'lognormal', mu: Number.NaN, sigma: 1 })],
    ['alpha', severityFrom({ family: 'lomax', alpha: -1, theta: 1 })],
    ['theta', severityFrom({ family: 'lomax', alpha: 1, theta: Infinity })],
    ['threshold', severityFrom({ family: 'gpd', xi: 0.1, beta: 1, threshold: -1 })],
    ['p0 + p1', severityFrom({ family: 'oneInflatedBeta', a: 1, b: 1, p0: 0.6, p1: 0.5, insured: 1 })],
    ['g', severityFrom({ family: 'mbbefd', b: 1, g: 0.5, insured: 1 })],
    ['weights', severityFrom({ family: 'empirical', values: [1, 2], weights: [1] })],
    ['weights', severityFrom({ family: 'empirical', values: [1], weights: [0] })],
    ['values', severityFrom({ family: 'empirical', values: [], weights: [] })],
    [
      'weights',
      severityFrom({
        family: 'mixture',
        weights: [0.5, 0.6],
        components: [
          { family: 'exponential', scale: 1 },
          { family: 'exponential', scale: 2 },
        ],
      }),
    ],
    [
      'scale',
      severityFrom({ family: 'mixture', weights: [1], components: [{ family: 'exponential', scale: 0 }] }),
    ],
    ['severity.family', severityFrom({ family: 'cauchy' } as unknown as SeveritySpec)],
    ['frequency.family', frequencyFrom({ family: 'delaporte' } as unknown as FrequencySpec)],
    ['a', betaDamage({ a: 0, b: 1 })],
    ['sigma', conditionalLognormalDamage({ mu: 0, sigma: -1 })],
    [
      'exposedValue',
      damageRatioSeverity({ damage: expectValue(betaDamage({ a: 1, b: 1 })), exposedValue: 0, kappa: 1 }),
    ],
    [
      'kappa',
      damageRatioSeverity({ damage: expectValue(betaDamage({ a: 1, b: 1 })), exposedValue: 1, kappa: 0 }),
    ],
    ['lambda', poisson({ lambda: -1 })],
    ['cv2', negativeBinomialByMean({ mean: 1, cv2: Number.NaN })],
    ['m', frequencyFrom({ family: 'binomial', m: 1.5, q: 0.1 })],
    ['q', frequencyFrom({ family: 'binomial', m: 2, q: 1.1 })],
    ['p0', frequencyFrom({ family: 'zeroModified', p0: -0.1, base: { family: 'poisson', lambda: 1 } })],
    ['base', frequencyFrom({ family: 'zeroModified', p0: 0.1, base: { family: 'poisson', lambda: 0 } })],
    ['retention', occurrencePayment(severity, { retention: -1, limit: 1, coinsurance: 1 })],
    ['limit', occurrencePayment(severity, { retention: 0, limit: 0, coinsurance: 1 })],
    ['coinsurance', occurrencePayment(severity, { retention: 0, limit: 1, coinsurance: 1.2 })],
    ['step', discretisePayment(payment, { method: 'unbiased', step: 0, points: 10 })],
    ['points', discretisePayment(payment, { method: 'unbiased', step: 1, points: 1 })],
    ['limit', discretiseWhole(unlimited, 4096)],
    ['aggregateLimit', makePeril({ payment, frequency, aggregateLimit: 0 })],
    ['mean', sharedGammaPeril({ cv2: 1, kinds: [{ payment, mean: 0 }] })],
    ['limit', applyAggregateTerms({ step: 1, mass: Float64Array.of(1) }, { retention: 0, limit: -1 })],
    ['perils', aggregateLoss([])],
    ['deductible', aggregateLoss([peril], { terms: { retention: -1, limit: 1 } })],
    ['points', aggregateLoss([peril], { points: 1000 })],
    ['step', aggregateLoss([peril], { points: 1024, step: 10 })],
    ['limit', netLoss(aggregate, { retention: 0, limit: 0 })],
    ['p', netValueAtRisk(net, 1)],
    ['p', netValueAtRisk(net, 0)],
    ['returnPeriod', netReturnLoss(net, 1)],
    ['rho', proportionalHazard(0)],
    ['lambda', wangTransform(Number.NaN)],
    ['limit', distortedLayer(unlimited, expectValue(wangTransform(0.3)))],
    [
      'commission + variableExpense + premiumBasedTax + profitMargin',
      grossUp({ ...GROSS_UP_INPUT, commission: 0.83 }),
    ],
    ['limit', grossUp({ ...GROSS_UP_INPUT, limit: 0 })],
    ['swissReC', swissReCurve(-1)],
    ['b', mbbefdCurve({ b: -1, g: 2 })],
    ['counts', gammaPoisson({ priorShape: 1, priorRate: 1, exposures: [1], counts: [1, 2] })],
    [
      'probability',
      limitedFluctuation({
        probability: 1,
        range: 0.05,
        frequencyVarianceToMean: 1,
        severityCv: 1,
        expectedFrequency: 1,
        observedClaims: 1,
        observedPurePremium: 1,
        manualPurePremium: 1,
      }),
    ],
    ['limit', reinstatementPremium({ payment: unlimited, frequency, aggregateDeductible: 0, rates: [1] })],
    ['reinstatementRates', reinstatementPremium({ payment, frequency, aggregateDeductible: 0, rates: [-1] })],
    // Lawful one by one, and not together.
    ['riskPremium', grossUp({ ...GROSS_UP_INPUT, riskPremium: 1e308, fixedExpense: 1e308 })],
    ['amounts', commonStep([1e-308, 10], 5)],
    ['step', aggregateLoss([peril], { step: 1e308 })],
    ['step', aggregateLoss([peril], { step: 1e99 })],
    ['weights', buhlmannStraub([contract, { ratios: [1, 2], weights: [1e100, 1] }])],
    ['ratios', buhlmannStraub([contract, { ratios: [1e308, 2], weights: [1, 1] }])],
    ['values', applyAggregateTerms(lawOf([0, 5, 2], [0.5, 0.25, 0.25]), { retention: 0, limit: 1 })],
    ['mass', applyAggregateTerms({ step: 1, mass: new Float64Array(9).fill(1) }, { retention: 0, limit: 1 })],
    [
      'step',
      applyAggregateTerms({ step: 1e100, mass: Float64Array.of(0.5, 0, 0.5) }, { retention: 0, limit: 1 }),
    ],
    ['mass', readDistribution(lawOf([0, 1, 2], [1.5, -1, 0.5]))],
    ['values', readDistribution(lawOf([-1, 1, 2], [0.5, 0.25, 0.25]))],
    ['mass', readDistribution(lawOf([0, 1, 2], [0.5, 0.5]))],
    ['tolerance', readDistribution(lawOf([0, 1], [0.5, 0.2]), 5)],
    ['step', spreadOnLattice(lawOf([0, 1e6], [0.5, 0.5]), 1e-9)],
    ['step', spreadOnLattice(lawOf([0, 1e6], [0.5, 0.5]), 1e-308)],
    ['coinsurance', occurrencePayment(severity, { retention: 0, limit: 1, coinsurance: 1e-300 })],
    ['limit', occurrencePayment(severity, { retention: 0, limit: 1e-60, coinsurance: 1 })],
    ['limit', occurrencePayment(severity, { retention: 1e9, limit: 1e-6, coinsurance: 1 })],
  ])('%s', (parameter, outcome) => {
    const failure = failureOf(outcome);
    expect(failure).toMatchObject({ kind: 'actuarial', parameter });
    expect(failure?.message).toMatch(/^.+ must be .+; it is .+\.$/);
    expect(failure?.domain.length).toBeGreaterThan(0);
  });

  test('what is given as checks of a certificate is checked, and NaN fails a check', () => {
    const grid = { method: 'one', points: 1, step: 1, range: 1 };
    for (const checks of [null, 'x', [null], [{ verdict: 'good' }]]) {
      expect(() => makeCertificate(grid, checks as never)).toThrow(
        'checks must be a list of checks with verdicts',
      );
    }
    expect(() => makeCertificate(null as never, [])).toThrow('grid must be');
    expect(
      makeCertificate(grid, [
        certificateCheck({ id: 'a', label: 'A', values: {}, error: Number.NaN, tolerance: 1 }),
      ]).verdict,
    ).toBe('fail');
  });

  test('what a function that returns a plain value throws carries the failure', () => {
    const law = { step: 1, mass: Float64Array.of(0.5, Number.NaN) };
    const take = (): unknown => {
      try {
        return coarsen(law);
      } catch (error) {
        return error;
      }
    };
    expect(take()).toMatchObject({ failure: { kind: 'actuarial', parameter: 'mass', given: 'an object' } });
  });

  test('a lattice that loses part of an infinite-mean law refuses a limit beyond it', () => {
    const heavy = expectValue(severityFrom({ family: 'gpd', xi: 1, beta: 1000, threshold: 0 }));
    const made = expectValue(
      makePeril({
        payment: expectValue(occurrencePayment(heavy, { retention: 0, limit: Infinity, coinsurance: 1 })),
        frequency,
      }),
    );
    const cut = expectValue(aggregateLoss([made], { points: 4096 }));
    expect(netLoss(cut, { retention: 0, limit: 1e12 })).toMatchObject({
      ok: false,
      failure: { parameter: 'limit' },
    });
  });
});

/** Any double, the nasty ones often. */
const anything = fc.oneof(
  fc.double(),
  fc.constantFrom(Number.NaN, Infinity, -Infinity, 0, -0, -1, 1, 5e-324, 1e308, 1e-300),
  fc.double({ min: 0.01, max: 100, noNaN: true }),
);

const anySeverity: fc.Arbitrary<SeveritySpec> = fc.oneof(
  fc.record({ family: fc.constant('exponential' as const), scale: anything }),
  fc.record({ family: fc.constant('lognormal' as const), mu: anything, sigma: anything }),
  fc.record({ family: fc.constant('lomax' as const), alpha: anything, theta: anything }),
  fc.record({ family: fc.constant('pareto1' as const), alpha: anything, min: anything }),
  fc.record({ family: fc.constant('weibull' as const), shape: anything, scale: anything }),
  fc.record({ family: fc.constant('gamma' as const), shape: anything, scale: anything }),
  fc.record({ family: fc.constant('burr' as const), alpha: anything, gamma: anything, theta: anything }),
  fc.record({ family: fc.constant('gpd' as const), xi: anything, beta: anything, threshold: anything }),
  fc.record({ family: fc.constant('beta' as const), a: anything, b: anything, insured: anything }),
  fc.record({ family: fc.constant('mbbefd' as const), b: anything, g: anything, insured: anything }),
);

const anyCount: fc.Arbitrary<FrequencySpec> = fc.oneof(
  fc.record({ family: fc.constant('poisson' as const), lambda: anything }),
  fc.record({ family: fc.constant('negbin' as const), r: anything, beta: anything }),
  fc.record({ family: fc.constant('geometric' as const), beta: anything }),
  fc.record({ family: fc.constant('binomial' as const), m: anything, q: anything }),
);

describe('whatever is given, a failure or a probability comes back, never NaN', () => {
  test('severities', () => {
    fc.assert(
      fc.property(anySeverity, (spec) => {
        const made = severityFrom(spec);
        if (!made.ok) return;
        for (const x of [0, 1e-3, 1, 1e6, 1e12, Infinity]) {
          for (const p of [made.value.survival(x), made.value.cdf(x)]) {
            expect(p, JSON.stringify(spec)).toBeGreaterThanOrEqual(-1e-9);
            expect(p, JSON.stringify(spec)).toBeLessThanOrEqual(1 + 1e-9);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('counts', () => {
    fc.assert(
      fc.property(anyCount, (spec) => {
        const made = frequencyFrom(spec);
        if (!made.ok) return;
        for (const p of [
          made.value.pgf(0),
          made.value.pgf(0.5),
          made.value.someEvent(0.3),
          made.value.pmf(0),
        ]) {
          expect(p, JSON.stringify(spec)).toBeGreaterThanOrEqual(-1e-9);
          expect(p, JSON.stringify(spec)).toBeLessThanOrEqual(1 + 1e-9);
        }
        expect(made.value.mean, JSON.stringify(spec)).not.toBeNaN();
      }),
      { numRuns: 3000 },
    );
  });

  test('layer moments of ordinary laws under any terms', () => {
    fc.assert(
      fc.property(anything, anything, anything, (retention, limit, coinsurance) => {
        const made = occurrencePayment(severity, { retention, limit, coinsurance });
        if (!made.ok) return;
        const { mean, sd } = layerMoments(made.value);
        expect(mean).toBeGreaterThanOrEqual(0);
        expect(sd).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });
});
