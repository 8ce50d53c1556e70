import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessmentContent, Incident } from '#shared/domain/assessment-content.ts';
import { addDays } from '#shared/domain/dates.ts';
import { FIX_STATUSES } from '#shared/domain/vocabulary.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { example, model, quotableExample } from '#test/models/model-2026-2.ts';
import { cents, day } from '../support/branded.ts';

const [entered] = example.incidents as [Incident];
const WITHIN = model.wording.decision!.losses!.oneLoss.withinDays;
const loss = (id: string, date: string, lossMinor: number, change: Partial<Incident> = {}): Incident => ({
  ...entered,
  id,
  date: day(date),
  cause: 'key-hot',
  lossMinor: cents(lossMinor),
  recoveredMinor: cents(0),
  assetsAtTimeMinor: cents(100_000_000_000),
  ...change,
});
const judged = (...incidents: readonly Incident[]) => {
  const content: AssessmentContent = { ...quotableExample, incidents: [...incidents] };
  return judge({ content, model, today: content.asOf, grid: 'draft' });
};
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('one loss entered in pieces', () => {
  it('days apart and under two causes is asked about, by its days and causes', () => {
    const { issues } = judged(
      loss('a', '2024-03-01', 30_000_000),
      loss('b', '2024-03-09', 20_000_000, { cause: 'insider' }),
    );
    const asked = issues.find(({ id }) => id === 'one-loss:a:b');
    expect(plain(asked?.message ?? '')).toMatch(
      /^2 incidents \(.+ and .+\) stand on 1 Mar 2024 and on 9 Mar 2024; together they lost USD 500,000\. Is it one loss in pieces\?/,
    );
  });

  it('is a referral with words of its own where it counts for more as one', () => {
    const pieces = Array.from({ length: 4 }, (_, i) =>
      loss(`p${i}`, addDays(day('2025-03-01'), 3 * i), 9_999_999),
    );
    const { decision, flags } = judged(...pieces);
    expect(decision.kind).toBe('indication');
    const found = flags.find(({ id }) => id === 'one-loss');
    expect(found?.fields).toEqual(['p0', 'p1', 'p2', 'p3']);
    expect(plain(found?.reason ?? '')).toMatch(
      /^The 4 incidents on 1 Mar 2025, on 4 Mar 2025, on 7 Mar 2025 and on 10 Mar 2025 count for more as one loss: a score of [\d.]+, not [\d.]+\. Enter them once, or say why they are several\.$/,
    );
  });

  it('may be on a day that is not known', () => {
    const { issues } = judged(
      loss('a', '2024-03-01', 30_000_000),
      loss('b', '2024-12-31', 20_000_000, { datePrecision: 'year' }),
    );
    expect(issues.map(({ id }) => id)).toContain('one-loss:a:b');
  });

  it('is not asked about further apart, nor of another subject', () => {
    const first = loss('a', '2024-03-01', 30_000_000);
    const later = addDays(first.date, WITHIN + 1);
    for (const other of [
      loss('b', later, 20_000_000),
      loss('b', first.date, 20_000_000, { boundary: 'affiliate' }),
    ])
      expect(judged(first, other).issues.filter(({ id }) => id.startsWith('one-loss'))).toEqual([]);
    const last = loss('b', addDays(first.date, WITHIN), 20_000_000);
    expect(judged(first, last).issues.map(({ id }) => id)).toContain('one-loss:a:b');
  });

  it('never makes a quote of what is none, or scores less, as the whole', () => {
    const cases = fc.record({
      start: fc.integer({ min: 40, max: 1800 }),
      pieces: fc.array(
        fc.record({
          after: fc.integer({ min: 0, max: WITHIN }),
          lossMinor: fc.oneof(
            fc.integer({ min: 1_000_000, max: 9_999_999 }),
            fc.integer({ min: 10_000_000, max: 4_000_000_000 }),
          ),
          cause: fc.constantFrom('key-hot', 'insider', 'social-eng'),
        }),
        { minLength: 2, maxLength: 4 },
      ),
      fixStatus: fc.constantFrom(...FIX_STATUSES),
    });
    let quotes = 0;
    fc.assert(
      fc.property(cases, ({ start, pieces, fixStatus }) => {
        const from = addDays(example.asOf, -start);
        const apart = pieces.map(({ after, lossMinor, cause }, i) =>
          loss(`p${i}`, addDays(from, after), lossMinor, { cause, fixStatus }),
        );
        const last = apart.reduce((a, b) => (b.date > a.date ? b : a));
        const whole = {
          ...last,
          lossMinor: cents(pieces.reduce((sum, { lossMinor }) => sum + lossMinor, 0)),
        };
        const [one, several] = [judged(whole), judged(...apart)];
        if (several.decision.kind !== 'quote') return;
        quotes += 1;
        expect(one.decision.kind).toBe('quote');
        expect(several.score.overall).toBeLessThanOrEqual(one.score.overall + 1e-9);
      }),
      { numRuns: 120 },
    );
    expect(quotes).toBeGreaterThan(3);
  });
});
