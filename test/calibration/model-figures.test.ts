import { describe, expect, it } from 'vitest';
import { coreFits, sampleOf } from '#shared/calibration/core-fits.ts';
import { modelFigures } from '#shared/calibration/model-figures.ts';
import { proposedFigures } from '#shared/calibration/proposed-figures.ts';
import { model, modelJson } from '#test/models/model-2026-2.ts';
import { libraryOf, packTexts, recipe } from './library.ts';

const sample = sampleOf(libraryOf(packTexts('pack-1')), recipe);
const proposed = proposedFigures(coreFits(sample, recipe), recipe);
const figures = modelFigures(proposed, model);
const given = new Set(figures.map(({ path }) => path.join('.')));

const at = (path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], modelJson());

type Json = { readonly [key: string]: Json } | readonly Json[] | string | number | null;
interface Marked {
  readonly path: string;
  readonly mark: string;
}

/** Every number beside a mark, with the mark: those of one record, or the columns of a row of relativities. */
function markedNumbers(value: Json, path: string): Marked[] {
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Readonly<Record<string, Json>>;
  const basis = record.basis as Readonly<Record<string, Json>> | undefined;
  const own = Object.entries(record).flatMap(([key, item]): Marked[] => {
    if (typeof item !== 'number' || basis === undefined) return [];
    const mark = basis.mark ?? (basis[key] as Readonly<Record<string, Json>> | undefined)?.mark;
    return [{ path: `${path}.${key}`, mark: String(mark) }];
  });
  const inner = Object.entries(record).flatMap(([key, item]) => markedNumbers(item, `${path}.${key}`));
  return [...own, ...inner];
}

const pricing = markedNumbers((modelJson() as { readonly pricing: Json }).pricing, 'pricing');

// `node scripts/model-figures.ts` writes them.
describe('the figures of model 2026.2 that come from the library', () => {
  it.each(figures.map(({ path, value }) => [path.join('.'), path, value] as const))(
    '%s is what the calibration proposes',
    (_, path, value) => {
      expect(at(path)).toBe(value);
    },
  );

  it('are all that are marked so', () => {
    const marked = pricing.filter(({ mark }) => mark === 'L').map(({ path }) => path);
    expect(marked.length).toBeGreaterThan(40);
    expect(marked.filter((path) => !given.has(path))).toEqual([]);
  });

  it('and every other of those tables has its mark', () => {
    expect(pricing.filter(({ mark }) => !['L', 'J', 'S'].includes(mark))).toEqual([]);
  });
});
