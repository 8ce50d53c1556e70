import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { type AuthorityLimits, firstLimitsOf, type Profile } from '#shared/domain/people.ts';
import { GRADES } from '#shared/domain/vocabulary.ts';
import {
  type AuthorityFacts,
  type AuthorityMeasure,
  authorityFacts,
  authorityFindings,
  authorityReferral,
} from '#shared/underwriting/authority.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { bundledModel } from '../models/bundled-model.ts';
import { typicalContent } from '../store/support/contents.ts';
import { cents, day } from '../support/branded.ts';

const decision = bundledModel.wording.decision;
if (decision?.authority == null) throw new Error('the wording has no words of authority');
const WORDS = decision.authority;

const REFERRALS = ['rf-young', 'rf-stale', 'grade', 'declarations'] as const;
const money = fc.integer({ min: 0, max: 10_000 }).map(cents);
const percent = fc.double({ min: 0, max: 200, noNaN: true });
const grade = fc.constantFrom(...GRADES);

const limits = fc.record({
  currency: fc.constant('USD' as const),
  limitEachEventMinor: fc.option(money),
  aggregateMinor: fc.option(money),
  ourLineMinor: fc.option(money),
  premiumMinor: fc.option(money),
  lowestGrade: fc.option(grade),
  schedulePercent: fc.option(percent),
  walkAwayPercent: fc.option(percent),
  mayClear: fc.oneof(fc.constant('all' as const), fc.subarray([...REFERRALS])),
  mayApproveDecline: fc.boolean(),
});
const facts = fc.record({
  currency: fc.constant('USD'),
  limitEachEventMinor: fc.option(money),
  aggregateMinor: fc.option(money),
  ourLineMinor: fc.option(money),
  quotedMinor: fc.option(money),
  technicalMinor: fc.option(money),
  grade: fc.option(grade),
  isDeclined: fc.boolean(),
  schedulePercent: fc.double({ min: -100, max: 300, noNaN: true }),
  referrals: fc.subarray([...REFERRALS]).map((ids) => ids.map((id) => ({ id, label: id }))),
});

/** What is exceeded, told apart by a rule of its own for each measure: what the code must agree with. */
function exceeded(deal: AuthorityFacts, may: AuthorityLimits): ReadonlySet<AuthorityMeasure> {
  const above = (value: number | null, limit: number | null) =>
    value !== null && limit !== null && value - limit > 0;
  const rank = (one: AuthorityFacts['grade']) => (one === null ? 99 : GRADES.indexOf(one));
  const tests: readonly (readonly [AuthorityMeasure, boolean])[] = [
    ['limitEachEvent', above(deal.limitEachEventMinor, may.limitEachEventMinor)],
    ['aggregate', above(deal.aggregateMinor, may.aggregateMinor)],
    ['ourLine', above(deal.ourLineMinor, may.ourLineMinor)],
    ['premium', above(deal.quotedMinor, may.premiumMinor)],
    ['grade', may.lowestGrade !== null && rank(deal.grade) > rank(may.lowestGrade)],
    ['decline', deal.isDeclined && !may.mayApproveDecline],
    ['schedule', above(Math.max(deal.schedulePercent, -deal.schedulePercent), may.schedulePercent)],
    [
      'walkAway',
      may.walkAwayPercent !== null &&
        deal.quotedMinor !== null &&
        deal.technicalMinor !== null &&
        deal.technicalMinor > 0 &&
        (deal.quotedMinor / deal.technicalMinor) * 100 < may.walkAwayPercent,
    ],
    ['referral', deal.referrals.some(({ id }) => may.mayClear !== 'all' && !new Set(may.mayClear).has(id))],
  ];
  return new Set(tests.flatMap(([measure, isExceeded]) => (isExceeded ? [measure] : [])));
}

const NONE = firstLimitsOf('head');

describe('authority', () => {
  it('is exceeded by whatever is beyond any measure, and by nothing else: thousands of deals and people', () => {
    fc.assert(
      fc.property(facts, limits, (deal, may) => {
        const found = authorityFindings(deal, { name: 'Ada', limits: may }, WORDS);
        expect(new Set(found.map(({ measure }) => measure))).toEqual(exceeded(deal, may));
        for (const { sentence } of found) expect(sentence).toMatch(/^[^{}]*\.$/);
        const names = found.flatMap(({ referralId }) => referralId ?? []);
        const wanted = deal.referrals
          .map(({ id }) => id)
          .filter((id) => may.mayClear !== 'all' && !may.mayClear.includes(id));
        expect(names).toEqual(wanted);
      }),
      { numRuns: 5000 },
    );
  });

  it('one step beyond any limit of money is a finding, and the limit itself is none', () => {
    const measures = [
      ['limitEachEvent', 'limitEachEventMinor', 'limitEachEventMinor'],
      ['aggregate', 'aggregateMinor', 'aggregateMinor'],
      ['ourLine', 'ourLineMinor', 'ourLineMinor'],
      ['premium', 'quotedMinor', 'premiumMinor'],
    ] as const;
    fc.assert(
      fc.property(money, fc.constantFrom(...measures), (limit, [measure, fact, name]) => {
        const may = { ...NONE, [name]: limit };
        const deal = (value: number): AuthorityFacts => ({ ...WITHIN, [fact]: cents(value) });
        expect(authorityFindings(deal(limit), { name: 'Ada', limits: may }, WORDS)).toEqual([]);
        expect(
          authorityFindings(deal(limit + 1), { name: 'Ada', limits: may }, WORDS).map((f) => f.measure),
        ).toEqual([measure]);
      }),
    );
  });

  it('in another currency than the deal is not compared, and is a finding where it has an amount', () => {
    const deal = { ...WITHIN, currency: 'EUR' };
    const found = authorityFindings(
      deal,
      { name: 'Ada', limits: { ...NONE, premiumMinor: cents(5) } },
      WORDS,
    );
    expect(found.map(({ sentence }) => sentence)).toEqual([
      'The deal is in EUR, but the authority of Ada is in USD.',
    ]);
    expect(authorityFindings(deal, { name: 'Ada', limits: NONE }, WORDS)).toEqual([]);
  });

  it('a subject without a grade is below every lowest grade', () => {
    const found = authorityFindings(
      { ...WITHIN, grade: null },
      { name: 'Ada', limits: { ...NONE, lowestGrade: 'D' } },
      WORDS,
    );
    expect(found.map(({ sentence }) => sentence)).toEqual([
      'A subject without a grade is below D, the lowest grade that Ada may write.',
    ]);
  });
});

