import * as engine from '#shared/actuarial/library/index.ts';
import { GROSS_UP_INPUT } from './gross-up-input.ts';
import { partOf } from './programmes.ts';
import { asMade } from './spoil.ts';

/** A call of one export with arguments that are right. */
export interface GoodCall {
  readonly name: string;
  readonly args: () => readonly unknown[];
  /** Paths of arguments that may be missing (or null), or whose wrong kind says something lawful of its own. */
  readonly optional?: readonly string[];
  /** Paths of arrays whose numbers are the caller's own: what is in them comes out, NaN as well. */
  readonly passedOn?: readonly string[];
}

const {
  aggregateLoss,
  betaDamage,
  binomial,
  expectValue,
  gammaPoisson,
  lognormalSeverity,
  makePeril,
  netLoss,
  occurrencePayment,
  poisson,
  programmeLoss,
  readDistribution,
  swissReCurve,
  wangTransform,
  wholeLoss,
} = engine;

const severity = asMade(expectValue(lognormalSeverity({ mu: 12, sigma: 1.5 })));
const payment = asMade(
  expectValue(occurrencePayment(severity, { retention: 1e5, limit: 1e6, coinsurance: 1 })),
);
const frequency = asMade(expectValue(poisson({ lambda: 1 })));
const few = asMade(expectValue(binomial({ m: 3, q: 0.2 })));
const damage = asMade(expectValue(betaDamage({ a: 2, b: 3 })));
const distortion = asMade(expectValue(wangTransform(0.3)));
const curve = asMade(expectValue(swissReCurve(3)));
const peril = () => ({
  name: 'one',
  payments: [
    { payment, weight: 0.5 },
    { payment, weight: 0.5 },
  ],
  frequency,
  aggregateLimit: 3e6,
});
const aggregate = asMade(
  expectValue(aggregateLoss([expectValue(makePeril({ payment, frequency }))], { points: 1024 })),
);
const net = asMade(expectValue(netLoss(aggregate, { retention: 1e5, limit: 2e6 })));
const masses = () => Float64Array.of(0.7, 0.2, 0.1);
const lattice = () => ({ step: 1e5, mass: masses() });
const discrete = () => ({ values: Float64Array.of(0, 1e5, 5e5), mass: masses() });
const distribution = asMade(expectValue(readDistribution(discrete())));
const table = () => Float64Array.of(9, 7, 4, 2, 0);
const posterior = expectValue(gammaPoisson({ priorShape: 2, priorRate: 4, exposures: [1], counts: [1] }));
const tail = { xi: 0.2, beta: 1e5 };
const termsOf = () => ({ retention: 1e5, limit: 1e6 });
const programme = () => {
  const shape = { exposedValue: 1e7, retention: 1e5, limit: 1e6, aggregateLimit: 2e6, mean: 0.1 };
  const parts = [
    partOf({ ...shape, damage: { a: 0.5, b: 0.75 }, isShared: true }, 0),
    partOf({ ...shape, damage: { mu: -2, sigma: 1.4 }, isShared: true }, 1),
    partOf({ ...shape, damage: { a: 0.5, b: 2 }, aggregateRetention: 1e5 }, 2),
  ];
  return {
    parts: parts.map((part) => ({
      ...part,
      payment: asMade(part.payment),
      frequency: asMade(part.frequency),
    })),
    policyTerms: termsOf(),
  };
};
const grid = () => ({ partPoints: 64, policyPoints: 128, countTail: 1e-12 });
const loss = asMade(expectValue(programmeLoss(programme(), grid())));
const whole = asMade(wholeLoss(loss));

