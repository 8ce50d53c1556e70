import { describe, expect, it } from 'vitest';
import { parseKnownDate } from '#renderer/components/format/dates.ts';
import { parsePeriodLength } from '#renderer/features/intake/sections/parse-period-length.ts';
import type { AssessmentContent, QuoteTerms } from '#shared/domain/assessment-content.ts';
import { nameKey } from '#shared/domain/name-key.ts';
import { readSubmission } from '#shared/domain/submission.ts';
import { readOwnIncidents } from '#shared/library/own-incidents.ts';
import { model, quotableExample } from '#test/models/model-2026-2.ts';
import { judged } from '#test/underwriting/judged.ts';
import { day } from '../support/branded.ts';

// The second half of the table of hostile and ambiguous inputs: days that are not known, lengths, names, terms, whole files.

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
type Gets = string | number | RegExp;
const got = (outcome: string | number, wanted: Gets): void => {
  if (wanted instanceof RegExp) expect(outcome).toMatch(wanted);
  else expect(outcome).toBe(wanted);
};

const WITHOUT_DAY = / If the day is not known: Nov 2026, or 2026\.$/;
const NO_MONTH = /^“.+” is no month in English\. .+ If the day is not known: Nov 2026, or 2026\.$/;

describe('a day, or what is known of it', () => {
  it.each<[string, Gets]>([
    ['2024-03', '2024-03'],
    ['03/2024', '2024-03'],
    ['3/2024', '2024-03'],
    ['Mar 2024', '2024-03'],
    ['MARCH 2024', '2024-03'],
    ['Mar. 2024', '2024-03'],
    ['Mar-2024', '2024-03'],
    ['2024/3', '2024-03'],
    ['2024', '2024'],
    ['10 Mar 2024', '2024-03-10'],
    ['24', WITHOUT_DAY],
    ['0000', WITHOUT_DAY],
    ['9999', WITHOUT_DAY],
    ['2024-13', WITHOUT_DAY],
    ['13/2024', WITHOUT_DAY],
    ['00/2024', WITHOUT_DAY],
    ['Marzo 2024', NO_MONTH],
    ['Sept 2024', NO_MONTH],
    ['spring 2024', NO_MONTH],
    ['early 2024', NO_MONTH],
    ['Q1 2024', WITHOUT_DAY],
    ['FY2024', WITHOUT_DAY],
    ['ca. 2024', WITHOUT_DAY],
    ['2024?', WITHOUT_DAY],
    ['2024-03-', WITHOUT_DAY],
    ['Mar 24', WITHOUT_DAY],
    ["Mar '24", WITHOUT_DAY],
    ['31/02/2024', /^There is no such day; .+ If the day is not known/],
  ])('%j', (typed, wanted) => {
    const parsed = parseKnownDate(typed, day('2026-11-22'));
    got(parsed.kind === 'date' ? parsed.date : parsed.kind === 'error' ? parsed.message : 'empty', wanted);
  });
});

const LENGTHS = 'Enter whole days, such as 365, or months or years such as “12 months” or “1 year”.';
const MONTHS = 'Must be between 1 day and 36 months.';

describe('the length of a period that begins on a leap day', () => {
  it.each<[string, Gets]>([
    ['365', 365],
    ['365 Days ', 365],
    ['365.0', 365],
    ['12 months', 365],
    ['1y', 365],
    ['24 MTHS', 730],
    ['36 months', 1095],
    ['1096', 1096],
    ['1097', 'Must be between 1 and 1,096 days.'],
    ['0', 'Must be between 1 and 1,096 days.'],
    ['-12', 'Must be between 1 and 1,096 days.'],
    ['37 months', MONTHS],
    ['99 years', MONTHS],
    ['0 months', MONTHS],
    ['365,5', LENGTHS],
    ['365.5', LENGTHS],
    ['12 Monate', LENGTHS],
    ['52 weeks', LENGTHS],
    ['1.5 years', LENGTHS],
    ['one year', LENGTHS],
    ['12 months less a day', LENGTHS],
    ['12 months 1 day', LENGTHS],
    ['-12 months', LENGTHS],
    ['４ months', LENGTHS],
    ['1e2', LENGTHS],
  ])('%j', (typed, wanted) => {
    const parsed = parsePeriodLength(typed, day('2028-02-29'));
    got(parsed.kind === 'value' ? parsed.value : parsed.kind === 'error' ? parsed.message : 'empty', wanted);
  });
});

