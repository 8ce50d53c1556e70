import { describe, expect, it } from 'vitest';
import type { AssessmentContent, QuoteTerms } from '#shared/domain/assessment-content.ts';
import { neededForQuote } from '#shared/domain/needed-for-quote.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { GRADES } from '#shared/domain/vocabulary.ts';
import { example, model, quotableExample } from '#test/models/model-2026-2.ts';
import { cents, day } from '../support/branded.ts';
import { judged } from './judged.ts';

/** With the day of all evidence, so that nothing is asked about it. */
const quotable: AssessmentContent = {
  ...quotableExample,
  answers: Object.fromEntries(
    Object.entries(quotableExample.answers).map(([id, answer]) => [
      id,
      { ...answer, seenOn: quotableExample.asOf },
    ]),
  ),
  incidentRegister: { ...quotableExample.incidentRegister, seenOn: quotableExample.asOf },
};
const withTerms = (terms: Partial<QuoteTerms>): AssessmentContent => ({
  ...quotable,
  terms: { ...quotable.terms, ...terms },
});
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const decisionOn = (content: AssessmentContent, today = example.asOf, by: RatingModel = model) =>
  judged(content, { model: by, today }).decision;

describe('the action of the grade', () => {
  /** The model with its bands so set that the worked example has `grade`. */
  const gradedBy = (grade: string): RatingModel => ({
    ...model,
    gradeBands: model.gradeBands.map((band, index) => ({
      ...band,
      minimumScore: band.grade === grade || index === model.gradeBands.length - 1 ? 0 : 100,
    })),
  });

  it('is obeyed for every grade as its words say', () => {
    for (const grade of GRADES) {
      const { action } = model.gradeBands.find((band) => band.grade === grade)!;
      const { kind, reasons } = decisionOn(quotable, example.asOf, gradedBy(grade));
      const expected = /decline/i.test(action)
        ? 'not-quotable'
        : /^refer|committee/i.test(action)
          ? 'indication'
          : 'quote';
      expect([grade, kind]).toEqual([grade, expected]);
      if (expected !== 'quote') expect(reasons.join(' ')).toContain(`Grade ${grade}: ${action}.`);
    }
  });
});

describe('declarations', () => {
  it('make an indication while one of them is not stated, and are asked only where the knock-out applies to the type', () => {
    for (const { id } of model.declarations) {
      const { [id]: _, ...declarations } = quotable.declarations;
      const applies = model.knockOuts.find((rule) => rule.id === id)?.appliesTo ?? [quotable.subject.type];
      const { kind, reasons } = decisionOn({ ...quotable, declarations });
      expect([id, kind]).toEqual([id, applies.includes(quotable.subject.type) ? 'indication' : 'quote']);
      if (kind === 'indication') expect(reasons).toEqual([neededForQuote('declarations', model)]);
    }
  });
});

describe('what a quote cannot do without', () => {
  it('is the inception: without it there is an indication that says so', () => {
    expect(decisionOn(withTerms({ periodStart: null }))).toEqual({
      kind: 'indication',
      reasons: ['The start of the period is not given; a quote needs it.'],
    });
  });
});

describe('rules that cannot be computed', () => {
  it('are said, each with what it needs, and not counted as passed', () => {
    const { notes } = judged(quotable, { model });
    const rules = model.referrals.filter(({ rule }) => rule.kind === 'not-computed');
    expect(rules.length).toBeGreaterThan(0);
    for (const { id, label } of rules) {
      const note = notes.find((found) => found.id === `not-computed:${id}`);
      expect(note?.message).toContain(`Not computed: ${label}. Needs `);
    }
  });
});

describe('a manual change', () => {
  it('is called by what was changed', () => {
    const labelOf = (content: AssessmentContent) =>
      judged(content, { model }).flags.find(({ id }) => id === 'rf-override')?.label;
    const reasoned = { scheduleReason: 'other', scheduleNote: 'Agreed' } as const;
    const entered = { ...quotable.terms.parts[0]!, part: 'cyber-ir' as const };
    const parts = [
      ...quotable.terms.parts,
      { ...entered, isShared: false, enteredRate: { ratePercent: 1, reason: 'Market' } },
    ];
    expect(labelOf(quotable)).toBeUndefined();
    expect(labelOf(withTerms({ schedulePercent: 40, ...reasoned }))).toBe(
      'Schedule adjustment beyond its range',
    );
    expect(labelOf(withTerms({ parts }))).toBe('Premium by an entered rate');
    expect(labelOf(withTerms({ parts, schedulePercent: 40, ...reasoned }))).toBe(
      'Schedule adjustment beyond its range; Premium by an entered rate',
    );
  });
});

