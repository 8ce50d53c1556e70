import { describe, expect, it } from 'vitest';
import { choiceAt, keysAt } from '#shared/domain/choices.ts';
import { fieldWords } from '#shared/domain/field-words.ts';
import { lowerFirst } from '#shared/domain/lower-first.ts';
import { readSubmission } from '#shared/domain/submission.ts';
import { model, quotableExample } from '#test/models/model-2026-2.ts';
import { fullSubmission, SUBMISSION_FIELDS, type SubmissionField } from '../support/submission-fields.ts';

// What somebody may choose, and the keys under which a file says it, found in the schema of a submission: a field that is
// added is told of in the words of the form, or fails here.

type Path = SubmissionField['path'];

/** Of which the form shows the very code: a currency, a grade, the letter of an option, what names a format. */
const SHOWN_AS_WRITTEN = ['format', 'currency', 'insurer.logo.type'];
const LETTERS = /\.(grade\.grade|id)$|^judgement\.grade\.grade$/;

const FACTOR = model.factors.find((one) => one.kind === 'ordinal' && one.appliesTo.includes('cex'))!.id;
const idIn = (path: Path): Path => {
  const id = { terms: 'sj-inventory', declarations: 'rf-growth' }[String(path[0])] ?? FACTOR;
  return path.map((key) => (key === 'some-id' ? id : key));
};
const named = (fields: readonly SubmissionField[]) =>
  fields.map((field) => [field.path.join('.'), idIn(field.path)] as const);

/** All that is said of a field whose value is this one; the submission is otherwise well-formed. */
const toldOf = (path: Path, value: unknown): readonly string[] => {
  const whole = fullSubmission([
    { path: ['answers', FACTOR, 'evidence'], value: 'verified' },
    { path, value },
  ]);
  return readSubmission(whole, model)
    .failures.filter(({ field }) => field === path.join('.'))
    .map(({ message }) => message.replaceAll('\u00a0', ' '));
};

const CODED = SUBMISSION_FIELDS.filter(({ path, kind }) => kind === 'choice' || choiceAt(idIn(path), model));

describe('every choice of a submission', () => {
  const choices = CODED.filter(({ path }) => !SHOWN_AS_WRITTEN.includes(path.join('.')));

  it('is found', () => {
    const names = choices.map(({ path }) => path.join('.'));
    for (const name of ['subject.type', 'incidents.0.cause', 'terms.scheduleReason', 'terms.line.role'])
      expect(names).toContain(name);
    expect(names.length).toBeGreaterThan(20);
  });

  it.each(named(choices))('%s has a label of the form for each code', (_, path) => {
    const choice = choiceAt(path, model);
    expect(choice?.what).toBeTruthy();
    expect(choice?.allowed.length).toBeGreaterThan(0);
    if (!LETTERS.test(path.join('.')))
      for (const { id, label } of choice?.allowed ?? []) expect(label).not.toBe(id);
  });

  it.each(named(choices.filter(({ kind }) => kind === 'choice')))(
    '%s knows what its schema takes',
    (_, path) => {
      for (const { id } of choiceAt(path, model)?.allowed ?? [])
        expect(toldOf(path, id).join(' ')).not.toContain('which is no');
    },
  );

  it.each(named(CODED.filter(({ path }) => choiceAt(idIn(path), model))))(
    '%s is told by what it is, what was written, and each label with its code',
    (_, path) => {
      const { what, allowed } = choiceAt(path, model)!;
      for (const given of ['no-such-code', 'no such code', 'x'.repeat(5_000)]) {
        const told = toldOf(path, given);
        const [sentence = ''] = told;
        expect(sentence).toContain(
          `${fieldWords(path, model)} is “${given.slice(0, 60)}”, which is no ${what};`,
        );
        for (const { id, label } of allowed)
          expect(sentence).toContain(
            id === label ? `“${id}”` : `“${id}” (${label})`.replaceAll('\u00a0', ' '),
          );
      }
    },
  );
});

