import { describe, expect, it } from 'vitest';
import { MAXIMUM_SUBMISSION_SIZE, parseSubmission, readSubmission } from '#shared/domain/submission.ts';
import { bundledModel } from '#test/models/bundled-model.ts';

const incident = {
  id: 'hack',
  date: '2025-03-01',
  cause: 'key-hot',
  lossMinor: 100_000_000,
  assetsAtTimeMinor: 5_000_000_000,
  fixStatus: 'verified',
  usersMadeWholePercent: 100,
  disclosureHours: 4,
  postmortem: 'full30',
};

const smallest = () => ({
  format: 'ballast-submission/1',
  subject: { name: 'Example', type: 'cex' },
  asOf: '2026-11-22',
});
type Draft = Record<string, unknown>;
const withFields = (changes: Draft): Draft => ({ ...smallest(), ...changes });
const sentence = (input: unknown): string => {
  const result = parseSubmission(input, bundledModel);
  return result.ok ? 'accepted' : result.failure.message;
};
const field = (input: unknown) => {
  const result = parseSubmission(input, bundledModel);
  return result.ok ? null : result.failure.field;
};

describe('a good submission', () => {
  it('is filled in with every default', () => {
    const result = parseSubmission(JSON.stringify(smallest()), bundledModel);
    if (!result.ok) throw new Error(result.failure.message);
    expect(result.value).toMatchObject({
      currency: 'USD',
      answers: {},
      incidents: [],
      incidentRegister: { evidence: 'not-provided' },
      terms: { periodDays: 365, parts: [], riskLoadPrinciple: 'standard-deviation' },
    });
    expect(Object.keys(result.value)).not.toContain('format');
  });

  it('may be a value already parsed, may name its schema, may begin with a byte order mark', () => {
    expect(sentence(withFields({ $schema: './submission.schema.json' }))).toBe('accepted');
    expect(sentence(`\ufeff${JSON.stringify(smallest())}`)).toBe('accepted');
  });
});