describe('dates against the day of issue and one another', () => {
  const today = day('2026-11-29');
  const about = (content: AssessmentContent, on = today) =>
    judged(content, { model, today: on }).issues.filter(({ id }) =>
      /period|due|seen|validity|backdated/.test(id),
    );
  const first = { id: model.subjectivities[0]!.id };

  it('refuse a cover that is over, to the day', () => {
    const year = withTerms({ periodStart: day('2026-11-29'), periodDays: 365 });
    expect(decisionOn(year, day('2027-11-28')).kind).toBe('indication');
    const over = decisionOn(year, day('2027-11-29'));
    expect(over.kind).toBe('refused');
    expect(plain(over.reasons[0]!)).toBe(
      'The period ended on 29 Nov 2027, and today is 29 Nov 2027: a cover that is over cannot be offered. Choose a later start.',
    );
  });

  it('refer a cover that begins before today', () => {
    expect(decisionOn(withTerms({ periodStart: today }), today).kind).toBe('quote');
    const begun = decisionOn(withTerms({ periodStart: day('2026-11-28') }), today);
    expect(begun.kind).toBe('indication');
    expect(plain(begun.reasons[0]!)).toBe(
      'Referred: Cover begins before today. The period starts on 28 Nov 2026, before the day of issue, 29 Nov 2026.',
    );
  });

  it('refuse a due date that has gone by, in either list', () => {
    const due = { dueOn: day('2026-11-28') };
    for (const terms of [
      { subjectivities: [{ ...first, ...due }] },
      { ownSubjectivities: [{ text: 'Letter', ...due }] },
    ]) {
      const [found] = about(withTerms(terms));
      expect(found?.severity).toBe('cannot-proceed');
      expect(plain(found!.message)).toMatch(
        /^The due date of .+ 1 is 28 Nov 2026, before today, 29 Nov 2026\. Choose a later day\.$/,
      );
      expect(about(withTerms(terms), day('2026-11-28'))).toEqual([]);
    }
  });

  it('warn of an offer that stands after its cover has begun', () => {
    const content = withTerms({ periodStart: day('2026-12-15'), validityDays: 30 });
    expect(about(content).map(({ id, severity }) => [id, severity])).toEqual([
      ['validity-past-inception', 'warning'],
    ]);
    expect(about(withTerms({ periodStart: day('2026-12-29'), validityDays: 30 }))).toEqual([]);
  });

  it('warn of a year that ends a day beside its anniversary', () => {
    const leap = withTerms({ periodStart: day('2027-03-01'), periodDays: 365 });
    expect(about(leap).map(({ message }) => plain(message))).toEqual([
      '365 days from 1 Mar 2027 end on 29 Feb 2028, a day before the anniversary; 12 months are 366 days.',
    ]);
    expect(about(withTerms({ periodStart: day('2027-03-01'), periodDays: 366 }))).toEqual([]);
  });

  // Found in the content itself, so that a “Seen on” added later is tested too.
  const seenPaths = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, item]) =>
          key === 'seenOn' ? [[...path, key]] : seenPaths(item, [...path, key]),
        );
  const withDate = (path: readonly string[], date: string): AssessmentContent => {
    const copy = structuredClone(quotable) as unknown as Record<string, unknown>;
    let at = copy;
    for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
    at[path.at(-1)!] = date;
    return copy as unknown as AssessmentContent;
  };

  it('refuse evidence that nobody can have seen yet, wherever a day of seeing can be given', () => {
    const paths = seenPaths(quotable);
    expect(paths.length).toBeGreaterThan(20);
    for (const path of paths) {
      const severityOf = (date: string) => about(withDate(path, date))[0]?.severity;
      expect([path.join('.'), severityOf('2026-12-01')]).toEqual([path.join('.'), 'cannot-proceed']);
      // A colleague further east may already write the next day.
      expect(severityOf('2026-11-30')).toBe('warning');
      expect(severityOf('2026-11-22')).toBeUndefined();
    }
  });
});

describe('what got through before', () => {
  const warned = (content: AssessmentContent) =>
    judged(content, { model }).warnings.map(({ id, message }) => [id, plain(message)]);

  it('a limit that a level above it never lets through is pointed out', () => {
    const [first, ...rest] = quotable.terms.parts;
    expect(warned(quotable)).toEqual([]);
    expect(warned(withTerms({ policyAggregateLimitMinor: cents(1) }))).toEqual([
      [
        'limit-above-policy:crime-online',
        expect.stringMatching(
          /limit of USD 25,000,000 each event is above the policy aggregate limit of USD 0\.01/,
        ),
      ],
      ['limit-above-policy:crime-fidelity', expect.stringContaining('can never be paid in full')],
    ]);
    expect(
      warned(withTerms({ parts: [{ ...first!, aggregateLimitMinor: cents(100) }, ...rest] })),
    ).toContainEqual([
      'limit-above-aggregate:crime-online',
      expect.stringContaining('above the aggregate limit of USD 1, so that it can never be paid in full.'),
    ]);
    expect(warned(withTerms({ policyAggregateLimitMinor: cents(1e12) }))).toEqual([
      [
        'policy-limit-above-parts',
        'The policy aggregate limit of USD 10,000,000,000 is above the USD 50,000,000 that the parts under it can come to.',
      ],
    ]);
  });

  it('a loss in pieces of which none is material is no quote', () => {
    const [incident] = quotable.incidents;
    const pieces = (count: number) =>
      Array.from({ length: count }, (_, i) => ({
        ...incident!,
        id: `piece-${i}`,
        lossMinor: cents(9_999_999),
        recoveredMinor: cents(0),
      }));
    const of = (count: number) => judged({ ...quotable, incidents: pieces(count) }, { model });
    expect(of(1).decision.kind).toBe('quote');
    expect(of(60).decision.kind).toBe('indication');
    expect(of(60).decision.reasons[0]).toMatch(/^Referred: Losses that may be one\. The 60 incidents/);
    expect(of(60).referrals.map(({ id }) => id)).toContain('one-loss');
  });

  it('a condition that falls due after the cover has ended goes out as nothing', () => {
    const late = withTerms({ ownSubjectivities: [{ text: 'Letter', dueOn: day('2099-01-01') }] });
    expect(judged(late, { model }).blocks.map(({ id }) => id)).toEqual([
      'due-late:terms.ownSubjectivities.0.dueOn',
    ]);
  });
});
