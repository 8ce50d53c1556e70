import { describe, expect, test } from 'vitest';
import * as engine from '#shared/actuarial/library/index.ts';
import {
  type ActuarialResult,
  aggregateLoss,
  betaDamage,
  buhlmann,
  conditionalLognormalDamage,
  constantCostOfCapital,
  costOfCapitalPrinciple,
  damageRatioSeverity,
  discretisePayment,
  discretiseWhole,
  dualPower,
  esscherPrinciple,
  expectedValuePrinciple,
  expectValue,
  frequencyFrom,
  gammaPoisson,
  grossUp,
  limitedFluctuation,
  makePeril,
  mbbefdCurve,
  negativeBinomialByMean,
  netLoss,
  netReturnLoss,
  netTailValueAtRisk,
  netValueAtRisk,
  occurrencePayment,
  poisson,
  proportionalHazard,
  readDistribution,
  reinstatementPremium,
  returnPeriodLoss,
  severityFrom,
  sharedGammaPeril,
  standardDeviationPrinciple,
  swissReCurve,
  tableReturnLoss,
  tableTail,
  tailDistortion,
  tailValueAtRisk,
  valueAtRisk,
  variancePrinciple,
  wangTransform,
} from '#shared/actuarial/library/index.ts';
import { EXEMPT, GOOD_CALLS, type GoodCall } from './every-export.ts';
import { GROSS_UP_INPUT } from './gross-up-input.ts';
import { findNaN, type Spoilt, spoilEach } from './spoil.ts';

// What a file, a message or a slip can put where a number belongs, whatever the types say.
const HOSTILE: readonly unknown[] = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -1,
  0,
  -0,
  1e308,
  -1e308,
  1e-308,
  5e-324,
  1 - 2 ** -53,
  '5',
  '',
  'NaN',
  null,
  true,
  false,
  undefined,
];

const severity = expectValue(severityFrom({ family: 'lognormal', mu: 12, sigma: 1.5 }));
const terms = { retention: 1e5, limit: 1e6, coinsurance: 1 };
const payment = expectValue(occurrencePayment(severity, terms));
const frequency = expectValue(poisson({ lambda: 1 }));
const peril = expectValue(makePeril({ payment, frequency }));
const aggregate = expectValue(aggregateLoss([peril], { points: 1024 }));
const net = expectValue(netLoss(aggregate));
const law = expectValue(
  readDistribution({ values: Float64Array.of(0, 1e6, 5e6), mass: Float64Array.of(0.7, 0.2, 0.1) }),
);
const table = Float64Array.of(9, 7, 4, 2, 0);

type Arguments = Readonly<Record<string, unknown>>;
type Taker = (given: never) => ActuarialResult<unknown>;

const tail = { xi: 0.2, beta: 1e5 };
const body = { family: 'lognormal', mu: 11, sigma: 1.2 };