describe('two names', () => {
  it.each<[string, string, 'one' | 'two']>([
    ['Börse', 'Bo\u0308rse', 'one'],
    ['BÖRSE', 'börse', 'one'],
    ['Borse', 'Börse', 'two'],
    ['ＡＢＣ Ltd', 'abc ltd', 'one'],
    ['ﬁnch', 'finch', 'one'],
    ['Straße', 'STRASSE', 'one'],
    ['İstanbul', 'istanbul', 'one'],
    ['ISI', 'ısı', 'one'],
    ['Σίσυφος', 'ΣΊΣΥΦΟΣ', 'one'],
    ['A  B', ' A B ', 'one'],
    ['A\u00a0B', 'A B', 'one'],
    ['A\u3000B', 'A B', 'one'],
    ['A\u00adB', 'AB', 'one'],
    ['A\u200bB', 'AB', 'one'],
    ['A\u200dB', 'AB', 'one'],
    ['x\ufe0f', 'x', 'one'],
    ['Ⅳ', 'IV', 'one'],
    ['㈱テスト', '(株)テスト', 'one'],
    ['ｶﾞ', 'ガ', 'one'],
    ['각', '\u1100\u1161\u11a8', 'one'],
    ['ñ', 'n\u0303', 'one'],
    ['Аcme', 'Acme', 'two'],
    ['Acme Ltd', 'Acme Ltd.', 'two'],
    ['Acme-Ltd', 'Acme Ltd', 'two'],
    ['O’Neil', "O'Neil", 'two'],
  ])('%j and %j', (first, second, wanted) => {
    expect(nameKey(first) === nameKey(second) ? 'one' : 'two').toBe(wanted);
  });
});

