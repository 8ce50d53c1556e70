import { describe, expect, it } from 'vitest';
import { parseDate } from '#renderer/components/format/dates.ts';
import { parseAmount } from '#renderer/components/format/money.ts';
import { parseNumber } from '#renderer/components/format/numbers.ts';
import { readSubmission } from '#shared/domain/submission.ts';
import { bundledModel } from '#test/models/bundled-model.ts';
import { day } from '../support/branded.ts';

// What somebody may type, paste or send that is hostile, foreign or can be read in two ways, each with what it gets: the
// value, or the sentence that says what to write instead.

const UNREADABLE = /^Enter an amount such as 25m, 1\.25m, 250k or 1,250,000\.$/;
const SEPARATORS = /^“.+” cannot be read: use a point for decimals and commas for thousands, in threes/;
const NEGATIVE = /^An amount cannot be negative\. Enter it without the minus sign\.$/;
const TOO_LARGE = /^The largest amount that can be entered is 10,000bn\.$/;
const NO_NUMBER = /^“.+” cannot be read: enter a number, with a point for decimals: 12 or 2\.5\.$/;
const NO_DATE = /^Enter a date such as 22 Nov 2026, 22\/11\/2026 or 2026-11-22\.$/;
const NO_MONTH = /^“.+” is no month in English\. Enter a date such as 22 Nov 2026/;
const NO_SUCH_DAY = /^There is no such day; the day stands before the month\. Enter a date such as/;

type Gets = string | number | RegExp;

/** A sentence matches its pattern in full or in part; a value is the value. */
const got = (outcome: string | number, wanted: Gets): void => {
  if (wanted instanceof RegExp) expect(outcome).toMatch(wanted);
  else expect(outcome).toBe(wanted);
};