/** Functions with arguments that are right; each is then spoilt in turn. */
const FUNCTIONS: readonly (readonly [string, Taker, Arguments])[] = [
  ...(
    [
      { family: 'exponential', scale: 1e5 },
      body,
      { family: 'lomax', alpha: 2, theta: 1e5 },
      { family: 'pareto1', alpha: 2, min: 1e5 },
      { family: 'weibull', shape: 0.8, scale: 1e5 },
      { family: 'gamma', shape: 2, scale: 1e5 },
      { family: 'burr', alpha: 2, gamma: 1.5, theta: 1e5 },
      { family: 'gpd', ...tail, threshold: 1e5 },
      { family: 'spliced', threshold: 1e6, body, bodyWeight: 0.9, tail },
      { family: 'beta', a: 2, b: 3, insured: 1e6 },
      { family: 'oneInflatedBeta', a: 2, b: 3, p0: 0.1, p1: 0.1, insured: 1e6 },
      { family: 'mbbefd', b: 0.5, g: 5, insured: 1e6 },
      { family: 'empirical', values: [1, 2], weights: [1, 3] },
      { family: 'mixture', weights: [0.5, 0.5], components: [body, { family: 'exponential', scale: 1e5 }] },
    ] as const
  ).map((spec): readonly [string, Taker, Arguments] => [`severity ${spec.family}`, severityFrom, spec]),
  ...(
    [
      { family: 'poisson', lambda: 2 },
      { family: 'negbin', r: 2, beta: 0.5 },
      { family: 'geometric', beta: 0.5 },
      { family: 'binomial', m: 10, q: 0.1 },
      { family: 'zeroModified', p0: 0.4, base: { family: 'poisson', lambda: 2 } },
    ] as const
  ).map((spec): readonly [string, Taker, Arguments] => [`frequency ${spec.family}`, frequencyFrom, spec]),
  ['negativeBinomialByMean', negativeBinomialByMean, { mean: 2, cv2: 0.3 }],
  ['betaDamage', betaDamage, { a: 2, b: 3 }],
  ['conditionalLognormalDamage', conditionalLognormalDamage, { mu: -1, sigma: 1 }],
  [
    'damageRatioSeverity',
    damageRatioSeverity as Taker,
    { damage: expectValue(betaDamage({ a: 2, b: 3 })), exposedValue: 1e6, kappa: 1.2 },
  ],
  ['mbbefdCurve', mbbefdCurve, { b: 0.5, g: 5 }],
  ['swissReCurve', ({ c }: { c: number }) => swissReCurve(c), { c: 3 }],
  ['occurrencePayment', (given: typeof terms) => occurrencePayment(severity, given), terms],
  [
    'makePeril',
    ({ aggregateLimit }: { aggregateLimit: number }) => makePeril({ payment, frequency, aggregateLimit }),
    { aggregateLimit: 1e6 },
  ],
  [
    'sharedGammaPeril',
    ({ mean, cv2 }: { mean: number; cv2: number }) => sharedGammaPeril({ cv2, kinds: [{ payment, mean }] }),
    { mean: 1, cv2: 0.2 },
  ],
  [
    'netLoss',
    (given: { retention: number; limit: number }) => netLoss(aggregate, given),
    { retention: 1e5, limit: 1e6 },
  ],
  ['netValueAtRisk', ({ p }: { p: number }) => netValueAtRisk(net, p), { p: 0.9 }],
  ['netTailValueAtRisk', ({ p }: { p: number }) => netTailValueAtRisk(net, p), { p: 0.9 }],
  ['netReturnLoss', ({ years }: { years: number }) => netReturnLoss(net, years), { years: 20 }],
  ['valueAtRisk', ({ p }: { p: number }) => valueAtRisk(law, p), { p: 0.9 }],
  ['tailValueAtRisk', ({ p }: { p: number }) => tailValueAtRisk(law, p), { p: 0.9 }],
  ['returnPeriodLoss', ({ years }: { years: number }) => returnPeriodLoss(law, years), { years: 20 }],
  ['tableReturnLoss', ({ years }: { years: number }) => tableReturnLoss(table, years), { years: 2 }],
  ['tableTail', ({ p }: { p: number }) => tableTail(table, p), { p: 0.5 }],
  ['expectedValue', ({ load }: { load: number }) => expectedValuePrinciple(law, load), { load: 0.2 }],
  ['standardDeviation', ({ load }: { load: number }) => standardDeviationPrinciple(law, load), { load: 0.2 }],
  ['variance', ({ load }: { load: number }) => variancePrinciple(law, load), { load: 1e-7 }],
  ['esscher', ({ h }: { h: number }) => esscherPrinciple(law, h), { h: 1e-7 }],
  [
    'costOfCapital',
    (g: { p: number; rate: number }) => costOfCapitalPrinciple(law, g.p, g.rate),
    { p: 0.9, rate: 0.1 },
  ],
  [
    'constantCost',
    (g: { p: number; rate: number }) => constantCostOfCapital(law, g.p, g.rate),
    { p: 0.9, rate: 0.1 },
  ],
  ['proportionalHazard', ({ rho }: { rho: number }) => proportionalHazard(rho), { rho: 1.5 }],
  ['wangTransform', ({ lambda }: { lambda: number }) => wangTransform(lambda), { lambda: 0.3 }],
  ['dualPower', ({ k }: { k: number }) => dualPower(k), { k: 2 }],
  ['tailDistortion', ({ p }: { p: number }) => tailDistortion(p), { p: 0.9 }],
  [
    'discretisePayment',
    (g: { step: number; points: number }) => discretisePayment(payment, { ...g, method: 'rounding' }),
    { step: 1e4, points: 16 },
  ],
  ['discretiseWhole', ({ n }: { n: number }) => discretiseWhole(payment, n), { n: 16 }],
  [
    'reinstatementPremium',
    ({ deductible, rate }: { deductible: number; rate: number }) =>
      reinstatementPremium({
        payment,
        frequency,
        aggregateDeductible: deductible,
        rates: [rate],
        points: 1024,
      }),
    { deductible: 1e5, rate: 1 },
  ],
  [
    'buhlmann',
    ({ x }: { x: number }) =>
      buhlmann([
        [x, 2, 3],
        [4, 6, 9],
      ]),
    { x: 1 },
  ],
  [
    'limitedFluctuation',
    limitedFluctuation,
    {
      probability: 0.9,
      range: 0.05,
      frequencyVarianceToMean: 1,
      severityCv: 1,
      expectedFrequency: 0.1,
      observedClaims: 100,
      observedPurePremium: 120,
      manualPurePremium: 100,
    },
  ],
  ['gammaPoisson', gammaPoisson, { priorShape: 2, priorRate: 4, exposures: [1, 2], counts: [0, 1] }],
  ['grossUp', grossUp, GROSS_UP_INPUT],
];

