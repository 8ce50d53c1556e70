import { describe, expect, it } from 'vitest';
import { ageUnder, lastYearsText, spanText, yearsText } from '#shared/domain/span-text.ts';
import { whenText } from '#shared/domain/unknown-day.ts';
import { day } from '../support/branded.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('a length of time as people say it', () => {
  it.each([
    ['2026-10-14', '2026-11-22', '39 days'],
    ['2026-11-22', '2026-11-22', '0 days'],
    ['2026-11-21', '2026-11-22', '1 day'],
    ['2026-12-01', '2026-11-22', '0 days'],
    ['2026-08-23', '2026-11-22', '2 months'],
    ['2025-11-22', '2026-11-22', '1 year'],
    ['2025-09-30', '2026-11-22', '13 months'],
    ['2024-12-23', '2026-11-22', '22 months'],
    ['2024-05-22', '2026-11-22', '2 years and 6 months'],
    ['2018-05-14', '2026-11-22', '8 years and 6 months'],
    ['2024-02-29', '2025-02-28', '1 year'],
  ])('from %s to %s is %s', (from, to, words) => expect(plain(spanText(day(from), day(to)))).toBe(words));

  it.each([
    [0.5, '6 months'],
    [1, '1 year'],
    [1.5, '18 months'],
    [2, '2 years'],
    [2.5, '2 years and 6 months'],
    [0.1, '37 days'],
  ])('%d years are %s', (years, words) => expect(plain(yearsText(years))).toBe(words));

  it('never reads as the limit that it is under', () => {
    // 181 days: six months by the calendar, and less than half a year.
    expect(plain(ageUnder(day('2026-01-01'), day('2026-07-01'), 0.5))).toBe('181 days');
    expect(plain(lastYearsText(1))).toBe('the last year');
    expect(plain(lastYearsText(2))).toBe('the last 2 years');
  });
});

it('a day has its preposition by what is known of it', () => {
  const date = day('2021-03-31');
  expect(plain(whenText({ date }))).toBe('on 31 Mar 2021');
  expect(plain(whenText({ date, datePrecision: 'month' }))).toBe('in March 2021');
  expect(plain(whenText({ date, datePrecision: 'year' }))).toBe('in 2021');
});
