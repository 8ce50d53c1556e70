import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { jsonFile } from '#electron/host/json-file.ts';
import { parsedJson } from '#electron/store/connection/stored-values.ts';
import { lockFilePath, lockHolder } from '#electron/store/workbook/lock-file.ts';
import { fieldWords } from '#shared/domain/field-words.ts';
import { repeatedKeys } from '#shared/domain/json-members.ts';
import { parseJsonText, storedJson } from '#shared/domain/json-text.ts';
import { readSubmission } from '#shared/domain/submission.ts';
import { readLibraryPack } from '#shared/library/library-pack.ts';
import { checkModelTexts } from '#shared/underwriting/activate-model.ts';
import { sourceFiles } from '#test/boundaries/read-imports.ts';
import { bundledModel } from '#test/models/bundled-model.ts';
import { day } from '../support/branded.ts';
import { fullSubmission, SUBMISSION_FIELDS } from '../support/submission-fields.ts';

const root = resolve(import.meta.dirname, '..', '..');
const input = readFileSync(join(import.meta.dirname, 'inputs', 'repeated-key.txt'), 'utf8');
const resource = (name: string) => readFileSync(join(root, 'resources', name), 'utf8');

const sentences = (text: string) => readSubmission(text, bundledModel).failures.map(({ message }) => message);
const lineOf = (text: string, index: number) => text.slice(0, index).split('\n').length;

type Path = readonly (string | number)[];

/** JSON text in which the key at `path` stands a second time, at the end of its object, with its two lines. */
function withKeyTwice(
  whole: unknown,
  path: Path,
): { readonly text: string; readonly lines: [number, number] } {
  const mark = '\u0001twice\u0001';
  const copy = structuredClone(whole);
  let parent = copy as Record<string | number, unknown>;
  for (const part of path.slice(0, -1)) parent = parent[part] as Record<string | number, unknown>;
  const key = String(path.at(-1));
  const value = parent[key];
  // The first is marked too, so that its line is known.
  const marked = Object.entries(parent).map(([k, v]) => [k === key ? '\u0001first\u0001' : k, v] as const);
  for (const k of Object.keys(parent)) delete parent[k];
  for (const [k, v] of marked) parent[k] = v;
  parent[mark] = value;
  const text = JSON.stringify(copy, null, 1);
  const at = (name: string) => lineOf(text, text.indexOf(JSON.stringify(name)));
  return {
    text: text
      .replace(JSON.stringify('\u0001first\u0001'), () => JSON.stringify(key))
      .replace(JSON.stringify(mark), () => JSON.stringify(key)),
    lines: [at('\u0001first\u0001'), at(mark)],
  };
}

/** The path of every key of every object in a value. */
const keyPaths = (value: unknown, path: Path = []): readonly Path[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, i) => keyPaths(item, [...path, i]));
  return Object.entries(value).flatMap(([key, item]) => [[...path, key], ...keyPaths(item, [...path, key])]);
};

const told = (key: string, [first, second]: readonly number[]) =>
  `“${key}” stands twice, in lines ${first} and ${second}. Keep one.`;

