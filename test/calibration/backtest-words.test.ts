import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { backtestCut } from '#shared/calibration/backtest/backtest.ts';
import { sampleOf } from '#shared/calibration/core-fits.ts';
import { backtestReading } from '#shared/calibration/report/backtest-section.ts';
import { libraryOf, packTexts, recipe } from './library.ts';

const root = resolve(import.meta.dirname, '..', '..');
/** A text without its line breaks. */
const words = (...path: string[]) => readFileSync(join(root, ...path), 'utf8').replaceAll(/\s+/g, ' ');

describe('what README and handbook say of the backtest', () => {
  const sample = sampleOf(libraryOf(packTexts('pack-1')), recipe);
  let reading: readonly string[];
  beforeAll(() => {
    reading = backtestReading(recipe.backtest.cuts.flatMap((cut) => backtestCut(cut, sample, recipe).cells));
  }, 240_000);

  it.each([
    ['README.md', ['README.md']],
    ['the handbook', ['resources', 'handbook', 'what-the-model-can-say.md']],
  ])('%s carries the very sentences that the calibration prints', (_name, path) => {
    const text = words(...path);
    expect(reading).toHaveLength(1 + recipe.backtest.horizons.length);
    for (const sentence of reading) expect(text).toContain(sentence);
  });

  it('the handbook counts the library as it is', () => {
    const { incidents, lossShares } = libraryOf(packTexts('pack-1'));
    const text = words('resources', 'handbook', 'what-the-model-can-say.md');
    expect(text).toContain(`rests on ${incidents.length} public incidents`);
    expect(text).toContain(`rests on ${lossShares.length} losses`);
    expect(text).toContain(
      `the laws take ${sample.shares.protocol.length} at protocols and ${sample.shares.fidelity.length} at exchanges`,
    );
    expect(text).toContain(
      `cut at the end of ${recipe.backtest.cuts.slice(0, -1).join(', ')} and ${recipe.backtest.cuts.at(-1)}`,
    );
  });
});
