import { describe, expect, it } from 'vitest';
import { cents, day } from '../support/branded.ts';
import { evaluated, examplePart, exampleWith, priced, withTerms } from './quotes.ts';

const m = (millions: number) => cents(millions * 1_000_000_00);
const online = (changes: Record<string, unknown> = {}) => ({
  part: 'crime-online',
  limitMinor: m(25),
  ...changes,
});
const specie = (changes: Record<string, unknown> = {}) => ({
  part: 'specie-offline',
  limitMinor: m(60),
  ...changes,
});

describe('aggregate terms', () => {
  it('let the aggregate limit default to the limit each event', () => {
    const price = priced(withTerms({ parts: [online()] }));
    expect(price.parts[0]!.aggregateLimitMinor).toBe(m(25));
    expect(price.maximumPayableMinor).toBe(m(25));
  });

  it('count what can be paid at most: min(PL, shared) plus the others', () => {
    const both = [online({ isShared: true }), specie({ isShared: true })];
    const of = (terms: Record<string, unknown>) => priced(withTerms(terms)).maximumPayableMinor;
    expect(of({ parts: both, policyAggregateLimitMinor: m(70) })).toBe(m(70));
    expect(of({ parts: both, policyAggregateLimitMinor: m(200) })).toBe(m(85));
    expect(of({ parts: [online({ isShared: true }), specie()], policyAggregateLimitMinor: m(10) })).toBe(
      m(70),
    );
    expect(of({ parts: [online(), specie()] })).toBe(m(85));
  });

  it('put all modelled parts under policy terms when none is marked', () => {
    const price = priced(withTerms({ parts: [online(), specie()], policyAggregateLimitMinor: m(30) }));
    expect(price.parts.every((p) => p.isShared)).toBe(true);
    expect(price.maximumPayableMinor).toBe(m(30));
  });

  it('give shared parts without a policy limit the largest aggregate limit among them', () => {
    const price = priced(withTerms({ parts: [online({ isShared: true }), specie({ isShared: true })] }));
    expect(price.policyLimitMinor).toBe(m(60));
    const other = priced(withTerms({ parts: [online(), specie()], policyAggregateRetentionMinor: m(1) }));
    expect(other.policyLimitMinor).toBe(m(60));
    expect(other.policyRetentionMinor).toBe(m(1));
  });

  it('share one limit: the group costs less than its parts and never more than the limit', () => {
    const apart = priced(withTerms({ parts: [online(), specie()] }), 'full');
    const shared = priced(
      withTerms({
        parts: [online({ isShared: true }), specie({ isShared: true })],
        policyAggregateLimitMinor: m(30),
      }),
      'full',
    );
    expect(shared.loss.mean).toBeLessThan(apart.loss.mean);
    expect(shared.loss.aggregateCurve.at(-1)!.loss).toBeCloseTo(30_000_000, 3);
  });

  it('do not depend on limits that never bite', () => {
    const tight = priced(
      withTerms({ parts: [online({ isShared: true })], policyAggregateLimitMinor: m(25) }),
      'full',
    );
    const wide = priced(
      withTerms({ parts: [online({ isShared: true })], policyAggregateLimitMinor: m(9_000) }),
      'full',
    );
    const none = priced(withTerms({ parts: [online()] }), 'full');
    expect(wide.technicalMinor).toBe(tight.technicalMinor);
    expect(none.technicalMinor).toBe(tight.technicalMinor);
  });

  it('take an aggregate retention off the sum and out of the chance of any loss', () => {
    const price = priced(withTerms({ parts: [online({ aggregateRetentionMinor: m(20) })] }), 'full');
    const without = priced(withTerms({ parts: [online()] }), 'full');
    expect(price.loss.mean).toBeLessThan(without.loss.mean);
    expect(price.loss.probabilityAnyLoss).toBeLessThan(without.loss.probabilityAnyLoss);
    expect(price.loss.probabilityAnyLoss).toBeGreaterThan(0);
  });
});