describe('a key that stands twice in a submission', () => {
  it('is refused with both lines where it would lose the register of incidents', () => {
    const first = lineOf(input, input.indexOf('"incidents"'));
    const second = lineOf(input, input.lastIndexOf('"incidents"'));
    expect(second).toBeGreaterThan(first);
    expect(sentences(input)).toEqual([
      `The submission says one thing twice: ${told('incidents', [first, second])}`,
    ]);
  });

  it.each(
    SUBMISSION_FIELDS.filter(({ path }) => typeof path.at(-1) === 'string').map(
      ({ path }) => [path.join('.'), path] as const,
    ),
  )('is refused wherever a field may stand: %s', (_, path) => {
    const { text, lines } = withKeyTwice(fullSubmission(), path);
    expect(sentences(text)).toEqual([
      `The submission says one thing twice: ${told(String(path.at(-1)), lines)}`,
    ]);
  });

  it('is told of each such key at once, with each of its lines', () => {
    expect(sentences('{"a": 1,\n"b": {"c": 1, "c": 2},\n"a": 2,\n"a": 3}')).toEqual([
      'The submission says one thing twice: “c” stands twice, in line 2. Keep one.',
      'The submission says one thing twice: “a” stands 3 times, in lines 1, 3 and 4. Keep one.',
    ]);
  });

  it.each([
    ['written with an escape', '{"a": 1, "\\u0061": 2}', ['a']],
    ['with a quote in it', '{"a\\"": 1, "a\\"": 2}', ['a"']],
    ['with a backslash at its end', '{"a\\\\": 1, "a\\\\": 2}', ['a\\']],
    ['empty', '{"": 1, "": 2}', ['']],
    ['in a list of lists', '[[{"x": [{"y": 1, "y": 1}]}]]', ['y']],
    ['in two objects', '[{"a": 1}, {"a": 1}, {"b": {"a": 1}, "a": 1}]', []],
    ['as text only', '{"a": "\\"a\\": 1, \\"a\\": 2", "b": ["a", "a", "{", "}"]}', []],
    ['in another case', '{"a": 1, "A": 2}', []],
    ['beside what it holds', '{"a": {"a": {"a": []}}}', []],
  ])('a key %s', (_, text, keys) => {
    expect(repeatedKeys(text).map(({ key }) => key)).toEqual(keys);
  });

  it('is found in any JSON, and never where there is none', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.nat(), (text, pick) => {
        const value: unknown = JSON.parse(text);
        const clean = JSON.stringify(value, null, 1);
        expect(repeatedKeys(clean)).toEqual([]);
        const paths = keyPaths(value);
        const path = paths[pick % Math.max(1, paths.length)];
        if (path === undefined || path.some((part) => part === '__proto__')) return;
        const twice = withKeyTwice(value, path);
        if (/^\d+$/.test(String(path.at(-1)))) return;
        expect(repeatedKeys(twice.text).map(({ key, lines }) => [key, ...lines])).toEqual([
          [String(path.at(-1)), ...twice.lines],
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it('survives hostile nesting', () => {
    const depth = 200_000;
    expect(
      repeatedKeys(`${'{"a":'.repeat(depth)}{"b":1,"b":2}${'}'.repeat(depth)}`).map(({ key }) => key),
    ).toEqual(['b']);
  });
});

describe('a key that stands twice in any other JSON that enters', () => {
  const model = resource('models/digital-asset-2026.2.json');
  const wording = resource('models/digital-asset-2026.2.wording.json');

  it('a rating model or its wording is not used', () => {
    const random = fc.sample(fc.nat(), 12);
    for (const [text, isModel] of [
      [model, true],
      [wording, false],
    ] as const) {
      const whole: unknown = JSON.parse(text);
      const paths = keyPaths(whole);
      for (const pick of random) {
        const path = paths[pick % paths.length]!;
        const twice = withKeyTwice(whole, path);
        const checked = checkModelTexts(
          isModel ? { json: twice.text, wordingJson: wording } : { json: model, wordingJson: twice.text },
        );
        expect(checked).toMatchObject({
          ok: false,
          failure: {
            code: 'model-invalid',
            message: expect.stringContaining(told(String(path.at(-1)), twice.lines)),
          },
        });
      }
    }
  });

  it('the manifest of a library pack loads nothing', () => {
    const manifest: unknown = JSON.parse(resource('library/pack-1/manifest.json'));
    for (const path of keyPaths(manifest)) {
      const { text, lines } = withKeyTwice(manifest, path);
      const read = readLibraryPack({ 'manifest.json': text }, day('2026-11-22'), 'from-outside');
      expect(read).toMatchObject({
        ok: false,
        failure: {
          message: `manifest.json says one thing twice: ${told(String(path.at(-1)), lines)} Nothing was loaded.`,
        },
      });
    }
  });

  it('the recipe of a calibration', () => {
    const recipe: unknown = JSON.parse(resource('calibration/recipe-2026.2.json'));
    for (const path of keyPaths(recipe)) {
      const { text, lines } = withKeyTwice(recipe, path);
      expect(() => storedJson(text)).toThrow(told(String(path.at(-1)), lines));
    }
  });

  it('a file of settings is kept aside and the defaults hold', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'settings-')), 'settings.json');
    writeFileSync(path, '{"folder": "first",\n"folder": "second"}');
    const file = jsonFile(path, z.object({ folder: z.string() }), { folder: 'default' });
    expect(file.read()).toEqual({ folder: 'default' });
    expect(readFileSync(`${path}.damaged`, 'utf8')).toContain('"second"');
  });

  it('a lock file names nobody', () => {
    const workbook = join(mkdtempSync(join(tmpdir(), 'lock-')), 'Book.ballast');
    const holder = '"host": "a", "since": "2026-01-01T00:00:00.000Z", "application": "Ballast", "pid": 5';
    writeFileSync(lockFilePath(workbook), `{${holder}}`);
    expect(lockHolder(workbook)).toMatchObject({ pid: 5 });
    writeFileSync(lockFilePath(workbook), `{${holder}, "pid": 6}`);
    expect(lockHolder(workbook)).toBeNull();
  });

  it('what a workbook holds as JSON is no value', () => {
    expect(parsedJson('{"a": 1}')).toEqual({ a: 1 });
    expect(parsedJson('{"a": 1, "a": 2}')).toBeNull();
  });
});

