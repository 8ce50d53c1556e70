import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RatingModel, ratingModelSchema } from '#shared/domain/rating-model.ts';
import type { Result } from '#shared/domain/result.ts';
import { factorEffects, premiumRange } from '#shared/pricing/factor-effects.ts';
import { premiumBridge } from '#shared/pricing/premium-bridge.ts';
import { solveLimit, solveRetention } from '#shared/pricing/solve.ts';
import { amountText } from '#shared/scoring/words.ts';
import { activateModel } from '#shared/underwriting/activate-model.ts';
import {
  bundledModel,
  bundledWordingJson,
  contentWith,
  modelFrom,
  workedExample,
} from '#test/models/bundled-model.ts';
import { arbitraryModel, modelWith } from '../pricing/arbitrary-model.ts';
import { arbitraryQuote, exampleWith, withTerms } from '../pricing/quotes.ts';
import { cents } from '../support/branded.ts';
import { judged } from './judged.ts';

const MINUTES = 600_000;
const GRIDS = ['draft', 'full'] as const;
const DRAFT = { grid: 'draft' } as const;

const modelOf = (path: string, figure: number): RatingModel =>
  modelFrom(modelWith(path.split('.'), () => figure));

const protocol = withTerms(
  { parts: [{ part: 'slashing', limitMinor: cents(1_000_000_00) }] },
  contentWith({
    subject: { name: 'Staking', type: 'staking-lst', liveSince: '2019-01-01' },
    exposures: { stakeMinor: cents(100_000_000_00) },
  }),
);
const at = (peril: string) => bundledModel.pricing.perils.findIndex(({ id }) => id === peril);
const SLASHING = `pricing.perils.${at('slashing')}`;
const ONLINE = `pricing.perils.${at('crime-online')}`;

/** The place in the file, the figure, and the field and reason that the failure gives. */
const UNFIT: readonly (readonly [string, number, string, string])[] = [
  [
    'pricing.lattice.partPoints',
    4097,
    'pricing.lattice.partPoints',
    'must be an even whole number, 2 to 65536; it is 4097',
  ],
  [
    'pricing.lattice.partPoints',
    131_072,
    'pricing.lattice.partPoints',
    'must be an even whole number, 2 to 65536; it is 131072',
  ],
  [
    'pricing.lattice.policyPoints',
    2 ** 23,
    'pricing.lattice.policyPoints',
    'must be an even whole number, 2 to 4194304; it is 8388608',
  ],
  [
    'pricing.lattice.draftPartPoints',
    257,
    'pricing.lattice.draftPartPoints',
    'must be an even whole number, 2 to 65536; it is 257',
  ],
  [
    'pricing.lattice.draftPolicyPoints',
    4097,
    'pricing.lattice.draftPolicyPoints',
    'must be an even whole number, 2 to 4194304; it is 4097',
  ],
  [
    'pricing.lattice.countTail',
    1e-6,
    'pricing.lattice.countTail',
    'must be above 0 and at most 1e-9; it is 0.000001',
  ],
  [
    'pricing.credibility.heterogeneity',
    1e-9,
    'pricing.credibility.heterogeneity',
    'must give a mixing cv² = 1 / heterogeneity from 0 to 100000000; it gives 999999999.9999999',
  ],
  [
    'pricing.containment.clampHigh',
    1e4,
    'pricing.containment.clampHigh',
    'must be from 0.001 to 1000; it is 10000',
  ],
  [
    'pricing.containment.clampLow',
    1e-4,
    'pricing.containment.clampLow',
    'must be from 0.001 to 1000; it is 0.0001',
  ],
  [
    `${SLASHING}.damageRatio.b`,
    1e7,
    'pricing.perils.slashing.damageRatio.b',
    'must be from 0.001 to 1000000; it is 10000000',
  ],
  [
    `${SLASHING}.damageRatio.b`,
    1e-5,
    'pricing.perils.slashing.damageRatio.b',
    'must be from 0.001 to 1000000; it is 0.00001',
  ],
  [
    `${ONLINE}.baseFrequency.custodial`,
    1e9,
    'pricing.perils.crime-online.baseFrequency.custodial',
    'must be from 0 to 100000000; it is 1000000000',
  ],
  [
    'pricing.score.clampHigh',
    1e10,
    'pricing.score.clampHigh',
    'takes the events a year of crime-online up to 460000000; they must be from 0 to 100000000',
  ],
  [
    'pricing.evidence.slope',
    1e9,
    'pricing.evidence.slope',
    'takes the events a year of crime-online up to Infinity; they must be from 0 to 100000000',
  ],
  [
    'pricing.valueAtRiskLevels.0',
    1,
    'pricing.valueAtRiskLevels.0',
    'must be strictly between 0 and 1; it is 1',
  ],
  [
    'pricing.riskLoad.costOfCapital.level',
    0,
    'pricing.riskLoad.costOfCapital.level',
    'must be strictly between 0 and 1; it is 0',
  ],
  ['pricing.returnPeriods.0', 1, 'pricing.returnPeriods.0', 'must be above 1 and at most 1e15; it is 1'],
];

