import { describe, expect, it } from 'vitest';
import type { AssessmentContent, PartTerms, QuoteTerms } from '#shared/domain/assessment-content.ts';
import { priceAssessment } from '#shared/pricing/price-assessment.ts';
import { readTerms } from '#shared/pricing/priced-terms.ts';
import { solveLimit, solveRetention } from '#shared/pricing/solve.ts';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';
import { bundledModel as earlier } from '#test/models/bundled-model.ts';
import { example, model } from '#test/models/model-2026-2.ts';
import { cents } from '#test/support/branded.ts';
import { judged } from '#test/underwriting/judged.ts';

const withTerms = (changes: Partial<QuoteTerms>): AssessmentContent => ({
  ...example,
  terms: { ...example.terms, ...changes },
});
const crime = example.terms.parts.find(({ part }) => part === 'crime-online')!;
const alone = (changes: Partial<PartTerms>, terms: Partial<QuoteTerms> = {}): AssessmentContent =>
  withTerms({ policyAggregateLimitMinor: null, parts: [{ ...crime, ...changes }], ...terms });
const payable = (content: AssessmentContent) => readTerms(content, model).terms?.maximumPayableMinor;
const problem = (content: AssessmentContent, by = model) => readTerms(content, by).problems[0];

// Crime online of the worked example: 25m xs 1.25m on 120m.
describe('the most that a policy can pay under model 2026.2', () => {
  it('is the aggregate limit where ten events reach it', () => {
    expect(payable(alone({ aggregateLimitMinor: cents(25_000_000_000) }))).toBe(25_000_000_000);
  });

  it('is what ten events come to, less the aggregate retention, where that is less', () => {
    expect(payable(alone({ aggregateLimitMinor: cents(90_000_000_000) }))).toBe(25_000_000_000);
    const terms = {
      aggregateLimitMinor: cents(90_000_000_000),
      aggregateRetentionMinor: cents(1_000_000_000),
    };
    expect(payable(alone(terms))).toBe(24_000_000_000);
    expect(payable(alone({ ...terms, coinsurancePercent: 20 }))).toBe(19_000_000_000);
  });

  it('goes by the value above the retention, and by what an average clause leaves', () => {
    const high = { retentionMinor: cents(11_900_000_000), aggregateLimitMinor: cents(90_000_000_000) };
    expect(payable(alone(high))).toBe(1_000_000_000);
    const average = { aggregateLimitMinor: cents(90_000_000_000), hasAverageClause: true as const };
    expect(payable(alone(average))).toBe(23_750_000_000);
  });

  it('is what the shared parts can pass of the policy retention', () => {
    const terms = {
      policyAggregateLimitMinor: cents(90_000_000_000),
      policyAggregateRetentionMinor: cents(2_000_000_000),
    };
    const shared = { isShared: true, aggregateLimitMinor: cents(9_000_000_000) };
    expect(payable(alone(shared, terms))).toBe(7_000_000_000);
  });
});

describe('terms that can pay nothing are refused by model 2026.2', () => {
  it.each<[string, AssessmentContent, string, RegExp]>([
    [
      'a retention at the exposed value',
      alone({ retentionMinor: cents(12_000_000_000) }),
      'terms.parts.0.retentionMinor',
      /can pay nothing: its retention of USD\s120,000,000 is at or above the exposed value/,
    ],
    [
      'a retention above what an average clause leaves',
      alone({ retentionMinor: cents(2_500_000_000), hasAverageClause: true }),
      'terms.parts.0.retentionMinor',
      /at or above the USD\s25,000,000 that the average clause leaves of a total loss/,
    ],
    [
      'an aggregate retention of more than ten events',
      alone({ aggregateRetentionMinor: cents(25_000_000_000) }),
      'terms.parts.0.aggregateRetentionMinor',
      /its aggregate retention of USD\s250,000,000 is more than its losses of the period can reach/,
    ],
    [
      'a policy retention that the shared parts cannot pass',
      alone({ isShared: true }, { policyAggregateRetentionMinor: cents(2_500_000_000) }),
      'terms.policyAggregateRetentionMinor',
      /the policy retention of USD\s25,000,000 is at or above the most that they can come to/,
    ],
  ])('%s', (_, content, field, message) => {
    expect(problem(content)?.field).toBe(field);
    expect(problem(content)?.message).toMatch(message);
  });

  it('and only warned of by 2026.1', () => {
    const content = alone({ retentionMinor: cents(12_000_000_000) });
    expect(readTerms(content, earlier).problems).toEqual([]);
  });
});

