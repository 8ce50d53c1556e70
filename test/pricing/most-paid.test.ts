import { describe, expect, it } from 'vitest';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { ourPercent, ourShareMinor } from '#shared/domain/our-share.ts';
import { mostForOneEvent } from '#shared/pricing/most-for-one-event.ts';
import { mostPaid } from '#shared/pricing/most-paid.ts';
import { priceAssessment } from '#shared/pricing/price-assessment.ts';
import { priceAtShare } from '#shared/pricing/price-at-share.ts';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';
import { example, model } from '#test/models/model-2026-2.ts';
import { cents } from '../support/branded.ts';

const priced = (content: AssessmentContent) => {
  const score = scoreAssessment(content, model);
  const price = priceAssessment({ content, score, model, options: { grid: 'draft' } });
  if (!price.ok) throw new Error(price.failure.message);
  return price.value;
};

const withTerms = (terms: Partial<AssessmentContent['terms']>): AssessmentContent => ({
  ...example,
  terms: { ...example.terms, ...terms },
});
const alone = (changes: Partial<AssessmentContent['terms']['parts'][number]>) =>
  withTerms({
    parts: example.terms.parts
      .slice(0, 1)
      .map((part) => ({ ...part, aggregateLimitMinor: null, isShared: false, ...changes })),
    policyAggregateLimitMinor: null,
    policyAggregateRetentionMinor: cents(0),
  });

describe('the most that is paid for one event', () => {
  it('is the same from the terms and from the price', () => {
    for (const content of [example, alone({ coinsurancePercent: 10 }), alone({ hasAverageClause: true })])
      expect(mostForOneEvent(priced(content), content.terms)).toBe(mostPaid(content, model)?.eventMinor);
  });

  it('is what the order of application leaves: retention, limit, then the insured’s share', () => {
    const limitMinor = cents(10_000_000_00);
    const retentionMinor = cents(1_000_000_00);
    const most = (changes: Parameters<typeof alone>[0]) =>
      mostPaid(alone({ limitMinor, retentionMinor, coinsurancePercent: 0, ...changes }), model)!;
    expect(most({}).eventMinor).toBe(10_000_000_00);
    expect(most({ coinsurancePercent: 20 }).eventMinor).toBe(8_000_000_00);
    expect(most({ aggregateLimitMinor: cents(4_000_000_00) }).eventMinor).toBe(4_000_000_00);
    expect(most({ aggregateLimitMinor: cents(4_000_000_00) }).periodMinor).toBe(4_000_000_00);
  });

  it('is bounded by what the shared policy limit leaves', () => {
    const content = withTerms({ policyAggregateLimitMinor: cents(1_000_000_00) });
    const shared = {
      ...content,
      terms: { ...content.terms, parts: content.terms.parts.map((part) => ({ ...part, isShared: true })) },
    };
    expect(mostPaid(shared, model)).toMatchObject({ eventMinor: 1_000_000_00, periodMinor: 1_000_000_00 });
  });

  it('is not known where the terms cannot be priced', () =>
    expect(mostPaid(withTerms({ parts: [] }), model)).toBeNull());
});

describe('a price at our share', () => {
  const price = priced(example);
  const ours = priceAtShare(price, 12.5);

  it('has each amount at the share, and each rate as it was', () => {
    expect(ours.quotedMinor).toBe(ourShareMinor(price.quotedMinor, 12.5));
    expect(ours.maximumPayableMinor).toBe(ourShareMinor(price.maximumPayableMinor, 12.5));
    expect(ours.loss.mean).toBeCloseTo(price.loss.mean / 8, 6);
    expect(ours.rateOnLine).toBe(price.rateOnLine);
    expect(ours.adequacy).toBe(price.adequacy);
  });

  it('leaves no amount at 100%', () => {
    const amounts = (value: unknown, path = ''): string[] => {
      if (Array.isArray(value)) return value.flatMap((item, i) => amounts(item, `${path}.${i}`));
      if (typeof value === 'object' && value !== null)
        return Object.entries(value).flatMap(([key, item]) => amounts(item, `${path}.${key}`));
      return typeof value === 'number' && value > 0 && /Minor$/.test(path) ? [`${path} ${value}`] : [];
    };
    const whole = new Set(amounts(price));
    expect(amounts(ours).filter((line) => whole.has(line))).toEqual([]);
    expect(amounts(ours).length).toBe(whole.size);
  });

  it('is the whole where no line is given', () => {
    expect(ourPercent({})).toBe(100);
    expect(priceAtShare(price, 100)).toBe(price);
  });
});
