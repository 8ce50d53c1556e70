import { describe, expect, it } from 'vitest';
import { coreFits, sampleOf } from '#shared/calibration/core-fits.ts';
import { modelFigures } from '#shared/calibration/model-figures.ts';
import { proposedFigures } from '#shared/calibration/proposed-figures.ts';
import { isAt, pricingFigures } from '#shared/domain/pricing-figures.ts';
import { model, modelJson } from '#test/models/model-2026-2.ts';
import { libraryOf, packTexts, recipe } from './library.ts';

const sample = sampleOf(libraryOf(packTexts('pack-1')), recipe);
const proposed = proposedFigures(coreFits(sample, recipe), recipe);
const figures = modelFigures(proposed, model);
const given = new Set(figures.map(({ path }) => path.join('.')));

const at = (path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], modelJson());

const pricing = pricingFigures(model, model.wording);
/** A place as the calibration names it: entries of lists by number. */
const placeOf = (path: readonly string[]): string => {
  const lists: Readonly<Record<string, readonly string[]>> = {
    perils: model.pricing.perils.map(({ id }) => id),
    typeRelativities: model.pricing.typeRelativities.map(({ type }) => type),
  };
  return ['pricing', ...path.map((one, i) => (i === 1 ? numberIn(lists[path[0] ?? ''], one) : one))].join(
    '.',
  );
};
const numberIn = (names: readonly string[] | undefined, name: string): string =>
  names === undefined ? name : String(names.indexOf(name));

/** Every number of the file, however it is read. */
const numbersIn = (value: unknown): number =>
  typeof value === 'number'
    ? 1
    : typeof value === 'object' && value !== null
      ? Object.values(value).reduce<number>((sum, item) => sum + numbersIn(item), 0)
      : 0;

// `node scripts/model-figures.ts` writes them.
describe('the figures of model 2026.2 that come from the library', () => {
  it.each(figures.map(({ path, value }) => [path.join('.'), path, value] as const))(
    '%s is what the calibration proposes',
    (_, path, value) => {
      expect(at(path)).toBe(value);
    },
  );

  it('are all that are marked so', () => {
    const marked = pricing.filter(({ mark }) => mark?.mark === 'L').map(({ path }) => placeOf(path));
    expect(marked.length).toBeGreaterThan(40);
    expect(marked.filter((place) => !given.has(place))).toEqual([]);
  });

  it('and every other number of the price has its mark with a reason', () => {
    expect(pricing).toHaveLength(numbersIn(model.pricing));
    expect(pricing.filter(({ mark }) => mark === null || mark.note.trim() === '')).toEqual([]);
  });

  it('of which none is taken for marked that is not: without its line of the wording it stands bare', () => {
    const { figureMarks = [] } = model.wording;
    expect(figureMarks.length).toBeGreaterThan(20);
    for (const left of figureMarks)
      for (const place of left.figures) {
        const others = figureMarks.map((one) => ({
          ...one,
          figures: one.figures.filter((other) => other !== place),
        }));
        const bare = pricingFigures(model, { figureMarks: others }).filter(({ mark }) => mark === null);
        expect(bare.length, place).toBeGreaterThan(0);
        expect(
          bare.every(({ path }) => isAt(place, path)),
          place,
        ).toBe(true);
      }
  });

  it('and a number that is new has none', () => {
    const changed = { ...model.pricing, tideEffect: { highTide: 3 } };
    const bare = pricingFigures({ pricing: changed }, model.wording).filter(({ mark }) => mark === null);
    expect(bare.map(({ path }) => path.join('/'))).toEqual(['tideEffect/highTide']);
  });
});