/** Every argument of a record replaced by `bad`, one at a time, into lists and inner records. */
function spoilt(given: unknown, bad: unknown): readonly unknown[] {
  if (Array.isArray(given)) {
    return given.flatMap((part, i) => [bad, ...spoilt(part, bad)].map((other) => given.with(i, other)));
  }
  if (typeof given !== 'object' || given === null) return [];
  return Object.entries(given).flatMap(([name, part]) => {
    if (name === 'damage') return [];
    return [bad, ...spoilt(part, bad)].map((other) => ({ ...given, [name]: other }));
  });
}

describe('no argument makes the engine throw or give NaN', () => {
  test.each(FUNCTIONS)('%s', (_name, take, good) => {
    const complaints: string[] = [];
    for (const bad of HOSTILE) {
      for (const given of spoilt(good, bad)) {
        const shown = () => JSON.stringify(given, (_, x) => (typeof x === 'number' ? String(x) : x));
        try {
          const outcome = take(given as never);
          const found = outcome.ok ? findNaN(outcome.value) : null;
          if (found !== null) complaints.push(`${found} is NaN: ${shown()} with ${String(bad)}`);
          if (!outcome.ok) expect(outcome.failure.message).toContain(outcome.failure.parameter);
          const isNumber = typeof bad === 'number' || bad === null || bad === undefined;
          if (outcome.ok && !isNumber) complaints.push(`took ${typeof bad} ${String(bad)}: ${shown()}`);
        } catch (error) {
          complaints.push(`${String(error)}: ${shown()} with ${String(bad)}`);
        }
      }
    }
    expect(complaints).toEqual([]);
  });

  test.each([
    ['severity', severityFrom as Taker],
    ['frequency', frequencyFrom as Taker],
  ])('a %s from anything but a specification is a typed failure', (name, take) => {
    for (const bad of [
      ...HOSTILE,
      [],
      {},
      { family: 'empirical' },
      { family: 'mixture' },
      { family: 'spliced' },
    ]) {
      const outcome = take(bad as never);
      expect(outcome.ok, `${name} from ${JSON.stringify(bad)}`).toBe(false);
    }
  });
});

type Any = (...args: readonly unknown[]) => unknown;
const exported = engine as unknown as Readonly<Record<string, Any>>;

const isResult = (result: unknown): result is ActuarialResult<unknown> =>
  typeof result === 'object' && result !== null && 'ok' in result && typeof result.ok === 'boolean';

/** What is wrong with the answer to spoilt arguments; null when nothing is. */
function complaintOf(call: GoodCall, { args, path, good, bad }: Spoilt, givesResult: boolean): string | null {
  const says = (what: string) => `${path} ${describeGiven(bad)}: ${what}`;
  let result: unknown;
  try {
    result = exported[call.name]!(...args);
  } catch (error) {
    const failure = (error as Partial<engine.ActuarialError>).failure;
    const isTyped = failure?.kind === 'actuarial' && failure.domain !== '' && failure.parameter !== '';
    return isTyped && !givesResult ? null : says(String(error));
  }
  if (isResult(result) && !result.ok) {
    const { kind, parameter, domain, message } = result.failure;
    const isNamed = kind === 'actuarial' && domain !== '' && message.includes(parameter);
    return isNamed ? null : says(`failure without name or domain: ${message}`);
  }
  if (isResult(result) !== givesResult) return says('another kind of answer');
  const isOwn = call.passedOn?.some((own) => path === own || path.startsWith(`${own}.`));
  const found = isOwn ? null : findNaN(isResult(result) && result.ok ? result.value : result);
  if (found !== null) return says(`${found} is NaN`);
  const isTaken = typeof bad === typeof good && bad !== null && Array.isArray(bad) === Array.isArray(good);
  const isAllowed = call.optional?.includes(path) || (isTaken && typeof bad !== 'object');
  return isAllowed ? null : says('taken for what it is not');
}

const describeGiven = (bad: unknown): string =>
  typeof bad === 'object' && bad !== null ? `${bad.constructor.name} ${JSON.stringify(bad)}` : String(bad);

describe('every export answers spoilt arguments with a typed failure, or without NaN', () => {
  test.each(GOOD_CALLS)('$name', { timeout: 60_000 }, (call) => {
    const result = exported[call.name]!(...call.args());
    const givesResult = isResult(result);
    if (givesResult) expect(result).toMatchObject({ ok: true });
    expect(findNaN(result)).toBeNull();
    const complaints = spoilEach(call.args).map((spoilt) => complaintOf(call, spoilt, givesResult));
    expect(complaints.filter((complaint) => complaint !== null)).toEqual([]);
  });

  test('no export is left out without a reason', () => {
    const functions = Object.keys(exported).filter((name) => typeof exported[name] === 'function');
    const covered = [...new Set([...GOOD_CALLS.map(({ name }) => name), ...Object.keys(EXEMPT)])];
    expect(covered.sort()).toEqual(functions.sort());
    for (const { name } of GOOD_CALLS) expect(EXEMPT).not.toHaveProperty(name);
  });
});