describe('limits of a loss', () => {
  it('a retention at or above the exposed value cannot attach: its loss is 0, with a warning', () => {
    const { price, warnings, blocks } = evaluated(
      examplePart('specie-offline', { retentionMinor: cents(m(900)) }),
    );
    expect(price.ok && price.value.parts.find((p) => p.part === 'specie-offline')).toMatchObject({
      periodMean: 0,
      periodSd: 0,
      probabilityAttach: 0,
      probabilityAnyLoss: 0,
    });
    expect(warnings.map((w) => w.id)).toEqual(['cannot-attach:specie-offline']);
    expect(blocks.map((b) => b.id)).toEqual(['part-too-small:specie-offline']);
  });

  it('a limit beyond the exposed value pays no more than the value', () => {
    const at = (limitMinor: number) =>
      priced(
        withTerms({ parts: [online({ limitMinor, retentionMinor: m(20), aggregateLimitMinor: m(500) })] }),
      ).loss.mean;
    expect(at(m(100))).toBeCloseTo(at(m(500)), 4);
  });
});

describe('referrals that terms raise', () => {
  // The worked example does not answer its declarations nor date its evidence, which are referrals of their own.
  const ofTerms = (content: unknown) =>
    evaluated(content).referrals.filter(({ id }) => id !== 'declarations' && id !== 'evidence-old');
  const raised = (content: unknown) => ofTerms(content).map((r) => r.id);

  it('none for the worked example, and none before a part is chosen', () => {
    expect(raised(exampleWith({}))).toEqual([]);
    expect(raised(withTerms({}))).toEqual([]);
  });

  it.each<[string, Parameters<typeof exampleWith>[0]]>([
    ['rf-override', { schedulePercent: 25.1 }],
    ['rf-override', { schedulePercent: -30 }],
    ['rf-war-clause', { cyberClause: null }],
    ['rf-signing-wording', { signingWording: null }],
    ['rf-stale', { periodStart: day('2027-02-21') }],
  ])('%s: %o', (id, changes) => expect(raised(exampleWith(changes))).toEqual([id]));

  it('stop at their edges', () => {
    expect(raised(exampleWith({ schedulePercent: 25 }))).toEqual([]);
    expect(raised(exampleWith({ periodStart: day('2027-02-20') }))).toEqual([]);
    expect(raised(examplePart('crime-online', { limitMinor: cents(m(120)) }))).toEqual([]);
  });

  it('rf-overinsured names the part whose limit is above its exposed value', () => {
    const referrals = ofTerms(examplePart('crime-online', { limitMinor: cents(m(121)) }));
    expect(referrals).toMatchObject([{ id: 'rf-overinsured', fields: ['crime-online'] }]);
    expect(referrals[0]!.reason.replaceAll('\u00a0', ' ')).toBe(
      'Digital asset crime: online wallets (hot and warm): limit USD 121,000,000 above exposed value USD 120,000,000.',
    );
  });
});

describe('corridors', () => {
  it('leave a note outside, never a change', () => {
    const { price, notes } = evaluated(
      examplePart('crime-online', { retentionMinor: cents(0), isShared: false }),
    );
    expect(price.ok).toBe(true);
    const dear = evaluated(withTerms({ parts: [specie({ limitMinor: m(1), aggregateLimitMinor: m(1) })] }));
    const ofPrice = (found: typeof notes) => found.filter(({ about }) => about === 'price');
    expect(ofPrice(dear.notes).map((n) => n.id)).toEqual(['corridor:specie-offline']);
    expect(dear.blocks).toEqual([]);
    expect(notes.every((n) => n.about === 'price' || n.id.startsWith('not-computed:'))).toBe(true);
  });

  it('hold economic failure against the protocol part, when that is quoted too', () => {
    const lending = {
      ...exampleWith({}),
      subject: { ...exampleWith({}).subject, type: 'lending' as const },
      exposures: { ...exampleWith({}).exposures, valueLockedMinor: m(400) },
      answers: {},
    };
    const econ = { part: 'protocol-econ', limitMinor: m(5) } as const;
    const both = priced(withTerms({ parts: [{ part: 'protocol', limitMinor: m(10) }, econ] }, lending));
    expect(both.parts[1]!.corridor).toMatchObject({
      measure: 'premium-over-protocol-premium',
      low: 0.25,
      high: 0.75,
    });
    expect(both.parts[1]!.corridor!.value).toBeCloseTo(
      both.parts[1]!.shareOfQuotedMinor / both.parts[0]!.shareOfQuotedMinor,
      12,
    );
    expect(priced(withTerms({ parts: [econ] }, lending)).parts[0]!.corridor).toBeNull();
  });
});