describe('terms', () => {
  const [part] = quotableExample.terms.parts as [QuoteTerms['parts'][0]];
  const rest = quotableExample.terms.parts.slice(1);
  const parts = (change: object) => ({ terms: { parts: [{ ...part, ...change }, ...rest] } });
  const terms = (change: object) => ({ terms: change });
  const extra = (change: object) => terms({ parts: [part, ...rest, { ...part, ...change }] });
  const tax = { jurisdiction: 'Example', label: 'Premium tax', ratePercent: 12 };
  const exposed = (change: object) => ({ exposures: { ...quotableExample.exposures, ...change } });
  const hot = (change: object) => ({
    answers: {
      ...quotableExample.answers,
      'cu-hot-ratio': { ...quotableExample.answers['cu-hot-ratio'], ...change },
    },
  });
  const [incident] = quotableExample.incidents;
  const incidents = (change: object) => ({ incidents: [{ ...incident, ...change }] });
  const subject = (change: object) => ({ subject: { ...quotableExample.subject, ...change } });

  it.each<[string, object, RegExp]>([
    ['nothing changed', {}, /^quote$/],
    ['a limit of 0', parts({ limitMinor: 0 }), /^refused Enter a limit for Digital asset crime/],
    ['a limit above the value', parts({ limitMinor: 9e10 }), /^indication .*limit USD 900,000,000 above/],
    [
      'a limit of USD 10,000bn',
      parts({ limitMinor: 1e15 }),
      /^refused The limits together must not be above/,
    ],
    [
      'a retention above the value',
      parts({ retentionMinor: 1e15 }),
      /^refused .*can pay nothing: its retention/,
    ],
    ['a coinsurance of 100 %', parts({ coinsurancePercent: 100 }), /^refused .*insures nothing\.$/],
    [
      'an aggregate limit of 0',
      parts({ aggregateLimitMinor: 0 }),
      /^refused The aggregate limit of .* must be above 0, or left out\.$/,
    ],
    [
      'an aggregate retention that nothing reaches',
      parts({ aggregateRetentionMinor: 1e15 }),
      /^refused .*can pay nothing: its aggregate retention/,
    ],
    [
      'an average clause that leaves less than the retention',
      parts({ hasAverageClause: true, limitMinor: 100 }),
      /^refused .*can pay nothing: its retention .* that the average clause leaves/,
    ],
    [
      'a policy limit of 0',
      terms({ policyAggregateLimitMinor: 0 }),
      /^refused The aggregate limit of the policy must be above 0/,
    ],
    [
      'a policy retention that nothing reaches',
      terms({ policyAggregateRetentionMinor: 1e15 }),
      /^refused The parts under the policy's terms can pay nothing/,
    ],
    ['one part twice', extra({}), /^refused Digital asset crime: .* is chosen twice; keep one\./],
    [
      'a rate on a part with a loss model',
      parts({ enteredRate: { ratePercent: 1, reason: 'Market' } }),
      /^refused .*has a loss model for this subject type; remove its entered rate/,
    ],
    [
      'a rate of nothing',
      extra({ part: 'cyber-ir', enteredRate: { ratePercent: 0, reason: 'Market' } }),
      /^indication Referred: Premium by an entered rate/,
    ],
    [
      'a rate without a reason',
      extra({ part: 'cyber-ir', enteredRate: { ratePercent: 1, reason: ' ' } }),
      /^refused Give the reason for the rate/,
    ],
    [
      'a start of 1900',
      terms({ periodStart: '1900-01-01' }),
      /^refused The start of the period must not be before 1 Jan 2009/,
    ],
    ['a start of 2100', terms({ periodStart: '2100-12-31' }), /^indication .*more than 90\.$/],
    ['a start of yesterday', terms({ periodStart: '2026-11-21' }), /^indication .*Cover begins before today/],
    [
      'a period that is over',
      terms({ periodStart: '2026-11-01', periodDays: 21 }),
      /^refused The period ended on 22 Nov 2026, and today is 22 Nov 2026/,
    ],
    ['no start', terms({ periodStart: null }), /^indication The start of the period is not given/],
    [
      'an adjustment of −100 %',
      terms({ schedulePercent: -100 }),
      /^indication Referred: Schedule adjustment beyond its range/,
    ],
    [
      'an adjustment without a reason',
      terms({ scheduleReason: null }),
      /^refused Choose the reason of the schedule adjustment\.$/,
    ],
    [
      'an adjustment with a blank reason',
      terms({ scheduleReason: 'other', scheduleNote: ' \n ' }),
      /^refused Say why the schedule adjustment is made\.$/,
    ],
    [
      'one tax twice',
      terms({ taxes: [tax, { ...tax, label: 'PREMIUM  tax', ratePercent: 5 }] }),
      /^refused Tax or levy no\. 2 is tax or levy no\. 1 again; keep one of them\.$/,
    ],
    [
      'a tax without a name',
      terms({ taxes: [{ ...tax, label: ' ' }] }),
      /^refused The name of tax or levy no\. 1 must not be blank\.$/,
    ],
    [
      'a tax of nowhere',
      terms({ taxes: [{ ...tax, jurisdiction: '\u3000' }] }),
      /^refused The jurisdiction of tax or levy no\. 1 must not be blank\.$/,
    ],
    [
      'a condition of blanks',
      terms({ ownSubjectivities: [{ text: '  ', dueOn: null }] }),
      /^refused The text of subjectivity in your own words no\. 1 must not be blank\.$/,
    ],
    [
      'a condition due before today',
      terms({ ownSubjectivities: [{ text: 'Send it', dueOn: '2020-01-01' }] }),
      /^refused The due date of .* is 1 Jan 2020, before today, 22 Nov 2026\. Choose a later day\.$/,
    ],
    [
      'a buy-back without a reason',
      terms({ buyBacks: [{ exclusionId: model.exclusions[0]!.id, reason: ' ' }] }),
      /^refused The reason of bought-back exclusion no\. 1 must not be blank\.$/,
    ],
    [
      'a buy-back of nothing',
      terms({ buyBacks: [{ exclusionId: 'none', reason: 'Asked' }] }),
      /^refused Bought-back exclusion no\. 1 must be “Insolvency/,
    ],
    [
      'an insured that reads backwards',
      terms({ insured: 'A\u202eB' }),
      /^refused The insured holds characters that cannot be shown \(U\+202E\); remove them\.$/,
    ],
    [
      'a clause of another model',
      terms({ cyberClause: 'none' }),
      /^refused The answer to “Cyber-operation clause” must be “/,
    ],
    [
      'an assessment of the future',
      { asOf: '2030-01-01' },
      /^refused The assessment date 1 Jan 2030 is after today \(22 Nov 2026\)/,
    ],
    [
      'nothing exposed',
      exposed({ onlinePeakMinor: 0, offlineMinor: 0, largestVaultMinor: 0 }),
      /^refused The exposed value of .* is 0; there is nothing to insure\./,
    ],
    [
      'an exposure that is not given',
      exposed({ onlinePeakMinor: null }),
      /^refused .* needs the peak online balance; enter it \(0 if there is none\)\./,
    ],
    [
      'half of the assets online, answered 6 %',
      exposed({ onlinePeakMinor: 1e12, offlineMinor: 1e12 }),
      /^indication .*Online asset share is 50% of assets, as the exposures make it \(answered 6% of assets\)/,
    ],
    [
      'half of the assets online, said not to apply',
      {
        ...exposed({ onlinePeakMinor: 1e12, offlineMinor: 1e12 }),
        ...hot({ evidence: 'not-applicable', value: null, reason: 'All is cold' }),
      },
      /^indication .*Online asset share is 50% of assets, as the exposures make it \(answered not applicable\)/,
    ],
    [
      'half of the assets online, not answered',
      {
        ...exposed({ onlinePeakMinor: 1e12, offlineMinor: 1e12 }),
        ...hot({ evidence: 'not-provided', value: null }),
      },
      /^indication .*Online asset share is not answered, but the exposures make it 50% of assets, above 10%/,
    ],
    [
      'an answer beyond its scale',
      hot({ value: 250 }),
      /^refused The answer to “Online asset share” must not be above 100 \(% of assets\)\.$/,
    ],
    [
      'live before it was assessed',
      subject({ liveSince: '2030-01-01' }),
      /^refused The date live since is 1 Jan 2030, after the day of assessment/,
    ],
    [
      'a custodian of blanks',
      subject({ custodians: [' '] }),
      /^refused Custodian no\. 1 must not be blank\.$/,
    ],
    [
      'a loss of tomorrow',
      incidents({ date: '2026-11-23' }),
      /^refused The date of incident no\. 1 must not be after/,
    ],
    [
      'a loss of 1999',
      incidents({ date: '1999-01-01' }),
      /^refused The date of incident no\. 1 must not be before/,
    ],
    [
      'a loss of another model’s cause',
      incidents({ cause: 'none' }),
      /^refused The cause of incident no\. 1 must be “Hot-wallet/,
    ],
    [
      'a loss never disclosed, after 5 hours',
      incidents({ isNeverDisclosed: true }),
      /^refused The hours to public disclosure of incident no\. 1 must be left empty/,
    ],
    ['no declaration', { declarations: {} }, /^indication The list of declarations has questions/],
    [
      'evidence seen in the future',
      { incidentRegister: { ...quotableExample.incidentRegister, seenOn: '2050-01-01' } },
      /^refused The “Seen on” date of the incident register is 1 Jan 2050, after today/,
    ],
  ])('%s', (_name, { terms: changed = {}, ...change }: { terms?: object }, wanted) => {
    const content = {
      ...quotableExample,
      ...change,
      terms: { ...quotableExample.terms, ...changed },
    } as AssessmentContent;
    const { kind, reasons } = judged(content, { model, today: quotableExample.asOf }).decision;
    expect(plain([kind, ...reasons].join(' '))).toMatch(wanted);
  });
});