describe('a code that fits the schema and not the model', () => {
  const file = (change: object) => ({
    format: 'ballast-submission/1',
    ...structuredClone(quotableExample),
    ...change,
  });
  const terms = (change: object) => file({ terms: { ...quotableExample.terms, ...change } });
  const sentences = (input: unknown) =>
    readSubmission(input, model).failures.map(({ message }) => message.replaceAll('\u00a0', ' '));

  it.each<[string, unknown, readonly RegExp[]]>([
    [
      'a cause',
      file({ incidents: [{ ...anIncident(), cause: 'key-lukewarm' }] }),
      [
        /^The cause of incident no\. 1 is “key-lukewarm”, which is no cause of loss; it must be “key-hot” \(Hot-wallet or operational key compromise\), .+ or “unknown” \(Undetermined\)\.$/,
      ],
    ],
    [
      'a clause',
      terms({ cyberClause: 'LMA0' }),
      [/ is “LMA0”, which is no such clause; it must be “LMA5564” \(War and /],
    ],
    [
      'a wording',
      terms({ signingWording: 'nobody' }),
      [/ is “nobody”, which is no such answer; it must be “crime-online” \(The /],
    ],
    [
      'a reason',
      terms({ scheduleReason: 'mood' }),
      [/ is “mood”, which is no reason of a schedule adjustment; it must be “management-quality” \(Quality /],
    ],
    [
      'a subjectivity',
      terms({ subjectivities: [{ id: 'sj-luck', dueOn: null }] }),
      [/^Subjectivity no\. 1 is “sj-luck”, which is no subjectivity; it must be “sj-inventory” \(Signed /],
    ],
    [
      'an exclusion',
      terms({ buyBacks: [{ exclusionId: 'ex-luck', reason: 'Agreed' }] }),
      [
        /^Bought-back exclusion no\. 1 is “ex-luck”, which is no exclusion; it must be “ex-insolvency” \(Insolvency /,
      ],
    ],
    [
      'who owes what',
      terms({ subjectivityTerms: { 'own-9': { from: 'The broker' } } }),
      [/^Subjectivity in your own words no\. 9 is not there; there are “sj-inventory” \(Signed /],
    ],
    [
      'a reason for a judgement',
      file({ judgement: { grade: { grade: 'A', reason: 'mood', words: 'We like them' } } }),
      [/ is “mood”, which is no reason for a judgement; it must be “control-not-asked” \(A control /],
    ],
    [
      'two questions',
      file({ answers: { 'cu-foo': { evidence: 'not-provided' }, 'cu-bar': { evidence: 'not-provided' } } }),
      [
        /^The answer to “cu-foo” and the answer to “cu-bar” are to no question that model 2026\.2 asks of this type of subject: “cu-hot-ratio” \(Online asset share\), /,
      ],
    ],
    [
      'a declaration',
      file({ declarations: { 'rf-luck': 'no' } }),
      [/^The answer to “rf-luck” is to no declaration of model 2026\.2: “ko-unverified” \(Is any /],
    ],
  ])('%s is told with the label and the code of each that does', (_, input, wanted) => {
    const told = sentences(input);
    expect(told).toHaveLength(wanted.length);
    for (const [i, pattern] of wanted.entries()) expect(told[i]).toMatch(pattern);
  });
});

function anIncident() {
  return {
    id: 'a',
    date: '2024-03-10',
    lossMinor: 100,
    assetsAtTimeMinor: 1000,
    fixStatus: 'verified',
    usersMadeWholePercent: 100,
    disclosureHours: 1,
    postmortem: 'full30',
  };
}

it('codes that the model does not know are told with what the schema does not take', () => {
  const { failures } = readSubmission(
    fullSubmission([
      { path: ['asOf'], value: 'today' },
      { path: ['incidents', 0, 'cause'], value: 'key-lukewarm' },
      { path: ['terms', 'cyberClause'], value: 'LMA0' },
    ]),
    model,
  );
  const fields = failures.map(({ field }) => field);
  for (const field of ['asOf', 'incidents.0.cause', 'terms.cyberClause']) expect(fields).toContain(field);
  expect(new Set(fields).size).toBe(fields.length);
});

describe('every group of a submission', () => {
  const inside = (path: Path) =>
    SUBMISSION_FIELDS.filter(
      (other) => other.path.length === path.length + 1 && path.every((key, i) => other.path[i] === key),
    );
  const groups = SUBMISSION_FIELDS.filter(({ path, kind }) => {
    const keys = inside(path).map((one) => one.path.at(-1));
    return kind === 'group' && keys.length > 0 && keys[0] !== 0 && keys[0] !== 'some-id';
  });

  it('is found', () => expect(groups.length).toBeGreaterThan(20));

  it.each(named(groups))(
    '%s tells all its unknown keys at once, beside the names of those it has',
    (_, path) => {
      const whole = fullSubmission([
        { path: [...path, 'noSuchKey'], value: 1 },
        { path: [...path, 'other_key'], value: 2 },
      ]);
      const told = readSubmission(JSON.stringify(whole, null, 1), model)
        .failures.map(({ message }) => message)
        .filter((message) => message.includes('noSuchKey'));
      expect(told).toHaveLength(1);
      expect(told[0]).toMatch(/^“noSuchKey” \(line \d+\) and “other_key” \(line \d+\) are no fields of /);
      expect(told[0]).toContain(` of ${lowerFirst(fieldWords(path, model))} (line `);
      for (const { path: member } of inside(path)) expect(told[0]).toContain(`“${String(member.at(-1))}” (`);
      // Each key stands in quotes, as it is written, and nowhere else.
      expect(told[0]!.replaceAll(/“[^”]*”/g, '')).not.toMatch(/[a-z][A-Z]|_|\{|undefined|The field/);
    },
  );

  it('and so does the whole', () => {
    expect(readSubmission({ ...fullSubmission(), Umr: 1 }, model).failures[0]?.message).toMatch(
      /^“Umr” is no field of the submission, which has “\$schema” \(the address of the schema\), /,
    );
  });
});

it('a list of more than it takes is told in words of this product', () => {
  const lists = SUBMISSION_FIELDS.filter(({ path }) => path.at(-1) === 0).map(({ path }) =>
    path.slice(0, -1),
  );
  for (const path of lists) {
    const row = path.reduce<unknown>(
      (at, key) => (at as Record<string, unknown>)[String(key)],
      fullSubmission(),
    );
    const [told = ''] = toldOf(path, Array(2_001).fill((row as unknown[])[0]));
    expect(told).toMatch(/must not (have|hold|name) more than [\d,]+/);
  }
});

it('the keys of records are told by what they name', () => {
  for (const list of ['answers', 'declarations', 'subjectivityTerms'])
    for (const { id, label } of keysAt([list, ''], model)!.allowed) expect(label).not.toBe(id);
});
