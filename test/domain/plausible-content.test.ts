import { describe, expect, it } from 'vitest';
import { checkContentAgainstModel } from '#shared/domain/check-content.ts';
import { localDay } from '#shared/domain/dates.ts';
import { fieldWords } from '#shared/domain/field-words.ts';
import { prototypeKeyPath } from '#shared/domain/json-text.ts';
import { isNeededText } from '#shared/domain/needed-texts.ts';
import { showsNothing } from '#shared/domain/says-something.ts';
import { parseSubmission, readSubmission } from '#shared/domain/submission.ts';
import { bundledModel, contentWith, workedExample } from '#test/models/bundled-model.ts';
import { day } from '../support/branded.ts';
import { fullSubmission, SUBMISSION_FIELDS } from '../support/submission-fields.ts';

const submission = (changes: Record<string, unknown> = {}) => ({
  format: 'ballast-submission/1',
  subject: { name: 'Harbour Exchange', type: 'cex' },
  asOf: '2026-11-22',
  ...changes,
});
const named = (name: string) => submission({ subject: { name, type: 'cex' } });
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const failuresOf = (input: unknown, today?: string) =>
  readSubmission(input, bundledModel, today === undefined ? undefined : day(today)).failures.map((f) => [
    f.field,
    plain(f.message),
  ]);

describe('dates of a submission', () => {
  const answer = { evidence: 'verified', level: 'strong' };
  it.each<[string, Record<string, unknown>, string]>([
    ['asOf', { asOf: '0001-01-01' }, 'The assessment date must not be before 1 Jan 2009.'],
    ['asOf', { asOf: '9999-12-31' }, 'The assessment date must not be after 31 Dec 2100.'],
    [
      'answers.cu-quorum.seenOn',
      { answers: { 'cu-quorum': { ...answer, seenOn: '2008-12-31' } } },
      'The “Seen on” date of “Authorisation quorum” must not be before 1 Jan 2009.',
    ],
    [
      'incidentRegister.seenOn',
      { incidentRegister: { seenOn: '2101-01-01' } },
      'The “Seen on” date of the incident register must not be after 31 Dec 2100.',
    ],
    [
      'exposures.seenOn',
      { exposures: { seenOn: '1970-01-01' } },
      'The “Seen on” date of the exposures must not be before 1 Jan 2009.',
    ],
    [
      'terms.periodStart',
      { terms: { periodStart: '9999-01-01' } },
      'The start of the period must not be after 31 Dec 2100.',
    ],
    [
      'terms.subjectivities.0.dueOn',
      { terms: { subjectivities: [{ id: 'sj-inventory', dueOn: '2101-01-01' }] } },
      'The due date of subjectivity no. 1 must not be after 31 Dec 2100.',
    ],
    [
      'terms.ownSubjectivities.0.dueOn',
      { terms: { ownSubjectivities: [{ text: 'Pen test', dueOn: '0999-01-01' }] } },
      'The due date of subjectivity in your own words no. 1 must not be before 1 Jan 2009.',
    ],
    [
      'subject.liveSince',
      { subject: { name: 'Harbour', type: 'cex', liveSince: '2026-11-23' } },
      'The date live since is 23 Nov 2026, after the day of assessment, 22 Nov 2026.',
    ],
  ])('%s %o', (field, changes, message) => {
    expect(failuresOf(submission(changes))).toEqual([[field, message]]);
  });

  it('may be the first and the last day that can be', () => {
    const terms = { periodStart: '2100-12-31' };
    const exposures = { seenOn: '2009-01-01' };
    expect(failuresOf(submission({ terms, exposures }))).toEqual([]);
  });

  it('may be of today, and of tomorrow for a colleague further east, not of a later day', () => {
    expect(failuresOf(submission(), '2026-11-22')).toEqual([]);
    expect(failuresOf(submission(), '2026-11-21')).toEqual([]);
    expect(failuresOf(submission(), '2026-11-20')).toEqual([
      [
        'asOf',
        'The assessment date 22 Nov 2026 is after today (20 Nov 2026); an assessment cannot know the future.',
      ],
    ]);
    expect(parseSubmission(submission(), bundledModel, day('2026-11-20'))).toMatchObject({ ok: false });
    expect(parseSubmission(submission(), bundledModel)).toMatchObject({ ok: true });
  });

  it('has the day of the reader', () => {
    expect(localDay(new Date(2026, 10, 22, 0, 0, 0))).toBe('2026-11-22');
    expect(localDay(new Date(2026, 0, 9, 23, 59, 59))).toBe('2026-01-09');
  });
});

