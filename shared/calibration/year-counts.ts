import type { Peril } from '../domain/vocabulary.ts';
import type { ExposureRow } from '../library/library-row.ts';
import { type CountedRow, type LibraryEnd, rowsFrom, weightOf } from './counted-rows.ts';
import {
  type EventsAbove,
  eventsOver,
  fractionOf,
  groupCells,
  largeEvents,
  type SizeEffect,
  type YearOfCount,
} from './exposure.ts';
import type { Level } from './population.ts';
import type { Group, Recipe } from './recipe.ts';

/** What a count and its exposure are of. */
export interface CountBasis {
  readonly group: Group;
  /** Perils counted. */
  readonly perils: readonly Peril[];
  /** The peril whose value of a subject the exposure takes. */
  readonly exposedTo: Peril;
  readonly leastUsd: number;
  readonly level: Level;
  readonly events: EventsAbove;
}

/** Counts and exposures of each year that has a line of exposure, from the group's first on. */
export function yearCounts({
  basis,
  rows,
  exposure,
  end,
  recipe,
}: {
  readonly basis: CountBasis;
  readonly rows: readonly CountedRow[];
  readonly exposure: readonly ExposureRow[];
  readonly end: LibraryEnd;
  readonly recipe: Recipe;
}): readonly YearOfCount[] {
  const { group, perils, exposedTo, leastUsd, level, events } = basis;
  const counted = rowsFrom(rows, recipe.groups[group], leastUsd);
  return [...exposure]
    .filter(({ year }) => year >= recipe.groups.firstCountYear[group] && year <= end.year)
    .sort((a, b) => a.year - b.year)
    .map((row) => ({
      year: row.year,
      fraction: fractionOf(row.year, end),
      count: weightOf(
        counted.filter(({ year }) => year === row.year),
        perils,
      ),
      exposure: eventsOver(groupCells({ group, row, level, recipe }), exposedTo, events),
    }));
}

/** All perils of a group, exposed to its main one by large events alone: what forgetting is chosen on. */
export function groupCounts({
  group,
  leastUsd,
  size,
  rows,
  exposure,
  end,
  recipe,
}: {
  readonly group: Group;
  readonly leastUsd: number;
  readonly size: SizeEffect;
  readonly rows: readonly CountedRow[];
  readonly exposure: readonly ExposureRow[];
  readonly end: LibraryEnd;
  readonly recipe: Recipe;
}): readonly YearOfCount[] {
  const exposedTo = MAIN_PERIL[group];
  const events = largeEvents({ group, peril: exposedTo, u: leastUsd, size, recipe });
  const perils = recipe.baseRates.perils[group];
  return yearCounts({
    basis: { group, perils, exposedTo, leastUsd, level: 'mid', events },
    rows,
    exposure,
    end,
    recipe,
  });
}

/** The peril that stands for its group where one exposure is asked for. */
export const MAIN_PERIL: Readonly<Record<Group, Peril>> = {
  custodial: 'crime-online',
  protocol: 'protocol',
};
