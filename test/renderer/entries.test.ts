import { describe, expect, it } from 'vitest';
import { parseDate, today } from '#renderer/components/format/dates.ts';
import { parseNumber, plainNumber } from '#renderer/components/format/numbers.ts';
import { day } from '../support/branded.ts';

describe('reading a day', () => {
  it.each([
    ['2026-11-22', '2026-11-22'],
    ['22/11/2026', '2026-11-22'],
    ['3.4.2025', '2025-04-03'],
    ['22 Nov 2026', '2026-11-22'],
    ['22 november 2026', '2026-11-22'],
    ['1-feb-2024', '2024-02-01'],
    ['today', '2030-01-02'],
  ])('%s', (text, date) => expect(parseDate(text, day('2030-01-02'))).toEqual({ kind: 'date', date }));

  it.each(['31/02/2025', '2025-13-01', '22 Foo 2026', 'soon', '11/22/2026'])('%s is no day', (text) =>
    expect(parseDate(text, day('2030-01-02'))).toMatchObject({ kind: 'error' }),
  );

  it('today is the day on the wall, not in Greenwich', () =>
    expect(today(new Date(2026, 0, 5, 23, 30))).toBe('2026-01-05'));
});

describe('reading a number', () => {
  it.each([
    ['12', 12],
    ['2.5', 2.5],
    ['12 %', 12],
    ['1,250', 1250],
    ['−5', -5],
  ])('%s', (text, value) => expect(parseNumber(text, -10, 5000)).toEqual({ kind: 'number', value }));

  it('names its range', () =>
    expect(parseNumber('101', 0, 100)).toEqual({ kind: 'error', message: 'Must be between 0 and 100.' }));

  it.each(['abc', '1,5', '', '1e5'])('%s is no number', (text) =>
    expect(parseNumber(text, 0, 1e9).kind).not.toBe('number'),
  );

  it('shows no padded zeros', () =>
    expect([2.5, 12, 1234.5, 0].map(plainNumber)).toEqual(['2.5', '12', '1,234.5', '0']));
});
