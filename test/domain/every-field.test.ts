import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fieldWords } from '#shared/domain/field-words.ts';
import { readSubmission } from '#shared/domain/submission.ts';
import { sourceFiles } from '#test/boundaries/read-imports.ts';
import { bundledModel } from '#test/models/bundled-model.ts';
import { type FieldKind, fullSubmission, SUBMISSION_FIELDS } from '../support/submission-fields.ts';

const root = resolve(import.meta.dirname, '..', '..');

const of = (kind: FieldKind) =>
  SUBMISSION_FIELDS.filter((field) => field.kind === kind).map(({ path }) => [path.join('.'), path] as const);

/** What is said of one field when it holds a value, everything else being well-formed. */
const toldOf = (path: (typeof SUBMISSION_FIELDS)[number]['path'], value: unknown): readonly string[] =>
  readSubmission(fullSubmission([{ path, value }]), bundledModel)
    .failures.filter(({ field }) => field === path.join('.'))
    .map(({ message }) => message.replaceAll('\u00a0', ' '));

describe('every field that the schema of a submission has', () => {
  it('is found, and one that is added is found too', () => {
    const kinds = new Set(SUBMISSION_FIELDS.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual([
      'choice',
      'date',
      'group',
      'money',
      'number',
      'percent',
      'switch',
      'text',
    ]);
    expect(SUBMISSION_FIELDS.length).toBeGreaterThan(80);
  });

  it.each(of('money'))('%s takes whole cents and no text that could be read in two ways', (_, path) => {
    const words = fieldWords(path, bundledModel);
    for (const value of ['25.000', '1,25', 0.5, Number.POSITIVE_INFINITY, true])
      expect(toldOf(path, value)).toEqual([expect.stringMatching(/ must be a whole number of cents/)]);
    expect(toldOf(path, '25.000')[0]?.startsWith(words)).toBe(true);
    expect(toldOf(path, -1)).toHaveLength(1);
  });

  it.each(of('date'))('%s is a calendar day between 2009 and 2100', (_, path) => {
    const words = fieldWords(path, bundledModel);
    for (const value of ['22 Nov 2026', '2026-02-30', '20261122', '22/11/2026', '2026-13', 46_348])
      expect(toldOf(path, value)).toEqual([`${words} must be a calendar date written YYYY-MM-DD.`]);
    // The month of an incident is enough for a model that has a rule for it; this one has none.
    expect(toldOf(path, '2026-11')[0]?.replaceAll('\u00a0', ' ')).toBe(
      path[0] === 'incidents'
        ? `${words} must be a whole day, not Nov 2026: model 2026.1 has no rule for what is not known.`
        : `${words} must be a calendar date written YYYY-MM-DD.`,
    );
    expect(toldOf(path, '1999-12-31').at(0)).toBe(`${words} must not be before 1 Jan 2009.`);
    expect(toldOf(path, '2101-01-01').at(0)).toBe(`${words} must not be after 31 Dec 2100.`);
  });

  it.each([...of('percent'), ...of('number')])('%s is a number in its bounds', (_, path) => {
    const words = fieldWords(path, bundledModel);
    for (const value of ['9,975', '9.975', 1e300, -1e300, true]) {
      const [told, ...more] = toldOf(path, value);
      expect(more).toEqual([]);
      expect(told?.startsWith(`${words} must `)).toBe(true);
    }
  });

  it('is told in words of this product, never in those of a library', () => {
    for (const { path, kind } of SUBMISSION_FIELDS)
      for (const value of ['', 'x'.repeat(9_000), 1e300, -1e300, 0.5, true, {}, [], null, [[]], { a: {} }])
        for (const message of toldOf(path, value))
          expect([path.join('.'), kind, message]).toEqual([
            path.join('.'),
            kind,
            expect.not.stringMatching(/Too (big|small)|Invalid|expected|[<>]=|undefined|NaN|regex/),
          ]);
  });

  it.each(of('text').filter(([name]) => name !== '$schema' && name !== 'insurer.logo.base64'))(
    '%s is text that can be shown',
    (_, path) => {
      const words = fieldWords(path, bundledModel);
      for (const value of [1, ['a'], { a: 1 }, 'x'.repeat(5_000)])
        expect(toldOf(path, value).at(0)?.startsWith(words)).toBe(true);
    },
  );
});

it('what is typed is read by the fields’ own parsers and by nothing else', () => {
  const others = sourceFiles(root, 'renderer').filter((file) =>
    /\bparseFloat\b|\bparseInt\b|valueAsNumber|type="(number|date)"|new Date\(text|Date\.parse\(/.test(
      readFileSync(join(root, file), 'utf8'),
    ),
  );
  expect(others).toEqual([]);
});