describe('an average clause', () => {
  it('is refused by a model that has none', () => {
    const content = alone({ hasAverageClause: true });
    expect(problem(content, earlier)?.message).toMatch(/^Model 2026\.1 has no average clause; take it off/);
  });

  it('at a limit of the exposed value costs what the part costs without', () => {
    const price = (changes: Partial<PartTerms>) => {
      const content = alone({ limitMinor: cents(12_000_000_000), ...changes });
      const made = priceAssessment({
        content,
        score: scoreAssessment(content, model),
        model,
        options: { grid: 'draft' },
      });
      if (!made.ok) throw new Error(made.failure.message);
      return made.value.technicalMinor;
    };
    expect(price({ hasAverageClause: true })).toBe(price({}));
  });
});

describe('solving backwards under model 2026.2', () => {
  const score = scoreAssessment(example, model);
  const options = { grid: 'draft' } as const;

  it('looks for a retention below the exposed value, where the part can still pay', () => {
    const target = { part: 'crime-online', targetMinor: cents(1) } as const;
    const solved = solveRetention({ content: alone({}), score, model, target, options });
    expect(solved).toMatchObject({ ok: true, value: { kind: 'out-of-reach' } });
    const nearest = solved.ok && solved.value.kind === 'out-of-reach' ? solved.value.nearest : null;
    expect(nearest?.valueMinor).toBe(11_999_900_000);
  });

  it('tries no more retentions for an answer next to the exposed value than for any other', () => {
    // A whole retention is looked for among 120,000, which are halved: 17 trials and the two ends.
    const most = Math.ceil(Math.log2(120_000)) + 2;
    const trials = (retentionMinor: number) => {
      const made = judged(alone({ retentionMinor: cents(retentionMinor) }), { model });
      if (!made.price.ok) throw new Error(made.price.failure.message);
      const target = { part: 'crime-online', targetMinor: made.price.value.unroundedMinor } as const;
      const solved = solveRetention({ content: alone({}), score, model, target, options });
      return solved.ok && solved.value.kind === 'solved' ? solved.value.path.length : Number.NaN;
    };
    for (const retentionMinor of [1_000_000_000, 6_000_000_000, 11_950_000_000, 11_990_000_000])
      expect(trials(retentionMinor)).toBeLessThanOrEqual(most);
  });

  it('looks for a limit that ten events take past the aggregate retention', () => {
    const content = alone({ aggregateRetentionMinor: cents(1_000_000_000) });
    const target = { part: 'crime-online', targetMinor: cents(1) } as const;
    const solved = solveLimit({ content, score, model, target, options });
    const nearest = solved.ok && solved.value.kind === 'out-of-reach' ? solved.value.nearest : null;
    expect(nearest?.valueMinor).toBe(100_100_000);
  });
});

