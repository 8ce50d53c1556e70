import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeLossCache } from '#shared/actuarial/index.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { addDays, type IsoDate } from '#shared/domain/dates.ts';
import { DECLARATION_STATES } from '#shared/domain/vocabulary.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { withAllNeeded } from '#test/models/contract-terms.ts';
import { example, model } from '#test/models/model-2026-2.ts';
import { arbitraryDeal } from '#test/pricing/deals.ts';
import { cents } from '../support/branded.ts';

const MINUTES = 900_000;
/** Deals of each check; DEALS asks for more. */
const DEALS = Number(process.env.DEALS ?? 600);

interface Case {
  readonly content: AssessmentContent;
  readonly today: IsoDate;
}

const shuffled = <T>(items: readonly T[], keys: readonly number[]): T[] =>
  items
    .map((item, i) => ({ item, key: (keys[i % keys.length]! * (i + 1) * 7919) % 1013 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

/** The worked example under other terms: most of them may be quoted. */
const soundDeal: fc.Arbitrary<AssessmentContent> = fc
  .record({
    parts: fc.subarray([...example.terms.parts], { minLength: 1 }),
    percent: fc.integer({ min: 5, max: 150 }),
    retention: fc.integer({ min: 0, max: 200 }),
    isShared: fc.boolean(),
    schedulePercent: fc.constantFrom(0, 0, 0, -40, 10),
  })
  .map(({ parts, percent, retention, isShared, schedulePercent }) => ({
    ...example,
    terms: {
      ...example.terms,
      schedulePercent,
      scheduleReason: schedulePercent === 0 ? null : example.terms.scheduleReason,
      parts: parts.map((part) => ({
        ...part,
        limitMinor: cents(Math.round((part.limitMinor * percent) / 100)),
        aggregateLimitMinor: null,
        retentionMinor: cents(retention * 1_000_000),
        isShared,
      })),
    },
  }));

const ALL_DECLARATIONS = { minLength: model.declarations.length, maxLength: model.declarations.length };

/** Deals of every kind with dates around the day of issue; most are not far from a quote. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    content: fc.oneof(arbitraryDeal(3), soundDeal),
    declared: fc.oneof(
      { weight: 4, arbitrary: fc.constant(model.declarations.map(() => 'no' as const)) },
      { weight: 1, arbitrary: fc.array(fc.constantFrom(...DECLARATION_STATES), ALL_DECLARATIONS) },
    ),
    start: fc.option(fc.integer({ min: -20, max: 120 }), { freq: 9 }),
    due: fc.option(fc.integer({ min: -5, max: 200 })),
    issued: fc.integer({ min: -2, max: 60 }),
  })
  .map(({ content, ...rest }) => ({ content: withAllNeeded(content, model), ...rest }))
  .map(({ content, declared, start, due, issued }) => ({
    content: {
      ...content,
      declarations: Object.fromEntries(model.declarations.map(({ id }, i) => [id, declared[i]!])),
      terms: {
        ...content.terms,
        periodStart: start === null ? null : addDays(content.asOf, start),
        ownSubjectivities: due === null ? [] : [{ text: 'Letter', dueOn: addDays(content.asOf, due) }],
      },
    },
    today: addDays(content.asOf, issued),
  }));

const cache = makeLossCache();
const judged = ({ content, today }: Case) => judge({ content, model, today, grid: 'draft', cache });

describe('over random deals', { timeout: MINUTES }, () => {
  it('no quote breaks a rule', () => {
    let quotes = 0;
    fc.assert(
      fc.property(cases, (one) => {
        const { decision, score, price } = judged(one);
        if (decision.kind !== 'quote') return;
        quotes += 1;
        const { content, today } = one;
        const { terms, declarations, asOf, subject } = content;
        const action = model.gradeBands.find(({ grade }) => grade === score.outcome.grade)?.action ?? '';
        expect(action).not.toMatch(/^refer|committee|decline/i);
        for (const { id } of model.declarations) {
          const applies = model.knockOuts.find((rule) => rule.id === id)?.appliesTo.includes(subject.type);
          if (applies !== false) expect([id, declarations[id]]).toEqual([id, 'no']);
        }
        expect(terms.periodStart! >= today).toBe(true);
        expect(asOf <= addDays(today, 1)).toBe(true);
        for (const { dueOn } of terms.ownSubjectivities) {
          if (dueOn !== null) expect(dueOn >= today && dueOn >= asOf).toBe(true);
        }
        if (!price.ok) throw new Error('a quote without a price');
        const { quotedMinor, maximumPayableMinor } = price.value;
        expect(quotedMinor).toBeGreaterThan(0);
        expect(quotedMinor).toBeLessThan(maximumPayableMinor);
        expect(terms.parts.some(({ enteredRate }) => enteredRate !== null)).toBe(false);
      }),
      { numRuns: DEALS },
    );
    expect(quotes).toBeGreaterThan(20);
  });

  it('no result depends on the order in which things are listed', () => {
    const keys = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(cases, keys, (one, by) => {
        const { content } = one;
        const inOrder = <T>(record: Readonly<Record<string, T>>) =>
          Object.fromEntries(shuffled(Object.entries(record), by));
        const moved: AssessmentContent = {
          ...content,
          answers: inOrder(content.answers),
          declarations: inOrder(content.declarations),
          incidents: shuffled(content.incidents, by),
          terms: {
            ...content.terms,
            parts: shuffled(content.terms.parts, by),
            taxes: shuffled(content.terms.taxes, by),
            buyBacks: shuffled(content.terms.buyBacks, by),
            subjectivities: shuffled(content.terms.subjectivities, by),
          },
        };
        const [before, after] = [judged(one), judged({ ...one, content: moved })];
        expect(after.decision.kind).toBe(before.decision.kind);
        expect(after.score.overall).toBe(before.score.overall);
        expect(after.score.outcome).toEqual(before.score.outcome);
        expect(after.flags.map(({ id }) => id).sort()).toEqual(before.flags.map(({ id }) => id).sort());
        const figures = ({ price }: typeof before) =>
          price.ok
            ? [price.value.technicalMinor, price.value.quotedMinor, price.value.payableMinor]
            : price.failure.code;
        expect(figures(after)).toEqual(figures(before));
      }),
      { numRuns: DEALS },
    );
  });
});