describe('text that is not JSON', () => {
  it.each<[string, string, string]>([
    ['nothing', ' ', 'The submission is empty.'],
    ['a sentence', 'Dear underwriter', 'The submission is not JSON: unexpected "D" at line 1, column 1.'],
    [
      'a comma too many',
      '{\n  "a": 1,\n}',
      'The submission is not JSON: unexpected "}" at line 3, column 1.',
    ],
    [
      'an open end',
      '{"a": [1, 2',
      'The submission is not JSON: the text ends too early at line 1, column 12.',
    ],
    [
      'an open string',
      '{"a": "b',
      'The submission is not JSON: the text ends too early at line 1, column 9.',
    ],
    ['a bare NaN', '{"a": NaN}', 'The submission is not JSON: unexpected "N" at line 1, column 7.'],
    [
      'a line break in a string',
      '{"a": "b\nc"}',
      'The submission is not JSON: unexpected "\\n" at line 1, column 9.',
    ],
    ['a false escape', '{"a": "b\\x"}', 'The submission is not JSON: unexpected "\\\\" at line 1, column 9.'],
    ['two values', '{} {}', 'The submission is not JSON: unexpected "{" at line 1, column 4.'],
    [
      'Windows line ends',
      '{\r\n\r\n"a" 1}',
      'The submission is not JSON: unexpected "1" at line 3, column 5.',
    ],
    ['a list', '[]', 'The submission must be a JSON object.'],
    ['a number', '12', 'The submission must be a JSON object.'],
  ])('%s', (_, text, expected) => expect(sentence(text)).toBe(expected));

  it.each<[string, string, string]>([
    [
      'a key twice',
      '{"currency": "EUR",\n "currency": "USD"}',
      'The submission says one thing twice: “currency” stands twice, in lines 1 and 2. Keep one.',
    ],
    [
      'a key twice in a deeper place, spelled otherwise',
      '{"a": [{"b": {"x": 1}, "c": [2], "\\u0062": 3}]}',
      'The submission says one thing twice: “b” stands twice, in line 1. Keep one.',
    ],
    [
      'a number that would be taken as another',
      '{"terms": {"periodDays": 365.00000000000000001}}',
      'The submission holds a number of more digits than can be kept at line 1, column 26. Write at most 17 digits.',
    ],
  ])('that says %s is refused', (_, text, expected) => expect(sentence(text)).toBe(expected));

  it('that has a key in several places, or as a value, is not', () => {
    expect(
      sentence('{"a": {"a": "a"}, "b": [{"a": 1}, {"a": "{\\"a\\":"}], "c": 1e300, "d": 0.1000}'),
    ).toMatch(/The format of the file is missing/);
  });

  it('survives hostile nesting', () => {
    const depth = 1_000_000;
    expect(sentence('['.repeat(depth))).toBe(
      `The submission is not JSON: the text ends too early at line 1, column ${depth + 1}.`,
    );
    expect(sentence(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`)).toMatch(
      /^The format of the file is missing/,
    );
  });

  it('states the size of one that is too large, before reading it', () => {
    const result = parseSubmission(`{"a":"${'x'.repeat(MAXIMUM_SUBMISSION_SIZE * 2)}"}`, bundledModel);
    expect(result).toMatchObject({
      ok: false,
      failure: { code: 'too-large', message: 'The submission is 20.0 MB; at most 10 MB is read.' },
    });
  });
});

describe('bad input is named with its field and the allowed values', () => {
  it.each<[unknown, string, string]>([
    [
      withFields({ format: 'other/1' }),
      'format',
      'The format of the file must be “ballast-submission/1”, not “other/1”.',
    ],
    [withFields({ currency: 'EUR' }), 'currency', 'The currency must be “USD”, not “EUR”.'],
    [
      withFields({ subject: { name: 'Example', type: 'bank' } }),
      'subject.type',
      'The type of subject is “bank”, which is no type of subject; it must be “cex” (Centralised exchange (spot)), “custodian” (Custodian / qualified custodian), “broker-otc” (Broker, OTC desk, payment processor), “derivatives-cex” (Derivatives venue, custodial), “wallet-provider” (Wallet / MPC / key-management provider), “lending” (Lending / CDP protocol), “dex-amm” (DEX / AMM), “perp-dex” (Perpetuals / options protocol), “bridge” (Bridge / cross-chain messaging), “stablecoin” (Stablecoin / tokenised-asset issuer), “staking-lst” (Staking operator / LST / LRT) or “yield-vault” (Yield vault / aggregator / curator).',
    ],
    [withFields({ subject: { type: 'cex' } }), 'subject.name', 'The name is missing; it must be text.'],
    [withFields({ subject: { name: '', type: 'cex' } }), 'subject.name', 'The name must not be empty.'],
    [
      withFields({ asOf: '2026-02-30' }),
      'asOf',
      'The assessment date must be a calendar date written YYYY-MM-DD.',
    ],
    [
      { format: 'ballast-submission/1', subject: { name: 'Example', type: 'cex' } },
      'asOf',
      'The assessment date is missing; it must be a calendar date written YYYY-MM-DD.',
    ],
    [
      withFields({ asOf: 20261122 }),
      'asOf',
      'The assessment date must be a calendar date written YYYY-MM-DD.',
    ],
    [withFields({ asOf: '1999-01-01' }), 'asOf', 'The assessment date must not be before 1 Jan 2009.'],
    [
      withFields({ subject: { name: 'Example', type: 'cex', legal: 'X' } }),
      'subject.legal',
      '“legal” is no field of the subject, which has “name” (the name), “legalName” (the legal name), “type” (the type of subject), “liveSince” (the date live since), “jurisdiction” (the jurisdiction), “website” (the website), “group” (the group), “custodians” (the list of custodians), “vendors” (the list of technology vendors), “chains” (the list of chains) and “auditors” (the list of auditors).',
    ],
    [
      withFields({ answers: { 'cu-quorum': { evidence: 'probably', level: 'baseline' } } }),
      'answers.cu-quorum.evidence',
      'The evidence of “Authorisation quorum” is “probably”, which is no state of evidence; it must be “verified” (Independently verified), “documented” (Document seen by underwriter), “asserted” (Applicant statement only), “not-provided” (Asked, not provided) or “not-applicable” (Not applicable).',
    ],
    [
      withFields({ answers: { 'cu-quorum': { evidence: 'verified', level: 'enormous' } } }),
      'answers.cu-quorum.level',
      'The answer to “Authorisation quorum” is “enormous”, which is no level of that question; it must be “single” (One key or EOA is enough), “weak” (2-of-n below half, or n-of-n with no spare key), “baseline” (At least 3 signers and a threshold of half or more, e.g. 3/5), “strong” (4/7 or better for routine, 7/9+ for upgrades), “council” (7+ signers, 51%+ threshold, at least half non-insider, publicly named) or “delayed” (9/12-class quorum with enforced delay, or no privileged key exists).',
    ],
    [
      withFields({ answers: { 'cu-quorum': { evidence: 'verified' } } }),
      'answers.cu-quorum.level',
      'The answer to “Authorisation quorum” is missing; it must be “single” (One key or EOA is enough), “weak” (2-of-n below half, or n-of-n with no spare key), “baseline” (At least 3 signers and a threshold of half or more, e.g. 3/5), “strong” (4/7 or better for routine, 7/9+ for upgrades), “council” (7+ signers, 51%+ threshold, at least half non-insider, publicly named) or “delayed” (9/12-class quorum with enforced delay, or no privileged key exists). Or its evidence must be “not-provided” (Asked, not provided).',
    ],
    [
      withFields({ answers: { 'cu-hot-ratio': { evidence: 'verified', level: 'low' } } }),
      'answers.cu-hot-ratio.level',
      'The answer to “Online asset share” must be left out: this question takes a number.',
    ],
    [
      withFields({ answers: { 'cu-hot-ratio': { evidence: 'verified', value: -3 } } }),
      'answers.cu-hot-ratio.value',
      'The answer to “Online asset share” must not be negative.',
    ],
    [
      withFields({ answers: { 'cu-hot-ratio': { evidence: 'verified', value: 120 } } }),
      'answers.cu-hot-ratio.value',
      'The answer to “Online asset share” must not be above 100 (% of assets).',
    ],
    [
      withFields({ answers: { 'cu-hot-ratio': { evidence: 'verified', value: Number.NaN } } }),
      'answers.cu-hot-ratio.value',
      'The answer to “Online asset share” must be a finite number.',
    ],
    [
      withFields({ answers: { 'au-depth': { evidence: 'verified', level: 'double' } } }),
      'answers.au-depth',
      'The answer to “Review depth” is not asked of this type of subject (Centralised exchange (spot)) and must be left out.',
    ],
    [
      withFields({ answers: { 'ih-loss-load': { evidence: 'verified', value: 1 } } }),
      'answers.ih-loss-load',
      'The answer to “Decayed loss load” is computed from the incident register and takes no answer.',
    ],
    [
      withFields({ incidents: [incident, { ...incident, id: 'b', cause: 'bad-luck' }] }),
      'incidents.1.cause',
      expect.stringMatching(
        /^The cause of incident no\. 2 is “bad-luck”, which is no cause of loss; it must be “key-hot” \(Hot-wallet or operational key compromise\), .* or “unknown” \(Undetermined\)\.$/,
      ) as string,
    ],
    [
      withFields({ incidents: [{ ...incident, date: '2026-11-23' }] }),
      'incidents.0.date',
      'The date of incident no. 1 must not be after the day of assessment, 22 Nov 2026.',
    ],
    [
      withFields({ incidents: [{ ...incident, date: '2008-12-31' }] }),
      'incidents.0.date',
      'The date of incident no. 1 must not be before 1 Jan 2009.',
    ],
    [
      withFields({ incidents: [incident, incident] }),
      'incidents.1.id',
      'The identifier of incident no. 2 must not be used twice (“hack”).',
    ],
    [
      withFields({ incidents: [{ ...incident, assetsAtTimeMinor: 0 }] }),
      'incidents.0.assetsAtTimeMinor',
      'The assets at the time of incident no. 1 must be above 0.',
    ],
    [
      withFields({ incidents: [{ ...incident, usersMadeWholePercent: 101 }] }),
      'incidents.0.usersMadeWholePercent',
      'The share of users made whole of incident no. 1 must be between 0 and 100 (per cent).',
    ],
    [
      withFields({ incidents: [{ ...incident, lossMinor: 0.5 }] }),
      'incidents.0.lossMinor',
      'The loss of incident no. 1 must be a whole number of cents in digits alone: 25,000.00 is written 2500000.',
    ],
    [
      withFields({ exposures: { onlinePeakMinor: -1 } }),
      'exposures.onlinePeakMinor',
      'The peak online balance of the exposures must not be negative.',
    ],
    [
      withFields({ exposures: { onlinePeakMinor: 2e15 } }),
      'exposures.onlinePeakMinor',
      'The peak online balance of the exposures must not be above 1,000,000,000,000,000 cents.',
    ],
    [
      withFields({ declarations: { 'ko-unlucky': 'yes' } }),
      'declarations.ko-unlucky',
      expect.stringMatching(
        /^The answer to “ko-unlucky” is to no declaration of model 2026\.1: “ko-unverified” \(Is any /,
      ) as string,
    ],
    [
      withFields({ declarations: { 'ko-insolvent': 'perhaps' } }),
      'declarations.ko-insolvent',
      'The answer to “Is there credible evidence that liabilities exceed assets, or going-concern doubt?” is “perhaps”, which is no answer to a declaration; it must be “yes” (Yes), “no” (No) or “not-stated” (Not stated).',
    ],
    [
      withFields({ terms: { parts: [{ part: 'fire', limitMinor: 100 }] } }),
      'terms.parts.0.part',
      expect.stringMatching(
        /^Coverage part no\. 1 is “fire”, which is no coverage part; it must be “crime-online” \(Digital asset crime.*\.$/,
      ) as string,
    ],
    [
      withFields({ terms: { parts: [{ part: 'slashing', limitMinor: 0 }] } }),
      'terms.parts.0.limitMinor',
      'The limit of coverage part no. 1 must be above 0.',
    ],
    [
      withFields({
        terms: {
          parts: [
            { part: 'slashing', limitMinor: 100 },
            { part: 'slashing', limitMinor: 200 },
          ],
        },
      }),
      'terms.parts.1.part',
      'Coverage part no. 2 is “slashing” (Validator slashing) again; keep one of them.',
    ],
    [
      withFields({ terms: { periodDays: 0 } }),
      'terms.periodDays',
      'The length of the period must be between 1 and 1096 days.',
    ],
    [
      withFields({ terms: { periodDays: 1097 } }),
      'terms.periodDays',
      'The length of the period must be between 1 and 1096 days.',
    ],
    [
      withFields({ terms: { subjectivities: [{ id: 'sj-luck' }] } }),
      'terms.subjectivities.0.id',
      expect.stringMatching(
        /^Subjectivity no\. 1 is “sj-luck”, which is no subjectivity; it must be “sj-inventory” \(Signed .*\.$/,
      ) as string,
    ],
    [
      withFields({ terms: { buyBacks: [{ exclusionId: 'ex-none', reason: 'Extension bought' }] } }),
      'terms.buyBacks.0.exclusionId',
      expect.stringMatching(
        /^Bought-back exclusion no\. 1 is “ex-none”, which is no exclusion; it must be “ex-.*\.$/,
      ) as string,
    ],
  ])('%#: %o', (input, expectedField, expected) => {
    expect(sentence(input).replaceAll('\u00a0', ' ')).toEqual(expected);
    expect(field(input)).toBe(expectedField);
  });

  it('refuses keys that could reach a prototype, wherever they are', () => {
    expect(sentence('{"__proto__": {"isAdmin": true}}')).toBe(
      'The submission holds the key “__proto__”, which is not allowed.',
    );
    expect(field('{"answers": {"constructor": {"evidence": "verified"}}}')).toBe('answers.constructor');
    expect(sentence(JSON.parse('{"terms": {"parts": [{"__proto__": 1}]}}'))).toMatch(/the key “__proto__”/);
  });

  it('reads every problem, not only the first, when asked', () => {
    const { failures, content } = readSubmission(
      withFields({ asOf: 'today', currency: 'EUR' }),
      bundledModel,
    );
    expect(content).toBeNull();
    expect(failures.map((f) => f.field)).toEqual(['asOf', 'currency']);
  });
});