describe('an amount in a money field (in cents)', () => {
  it.each<[string, Gets]>([
    ['25.000', '“25.000” can be read in two ways: write 25,000 or 25.00.'],
    ['1.250', '“1.250” can be read in two ways: write 1,250 or 1.25.'],
    ['100.000', '“100.000” can be read in two ways: write 100,000 or 100.00.'],
    ['2.500 USD', '“2.500 USD” can be read in two ways: write 2,500 or 2.50.'],
    ['USD 2.500', '“USD 2.500” can be read in two ways: write 2,500 or 2.50.'],
    ['$25.000', '“$25.000” can be read in two ways: write 25,000 or 25.00.'],
    ['25.000.000', SEPARATORS],
    ['1.250,50', SEPARATORS],
    [
      '1,25',
      '“1,25” cannot be read: use a point for decimals (1.25) and commas for thousands, in threes: 1.25m or 1,250,000.',
    ],
    [
      '12,34',
      '“12,34” cannot be read: use a point for decimals (12.34) and commas for thousands, in threes: 1.25m or 1,250,000.',
    ],
    [
      '1,5m',
      '“1,5m” cannot be read: use a point for decimals (1.5) and commas for thousands, in threes: 1.25m or 1,250,000.',
    ],
    ['1,250', 125000],
    ['1,250,000', 125000000],
    ['1,250.50', 125050],
    ['1,250.000', '“1,250.000” can be read in two ways: write 1,250,000 or 1,250.00.'],
    ['25.125', '“25.125” can be read in two ways: write 25,125, or at most two decimals.'],
    ['0.500', 'Write two decimals: 0.50.'],
    ['.500', 'Write two decimals: 0.50.'],
    ['0.001', 'Amounts are kept to the cent: use at most two decimals.'],
    ['00.500', 'Write two decimals: 00.50.'],
    ['25.', SEPARATORS],
    ['.', UNREADABLE],
    ['25,', SEPARATORS],
    ['1,25,000', SEPARATORS],
    ['1,2500', SEPARATORS],
    ['12,345,67', SEPARATORS],
    ['1 250 000', 125000000],
    ['1 25', SEPARATORS],
    ['1 2 3', SEPARATORS],
    ['1 250,50', SEPARATORS],
    ["25'000", 2500000],
    ["25'00", SEPARATORS],
    ['25_000', 2500000],
    ['1,250 000', SEPARATORS],
    ['25m', 2500000000],
    ['25 M', 2500000000],
    ['25.000m', 2500000000],
    ['25.125m', 2512500000],
    ['1,250m', 125000000000],
    ['25 mm', UNREADABLE],
    ['25mn', 2500000000],
    ['25 million', 2500000000],
    ['25 millions', UNREADABLE],
    ['25mio', 2500000000],
    ['25mrd', UNREADABLE],
    ['3bn', 300000000000],
    ['3 b', 300000000000],
    ['3tn', UNREADABLE],
    ['1e9', UNREADABLE],
    ['0x10', UNREADABLE],
    ['１２３', UNREADABLE],
    ['٢٥', UNREADABLE],
    ['-5m', NEGATIVE],
    ['−5m', NEGATIVE],
    ['–5', NEGATIVE],
    ['(5m)', UNREADABLE],
    ['+5', UNREADABLE],
    ['5-6m', UNREADABLE],
    ['25m USD', 2500000000],
    ['25 USD m', UNREADABLE],
    ['EUR 25m', UNREADABLE],
    ['€25m', UNREADABLE],
    ['£5', UNREADABLE],
    ['usd', UNREADABLE],
    ['$', UNREADABLE],
    ['10,000bn', 1000000000000000],
    ['10001bn', TOO_LARGE],
    ['99999999999999999999', TOO_LARGE],
    ['25m25k', UNREADABLE],
    ['2.5.5m', SEPARATORS],
    ['NaN', UNREADABLE],
    ['Infinity', UNREADABLE],
    ['null', UNREADABLE],
    ['ca. 25m', UNREADABLE],
    ['25 apples', UNREADABLE],
    ['222222222222222222222222222222222222222222222222222222222222', TOO_LARGE],
  ])('%j', (typed, wanted) => {
    const parsed = parseAmount(typed);
    got(parsed.kind === 'amount' ? parsed.minor : parsed.kind === 'error' ? parsed.message : 'empty', wanted);
  });
});

describe('a number or percentage within its bounds', () => {
  it.each<[string, number, number, Gets]>([
    ['9.975', 0, 100, 9.975],
    ['0.175', 0, 100, 0.175],
    ['-7.125', -100, 1000, -7.125],
    ['33.333 %', 0, 100, 33.333],
    ['0.004', 0, 100, 0.004],
    ['99.999%', 0, 100, 99.999],
    ['1.000', -100, 1000, '“1.000” can be read in two ways: write 1,000 or 1.00.'],
    ['1.250', 0, 1000000, '“1.250” can be read in two ways: write 1,250 or 1.25.'],
    ['12.500', 0, 1000000, '“12.500” can be read in two ways: write 12,500 or 12.50.'],
    ['0.250', 0, 1000000, 0.25],
    ['1250.125', 0, 1000000, 1250.125],
    ['1,250', 0, 1000000, 1250],
    ['1,25', 0, 100, NO_NUMBER],
    ['9,975', 0, 100, 'Must be between 0 and 100.'],
    ['12,5 %', 0, 100, NO_NUMBER],
    ['1.234.567', 0, 1000000, NO_NUMBER],
    ['5%%', 0, 100, NO_NUMBER],
    ['%', 0, 100, NO_NUMBER],
    ['5 per cent', 0, 100, NO_NUMBER],
    ['1/8', 0, 100, NO_NUMBER],
    ['½', 0, 100, NO_NUMBER],
    ['100.001', 0, 100, 'Must be between 0 and 100.'],
    ['-0', -1, 1, 0],
    ['1e2', 0, 1000, NO_NUMBER],
    ['12 345', 0, 1000000, 12345],
    ['12 3', 0, 1000000, NO_NUMBER],
    ['--5', -10, 10, NO_NUMBER],
    ['- 5', -10, 10, NO_NUMBER],
    ['+5', -10, 10, 5],
    ['0.1234567890123456789', 0, 1, 'Enter at most 15 digits.'],
    ['１２', 0, 100, NO_NUMBER],
    ['12h', 0, 100, NO_NUMBER],
  ])('%j from %d to %d', (...[typed, low, high, wanted]) => {
    const parsed = parseNumber(typed, low, high);
    got(parsed.kind === 'number' ? parsed.value : parsed.kind === 'error' ? parsed.message : 'empty', wanted);
  });
});

