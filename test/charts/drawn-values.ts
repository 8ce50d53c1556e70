import type { FactorEffect, PremiumBridge, PriceResult } from '#shared/pricing/price-result.ts';
import type { ScoreResult } from '#shared/scoring/score-result.ts';
import { bridgeOf, exampleContent, exampleScore, priceOf } from '../print/worked-example.ts';
import { cents } from '../support/branded.ts';

// Results with nothing in them, one of each, very many, and amounts beyond any that an underwriter will see.

const price = priceOf(exampleContent);
const bridge = bridgeOf(exampleContent);
/** The largest amount that is still exact to the cent. */
const VAST_MINOR = Number.MAX_SAFE_INTEGER;
const LONG =
  'Coverage of a peril whose name is so long that two lines of a label cannot hold all of its words';

const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const withParts = (parts: PriceResult['parts'], over: Partial<PriceResult> = {}): PriceResult => ({
  ...price,
  parts,
  ...over,
});

const curveOf = (points: readonly (readonly [number, number])[]) =>
  points.map(([loss, probability]) => ({ loss, probability }));

const withCurves = (
  points: readonly (readonly [number, number])[],
  over: Partial<PriceResult> = {},
): PriceResult => ({
  ...price,
  loss: { ...price.loss, aggregateCurve: curveOf(points), occurrenceCurve: curveOf(points) },
  ...over,
});

const [part] = price.parts;
if (part === undefined) throw new Error('the worked example has no part');

export const prices: Readonly<Record<string, PriceResult>> = {
  'the worked example': price,
  nothing: {
    ...withCurves([], {
      policyLimitMinor: null,
      policyRetentionMinor: cents(0),
      maximumPayableMinor: cents(0),
    }),
    parts: [],
    buildUp: [],
  },
  one: {
    ...withCurves([[1_000, 0.01]]),
    parts: [part],
    buildUp: price.buildUp.slice(-1).map((line) => ({ ...line, id: 'quoted-premium' as const })),
  },
  many: withParts(times(60, (index) => ({ ...part, label: `${part.label} ${index}` }))),
  'nothing but zeros': withParts(
    [{ ...part, limitMinor: cents(0), retentionMinor: cents(0), exposedValue: 0 }],
    {
      buildUp: price.buildUp.map((line) => ({ ...line, amountMinor: cents(0) })),
    },
  ),
  'the vast and the tiny': {
    ...withCurves(
      [
        [0.01, 1],
        [VAST_MINOR / 100, 1e-9],
      ],
      {
        maximumPayableMinor: cents(VAST_MINOR),
        policyRetentionMinor: cents(1),
        policyLimitMinor: cents(VAST_MINOR - 1),
      },
    ),
    parts: [
      {
        ...part,
        label: LONG,
        limitMinor: cents(VAST_MINOR),
        retentionMinor: cents(1),
        exposedValue: VAST_MINOR / 50,
      },
      { ...part, limitMinor: cents(1), retentionMinor: cents(VAST_MINOR), exposedValue: 0.01 },
    ],
    buildUp: price.buildUp.map((line, index) => ({
      ...line,
      label: LONG,
      amountMinor: cents(index % 2 === 0 ? VAST_MINOR : -1),
    })),
  },
};

const bridgeWith = (amounts: readonly number[]): PremiumBridge => ({
  steps: amounts.flatMap((amountMinor, index) => {
    const step = bridge.steps[index];
    return step === undefined ? [] : [{ ...step, amountMinor: cents(amountMinor) }];
  }),
});

export const bridges: Readonly<Record<string, PremiumBridge>> = {
  'the worked example': bridge,
  nothing: { steps: [] },
  one: bridgeWith([100]),
  'a fall below zero': bridgeWith([100, -900, 300, 0]),
  'the vast and the tiny': bridgeWith([VAST_MINOR, -1, 1, -(VAST_MINOR - 1) / 2]),
};

const effect = (index: number, effectMinor: number): FactorEffect => ({
  factorId: `factor-${index}`,
  label: index === 1 ? LONG : `Factor ${index}`,
  pillar: 'audits',
  technicalAtBestMinor: cents(1_000_000),
  effectMinor: cents(effectMinor),
});

export const effects: Readonly<Record<string, readonly FactorEffect[]>> = {
  nothing: [],
  'no effect': [effect(0, 0)],
  one: [effect(0, 1)],
  many: times(90, (index) => effect(index, (index - 30) * 1_000)),
  'the vast and the tiny': [effect(0, VAST_MINOR), effect(1, -VAST_MINOR), effect(2, 1)],
};

function scoreOf(
  value: number,
  change: (score: ScoreResult) => Partial<ScoreResult> = () => ({}),
): ScoreResult {
  const pillars = structuredClone(exampleScore.pillars);
  return {
    ...exampleScore,
    overall: value,
    range: { ...exampleScore.range, low: 0, high: 100 },
    pillars: {
      custody: { ...pillars.custody, score: value },
      audits: { ...pillars.audits, score: value },
      incidents: { ...pillars.incidents, score: value },
    },
    ...change(exampleScore),
  };
}

const withoutFactors = ({ pillars }: ScoreResult): Partial<ScoreResult> => ({
  pillars: {
    custody: { ...pillars.custody, factors: [] },
    audits: { ...pillars.audits, factors: [] },
    incidents: { ...pillars.incidents, factors: [] },
  },
});

export const scores: Readonly<Record<string, ScoreResult>> = {
  'the worked example': exampleScore,
  'no factor': scoreOf(50, withoutFactors),
  lowest: scoreOf(0),
  highest: scoreOf(100),
};

export const dislocations: Readonly<Record<string, readonly number[]>> = {
  nothing: [],
  one: [0.5],
  many: times(500, (index) => Math.sin(index) * 40 || 1),
  'the vast and the tiny': [-100, -1e-9, 1e-9, 1e6],
};