const WITHIN: AuthorityFacts = {
  currency: 'USD',
  limitEachEventMinor: cents(10),
  aggregateMinor: cents(20),
  ourLineMinor: cents(20),
  quotedMinor: cents(3),
  technicalMinor: cents(3),
  grade: 'A',
  isDeclined: false,
  schedulePercent: 0,
  referrals: [],
};

describe('the figures of a deal', () => {
  const content: AssessmentContent = typicalContent();
  const of = (changed: AssessmentContent, maximumPayable: number | null = null) =>
    authorityFacts(changed, {
      score: { outcome: { kind: 'graded', grade: 'BBB', action: '' } as never },
      price:
        maximumPayable === null
          ? null
          : { quotedMinor: cents(5), technicalMinor: cents(4), maximumPayableMinor: cents(maximumPayable) },
      referrals: [],
      model: bundledModel,
    });

  it('are at 100 % until a line is written, and then our line is that share of what can be paid', () => {
    expect(of(content, 1001)).toMatchObject({ aggregateMinor: 1001, ourLineMinor: 1001, quotedMinor: 5 });
    const line = { orderPercent: 50, writtenPercent: 12.5, role: 'lead' as const };
    const withLine = { ...content, terms: { ...content.terms, line } };
    expect(of(withLine, 1000)).toMatchObject({ aggregateMinor: 1000, ourLineMinor: 125 });
  });

  it('without a price are read off the terms: own aggregates, and the policy’s over the shared parts', () => {
    const [part] = content.terms.parts;
    if (part === undefined) throw new Error('no part');
    const parts = [
      { ...part, limitMinor: cents(100), aggregateLimitMinor: null, isShared: false },
      { ...part, limitMinor: cents(70), aggregateLimitMinor: cents(80), isShared: true },
      { ...part, limitMinor: cents(60), aggregateLimitMinor: null, isShared: true },
    ];
    const withParts = (policy: number | null) => ({
      ...content,
      terms: { ...content.terms, parts, policyAggregateLimitMinor: policy === null ? null : cents(policy) },
    });
    expect(of(withParts(null))).toMatchObject({ limitEachEventMinor: 100, aggregateMinor: 180 });
    expect(of(withParts(90))).toMatchObject({ aggregateMinor: 190, ourLineMinor: 190 });
    const without = { ...content, terms: { ...content.terms, parts: [] } };
    expect(of(without)).toMatchObject({
      limitEachEventMinor: null,
      aggregateMinor: null,
      ourLineMinor: null,
    });
  });
});

describe('judging by somebody’s authority', () => {
  const content = typicalContent();
  const today = day(content.asOf);
  const judged = (authority: Pick<Profile, 'name' | 'limits'> | null) =>
    judge({ content, model: bundledModel, today, grid: 'draft', authority });
  const aboutAuthority = (authority: Pick<Profile, 'name' | 'limits'> | null) =>
    judged(authority).issues.filter(({ id }) => id.endsWith('rf-authority'));

  it('is not computed for nobody, and the note says what it needs', () => {
    expect(aboutAuthority(null)).toMatchObject([
      { severity: 'note', message: expect.stringContaining('Needs the underwriter') },
    ]);
    expect(judge({ content, model: bundledModel, today, grid: 'draft' })).toEqual(judged(null));
  });

  it('is a referral beyond it, which a person with the authority does not have', () => {
    const low = { name: 'Ben Osei', limits: { ...NONE, limitEachEventMinor: cents(1) } };
    const judgement = judged(low);
    expect(judgement.flags.find(({ id }) => id === 'rf-authority')).toMatchObject({
      kind: 'referral',
      reason: expect.stringContaining('that Ben Osei may write'),
    });
    expect(judgement.decision.kind).not.toBe('quote');
    expect(aboutAuthority(low).map(({ severity }) => severity)).toEqual(['needs-authority', 'note']);
    const high = aboutAuthority({ name: 'Ada', limits: NONE });
    expect(high).toMatchObject([
      { severity: 'note', message: expect.stringContaining('capacity and capital') },
    ]);
    expect(high[0]?.message).not.toContain('Needs the underwriter');
  });

  it('leaves what it refers for other reasons to those', () => {
    const flag = authorityReferral(
      { ...WITHIN, referrals: [{ id: 'rf-young', label: 'Young' }], isDeclined: true },
      { name: 'Ben', limits: firstLimitsOf('underwriter') },
      WORDS,
    );
    expect(flag).toBeNull();
  });
});