describe('terms at their ends', () => {
  it('count as many events as a model says without an end to the sum', () => {
    const terms = { ...model.pricing.terms, mostPayable: { form: 'reach', events: 1e308 } as const };
    const endless = { ...model, pricing: { ...model.pricing, terms } };
    expect(readTerms(alone({}), endless).terms?.maximumPayableMinor).toBe(
      crime.aggregateLimitMinor ?? crime.limitMinor,
    );
  });

  it('are read once for each content and model', () => {
    const content = alone({});
    expect(readTerms(content, model)).toBe(readTerms(content, model));
    expect(readTerms(content, earlier)).not.toBe(readTerms(content, model));
  });

  it('say that an average clause does not move an entered rate', () => {
    const rated = {
      ...crime,
      part: 'depeg' as const,
      enteredRate: { ratePercent: 2, reason: 'Market' },
      hasAverageClause: true as const,
    };
    const { notes } = judged(withTerms({ parts: [crime, rated] }), { model });
    expect(notes).toContainEqual(
      expect.objectContaining({
        id: 'average-beside-rate:depeg',
        field: 'terms.parts.1.hasAverageClause',
        message: expect.stringMatching(/is at an entered rate, which its average clause does not move\.$/),
      }),
    );
  });

  it('are named where they lie too far apart to be computed together', () => {
    // A limit of 4bn each event under a policy limit of 1m: 4,000 times what can be paid.
    const wide = alone(
      { limitMinor: cents(400_000_000_000), retentionMinor: cents(0), isShared: true },
      { policyAggregateLimitMinor: cents(100_000_000) },
    );
    const large = { ...wide, exposures: { ...wide.exposures, onlinePeakMinor: cents(4_000_000_000_000) } };
    const { blocks } = judged(large, { model, grid: 'full' });
    expect(blocks).toContainEqual(
      expect.objectContaining({
        severity: 'cannot-quote',
        field: 'terms.parts.0.limitMinor',
        message: expect.stringMatching(
          /can cost up to USD.4,000,000,000 in one event, more than a hundred times the USD.1,000,000 that the whole policy can pay: too far apart to be computed together\. Lower its limit, or raise the limit of the policy\.$/,
        ),
      }),
    );
  });

  it('name a layer of almost no width by its limit', () => {
    const thin = alone({ limitMinor: cents(1), retentionMinor: cents(2_000_000_000_000) });
    const large = { ...thin, exposures: { ...thin.exposures, onlinePeakMinor: cents(4_000_000_000_000) } };
    const { price } = judged(large, { model });
    expect(price.ok ? null : price.failure).toMatchObject({
      field: 'terms.parts.0.limitMinor',
      message:
        'Digital asset crime: online wallets (hot and warm) cannot be priced: its limit is less than a trillionth of its retention, too thin a layer to be computed. Raise the limit, or lower the retention.',
    });
  });

  it('take a retention of a cent below the value, which attaches practically never, without blame on the model', () => {
    const value = example.exposures.onlinePeakMinor!;
    const { price, decision } = judged(alone({ retentionMinor: cents(value - 1) }), { model, grid: 'full' });
    if (!price.ok) throw new Error(price.failure.message);
    expect(price.value.certificate.verdict).toBe('pass');
    expect(price.value.parts[0]!.probabilityAttach).toBeGreaterThan(0);
    expect(price.value.parts[0]!.periodMean).toBeGreaterThan(0);
    expect(decision.kind).not.toBe('nothing');
  });
});

describe('parts under policy terms that cannot bite', () => {
  it('vary together as much as apart, under a model that says what parts can reach', () => {
    // A part of 20 thousand beside one of 25m: a lattice over both would blur the small one.
    const small = { ...crime, part: 'social-engineering' as const, limitMinor: cents(2_000_000) };
    const parts = [
      { ...crime, isShared: true, aggregateLimitMinor: null },
      { ...small, isShared: true, aggregateLimitMinor: null, retentionMinor: cents(0) },
    ];
    const content = withTerms({
      parts,
      policyAggregateLimitMinor: cents(100_000_000_000),
      policyAggregateRetentionMinor: cents(0),
    });
    const { price } = judged(content, { model, grid: 'draft' });
    if (!price.ok) throw new Error(price.failure.message);
    const apart = Math.hypot(...price.value.parts.map(({ periodSd }) => periodSd));
    expect(price.value.loss.sharedSd / apart).toBeCloseTo(1, 13);
  });
});
