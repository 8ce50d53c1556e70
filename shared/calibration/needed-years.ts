import { formatCount } from '../domain/format-date.ts';
import { LIBRARY_FILES, type LibraryFault, libraryFault } from '../library/library-fault.ts';
import type { ExposureRow } from '../library/library-row.ts';
import type { Library } from '../library/read-library.ts';
import { countedRows, libraryEnd, rowsFrom } from './counted-rows.ts';
import { sumOf } from './numeric/sum.ts';
import { GROUPS, type Group, type Recipe } from './recipe.ts';
import { GROUP_WORDS, SAMPLE_WORDS } from './sample-words.ts';
import { LEAST_SHARES, SHARE_SAMPLES, shareSamples } from './share-rows.ts';

/** The numbers of subjects without which a count of a group stands beside nothing. */
const SUBJECTS = {
  custodial: ['cex_active_n', 'cex_active_low'],
  protocol: ['defi_protocols_tvl_gt1m_n'],
} as const satisfies Readonly<Record<Group, readonly (keyof ExposureRow)[]>>;

/** What a sound library lacks for a calibration: exposures of years with counted losses, shares of assets, losses by size. */
export function calibrationFaults(library: Library, recipe: Recipe): readonly LibraryFault[] {
  if (library.incidents.length === 0) return [libraryFault(LIBRARY_FILES.incidents, 'has no incident')];
  return [
    ...exposureFaults(library, recipe),
    ...shareFaults(library, recipe),
    ...sizeFaults(library, recipe),
  ];
}

function exposureFaults(library: Library, recipe: Recipe): readonly LibraryFault[] {
  const exposures = new Map(library.exposure.map((row) => [row.year, row]));
  const counts = Object.fromEntries(
    GROUPS.map((group) => [group, countsByYear(library, group, recipe)]),
  ) as Readonly<Record<Group, ReadonlyMap<number, number>>>;
  const end = libraryEnd(library.incidents).year;
  const counted = new Set([end, ...GROUPS.flatMap((group) => [...counts[group].keys()])]);
  const years = new Set([...counted, ...exposures.keys()]);
  return [...years].sort().flatMap((year) => {
    const row = exposures.get(year);
    if (row === undefined) {
      const count = sumOf(GROUPS, (group) => counts[group].get(year) ?? 0);
      const what = `has no row for ${year}, a year with ${formatCount(count, 'loss that counts', 'losses that count')}`;
      return [libraryFault(LIBRARY_FILES.exposure, what, { field: 'year' })];
    }
    return GROUPS.flatMap((group) => {
      if (year > end || year < recipe.groups.firstCountYear[group]) return [];
      const field = SUBJECTS[group].find((name) => !(row[name] > 0));
      if (field === undefined) return [];
      const count = counts[group].get(year) ?? 0;
      const what =
        count > 0
          ? `is 0 in a year with ${formatCount(count, 'loss that counts', 'losses that count')}`
          : `is 0 in a year that the fits use, from which no rate of ${GROUP_WORDS[group]} can be told; give their number, or leave the year out`;
      return [libraryFault(LIBRARY_FILES.exposure, what, { row: String(year), field })];
    });
  });
}

/** How many losses of a group count, by year. */
function countsByYear(library: Library, group: Group, recipe: Recipe): ReadonlyMap<number, number> {
  const perils = recipe.baseRates.perils[group];
  const rows = countedRows(library.incidents, recipe);
  const counts = new Map<number, number>();
  for (const { year, weights } of rowsFrom(rows, recipe.groups[group], recipe.rows.thresholdUsd)) {
    if (year < recipe.groups.firstCountYear[group]) continue;
    if (perils.some((peril) => weights[peril] !== undefined)) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return counts;
}

/** Without a loss of a group nothing says how often its larger subjects are hit. */
function sizeFaults(library: Library, recipe: Recipe): readonly LibraryFault[] {
  const { perils, firstYear } = recipe.elasticity;
  const rows = countedRows(library.incidents, recipe);
  return GROUPS.flatMap((group) => {
    const counted = rowsFrom(rows, recipe.groups[group], recipe.rows.thresholdUsd).some(
      ({ year, weights }) =>
        year >= firstYear[group] && perils[group].some((peril) => weights[peril] !== undefined),
    );
    if (counted) return [];
    const what = `has no loss of ${GROUP_WORDS[group]} from ${firstYear[group]} on that counts, so that the elasticity of their frequency cannot be fitted`;
    return [libraryFault(LIBRARY_FILES.incidents, what)];
  });
}

function shareFaults(library: Library, recipe: Recipe): readonly LibraryFault[] {
  const samples = shareSamples(library, recipe);
  return SHARE_SAMPLES.flatMap((sample) => {
    const { length } = samples[sample];
    if (length >= LEAST_SHARES) return [];
    const what = `has ${formatCount(length, 'loss', 'losses')} beside the assets for the law of ${SAMPLE_WORDS[sample]}, which needs ${LEAST_SHARES}`;
    return [libraryFault(LIBRARY_FILES.lossShare, what)];
  });
}