describe('a day', () => {
  it.each<[string, Gets]>([
    ['5 Marzipan 2027', NO_MONTH],
    ['22 junk 2026', NO_MONTH],
    ['1 Maybe 2026', NO_MONTH],
    ['22 Nov 2026', '2026-11-22'],
    ['22 November 2026', '2026-11-22'],
    ['22 Nov. 2026', '2026-11-22'],
    ['22 nov 2026', '2026-11-22'],
    ['22 NOVEMBER 2026', '2026-11-22'],
    ['22 Novem 2026', NO_MONTH],
    ['22 Sept 2026', NO_MONTH],
    ['22 Sep 2026', '2026-09-22'],
    ['22 Juni 2026', NO_MONTH],
    ['22 June 2026', '2026-06-22'],
    ['22 Jun 2026', '2026-06-22'],
    ['1 Mai 2026', NO_MONTH],
    ['1 May 2026', '2026-05-01'],
    ['3 März 2026', NO_MONTH],
    ['3 Mar 2026', '2026-03-03'],
    ['3 mars 2026', NO_MONTH],
    ['11 Decade 2026', NO_MONTH],
    ['Nov 22 2026', NO_DATE],
    ['November 22, 2026', NO_DATE],
    ['22. Nov 2026', NO_DATE],
    ['22nd Nov 2026', NO_DATE],
    ['22 Nov 26', NO_DATE],
    ['22/11/26', NO_DATE],
    ['22/11/2026', '2026-11-22'],
    ['11/22/2026', NO_SUCH_DAY],
    ['2026-11-22', '2026-11-22'],
    ['2026/11/22', NO_DATE],
    ['2026-1-5', '2026-01-05'],
    ['20261122', NO_DATE],
    ['2026-02-30', NO_SUCH_DAY],
    ['29 Feb 2027', NO_SUCH_DAY],
    ['29 Feb 2028', '2028-02-29'],
    ['31.04.2026', NO_SUCH_DAY],
    ['1.2.2026', '2026-02-01'],
    ['0/1/2026', NO_SUCH_DAY],
    ['22-11-2026', '2026-11-22'],
    ['22 11 2026', '2026-11-22'],
    ['today', '2026-11-22'],
    ['tomorrow', NO_DATE],
    ['yesterday', NO_DATE],
    ['now', NO_DATE],
    ['Q1 2027', NO_DATE],
    ['Jun 2021', NO_DATE],
    ['2021', NO_DATE],
    ['22 Nov 2026 12:00', NO_DATE],
    ['2026-11-22T00:00:00Z', NO_DATE],
    ['２２/11/2026', NO_DATE],
    ['46348', NO_DATE],
  ])('%j', (typed, wanted) => {
    const parsed = parseDate(typed, day('2026-11-22'));
    got(parsed.kind === 'date' ? parsed.date : parsed.kind === 'error' ? parsed.message : 'empty', wanted);
  });
});