describe('a file for the present model', () => {
  const incident = (fields: string) =>
    `{"format": "ballast-submission/1", "subject": {"name": "Example", "type": "cex"}, "asOf": "2026-11-22",
"incidents": [{"id": "a", "cause": "key-hot", "lossMinor": 1, "assetsAtTimeMinor": 2, "fixStatus": "none",
"usersMadeWholePercent": 0, "postmortem": "none", ${fields}}]}`;
  const subject = (fields: string) =>
    `{"format": "ballast-submission/1", "subject": {"name": "Example", "type": "cex", ${fields}}, "asOf": "2026-11-22"}`;
  const date = (text: string) => incident(`"disclosureHours": null, "date": ${text}`);
  const NO_DAY = /^The date of incident no\. 1 \(line 3\) must be a calendar date written YYYY-MM-DD/;
  it.each<[string, Gets]>([
    [date('"2024-03"'), 'taken'],
    [date('"2024"'), 'taken'],
    [date('"2026-11"'), 'taken'],
    [date('"2026-12"'), /^The date of incident no\. 1 \(line 3\) must not be after the day of assessment/],
    [date('"2027"'), /must not be after the day of assessment/],
    [date('"2024-13"'), NO_DAY],
    [date('"2024-3"'), NO_DAY],
    [date('"Mar 2024"'), NO_DAY],
    [date('2024'), NO_DAY],
    [date('"1999"'), /must not be before 1 Jan 2009/],
    [
      incident('"date": "2024-03-01", "disclosureHours": 5, "isNeverDisclosed": true'),
      /^The hours to public disclosure of incident no\. 1 \(line 3\) must be left empty/,
    ],
    [
      incident('"date": "2024-03-01", "disclosureHours": null, "isNeverDisclosed": false'),
      /^The tick box “Never disclosed” of incident no\. 1 \(line 3\) must be true/,
    ],
    [incident('"date": "2024-03-01", "disclosureHours": "never"'), /^The hours to public disclosure of/],
    [subject('"custodians": ["Vault"]'), 'taken'],
    [subject('"custodians": "Vault"'), /^The list of custodians \(line 1\) must be a list/],
    [
      subject('"custodians": []'),
      /^The list of custodians \(line 1\) must name at least one, or be left out/,
    ],
    [subject('"custodians": [" "]'), /^Custodian no\. 1 \(line 1\) must not be empty/],
    [subject('"chains": [1]'), /^Chain no\. 1 \(line 1\) must be text/],
    [
      subject('"auditors": ["A\\u202eB"]'),
      /^Auditor no\. 1 \(line 1\) holds characters that cannot be shown/,
    ],
    [subject(`"vendors": ["${'x'.repeat(201)}"]`), /^Technology vendor no\. 1 \(line 1\) must not be longer/],
    [subject('"vendors": ["A"], "vendors": ["B"]'), /“vendors” stands twice, in line 1\. Keep one\.$/],
    [subject('"Custodians": ["Vault"]'), /^“Custodians” \(line 1\) is no field of the subject/],
  ])('%s', (text, wanted) => {
    const { failures } = readSubmission(text, model);
    got(failures.length === 0 ? 'taken' : failures.map(({ message }) => plain(message)).join(' '), wanted);
  });
});

