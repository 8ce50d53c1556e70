import { beforeAll, describe, expect, it } from 'vitest';
import { type LibraryFits, libraryFits } from '#shared/calibration/library-fits.ts';
import { PERILS, SUBJECT_TYPES } from '#shared/domain/vocabulary.ts';
import type { Library } from '#shared/library/read-library.ts';
import { day } from '../support/branded.ts';
import { libraryOf, packTexts, recipe } from './library.ts';

const library = libraryOf(packTexts('pack-1'));

function fitsOf(given: Library): LibraryFits {
  const result = libraryFits(given, recipe);
  if (!result.ok) throw new Error(result.faults.map(({ sentence }) => sentence).join('\n'));
  return result.fits;
}

describe('what the page of the library shows of its fits', () => {
  let fits: LibraryFits;
  beforeAll(() => {
    fits = fitsOf(library);
  });

  it('says of each row what it was used for, or why not', () => {
    const { uses } = fits;
    expect(Object.keys(uses)).toHaveLength(753);
    expect(uses['bitfinex-201608']).toEqual({
      isUsed: true,
      words: 'Share of all assets, share of the online balance',
    });
    const words = new Map<string, number>();
    for (const use of Object.values(uses)) words.set(use.words, (words.get(use.words) ?? 0) + 1);
    expect(words.get('Not used: confidence is low')).toBe(
      library.incidents.filter(({ confidence }) => confidence === 'low').length -
        library.lossShares.filter(
          ({ id }) =>
            uses[id]?.isUsed && library.incidents.find((row) => row.id === id)?.confidence === 'low',
        ).length,
    );
    expect(words.get('Not used: named by the recipe as no loss of this kind')).toBe(4);
  });

  it('calls every fitted figure by words, never by the ids of recipe and model', () => {
    const ids = [...PERILS, ...SUBJECT_TYPES].filter((id) => id.includes('-'));
    const labels = fits.figures.map(({ label }) => label);
    expect(labels).toContain('exchanges, online wallets');
    expect(labels).toContain('yield vault, losses of keys');
    expect(labels.filter((label) => ids.some((id) => label.includes(id)))).toEqual([]);
  });

  it('draws each share below or at all of the assets, with the median between the ends of the band', () => {
    for (const { points, curve, band } of fits.sharePlots) {
      expect(points.values.every(({ y }) => y > 0 && y <= 1)).toBe(true);
      expect(band?.values).toHaveLength(curve.values.length);
      for (const [i, [, median]] of curve.values.entries()) {
        const [, low = 0, high = 0] = band?.values[i] ?? [];
        expect(low).toBeLessThanOrEqual(median);
        expect(high).toBeGreaterThanOrEqual(median);
      }
    }
  });

  it('draws a law of losses that starts at all of them and falls', () => {
    for (const { curve, points } of fits.lossPlots) {
      expect(curve.values[0]?.[1]).toBe(1);
      for (const [i, [, chance]] of curve.values.entries())
        expect(chance).toBeLessThanOrEqual(curve.values[i - 1]?.[1] ?? 1);
      expect(points.values.at(-1)?.y).toBeCloseTo(1 / points.values.length, 12);
    }
  });

  it('pack 2 moves no figure of the model, a large loss does', () => {
    const figures = (given: Library) => new Map(fitsOf(given).figures.map(({ key, value }) => [key, value]));
    const base = new Map(fits.figures.map(({ key, value }) => [key, value]));
    expect(figures(libraryOf(packTexts('pack-2')))).toEqual(base);
    const [first] = library.incidents;
    if (first === undefined) throw new Error('the library has rows');
    const more = {
      ...first,
      id: 'z',
      date: day('2026-05-01'),
      gross_loss_usd: 5e8,
      confidence: 'high' as const,
    };
    const moved = figures({ ...library, incidents: [...library.incidents, more] });
    expect(moved.get('rate custodial crime-online')).not.toBe(base.get('rate custodial crime-online'));
  });
});