describe('a file', () => {
  const file = (fields: string) =>
    `{"format": "ballast-submission/1", "subject": {"name": "Example", "type": "cex"}, "asOf": "2026-11-22"${fields}}`;
  const subject = (name: string) =>
    `{"format": "ballast-submission/1", "subject": {"name": ${name}, "type": "cex"}, "asOf": "2026-11-22"}`;
  const terms = (fields: string) => file(`,\n"terms": {${fields}}`);
  const part = (fields: string) => terms(`"parts": [{"part": "slashing", "limitMinor": 100, ${fields}}]`);

  it.each<[string, Gets]>([
    [file(''), 'taken'],
    [file(', "currency": "USD", "currency": "USD"'), /“currency” stands twice, in line 1\. Keep one\.$/],
    [file(', "curr\\u0065ncy": "USD", "currency": "USD"'), /“currency” stands twice/],
    [file(',\n"asOf": "2025-11-22"'), /“asOf” stands twice, in lines 1 and 2\. Keep one\.$/],
    [part('\n"limitMinor": 250'), /“limitMinor” stands twice, in lines 2 and 3\. Keep one\.$/],
    [terms('"periodDays": 365, "periodDays": 365.0'), /“periodDays” stands twice, in line 2/],
    [
      file(',\n"declarations": {"ko-insolvent": "yes",\n"ko-insolvent": "no"}'),
      /“ko-insolvent” stands twice, in lines 2 and 3/,
    ],
    [file(', "__proto__": {}'), 'The submission holds the key “__proto__”, which is not allowed.'],
    [
      file(', "Currency": "USD"'),
      /^“Currency” \(line 1\) is no field of the submission, which has .*“currency” \(the currency\)/,
    ],
    [file(', "currency": "usd"'), 'The currency (line 1) must be “USD”, not “usd”.'],
    [file(', }'), /^The submission is not JSON: unexpected "}"/],
    [file(' // a remark'), /^The submission is not JSON: unexpected "\/"/],
    [file(', "incidents": {}'), 'The list of incidents (line 1) must be a list.'],
    [
      part('"retentionMinor": "1.250"'),
      /^The retention of coverage part no\. 1 \(line 2\) must be a whole number of cents/,
    ],
    [
      part('"retentionMinor": 1e400'),
      /^The retention of coverage part no\. 1 \(line 2\) must be a whole number of cents/,
    ],
    [
      part('"retentionMinor": -0.5'),
      /^The retention of coverage part no\. 1 \(line 2\) must be a whole number of cents/,
    ],
    [
      part('"coinsurancePercent": 100.001'),
      'The coinsurance of coverage part no. 1 (line 2) must be between 0 and 100 (per cent).',
    ],
    [
      part('"coinsurancePercent": "9,975"'),
      /^The coinsurance of coverage part no\. 1 \(line 2\) must be a number between 0 and 100/,
    ],
    [
      terms('"periodStart": "22 Nov 2026"'),
      'The start of the period (line 2) must be a calendar date written YYYY-MM-DD.',
    ],
    [
      terms('"periodStart": "2026-02-30"'),
      'The start of the period (line 2) must be a calendar date written YYYY-MM-DD.',
    ],
    [
      terms('"periodDays": 365.25'),
      'The length of the period (line 2) must be a whole number of days between 1 and 1096.',
    ],
    [
      terms('"taxes": [{"jurisdiction": "", "label": "IPT", "ratePercent": 12}]'),
      /^The jurisdiction of tax or levy no\. 1 \(line 2\) /,
    ],
    [
      subject('"A\\u202eB"'),
      'The name (line 1) holds characters that cannot be shown (U+202E); remove them.',
    ],
    [subject('"A\\ud800"'), 'The name (line 1) holds characters that cannot be shown (U+D800); remove them.'],
    [subject('"\\u00a0\\u3000"'), 'The name (line 1) must not be empty.'],
    [subject(`"${'x'.repeat(201)}"`), 'The name (line 1) must not be longer than 200 characters.'],
    [subject('["Example"]'), 'The name (line 1) must be text.'],
    [subject('"Crédit Börse"'), 'taken'],
  ])('%s', (text, wanted) => {
    const { failures } = readSubmission(text, bundledModel);
    got(failures.length === 0 ? 'taken' : failures.map(({ message }) => message).join(' '), wanted);
  });
});
