import { LIBRARY_FILES, type LibraryFault, libraryFault } from '../library/library-fault.ts';
import type { Library } from '../library/read-library.ts';
import { countedRows, libraryEnd, rowsFrom } from './counted-rows.ts';
import type { Recipe } from './recipe.ts';
import { shareSamples } from './share-rows.ts';

/** Least number of shares with which a law of three parameters can be fitted at all. */
const LEAST_SHARES = 5;

/** What a sound library lacks for a calibration: exposures of years with counted losses, or enough shares of assets. */
export function calibrationFaults(library: Library, recipe: Recipe): readonly LibraryFault[] {
  const faults: LibraryFault[] = [];
  const years = new Set(library.exposure.map(({ year }) => year));
  const end = libraryEnd(library.incidents);
  const rows = countedRows(library.incidents, recipe);
  const needed = new Map<number, number>([[end.year, 0]]);
  for (const group of ['custodial', 'protocol'] as const) {
    const perils = recipe.baseRates.perils[group];
    for (const { year, weights } of rowsFrom(rows, recipe.groups[group], recipe.rows.thresholdUsd)) {
      if (year < recipe.groups.firstCountYear[group]) continue;
      if (perils.some((peril) => weights[peril] !== undefined)) needed.set(year, (needed.get(year) ?? 0) + 1);
    }
  }
  for (const [year, count] of [...needed].sort(([one], [other]) => one - other)) {
    if (years.has(year)) continue;
    const what = `has no row for ${year}, a year with ${count} losses that count`;
    faults.push(libraryFault(LIBRARY_FILES.exposure, what, { field: 'year' }));
  }
  for (const [sample, { length }] of Object.entries(shareSamples(library, recipe)).map(
    ([name, shares]) => [name, shares] as const,
  )) {
    if (length >= LEAST_SHARES) continue;
    const what = `has ${length} shares of assets for the ${sample} law, which needs ${LEAST_SHARES}`;
    faults.push(libraryFault(LIBRARY_FILES.lossShare, what));
  }
  return faults;
}
