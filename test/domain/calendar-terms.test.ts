import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, daysOfMonths, missedAnniversary } from '#shared/domain/calendar-terms.ts';
import { addDays } from '#shared/domain/dates.ts';
import { day } from '../support/branded.ts';

describe('calendar months', () => {
  it.each([
    ['2027-03-01', 12, '2028-03-01', 366],
    ['2027-01-01', 12, '2028-01-01', 365],
    ['2028-02-29', 12, '2029-02-28', 365],
    ['2027-08-31', 6, '2028-02-29', 182],
    ['2026-12-15', 1, '2027-01-15', 31],
    ['2027-01-31', 0, '2027-01-31', 0],
    ['2027-03-01', 36, '2030-03-01', 1096],
  ])('from %s, %d of them end on %s: %d days', (start, months, end, days) => {
    expect(addMonths(day(start), months)).toBe(end);
    expect(daysOfMonths(day(start), months)).toBe(days);
  });

  it('name the anniversary that a period misses by a day, and no other', () => {
    const starts = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(day('2020-01-01'), n));
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 1096 }), (start, days) => {
        const missed = missedAnniversary(start, days);
        const distances = [12, 24, 36].map((months) => Math.abs(daysOfMonths(start, months) - days));
        expect(missed !== null).toBe(distances.includes(1));
        if (missed !== null) expect(addMonths(start, missed.months)).toBe(missed.end);
      }),
      { numRuns: 2000 },
    );
  });
});