describe('a figure that the engine does not take', () => {
  it.each(UNFIT)(
    '%s = %d: the model is not activated, and the failure names the field',
    (path, figure, field, why) => {
      expect(
        activateModel(
          modelWith(path.split('.'), () => figure),
          bundledWordingJson(),
        ),
      ).toEqual({
        ok: false,
        failure: {
          code: 'model-invalid',
          field,
          message: `The rating model is not valid: ${field}: ${why}.`,
        },
      });
    },
  );

  it.each(UNFIT)(
    '%s = %d: a model never activated gives no price, and the failure names the field',
    (path, figure, field, why) => {
      const model = modelOf(path, figure);
      const failure = {
        code: 'not-ready',
        field,
        message: `The rating model cannot price: ${field}: ${why}.`,
      };
      for (const content of [workedExample, protocol]) {
        for (const grid of GRIDS) {
          const { price, blocks, isQuotable } = judged(content, { model, grid });
          expect(price).toEqual({ ok: false, failure });
          expect(blocks).toContainEqual({
            severity: 'cannot-price',
            id: 'no-price',
            about: 'price',
            field,
            message: failure.message,
          });
          expect(isQuotable).toBe(false);
        }
      }
    },
  );

  it('an entry of a lattice is named once, whichever grids it is wrong for', () => {
    const json = modelWith(['pricing', 'lattice', 'countTail'], () => 1);
    expect(activateModel(json, bundledWordingJson())).toMatchObject({
      ok: false,
      failure: { field: 'pricing.lattice.countTail' },
    });
  });
});

describe('figures that the engine takes, and no price can be made on', () => {
  it('more events than the engine can add up', () => {
    const { price } = judged(workedExample, { model: modelOf(`${ONLINE}.baseFrequency.custodial`, 1e6) });
    expect(price).toMatchObject({
      ok: false,
      failure: { code: 'not-ready', field: 'pricing.perils.crime-online.baseFrequency' },
    });
    if (price.ok) return;
    expect(price.failure.message).toMatch(
      /^Digital asset crime: online wallets \(hot and warm\) cannot be priced: [\d,]+ events in the period are too many for the engine to add up; look at pricing\.perils\.crime-online\.baseFrequency of the rating model\.$/,
    );
  });

  it.each([
    ['pricing.riskLoad.standardDeviation', 1e12, 'A risk load', 'pricing.riskLoad'],
    ['pricing.riskLoad.costOfCapital.rate', 1e300, 'A risk load', 'pricing.riskLoad'],
    ['pricing.buildUp.marginShare', 0.705 - 1e-12, 'The gross premium', 'pricing.buildUp'],
  ])('amounts beyond exact cents: %s = %d', (path, figure, what, field) => {
    const { price } = judged(workedExample, { model: modelOf(path, figure) });
    const message = `${what} is too large to be held to the cent; look at ${field} of the rating model.`;
    expect(price).toEqual({ ok: false, failure: { code: 'not-ready', field, message } });
  });

  it('a law at the edge of double precision, whose moments are not finite', () => {
    const fidelity = `pricing.perils.${at('crime-fidelity')}.damageRatio`;
    const json = modelWith(`${fidelity}.mu`.split('.'), () => 30);
    const model = modelWith(`${fidelity}.sigma`.split('.'), () => 0.001, json);
    const field = 'pricing.perils.crime-fidelity.damageRatio';
    expect(activateModel(model, bundledWordingJson())).toMatchObject({
      ok: false,
      failure: { code: 'model-invalid', field },
    });
  });

  it('a test case that cannot be priced is named with the field of the model', () => {
    const activated = activateModel(
      modelWith(`${ONLINE}.baseFrequency.custodial`.split('.'), () => 1e6),
      bundledWordingJson(),
    );
    expect(activated).toMatchObject({
      ok: false,
      failure: { code: 'model-invalid', field: 'pricing.perils.crime-online.baseFrequency' },
    });
  });
});

it('solving for a limit goes no further than the limits together may', () => {
  const content = {
    ...workedExample,
    exposures: { ...workedExample.exposures, onlinePeakMinor: cents(1e15) },
  };
  const { score } = judged(content);
  const target = { part: 'crime-online', targetMinor: cents(1e15) } as const;
  const solved = solveLimit({ content, score, model: bundledModel, target, options: DRAFT });
  const others = workedExample.terms.parts.filter(({ part }) => part !== 'crime-online');
  const room = 1e13 - others.reduce((sum, { limitMinor }) => sum + limitMinor, 0);
  expect(solved).toMatchObject({ ok: true, value: { kind: 'solved', valueMinor: room } });
});

it('a technical premium of 0 has no adequacy to divide by', () => {
  const free = structuredClone(bundledModel.pricing);
  const model = {
    ...bundledModel,
    pricing: {
      ...free,
      buildUp: { ...free.buildUp, fixedExpenseMinor: cents(0), minimumPremiumMinor: cents(0) },
    },
  };
  const parts = [
    { part: 'depeg', limitMinor: cents(100_00), enteredRate: { ratePercent: 0, reason: 'Free of charge' } },
  ];
  const { price } = judged(withTerms({ parts }), { model });
  expect(price).toMatchObject({ ok: true, value: { technicalMinor: cents(0), adequacy: 0 } });
});

