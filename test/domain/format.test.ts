import { describe, expect, it } from 'vitest';
import { formatCount, formatDate, formatDateTime } from '#shared/domain/format-date.ts';
import {
  formatAmount,
  formatAmountPlain,
  formatChange,
  formatMoney,
  formatMoneyPlain,
  formatMoneyShort,
  formatUnits,
  formatUnitsShort,
} from '#shared/domain/format-money.ts';
import {
  formatNumber,
  formatPercent,
  formatPercentChange,
  formatPercentValue,
  formatScore,
  formatShort,
  formatSigned,
  formatSignificant,
  formatTick,
} from '#shared/domain/format-number.ts';
import { cents } from '../support/branded.ts';

/** No-break spaces read as spaces here, so that the tables stay legible. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('numbers', () => {
  it.each([
    [0, 0, '0'],
    [-0.0004, 2, '0.00'],
    [1234.5, 1, '1,234.5'],
    [-1234567, 0, '\u22121,234,567'],
    [999.999, 2, '1,000.00'],
    [Number.POSITIVE_INFINITY, 2, 'infinite'],
    [Number.NaN, 2, 'not available'],
  ])('formatNumber(%d, %d) is %s', (value, decimals, expected) => {
    expect(formatNumber(value, decimals)).toBe(expected);
  });

  it.each([
    [0, '0'],
    [950, '950'],
    [7_500, '7,500'],
    [9_999.4, '9,999'],
    [9_999.6, '10.0k'],
    [32_345.67, '32.3k'],
    [643_200, '643k'],
    [999_600, '1.00m'],
    [1_250_000, '1.25m'],
    [9_996_000, '10.0m'],
    [25_000_000, '25.0m'],
    [-120_000_000, '\u2212120m'],
    [1_880_000_000, '1.88bn'],
    [10_000_000_000_000, '10.0tn'],
  ])('formatShort(%d) is %s', (value, expected) => {
    expect(formatShort(value)).toBe(expected);
  });

  it.each([
    [0, '0'],
    [0.25, '0.25'],
    [1_000, '1k'],
    [2_500_000, '2.5m'],
    [25_000_000, '25m'],
    [-1_000_000_000, '\u22121bn'],
  ])('formatTick(%d) is %s', (value, expected) => {
    expect(formatTick(value)).toBe(expected);
  });

  it.each([
    [0.0310979, '0.0311'],
    [1, '1'],
    [1.0336, '1.034'],
    [0.5, '0.5'],
    [123456, '123,456'],
  ])('formatSignificant(%d) is %s', (value, expected) => {
    expect(formatSignificant(value, value === 0.0310979 ? 3 : 4)).toBe(expected);
  });

  it('writes shares, per cent, scores and signs', () => {
    expect(plain(formatPercent(0.022007))).toBe('2.20%');
    expect(plain(formatPercent(Number.NaN))).toBe('not available');
    expect(plain(formatPercentValue(12.5))).toBe('12.5%');
    expect(plain(formatPercentValue(100))).toBe('100%');
    expect(formatScore(74.4646)).toBe('74.5');
    expect(formatSigned(3.04, 1)).toBe('+3.0');
    expect(formatSigned(0.04, 1)).toBe('0.0');
    expect(formatSigned(-3, 1)).toBe('\u22123.0');
  });
});

describe('money', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [4_356, '43.56'],
    [189_260_000, '1,892,600.00'],
    [-9_960_823, '\u221299,608.23'],
    [1_000_000_000_000_000, '10,000,000,000,000.00'],
  ])('formatAmount(%d) is %s', (minor, expected) => {
    expect(formatAmount(cents(minor))).toBe(expected);
  });

  it('refuses a fraction of a cent', () => {
    expect(() => formatAmount(cents(1.5))).toThrow(RangeError);
    expect(() => formatAmount(cents(Number.NaN))).toThrow(RangeError);
  });

  it('shows the currency, drops empty cents, shortens and signs', () => {
    expect(plain(formatMoney(cents(189_260_000), 'USD'))).toBe('USD 1,892,600.00');
    expect(plain(formatMoneyPlain(cents(2_500_000_000), 'USD'))).toBe('USD 25,000,000');
    expect(formatAmountPlain(cents(199_216_467))).toBe('1,992,164.67');
    expect(plain(formatMoneyShort(cents(2_500_000_000), 'USD'))).toBe('USD 25.0m');
    expect(plain(formatUnitsShort(646_913.3, 'USD'))).toBe('USD 647k');
    expect(formatUnits(646_913.5)).toBe('646,914');
    expect(formatChange(cents(4_985_996))).toBe('+49,859.96');
    expect(formatChange(cents(-54_328_441))).toBe('\u2212543,284.41');
    expect(formatChange(cents(0))).toBe('0.00');
  });
});

describe('dates', () => {
  it.each([
    ['2026-11-22', '22 Nov 2026'],
    ['2027-01-05', '5 Jan 2027'],
    ['2026-02-30', '2026-02-30'],
  ])('formatDate(%s) is %s', (date, expected) => {
    expect(plain(formatDate(date))).toBe(expected);
  });

  it('writes times in UTC and counts with their noun', () => {
    expect(plain(formatDateTime('2026-11-22T14:05:59.000Z'))).toBe('22 Nov 2026, 14:05 UTC');
    expect(plain(formatDateTime('2026-11-22T01:30:00+02:00'))).toBe('21 Nov 2026, 23:30 UTC');
    expect(formatDateTime('soon')).toBe('soon');
    expect(plain(formatCount(1, 'day'))).toBe('1 day');
    expect(plain(formatCount(1096, 'day'))).toBe('1,096 days');
    expect(plain(formatCount(2, 'policy', 'policies'))).toBe('2 policies');
  });
});

describe('changes in per cent', () => {
  it.each([
    [4.2, '+4.20%'],
    [-33.333, '−33.33%'],
    [0.0000123, '+0.000012%'],
    [-0.004, '−0.004%'],
    [0, '0.00%'],
    [1234.5, '+1,234.50%'],
  ])('%d is %s: a small one never reads as none', (percent, text) => {
    expect(formatPercentChange(percent)).toBe(text);
  });
});
