import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ActivationBasis, openActivations } from '#electron/host/activations.ts';
import { CURRENT_MODEL, loadBundledModel } from '#electron/host/bundled-model.ts';
import { canonicalHash } from '#shared/domain/canonical-json.ts';

const MODEL = `${CURRENT_MODEL}.json`;
const WORDING = `${CURRENT_MODEL}.wording.json`;
const bundledText = (name: string): string =>
  readFileSync(resolve(import.meta.dirname, '../../resources/models', name), 'utf8');
const modelText = bundledText(MODEL);
const wordingText = bundledText(WORDING);
interface Bundled {
  title: string;
  testCases: { kind: string; expected: Record<string, unknown> }[];
  pricing: { perils: unknown[] };
}
const bundled = JSON.parse(modelText) as Bundled;
const basis: ActivationBasis = { engine: 'engine 1', application: '1.0.0', code: 'abc', v8: '13.0' };

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ballast-activations-'));
  file = join(folder, 'activations.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('remembered activations', () => {
  it('are there at the next start', () => {
    const first = openActivations(folder, basis);
    expect(first.has('one')).toBe(false);
    first.add('one');
    const next = openActivations(folder, basis);
    expect([next.has('one'), next.has('another')]).toEqual([true, false]);
  });

  it.each([
    ['engine', 'engine 2'],
    ['application', '1.0.1'],
    ['code', 'abd'],
    ['v8', '14.0'],
  ])('count for nothing where %s is another', (part, value) => {
    openActivations(folder, basis).add('one');
    const other = openActivations(folder, { ...basis, [part]: value });
    expect(other.has('one')).toBe(false);
    expect(openActivations(folder, basis).has('one')).toBe(true);
  });

  it('stay a short list', () => {
    const activations = openActivations(folder, basis);
    for (let i = 0; i < 30; i += 1) activations.add(`model ${i}`);
    expect((JSON.parse(readFileSync(file, 'utf8')) as { passed: unknown[] }).passed).toHaveLength(20);
    expect(openActivations(folder, basis).has('model 29')).toBe(true);
  });

  it.each([
    ['is no JSON', '{"passed": ['],
    ['has another form', '{"passed": [{"hash": "one"}]}'],
    ['is empty', ''],
  ])('are none in a file that %s, which is kept aside', (_what, text) => {
    writeFileSync(file, text);
    expect(openActivations(folder, basis).has('one')).toBe(false);
    expect(readFileSync(`${file}.damaged`, 'utf8')).toBe(text);
  });

  it('are none where the file cannot be read or moved away, and the start goes on', () => {
    mkdirSync(file);
    mkdirSync(join(`${file}.damaged`, 'in the way'), { recursive: true });
    const activations = openActivations(folder, basis);
    expect(activations.has('one')).toBe(false);
    activations.add('one');
    expect(activations.has('one')).toBe(true);
    expect(existsSync(file)).toBe(true);
  });
});

describe('the rating model and what is remembered of it', () => {
  /** By what a model and the bundled wording are remembered together. */
  const remembered = (model: Bundled): string =>
    `${canonicalHash(model)} ${canonicalHash(JSON.parse(wordingText))}`;
  /** Resources whose model is the bundled one after `edit`. */
  const resources = (edit: (model: Bundled) => void = () => {}): string => {
    const model = structuredClone(bundled);
    edit(model);
    mkdirSync(join(folder, 'models'), { recursive: true });
    writeFileSync(join(folder, 'models', MODEL), JSON.stringify(model));
    writeFileSync(join(folder, 'models', WORDING), wordingText);
    return folder;
  };
  const wrong = (model: Bundled): void => {
    for (const { kind, expected } of model.testCases) {
      if (kind === 'quote') for (const path of Object.keys(expected)) expected[path] = '1';
    }
  };

  it('is activated once, and after that on its hash alone', () => {
    expect(loadBundledModel(resources(), openActivations(folder, basis)).ok).toBe(true);
    const asked: string[] = [];
    const known = openActivations(folder, basis);
    const loaded = loadBundledModel(resources(), {
      ...known,
      has: (hash) => {
        asked.push(hash);
        return known.has(hash);
      },
      add: () => {
        throw new Error('its test cases ran again');
      },
    });
    expect(loaded.ok && loaded.value.hash).toBe(canonicalHash(bundled));
    expect(asked).toEqual([remembered(bundled)]);
  });

  it('runs the test cases of a model with another hash, whatever was remembered, and remembers no failure', () => {
    openActivations(folder, basis).add(remembered(bundled));
    const before = readFileSync(file, 'utf8');
    const loaded = loadBundledModel(resources(wrong), openActivations(folder, basis));
    expect(loaded.ok ? null : loaded.failure.message).toContain('fails its own test case');
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('gives the hash of the data that it read even where the file vouches for it', () => {
    const edited = structuredClone(bundled);
    edited.title = 'Another title';
    openActivations(folder, basis).add(remembered(edited));
    const loaded = loadBundledModel(
      resources((model) => {
        model.title = 'Another title';
      }),
      openActivations(folder, basis),
    );
    expect(loaded.ok && loaded.value.hash).toBe(canonicalHash(edited));
    expect(loaded.ok && loaded.value.hash).not.toBe(canonicalHash(bundled));
  });

  it('refuses a model that does not fit its schema though its hash is remembered', () => {
    const edit = (model: Bundled): void => {
      model.pricing.perils = [];
    };
    const edited = structuredClone(bundled);
    edit(edited);
    openActivations(folder, basis).add(remembered(edited));
    expect(loadBundledModel(resources(edit), openActivations(folder, basis)).ok).toBe(false);
  });
});
