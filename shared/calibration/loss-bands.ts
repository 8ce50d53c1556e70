import type { Peril } from '../domain/vocabulary.ts';
import type { ExposureRow } from '../library/library-row.ts';
import { type CountedRow, rowsFrom, weightOf } from './counted-rows.ts';
import { groupCells, sizeFactor } from './exposure.ts';
import type { SurvivalBySize } from './peril-laws.ts';
import type { Cell } from './population.ts';
import type { Group, Recipe } from './recipe.ts';

/** A year's subjects and its losses by band. */
interface BandYear {
  readonly year: number;
  /** The first band in which losses of this year are on record: chances are given a loss in it or above. */
  readonly firstBand: number;
  readonly cells: readonly Cell[];
  /** Weighted counts; a band includes its lower edge, the last has no upper one. */
  readonly counts: readonly number[];
}

export interface BandData {
  readonly peril: Peril;
  readonly referenceUsd: number;
  readonly edges: readonly number[];
  readonly years: readonly BandYear[];
}

/** Losses of a group's perils by band and year; the value of a subject is that of the first named peril. */
export function bandData({
  group,
  rows,
  exposure,
  recipe,
}: {
  readonly group: Group;
  readonly rows: readonly CountedRow[];
  readonly exposure: readonly ExposureRow[];
  readonly recipe: Recipe;
}): BandData {
  const perils = recipe.elasticity.perils[group];
  const edges = recipe.elasticity.bandEdgesUsd;
  const counted = rowsFrom(rows, recipe.groups[group], edges[0]!);
  const years = exposure
    .filter(({ year }) => year >= recipe.elasticity.firstYear[group])
    .map((row) => ({
      year: row.year,
      firstBand: 0,
      cells: groupCells({ group, row, level: 'mid', recipe }),
      counts: bandCounts(
        counted.filter(({ year }) => year === row.year),
        perils,
        edges,
      ),
    }));
  return { peril: perils[0]!, referenceUsd: recipe.referenceValueUsd[perils[0]!], edges, years };
}

export const bandCounts = (
  rows: readonly CountedRow[],
  perils: readonly Peril[],
  edges: readonly number[],
): readonly number[] =>
  edges.map((edge, j) =>
    weightOf(
      rows.filter(({ lossUsd }) => lossUsd >= edge && lossUsd < (edges[j + 1] ?? Number.POSITIVE_INFINITY)),
      perils,
    ),
  );

/** Chances are never less: a loss in a band that no subject reaches would end the search. */
const LEAST_CHANCE = 1e-12;

/** S(edge | value) for each year, cell and edge. */
export type BandSurvivals = readonly (readonly (readonly number[])[])[];

export function bandSurvivals({ years, edges, peril }: BandData, survival: SurvivalBySize): BandSurvivals {
  const known = new Map<number, readonly number[]>();
  return years.map(({ cells }) =>
    cells.map((cell) => {
      const value = cell.valueOf(peril);
      const seen = known.get(value) ?? edges.map(survival(value));
      known.set(value, seen);
      return seen;
    }),
  );
}

/** Chances of the bands in each year, given a loss on record: [G(t_j) - G(t_j+1)] / G(t_first), G = sum of weight f S. */
export function bandChances({
  data,
  survivals,
  elasticity,
  recipe,
}: {
  readonly data: BandData;
  readonly survivals: BandSurvivals;
  readonly elasticity: number;
  readonly recipe: Recipe;
}): readonly (readonly number[])[] {
  const factors = new Map<number, number>();
  return data.years.map(({ cells, firstBand }, year) => {
    const above = data.edges.map(() => 0);
    cells.forEach((cell, i) => {
      const value = cell.valueOf(data.peril);
      let factor = factors.get(value);
      if (factor === undefined) {
        factor = sizeFactor({ value, referenceUsd: data.referenceUsd, elasticity, recipe });
        factors.set(value, factor);
      }
      const seen = survivals[year]![i]!;
      for (let j = 0; j < above.length; j += 1) above[j] = above[j]! + cell.weight * factor * seen[j]!;
    });
    return above.map((g, j) => (g - (above[j + 1] ?? 0)) / above[firstBand]!);
  });
}

/** Multinomial log-likelihood of the counts by band, without its constant. */
export function bandLikelihood({
  data,
  survivals,
  elasticity,
  recipe,
}: {
  readonly data: BandData;
  readonly survivals: BandSurvivals;
  readonly elasticity: number;
  readonly recipe: Recipe;
}): number {
  const chances = bandChances({ data, survivals, elasticity, recipe });
  let total = 0;
  data.years.forEach(({ counts }, year) => {
    counts.forEach((count, j) => {
      if (count > 0) total += count * Math.log(Math.max(chances[year]![j]!, LEAST_CHANCE));
    });
  });
  return Number.isNaN(total) ? Number.NEGATIVE_INFINITY : total;
}
