import { afterEach, describe, expect, it } from 'vitest';
import { addDays, daysBetween, localDay, utcDay } from '#shared/domain/dates.ts';
import { buildQuoteDocument } from '#shared/quote/quote-document.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { bundledModel as model, workedExample } from '#test/models/bundled-model.ts';
import { day } from '../support/branded.ts';

describe('days added to a day', () => {
  it.each([
    ['2026-11-28', 1, '2026-11-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-28', 365, '2027-03-28'],
    ['9999-12-31', 1, '9999-12-31'],
    ['9999-06-01', 365, '9999-12-31'],
    ['0000-01-01', -1, '0000-01-01'],
  ])('%s and %i days', (from, days, to) => expect(addDays(day(from), days)).toBe(to));

  it('are those between the two', () =>
    expect(daysBetween(day('2026-11-28'), addDays(day('2026-11-28'), 400))).toBe(400));

  it('never keep a draft from being shown, however far off its period', () => {
    const content = { ...workedExample, terms: { ...workedExample.terms, periodStart: day('9999-12-31') } };
    const judgement = judge({ content, model, today: day('2026-11-28'), grid: 'draft' });
    expect(judgement.decision.kind).toBe('refused');
    const { periodEnd } = buildQuoteDocument({
      rating: { content, judgement, bridge: null, effects: null, range: null },
      activeModel: { model, hash: 'a'.repeat(64), wordingHash: 'b'.repeat(64) },
      designation: { status: 'draft' },
      preparation: { paper: 'a4', preparedAt: '2026-11-28T12:00:00.000Z', preparedBy: 'R. Vance' },
    });
    expect(periodEnd).toBe('9999-12-31');
  });
});

describe('the day of a moment', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it.each([
    ['Pacific/Auckland', '2026-11-29'],
    ['Europe/London', '2026-11-28'],
    ['Pacific/Honolulu', '2026-11-28'],
  ])('is that of the reader in %s', (name, expected) => {
    process.env.TZ = name;
    const moment = new Date('2026-11-28T23:30:00Z');
    expect([localDay(moment), utcDay(moment)]).toEqual([expected, '2026-11-28']);
  });
});