describe('a table of incidents', () => {
  const titles =
    'id,subject,subject_type,date,chain_or_venue,gross_loss_usd,recovered_usd,cause,audited_before_loss,users_made_whole,confidence,source';
  const row = (id: string, change: Readonly<Record<string, string>> = {}) =>
    Object.entries({
      id,
      subject: 'Northwind',
      subject_type: 'exchange',
      date: '2026-03-02',
      chain_or_venue: '',
      gross_loss_usd: '2500000',
      recovered_usd: '',
      cause: 'hot-wallet-compromise',
      audited_before_loss: 'unknown',
      users_made_whole: 'full',
      confidence: 'medium',
      source: 'Claim file',
      ...change,
    })
      .map(([, cell]) => cell)
      .join(',');
  const ID = 'own-northwind-202603';
  it.each<[string, string, Gets]>([
    ['as it should be', `${titles}\n${row(ID)}`, 'taken'],
    ['nothing', '', /is empty/],
    ['titles alone', titles, /has titles and no rows/],
    [
      'a title twice',
      `${titles},id\n${row(ID)},own-2`,
      /has the column id twice, as columns 1 and 13; keep one/,
    ],
    ['a title of nobody', `${titles},loss\n${row(ID)},1`, /has a column “loss” that no library has/],
    ['one row twice', `${titles}\n${row(ID)}\n${row(ID)}`, /already|twice/],
    ['a cell too many', `${titles}\n${row(ID)},x`, /has 13 cells under 12 titles/],
    ['semicolons', `${titles}\n${row(ID)}`.replaceAll(',', ';'), /has no column id/],
    ['a loss in short', `${titles}\n${row(ID, { gross_loss_usd: '2.5m' })}`, /it is “2\.5m”/],
    [
      'a loss with a point of thousands',
      `${titles}\n${row(ID, { gross_loss_usd: '2.500.000' })}`,
      /2\.500\.000/,
    ],
    ['a day of another order', `${titles}\n${row(ID, { date: '03/02/2026' })}`, /it is “03\/02\/2026”/],
    ['a day of tomorrow', `${titles}\n${row(ID, { date: '2026-11-30' })}`, /lies in the future/],
    ['a quotation mark left open', `${titles}\n"${row(ID)}`, /opened and never closed/],
  ])('%s', (_name, csv, wanted) => {
    const reading = readOwnIncidents(csv, { takenIds: new Set(), today: day('2026-11-29') });
    got(reading.ok ? 'taken' : reading.faults.map((fault) => JSON.stringify(fault)).join(' '), wanted);
  });
});
