import FFT from 'fft.js';
import {
  aggregateLoss,
  type Certificate,
  certifyAggregate,
  expectValue,
  type FrequencySpec,
  frequencyFrom,
  lognormalSeverity,
  makePeril,
  netLoss,
  netMeasures,
  occurrencePayment,
  type Peril,
  poisson,
  type SeveritySpec,
  severityFrom,
} from '#shared/actuarial/library/index.ts';
import { actuarRecursion } from './actuarial-in-r.ts';
import type { Bench } from './bench.ts';

const LEVELS = [0.9, 0.95, 0.99, 0.995, 0.999];

/** Poisson 3, lognormal(12.5, 2), 5m xs 250k, aggregate limit 15m, five levels and the certificate. */
function standardCase(points: number): Certificate {
  const severity = expectValue(lognormalSeverity({ mu: 12.5, sigma: 2 }));
  const payment = expectValue(
    occurrencePayment(severity, { retention: 250_000, limit: 5_000_000, coinsurance: 1 }),
  );
  const peril = expectValue(makePeril({ payment, frequency: expectValue(poisson({ lambda: 3 })) }));
  return annualLoss([peril], { retention: 0, limit: 15_000_000 }, points);
}

function annualLoss(
  perils: readonly Peril[],
  terms: { readonly retention: number; readonly limit: number },
  points: number,
): Certificate {
  const aggregate = expectValue(aggregateLoss(perils, { terms, points }));
  expectValue(netMeasures(expectValue(netLoss(aggregate, terms)), LEVELS));
  return certifyAggregate(aggregate, terms);
}

type PerilRow = readonly [
  FrequencySpec,
  SeveritySpec,
  retention: number,
  limit: number,
  aggregateLimit: number,
];

/** The four perils of the conformance suite, each with its own aggregate limit. */
const FOUR_PERILS: readonly PerilRow[] = [
  [{ family: 'negbin', r: 1.5, beta: 0.4 }, { family: 'lognormal', mu: 13, sigma: 1.7 }, 250_000, 10e6, 15e6],
  [
    { family: 'poisson', lambda: 0.02 },
    { family: 'oneInflatedBeta', a: 0.5, b: 1.5, p0: 0, p1: 0.15, insured: 60e6 },
    1_000_000,
    20e6,
    20e6,
  ],
  [
    { family: 'poisson', lambda: 0.25 },
    { family: 'beta', a: 0.6, b: 2.4, insured: 50e6 },
    500_000,
    20e6,
    20e6,
  ],
  [{ family: 'poisson', lambda: 0.08 }, { family: 'lognormal', mu: 13.5, sigma: 1.5 }, 250_000, 5e6, 10e6],
];

function fourPerils(points: number): Certificate {
  const perils = FOUR_PERILS.map(([count, loss, retention, limit, aggregateLimit]) => {
    const payment = expectValue(
      occurrencePayment(expectValue(severityFrom(loss)), { retention, limit, coinsurance: 1 }),
    );
    return expectValue(makePeril({ payment, frequency: expectValue(frequencyFrom(count)), aggregateLimit }));
  });
  return annualLoss(perils, { retention: 500_000, limit: 30e6 }, points);
}

/** One bare transform of the padded length of the standard case, as the library does it. */
function bareTransform(length: number): () => unknown {
  const fft = new FFT(length);
  const input = Float64Array.from({ length: 2 * length }, (_, i) => (i % 7) / 7);
  const out = new Float64Array(2 * length);
  return () => {
    fft.transform(out, input);
    return out;
  };
}

const verdict = (last: unknown): string => `certificate: ${(last as Certificate).verdict}`;

export const benches: readonly Bench[] = [
  { name: 'one bare complex FFT, 2^17', run: bareTransform(2 ** 17) },
  {
    name: 'R actuar aggregateDist(recursive), standard case 2^16',
    run: () => actuarRecursion(16),
    runs: 1,
  },
  { name: 'standard case, draft 2^12', run: () => standardCase(2 ** 12), note: verdict },
  {
    name: 'standard case, full 2^16',
    run: () => standardCase(2 ** 16),
    note: verdict,
    targets: [
      { kind: 'at-most-times', times: 4, of: 'one bare complex FFT, 2^17' },
      { kind: 'times-faster', times: 150, than: 'R actuar aggregateDist(recursive), standard case 2^16' },
    ],
  },
  { name: 'four perils with peril limits, draft 2^12', run: () => fourPerils(2 ** 12), note: verdict },
  {
    name: 'four perils with peril limits, full 2^16',
    run: () => fourPerils(2 ** 16),
    note: verdict,
    targets: [{ kind: 'at-most-ms', milliseconds: 60 }],
  },
];
