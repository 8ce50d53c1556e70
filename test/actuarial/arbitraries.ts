import fc from 'fast-check';
import '#test/support/property-seed.ts';
import {
  expectValue,
  type FrequencySpec,
  type OccurrenceTerms,
  type SeveritySpec,
  severityFrom,
} from '#shared/actuarial/library/index.ts';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true, noDefaultInfinity: true });

/** A positive amount spread evenly over orders of magnitude. */
export const amount = (min: number, max: number) =>
  between(Math.log(min), Math.log(max)).map((x) => Math.exp(x));

const continuous: readonly fc.Arbitrary<SeveritySpec>[] = [
  fc.record({ family: fc.constant('exponential' as const), scale: amount(1e4, 1e7) }),
  fc.record({ family: fc.constant('lognormal' as const), mu: between(9, 15), sigma: between(0.3, 2.5) }),
  fc.record({ family: fc.constant('lomax' as const), alpha: between(0.6, 4), theta: amount(1e4, 1e7) }),
  fc.record({ family: fc.constant('pareto1' as const), alpha: between(0.6, 4), min: amount(1e4, 1e6) }),
  fc.record({ family: fc.constant('weibull' as const), shape: between(0.4, 3), scale: amount(1e4, 1e7) }),
  fc.record({ family: fc.constant('gamma' as const), shape: between(0.2, 20), scale: amount(1e4, 1e6) }),
  fc.record({
    family: fc.constant('burr' as const),
    alpha: between(0.6, 4),
    gamma: between(0.6, 3),
    theta: amount(1e4, 1e7),
  }),
];

const bounded: readonly fc.Arbitrary<SeveritySpec>[] = [
  fc.record({
    family: fc.constant('gpd' as const),
    xi: between(-0.4, 1.2),
    beta: amount(1e4, 1e6),
    threshold: amount(1e4, 1e6),
  }),
  fc.record({
    family: fc.constant('beta' as const),
    a: between(0.3, 4),
    b: between(0.3, 8),
    insured: amount(1e6, 1e8),
  }),
  fc.record({
    family: fc.constant('oneInflatedBeta' as const),
    a: between(0.3, 4),
    b: between(0.3, 8),
    p0: between(0, 0.4),
    p1: between(0, 0.4),
    insured: amount(1e6, 1e8),
  }),
  fc.record({
    family: fc.constant('mbbefd' as const),
    b: amount(1e-3, 20),
    g: between(1.5, 60),
    insured: amount(1e6, 1e8),
  }),
  fc.record({
    family: fc.constant('spliced' as const),
    threshold: amount(1e5, 2e6),
    body: fc.record({
      family: fc.constant('lognormal' as const),
      mu: between(10, 13),
      sigma: between(0.8, 2),
    }),
    bodyWeight: fc.option(between(0.5, 0.98), { nil: null }),
    tail: fc.record({ xi: between(-0.2, 0.8), beta: amount(1e5, 2e6) }),
  }),
];

const empirical: fc.Arbitrary<SeveritySpec> = fc
  .array(fc.record({ value: amount(1e3, 1e7), weight: between(0.1, 2) }), { minLength: 1, maxLength: 12 })
  .map((rows) => ({
    family: 'empirical',
    values: rows.map((row) => Math.round(row.value)),
    weights: rows.map((row) => row.weight),
  }));

/** Laws with a density; GPD, splices and MBBEFD have kinks or atoms. */
export const continuousSpec: fc.Arbitrary<SeveritySpec> = fc.oneof(...continuous);
export const severitySpec: fc.Arbitrary<SeveritySpec> = fc.oneof(...continuous, ...bounded, empirical);
export const severity = severitySpec.map((spec) => ({ spec, law: expectValue(severityFrom(spec)) }));

export const countSpec: fc.Arbitrary<FrequencySpec> = fc.oneof(
  fc.record({ family: fc.constant('poisson' as const), lambda: amount(1e-3, 20) }),
  fc.record({ family: fc.constant('negbin' as const), r: amount(0.2, 20), beta: amount(1e-3, 3) }),
  fc.record({ family: fc.constant('geometric' as const), beta: amount(1e-3, 3) }),
  fc.record({
    family: fc.constant('binomial' as const),
    m: fc.integer({ min: 1, max: 30 }),
    q: between(0.001, 0.4),
  }),
  fc.record({
    family: fc.constant('zeroModified' as const),
    p0: between(0, 0.9),
    base: fc.record({ family: fc.constant('poisson' as const), lambda: amount(0.05, 5) }),
  }),
);

/** A limited layer; amounts in whole thousands, so that lattices can hold them. */
export const layerTerms: fc.Arbitrary<OccurrenceTerms> = fc.record({
  retention: fc.oneof(
    fc.constant(0),
    amount(1e4, 3e6).map((x) => 1000 * Math.round(x / 1000)),
  ),
  limit: amount(1e5, 2e7).map((x) => 1000 * Math.round(x / 1000)),
  coinsurance: fc.constantFrom(1, 0.9, 0.75, 0.5),
});

export { between };