it('nothing else in the product parses JSON', () => {
  const readers = ['shared', 'electron', 'renderer', 'scripts'].flatMap((room) =>
    sourceFiles(root, room).filter((file) =>
      /\bJSON\s*\.\s*parse\b|\.json\(\)/.test(readFileSync(join(root, file), 'utf8')),
    ),
  );
  expect(readers.sort()).toEqual(['shared/domain/json-members.ts', 'shared/domain/json-text.ts']);
});

describe('what is wrong in a file', () => {
  it('is told all at once, in the words of the form, with the line of each field', () => {
    const text = `{
 "format": "ballast-submission/1",
 "subject": { "name": "Example",
   "type": "bank" },
 "asOf": "22 Nov 2026",
 "terms": { "parts": [
   { "part": "slashing", "limitMinor": 100.5,
     "retentionMinor": -1 } ] }
}`;
    expect(sentences(text).map((told) => told.replaceAll('\u00a0', ' '))).toEqual([
      'The limit of coverage part no. 1 (line 7) must be a whole number of cents in digits alone, not 100.5: USD 100.50 is written 10050.',
      expect.stringMatching(
        /^The type of subject \(line 4\) is “bank”, which is no type of subject; it must be “cex” \(/,
      ),
      'The assessment date (line 5) must be a calendar date written YYYY-MM-DD.',
      'The retention of coverage part no. 1 (line 8) must not be negative.',
    ]);
  });

  it('says of what is missing where it would stand', () => {
    expect(
      sentences('{\n"format": "ballast-submission/1",\n"subject": {\n"type": "cex"},\n"asOf": "2026-11-22"}'),
    ).toEqual(['The name (from line 3) is missing; it must be text.']);
  });

  it.each(SUBMISSION_FIELDS.map(({ path }) => [path.join('.'), path] as const))(
    'calls the field %s by its name in the form',
    (_, path) => {
      const words = fieldWords(path, bundledModel);
      expect(words).toMatch(/^[A-Z]/);
      expect(words).not.toMatch(/The field “|[a-z][A-Z]|Minor|\bterms\.|\[|\]|“”|undefined/);
    },
  );

  it('one failure tells of each fault', () => {
    expect(parseJsonText('{"a":1,"a":2,"b":1,"b":2}', 'It')).toMatchObject({
      failure: {
        message:
          'It says one thing twice: “a” stands twice, in line 1. Keep one. It says one thing twice: “b” stands twice, in line 1. Keep one.',
      },
    });
  });
});

describe('amounts of a file', () => {
  const file = (limit: string): string =>
    `{\n"format": "ballast-submission/1",\n"subject": {"name": "A", "type": "cex"},\n"asOf": "2026-11-22",\n"terms": {"note": "\\"limitMinor\\": 25.000", "parts": [{"part": "crime-online",\n"limitMinor": ${limit}}]}}`;
  const told = (limit: string): readonly string[] =>
    readSubmission(file(limit), bundledModel).failures.map(({ message }) => message);

  it.each([
    ['25.000', 'USD 25,000 is written 2500000'],
    ['60.000', 'USD 60,000 is written 6000000'],
    ['1.250.000', null],
    ['100.50', 'USD 100.50 is written 10050'],
    ['2500000000.00', 'USD 2,500,000,000 is written 250000000000'],
    ['2.5e9', 'USD 25,000,000 is written 2500000000'],
    ['25E8', 'USD 25,000,000 is written 2500000000'],
    ['-0.5', 'USD 25,000 is written 2500000'],
  ])(
    '%s is no whole cents in digits, and is told with its part, its line and what to write',
    (written, example) =>
      expect(told(written).map((text) => text.replaceAll('\u00a0', ' '))).toEqual([
        example === null
          ? expect.stringMatching(/is not JSON/)
          : `The limit of coverage part no. 1 (line 6) must be a whole number of cents in digits alone, not ${written}: ${example}.`,
      ]),
  );
  it('an amount of an option names the option', () => {
    const text = file('1').replace(
      /\}$/,
      ', "options": [{"id": "A", "terms": null}, {"id": "B", "terms": {"parts": [{"part": "slashing", "limitMinor": 60.000}]}}]}',
    );
    expect(readSubmission(text, bundledModel).failures.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^The limit of coverage part no\. 1 of option no\. 2 \(line 6\) must be a whole/),
    );
  });
  it('and digits alone are', () => expect(told('2500000000').join(' ')).not.toContain('digits alone'));
});
