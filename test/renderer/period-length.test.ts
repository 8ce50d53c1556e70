import { describe, expect, it } from 'vitest';
import { parsePeriodLength } from '#renderer/features/intake/sections/parse-period-length.ts';
import { day } from '../support/branded.ts';

const start = day('2027-03-01');
const EXAMPLES = 'Enter whole days, such as 365, or months or years such as “12 months” or “1 year”.';

describe('the length of a period', () => {
  it.each([
    ['365', 365],
    ['1,096', 1096],
    ['90 days', 90],
    ['12 months', 366],
    ['1 year', 366],
    ['18m', 550],
    ['3y', 1096],
  ])('takes %s', (text, value) => {
    expect(parsePeriodLength(text, start)).toEqual({ kind: 'value', value });
  });

  it.each([
    ['37 months', 'Must be between 1 day and 36 months.'],
    ['0 months', 'Must be between 1 day and 36 months.'],
    ['2.5', EXAMPLES],
    ['0', 'Must be between 1 and 1,096 days.'],
    ['a year', EXAMPLES],
  ])('refuses %s: %s', (text, message) => {
    expect(parsePeriodLength(text, start)).toEqual({ kind: 'error', message });
  });

  it('cannot count months without a start', () => {
    expect(parsePeriodLength('12 months', null)).toEqual({
      kind: 'error',
      message: 'Enter the start of the period first, or the length in days.',
    });
  });
});
