import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, AssessmentContent, Incident } from '#shared/domain/assessment-content.ts';
import { addDays, daysBetween } from '#shared/domain/dates.ts';
import { countedDay, firstDay, lastDayOf } from '#shared/domain/unknown-day.ts';
import { FIX_STATUSES } from '#shared/domain/vocabulary.ts';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { example, model, quotableExample } from '#test/models/model-2026-2.ts';
import { cents, day } from '../support/branded.ts';

const judged = (content: AssessmentContent) => judge({ content, model, today: content.asOf, grid: 'draft' });
const [entered] = example.incidents as [Incident];

/** A loss without anything that is a referral by itself. */
const loss = (id: string, date: string, change: Partial<Incident> = {}): Incident => ({
  ...entered,
  id,
  date: day(date),
  cause: 'key-hot',
  lossMinor: cents(50_000_000),
  recoveredMinor: cents(0),
  assetsAtTimeMinor: cents(100_000_000_000),
  fixStatus: 'verified',
  ...change,
});
const withIncidents = (...incidents: readonly Incident[]): AssessmentContent => ({
  ...quotableExample,
  incidents: [...incidents],
});

describe('a day that is not known', () => {
  const unknown = loss('b', lastDayOf('2023')!.date, { datePrecision: 'year' });

  it('meets the repeat that some day of it would meet', () => {
    const known = judged(withIncidents(loss('a', '2021-11-30'), loss('b', '2023-06-10')));
    expect(known.flags.map(({ id }) => id)).toContain('rf-repeat');
    const open = judged(withIncidents(loss('a', '2021-11-30'), unknown));
    expect(open.decision.kind).toBe('indication');
    expect(open.flags.map(({ id }) => id)).toContain('rf-repeat');
    expect(open.flags.find(({ id }) => id === 'rf-repeat')?.reason.replaceAll('\u00a0', ' ')).toBe(
      '“Hot-wallet or operational key compromise” came back within 2 years: on 30 Nov 2021 and in 2023.',
    );
  });

  it('repeats nothing that no day of it would', () => {
    const { flags } = judged(withIncidents(loss('a', '2020-12-20'), unknown));
    expect(flags.map(({ id }) => id)).not.toContain('rf-repeat');
  });

  it('makes a record chronic where some day of it would', () => {
    const open = (first: string) =>
      scoreAssessment(
        withIncidents(loss('a', first, { fixStatus: 'none' }), { ...unknown, fixStatus: 'none' }),
        model,
      ).knockOuts.map(({ id }) => id);
    expect(open('2021-11-30')).toContain('ko-chronic');
    expect(open('2020-11-30')).not.toContain('ko-chronic');
  });

  const registers = fc.array(
    fc.record({
      daysAgo: fc.integer({ min: 20, max: 2500 }),
      cause: fc.constantFrom('key-hot', 'insider'),
      lossMinor: fc.integer({ min: 10_000_000, max: 20_000_000_000 }),
      fixStatus: fc.constantFrom(...FIX_STATUSES),
      boundary: fc.constantFrom('own', 'own', 'affiliate'),
    }),
    { minLength: 1, maxLength: 4 },
  );
  const cases = fc.record({
    register: registers,
    precision: fc.constantFrom('month', 'year'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

  /** The register with the day of its first incident open, and with one day of what is known of it. */
  function openAndKnown({ register, precision, at }: Case) {
    const incidents = register.map(({ daysAgo, lossMinor, ...change }, i) =>
      loss(`i${i}`, addDays(example.asOf, -daysAgo), {
        ...change,
        lossMinor: cents(lossMinor),
      } as Partial<Incident>),
    );
    const [first, ...others] = incidents as [Incident, ...Incident[]];
    const open: Incident = { ...first, ...lastDayOf(first.date.slice(0, precision === 'year' ? 4 : 7))! };
    const [from, to] = [firstDay(open), countedDay(open, example.asOf)];
    const known = { ...first, date: addDays(from, Math.round(at * daysBetween(from, to))) };
    return { open: withIncidents(open, ...others), known: withIncidents(known, ...others) };
  }

  it('never scores better than any day that it may have been, and raises all that one would', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { open, known } = openAndKnown(one);
        const [unsure, sure] = [scoreAssessment(open, model), scoreAssessment(known, model)];
        expect(unsure.overall).toBeLessThanOrEqual(sure.overall + 1e-9);
        const knocked = unsure.knockOuts.map(({ id }) => id);
        for (const { id } of sure.knockOuts) expect(knocked).toContain(id);
        const load = ({ incidentWorking }: typeof sure) => incidentWorking.load;
        expect(load(unsure)).toBeGreaterThanOrEqual(load(sure) - 1e-9);
      }),
      { numRuns: Number(process.env.DEALS ?? 300) },
    );
  });

  it('is never cheaper, and never decided better', () => {
    const rank = ['quote', 'indication', 'not-quotable', 'refused'];
    fc.assert(
      fc.property(cases, (one) => {
        const { open, known } = openAndKnown(one);
        const [unsure, sure] = [judged(open), judged(known)];
        expect(rank.indexOf(unsure.decision.kind)).toBeGreaterThanOrEqual(rank.indexOf(sure.decision.kind));
        if (!unsure.price.ok || !sure.price.ok) return;
        expect(unsure.price.value.technicalMinor).toBeGreaterThanOrEqual(sure.price.value.technicalMinor - 1);
      }),
      { numRuns: (Number(process.env.DEALS ?? 300) / 8) | 0 },
    );
  });
});