describe('texts of a submission', () => {
  it.each<[string, string]>([
    ['\u0000', 'U+0000'],
    ['\u001b', 'U+001B'],
    ['\n', 'U+000A'],
    ['\u007f', 'U+007F'],
    ['\u0085', 'U+0085'],
    ['\u200b', 'U+200B'],
    ['\u200f', 'U+200F'],
    ['\u202a', 'U+202A'],
    ['\u202e', 'U+202E'],
    ['\u2066', 'U+2066'],
    ['\u2069', 'U+2069'],
    ['\ufeff', 'U+FEFF'],
    ['\ud83d', 'U+D83D'],
    ['\udc00', 'U+DC00'],
  ])('a name with %j is refused', (character, code) => {
    expect(failuresOf(named(`Harbour${character}Exchange`))).toEqual([
      ['subject.name', `The name holds characters that cannot be shown (${code}); remove them.`],
    ]);
  });

  it.each(['Börse Zürich', 'Ρόδος', '取引所', 'بورصة', 'Emoji 😀', "O'Neil & Sons – “Ltd”", 'A\u00a0B'])(
    'a name %s is taken',
    (name) => expect(failuresOf(named(name))).toEqual([]),
  );

  it.each(['صرافی می\u200cخواهم', 'ه\u200d.', 'क्\u200dष', 'राष्\u200cट्र'])(
    'a name %s is written with its joiner',
    (name) => expect(failuresOf(named(name))).toEqual([]),
  );

  it.each<[string, string]>([
    ['Harbour\u200cExchange', 'U+200C'],
    ['Harbour\u200dExchange', 'U+200D'],
    ['取\u200d引', 'U+200D'],
    ['صرافی\u200c', 'U+200C'],
    ['می\u200c\u200cخواهم', 'U+200C'],
    ['\u200dक', 'U+200D'],
    ['Harbour 👩\u200d🚀', 'U+200D'],
  ])('a joiner that only hides is refused: %j', (name, code) =>
    expect(failuresOf(named(name))).toEqual([
      ['subject.name', `The name holds characters that cannot be shown (${code}); remove them.`],
    ]),
  );

  it('a name of blanks is empty', () => {
    for (const name of [' ', '\u00a0\u2003'])
      expect(failuresOf(named(name))).toEqual([['subject.name', 'The name must not be empty.']]);
  });

  it('a long text may have lines and tabs, and nothing else that does not show', () => {
    const withNote = (note: string) => submission({ terms: { note } });
    expect(failuresOf(withNote('One\n\tTwo'))).toEqual([]);
    expect(failuresOf(withNote('One\n\u0007Two'))).toEqual([
      ['terms.note', 'The note on the terms holds characters that cannot be shown (U+0007); remove them.'],
    ]);
  });

  it('is found wherever it is', () => {
    const terms = { taxes: [{ jurisdiction: 'UK', label: 'IPT\u0008', ratePercent: 12 }] };
    expect(failuresOf(submission({ terms }))).toEqual([
      [
        'terms.taxes.0.label',
        'The name of tax or levy no. 1 holds characters that cannot be shown (U+0008); remove them.',
      ],
    ]);
  });

  it('stays readable in a workbook: the schema and the check of a draft take it', () => {
    const content = contentWith({ subject: { name: 'A\u0000\ud800', type: 'cex' } });
    expect(checkContentAgainstModel({ content, model: bundledModel, purpose: 'draft' })).toEqual([]);
    expect(checkContentAgainstModel({ content, model: bundledModel }).map((f) => f.field)).toEqual([
      'subject.name',
    ]);
    expect(
      checkContentAgainstModel({
        content: workedExample,
        model: bundledModel,
        purpose: 'submission',
        today: day('2026-11-22'),
      }),
    ).toEqual([]);
  });
});

describe('a path of the sender’s making', () => {
  const deep = `${'{"aaaa":'.repeat(50_000)}{"__proto__":1}${'}'.repeat(50_000)}`;

  it('is cut where it is named', () => {
    const path = prototypeKeyPath(JSON.parse(deep));
    expect(path).toMatch(/^aaaa\.aaaa\..* … .*\.aaaa\.__proto__$/);
    expect(path!.length).toBeLessThan(120);
    const result = parseSubmission(deep, bundledModel);
    expect(result.ok ? '' : result.failure.message.length).toBeLessThan(200);
  });

  it('is cut in the complaint about an unknown field', () => {
    const key = 'x'.repeat(1_000_000);
    for (const input of [submission({ [key]: 1 }), submission({ answers: { [`${key}!`]: {} } })]) {
      const [failure] = readSubmission(input, bundledModel).failures;
      expect(failure!.message).toContain('x'.repeat(60));
      expect(failure!.message).not.toContain('x'.repeat(61));
      expect(failure!.field!.length).toBeLessThan(121);
    }
  });
});

describe('a text of letters that show as nothing', () => {
  const TEXTS = SUBMISSION_FIELDS.filter(
    ({ path, kind }) =>
      kind === 'text' &&
      isNeededText(path) &&
      path[0] !== 'insurer' &&
      path[0] !== 'underwriter' &&
      // An hour is told how it is written.
      !/Time$/.test(String(path.at(-1))),
  ).map(({ path }) => [path.join('.'), path] as const);

  it.each(TEXTS)('%s says so once, and quotes nothing', (name, path) => {
    for (const text of ['\u200b', '\u200d\u2060', '\u3164', '\ufe0f', '\u2800 \u034f', '\u{e0041}']) {
      const told = readSubmission(fullSubmission([{ path, value: text }]), bundledModel)
        .failures.filter(({ field }) => field === name)
        .map(({ message }) => message);
      const ofIt = told.filter(
        (message) => message.includes('show as nothing') || message.includes('cannot be shown'),
      );
      expect([name, ofIt]).toEqual([
        name,
        [
          expect.stringMatching(
            / holds only letters that show as nothing \(U\+[0-9A-F]{4,}.*\); write it out/,
          ),
        ],
      ]);
      expect(ofIt[0]).toContain(fieldWords(path, bundledModel));
      for (const message of told)
        for (const [, quoted = ''] of message.matchAll(/“([^”]*)”/g))
          expect(showsNothing(quoted)).toBe(false);
    }
  });
});