it('a threshold beyond exact cents is still a sentence', () => {
  expect(amountText(1_250_000)).toBe('USD\u00a01,250,000');
  expect(amountText(1e300)).toMatch(/^USD\u00a0\S+tn$/);
});

/** A value, or a failure with a sentence and the field to look at. */
function expectNamed(result: Result<unknown>): void {
  if (result.ok) return;
  expect(result.failure.message).toMatch(/\.$/);
  expect(result.failure.field).toMatch(/^[A-Za-z]/);
}

describe('any numbers in the pricing of a model, any quote', { timeout: MINUTES }, () => {
  it('are activated and priced on both grids, or named by their field; nothing throws', () => {
    fc.assert(
      fc.property(arbitraryModel, arbitraryQuote(), (json, content) => {
        expectNamed(activateModel(json, bundledWordingJson()));
        const parsed = ratingModelSchema.safeParse(json);
        if (!parsed.success) return;
        for (const grid of GRIDS) {
          const { price, blocks } = judged(content, { model: modelFrom(json), grid });
          expectNamed(price);
          if (!price.ok) expect(blocks.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are explained and solved for, or named by their field', () => {
    fc.assert(
      fc.property(arbitraryModel, arbitraryQuote(1), (json, content) => {
        const parsed = ratingModelSchema.safeParse(json);
        if (!parsed.success) return;
        const model = modelFrom(json);
        const { score, price } = judged(content, { model });
        const targetMinor = cents(price.ok ? Math.max(1, Math.floor(price.value.unroundedMinor / 2)) : 1);
        const target = { part: content.terms.parts[0]!.part, targetMinor };
        expectNamed(premiumBridge({ content, score, model, options: DRAFT }));
        expectNamed(premiumRange(content, model, DRAFT));
        expectNamed(solveRetention({ content, score, model, target, options: DRAFT }));
        expectNamed(solveLimit({ content, score, model, target, options: DRAFT }));
      }),
      { numRuns: 25 },
    );
    const model = modelOf(`${ONLINE}.baseFrequency.custodial`, 1e6);
    const { score } = judged(workedExample, { model });
    expectNamed(factorEffects({ content: workedExample, score, model, options: DRAFT }));
    expect(factorEffects({ content: workedExample, score, model, options: DRAFT }).ok).toBe(false);
  });
});

describe('any amounts, to the ends of their schema', { timeout: MINUTES }, () => {
  const upTo = (most: number) =>
    fc.oneof(
      fc.constantFrom(1, 2, 100, 10 ** most),
      fc.double({ min: 0, max: most, noNaN: true }).map((power) => Math.round(10 ** power)),
    );
  const amount = fc.oneof({ arbitrary: fc.constant(0), weight: 1 }, { arbitrary: upTo(15), weight: 9 });
  const retention = fc.oneof(fc.constant(0), amount);
  const limit = fc.oneof({ arbitrary: upTo(12), weight: 9 }, { arbitrary: amount, weight: 1 });
  const part = (id: string) =>
    fc.record(
      {
        part: fc.constant(id),
        limitMinor: limit,
        retentionMinor: retention,
        coinsurancePercent: fc.constantFrom(0, 0, 1e-300, 25, 99.99999999999999),
        aggregateLimitMinor: fc.option(limit),
        aggregateRetentionMinor: retention,
        isShared: fc.boolean(),
      },
      { noNullPrototype: true },
    );
  const terms = fc.record(
    {
      parts: fc
        .subarray(
          workedExample.terms.parts.map((p) => p.part),
          { minLength: 1 },
        )
        .chain((ids) => fc.tuple(...ids.map(part))),
      policyAggregateLimitMinor: fc.option(limit),
      policyAggregateRetentionMinor: retention,
      periodDays: fc.constantFrom(1, 365, 1096),
      schedulePercent: fc.constantFrom(-100, 0, 1000),
      riskLoadPrinciple: fc.constantFrom('standard-deviation', 'cost-of-capital', 'wang'),
    },
    { noNullPrototype: true },
  );

  it('are priced by the bundled model on both grids, or named by their field', () => {
    let priced = 0;
    fc.assert(
      fc.property(terms, amount, amount, fc.option(amount), (given, onlinePeakMinor, offlineMinor, vault) => {
        const exposures = {
          ...workedExample.exposures,
          onlinePeakMinor: cents(onlinePeakMinor),
          offlineMinor: cents(offlineMinor),
          largestVaultMinor: vault === null ? null : cents(vault),
        };
        const content = { ...withTerms(given, exampleWith({})), exposures };
        for (const grid of GRIDS) {
          const { price } = judged(content, { grid });
          expectNamed(price);
          if (price.ok) priced += 1;
        }
      }),
      { numRuns: 150 },
    );
    expect(priced).toBeGreaterThan(80);
  });
});