describe('assets at the time that are not known', () => {
  it('are a referral where a loss may have been a larger share of them, and so never a better quote than any', () => {
    const of = (assetsAtTimeMinor: number | null) =>
      judged(
        withIncidents(
          loss('a', '2023-06-10', {
            lossMinor: cents(400_000_000),
            assetsAtTimeMinor: assetsAtTimeMinor === null ? null : cents(assetsAtTimeMinor),
          }),
        ),
      );
    const open = of(null);
    expect(open.decision.kind).toBe('indication');
    expect(open.flags.map(({ id }) => id)).toContain('assets-not-known');
    expect(open.decision.reasons.join(' ')).toMatch(/Assets at the time of a loss not known\. Not known of/);
    // A share of half of the assets is a referral, and the whole of them no quote either.
    for (const assets of [400_000_000, 800_000_000]) expect(of(assets).decision.kind).not.toBe('quote');
    expect(of(100_000_000_000).decision.kind).toBe('quote');
  });

  it('are none where the loss is all that was there today', () => {
    const all = withIncidents(loss('a', '2023-06-10', { lossMinor: cents(9e12), assetsAtTimeMinor: null }));
    expect(judged(all).flags.map(({ id }) => id)).not.toContain('assets-not-known');
  });
});

describe('a question that a rule rests on', () => {
  const answered = (id: string, change: Partial<Answer> | null): AssessmentContent => {
    const { [id]: before, ...others } = quotableExample.answers;
    return {
      ...quotableExample,
      answers: change === null ? others : { ...others, [id]: { ...before!, ...change } },
    };
  };
  const applying = (id: string) =>
    model.factors.find((factor) => factor.id === id)?.appliesTo.includes(quotableExample.subject.type) ===
    true;
  const tested = [
    ...model.knockOuts.flatMap(({ rule, appliesTo }) =>
      !appliesTo.includes(quotableExample.subject.type)
        ? []
        : rule.kind === 'answer-level'
          ? rule.anyOf.map(({ factorId }) => factorId)
          : rule.kind === 'reserves'
            ? [rule.factorId]
            : [],
    ),
    ...model.referrals.flatMap(({ rule }) =>
      rule.kind === 'answer-level' || rule.kind === 'numeric-above' ? [rule.factorId] : [],
    ),
  ].filter(applying);

  it.each([...new Set(tested)])(
    '%s is no quote when it is set aside, and none when it is not answered',
    (id) => {
      const aside = judged(answered(id, { evidence: 'not-applicable', reason: 'No such thing here' }));
      expect(aside.decision.kind).not.toBe('quote');
      expect(aside.flags.map((flag) => flag.id)).toContain('set-aside');
      const open = judged(answered(id, null));
      // Where the exposures give the share, the referral is tested by that.
      if (id !== 'cu-hot-ratio') expect(open.decision.kind).not.toBe('quote');
      expect(open.score.overall).toBeLessThan(judged(quotableExample).score.overall);
    },
  );

  it('unanswered is decided no better than the worst answer', () => {
    const unknown = judged(answered('au-firm', { level: 'unknown' }));
    const open = judged(answered('au-firm', null));
    expect(unknown.decision.kind).toBe('indication');
    expect(open.decision.kind).toBe('indication');
    expect(open.flags.map(({ id }) => id)).toContain('untested');
    expect(open.score.overall).toBeLessThanOrEqual(unknown.score.overall);
  });

  it.each(['-', 'n/a', '?', 'TBC', '…', 'Not known'])('is not set aside by “%s”', (reason) => {
    const { decision, issues } = judged(answered('cu-quorum', { evidence: 'not-applicable', reason }));
    expect(decision.kind).toBe('refused');
    expect(issues.find(({ id }) => id === 'empty-reason:cu-quorum')?.message).toBe(
      `Say why “Authorisation quorum” does not apply: “${reason}” says nothing.`,
    );
  });
});