/** Every export that takes arguments, but for those below that have a reason not to. */
export const GOOD_CALLS: readonly GoodCall[] = [
  { name: 'exponentialSeverity', args: () => [{ scale: 1e5 }] },
  { name: 'lognormalSeverity', args: () => [{ mu: 11, sigma: 1.2 }] },
  { name: 'lomaxSeverity', args: () => [{ alpha: 2, theta: 1e5 }] },
  { name: 'singleParetoSeverity', args: () => [{ alpha: 2, min: 1e5 }] },
  { name: 'weibullSeverity', args: () => [{ shape: 0.8, scale: 1e5 }] },
  { name: 'gammaSeverity', args: () => [{ shape: 2, scale: 1e5 }] },
  { name: 'burrSeverity', args: () => [{ alpha: 2, gamma: 1.5, theta: 1e5 }] },
  { name: 'generalisedParetoSeverity', args: () => [{ ...tail, threshold: 1e5 }] },
  {
    name: 'splicedSeverity',
    args: () => [{ threshold: 1e6, body: severity, bodyWeight: 0.9, tail: { ...tail } }],
    // Null, or nothing, is the body's own share.
    optional: ['0.bodyWeight'],
  },
  { name: 'betaSeverity', args: () => [{ a: 2, b: 3, insured: 1e6 }] },
  { name: 'oneInflatedBetaSeverity', args: () => [{ a: 2, b: 3, p0: 0.1, p1: 0.1, insured: 1e6 }] },
  { name: 'mbbefdSeverity', args: () => [{ b: 0.5, g: 5, insured: 1e6 }] },
  { name: 'empiricalSeverity', args: () => [{ values: [1, 2], weights: [1, 3] }] },
  { name: 'mixtureSeverity', args: () => [{ weights: [0.5, 0.5], components: [severity, severity] }] },
  { name: 'damageRatioSeverity', args: () => [{ damage, exposedValue: 1e6, kappa: 1.2 }] },
  { name: 'betaDamage', args: () => [{ a: 2, b: 3 }] },
  { name: 'conditionalLognormalDamage', args: () => [{ mu: -1, sigma: 1 }] },
  {
    name: 'severityFrom',
    args: () => [
      {
        family: 'mixture',
        weights: [0.5, 0.5],
        components: [
          { family: 'lognormal', mu: 11, sigma: 1 },
          { family: 'exponential', scale: 2 },
        ],
      },
    ],
  },
  { name: 'limitedExpectedValue', args: () => [severity, 1e6] },
  { name: 'massAt', args: () => [severity, 1e6] },
  { name: 'survivalFrom', args: () => [severity, 1e6] },

  { name: 'poisson', args: () => [{ lambda: 2 }] },
  { name: 'binomial', args: () => [{ m: 10, q: 0.1 }] },
  { name: 'geometric', args: () => [{ beta: 0.5 }] },
  { name: 'negativeBinomial', args: () => [{ r: 2, beta: 0.5 }] },
  { name: 'negativeBinomialByMean', args: () => [{ mean: 2, cv2: 0.3 }] },
  { name: 'zeroModified', args: () => [{ p0: 0.4, base: frequency }] },
  {
    name: 'frequencyFrom',
    args: () => [{ family: 'zeroModified', p0: 0.4, base: { family: 'poisson', lambda: 2 } }],
  },

  { name: 'occurrencePayment', args: () => [severity, { retention: 1e5, limit: 1e6, coinsurance: 0.5 }] },
  { name: 'probabilityAttach', args: () => [payment] },
  { name: 'probabilityExhaust', args: () => [payment] },
  { name: 'layerMoments', args: () => [payment] },

  { name: 'discretisePayment', args: () => [payment, { method: 'rounding', step: 1e5, points: 16 }] },
  { name: 'discretiseWhole', args: () => [payment, 16] },
  // No amounts are on every lattice.
  { name: 'commonStep', args: () => [[10, 25], 5], optional: ['0'] },
  { name: 'latticeValues', args: () => [lattice()] },
  { name: 'totalMass', args: () => [masses()], optional: ['0'] },
  { name: 'coarsen', args: () => [lattice()] },
  { name: 'addIndependent', args: () => [[lattice(), lattice()]] },
  { name: 'applyAggregateTerms', args: () => [lattice(), termsOf()] },
  { name: 'applyAggregateTerms', args: () => [discrete(), termsOf()] },
  { name: 'spreadOnLattice', args: () => [discrete(), 1e4] },
  { name: 'compoundWhole', args: () => [lattice(), few, 1e-9], optional: ['2'] },
  { name: 'compoundCyclic', args: () => [masses(), few, 16] },
  { name: 'compoundWithTail', args: () => [{ mass: masses(), frequency: few, length: 64, points: 8 }] },
  { name: 'countBeyond', args: () => [few, 1e-9] },
  { name: 'panjer', args: () => [lattice(), few, 16] },
  { name: 'transformLength', args: () => [100] },
  {
    name: 'realSpectrum',
    args: () => [masses(), 4, new Float64Array(6)],
    passedOn: ['0'],
    optional: ['0', '2'],
  },
  {
    name: 'realFromSpectrum',
    args: () => [new Float64Array(6), 4, new Float64Array(4)],
    passedOn: ['0'],
    optional: ['2'],
  },
  {
    name: 'multiplySpectrum',
    args: () => [new Float64Array(6), new Float64Array(6)],
    passedOn: ['0', '1'],
  },

  { name: 'readDistribution', args: () => [discrete(), 1e-9], optional: ['1'] },
  { name: 'discreteMoments', args: () => [discrete()] },
  { name: 'exceedance', args: () => [distribution, 1e5] },
  { name: 'exceedanceFrom', args: () => [distribution, 1e5] },
  { name: 'stopLoss', args: () => [distribution, 1e5] },
  { name: 'valueAtRisk', args: () => [distribution, 0.9] },
  { name: 'tailValueAtRisk', args: () => [distribution, 0.9] },
  { name: 'returnPeriodLoss', args: () => [distribution, 20] },
  // Without perils, or without events, there is no loss.
  { name: 'occurrenceExceedance', args: () => [[{ payment, frequency }], 1e5], optional: ['0'] },
  { name: 'occurrenceReturnLoss', args: () => [[{ payment, frequency }], 20], optional: ['0'] },
  { name: 'readYearTable', args: () => [5, [{ year: 1, loss: 10 }]], optional: ['1'] },
  { name: 'tableReturnLoss', args: () => [table(), 2] },
  { name: 'tableTail', args: () => [table(), 0.5] },

  { name: 'proportionalHazard', args: () => [1.5] },
  { name: 'wangTransform', args: () => [0.3] },
  { name: 'dualPower', args: () => [2] },
  { name: 'tailDistortion', args: () => [0.9] },
  { name: 'distortedMean', args: () => [distribution, distortion, 1e-12], optional: ['2'] },
  { name: 'distortedMeans', args: () => [distribution, [distortion], 1e-12], optional: ['1', '2'] },
  { name: 'distortedLayer', args: () => [payment, distortion] },
  { name: 'expectedValuePrinciple', args: () => [distribution, 0.2] },
  { name: 'standardDeviationPrinciple', args: () => [distribution, 0.2] },
  { name: 'variancePrinciple', args: () => [distribution, 1e-7] },
  { name: 'esscherPrinciple', args: () => [distribution, 1e-7] },
  { name: 'costOfCapitalPrinciple', args: () => [distribution, 0.9, 0.1] },
  { name: 'constantCostOfCapital', args: () => [distribution, 0.9, 0.1] },
  {
    name: 'grossUp',
    args: () => [GROSS_UP_INPUT],
  },

  {
    name: 'buhlmann',
    args: () => [
      [
        [1, 2, 3],
        [4, 6, 9],
      ],
    ],
  },
  {
    name: 'buhlmannStraub',
    args: () => [
      [
        { ratios: [1, 2, null], weights: [10, 20, null] },
        { ratios: [2, 3, 4], weights: [5, 6, 7] },
      ],
    ],
    // A year that is null is missing.
    optional: [0, 1].flatMap((i) =>
      ['ratios', 'weights'].flatMap((of) => [0, 1, 2].map((j) => `0.${i}.${of}.${j}`)),
    ),
  },
  {
    name: 'gammaPoisson',
    args: () => [{ priorShape: 2, priorRate: 4, exposures: [1, 2], counts: [0, 1] }],
  },
  { name: 'predictiveCount', args: () => [{ shape: posterior.shape, rate: posterior.rate }, 2] },
  {
    name: 'limitedFluctuation',
    args: () => [
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
  },

  { name: 'mbbefdCurve', args: () => [{ b: 0.5, g: 5 }] },
  { name: 'swissReCurve', args: () => [3] },
  { name: 'exposureLayerShare', args: () => [curve, { insuredValue: 1e6, retention: 1e5, limit: 2e5 }] },
  { name: 'increasedLimitFactor', args: () => [severity, 1e5, 1e6] },
  { name: 'marginalIncreasedLimit', args: () => [severity, 1e5, 1e6] },
  { name: 'trendedLimitedValue', args: () => [severity, 1e6, 0.05] },
  { name: 'lossEliminationRatio', args: () => [severity, 1e5] },

  {
    name: 'makePeril',
    args: () => [{ name: 'one', payment, frequency, aggregateLimit: 1e6 }],
    optional: ['0.name', '0.aggregateLimit'],
  },
  {
    name: 'sharedGammaPeril',
    args: () => [{ name: 'one', cv2: 0.2, kinds: [{ payment, mean: 1 }], aggregateLimit: 1e6 }],
    optional: ['0.name', '0.aggregateLimit'],
  },
  { name: 'grossMoments', args: () => [[peril()]] },
  {
    name: 'aggregateLoss',
    args: () => [[peril()], { terms: termsOf(), points: 256, step: 1e5 }],
    optional: ['1', '1.terms', '1.points', '1.step'],
  },
  { name: 'netLoss', args: () => [aggregate, termsOf()], optional: ['1'] },
  { name: 'netValueAtRisk', args: () => [net, 0.9] },
  { name: 'netTailValueAtRisk', args: () => [net, 0.9] },
  { name: 'netReturnLoss', args: () => [net, 20] },
  { name: 'netExceedance', args: () => [net, 1e5] },
  { name: 'netDistortedMean', args: () => [net, distortion] },
  { name: 'netMeasures', args: () => [net, [0.9, 0.99]], optional: ['1'] },
  { name: 'certifyAggregate', args: () => [aggregate, termsOf(), [0.9]], optional: ['1', '2'] },
  {
    name: 'reinstatementPremium',
    args: () => [{ payment, frequency, aggregateDeductible: 1e5, rates: [1, 0.5], points: 256 }],
    // Without rates there are no reinstatements.
    optional: ['0.rates', '0.points'],
  },

  {
    name: 'programmeLoss',
    args: () => [programme(), grid()],
    // A programme without parts has no loss.
    optional: ['0.parts'],
  },
  { name: 'wholeLoss', args: () => [loss] },
  { name: 'groupsOf', args: () => [loss] },
  { name: 'certifyProgramme', args: () => [loss, whole, true], optional: ['2'] },
  { name: 'needsMorePoints', args: () => [loss, true], optional: ['1'] },
  { name: 'makeLossCache', args: () => [8], optional: ['0'] },
];

const SPECIAL =
  'takes plain numbers in inner loops; documented as NaN, or the value at the end, outside its domain';

/** Exports that are not called with spoilt arguments, and why. */
export const EXEMPT: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'betaLower',
      'betaLowerInverse',
      'betaUpper',
      'gammaLower',
      'gammaLowerInverse',
      'gammaUpper',
      'logBeta',
      'logGamma',
      'normalCdf',
      'normalDensity',
      'normalQuantile',
      'normalSurvival',
      'normalUpperQuantile',
    ].map((name) => [name, SPECIAL]),
  ),
  expectValue: 'takes a result of any value, and throws the failure of one that has none',
  certificateCheck: 'reports the figures of a run, and says fail of one that is not a number',
  relativeCheck: 'reports the figures of a run, and says fail of one that is not a number',
  makeCertificate:
    'joins checks of certificateCheck and passes their figures on; anything but checks has a test of its own',
  releaseTransformTables: 'takes no argument',
};
