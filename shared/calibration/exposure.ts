import type { Peril } from '../domain/vocabulary.ts';
import type { ExposureRow } from '../library/library-row.ts';
import type { LibraryEnd } from './counted-rows.ts';
import { sumOf } from './numeric/sum.ts';
import { largeSurvival } from './peril-laws.ts';
import { type Cell, exchangeCells, type Level, protocolCells } from './population.ts';
import type { Group, Recipe } from './recipe.ts';
import type { RoundedLaws } from './severity-fits.ts';
import { smallAbove } from './small-events.ts';

/** What the size of a subject does: laws of the share lost, and the elasticity of frequency by group. */
export interface SizeEffect {
  readonly laws: RoundedLaws;
  readonly elasticity: Readonly<Record<Group, number>>;
}

/** f(V) = clamp(V / V0)^elasticity. */
export function sizeFactor({
  value,
  referenceUsd,
  elasticity,
  recipe,
}: {
  readonly value: number;
  readonly referenceUsd: number;
  readonly elasticity: number;
  readonly recipe: Recipe;
}): number {
  const [least, most] = recipe.elasticity.valueRatioClamp;
  return Math.exp(elasticity * Math.log(Math.min(most, Math.max(least, value / referenceUsd))));
}

export const groupCells = ({
  group,
  row,
  level,
  recipe,
}: {
  readonly group: Group;
  readonly row: ExposureRow;
  readonly level: Level;
  readonly recipe: Recipe;
}): readonly Cell[] =>
  group === 'protocol' ? protocolCells(row, level, recipe) : exchangeCells(row, level, recipe);

/** The events above `u` that a subject of this value is expected to have for each large event at the reference value. */
export type EventsAbove = (value: number) => number;

/** f(V) S(u | V), of large events alone. */
export function largeEvents({
  group,
  peril,
  u,
  size,
  recipe,
}: {
  readonly group: Group;
  readonly peril: Peril;
  readonly u: number;
  readonly size: SizeEffect;
  readonly recipe: Recipe;
}): EventsAbove {
  const survival = largeSurvival({ group, peril, laws: size.laws, recipe });
  const reference = recipe.referenceValueUsd[peril];
  return (value) =>
    sizeFactor({ value, referenceUsd: reference, elasticity: size.elasticity[group], recipe }) *
    survival(value)(u);
}

/** f(V) (S(u | V) + phi S_small(u | V)), of events of both kinds. */
export function allEvents({
  group,
  peril,
  u,
  size,
  recipe,
}: {
  readonly group: Group;
  readonly peril: Peril;
  readonly u: number;
  readonly size: SizeEffect;
  readonly recipe: Recipe;
}): EventsAbove {
  const survival = largeSurvival({ group, peril, laws: size.laws, recipe });
  const reference = recipe.referenceValueUsd[peril];
  return (value) =>
    sizeFactor({ value, referenceUsd: reference, elasticity: size.elasticity[group], recipe }) *
    (survival(value)(u) + smallAbove({ group, peril, u, value, recipe }));
}

/** Sum of events over the subjects of a whole year. */
export const eventsOver = (cells: readonly Cell[], peril: Peril, events: EventsAbove): number =>
  sumOf(cells, (cell) => cell.weight * events(cell.valueOf(peril)));

/** A year of counting: the part of it that the library covers, the count in it, and the exposure of the whole year. */
export interface YearOfCount {
  readonly year: number;
  readonly fraction: number;
  readonly count: number;
  /** Of twelve months. */
  readonly exposure: number;
}

/** The part of a year that the library covers: all of it but for its last. */
export const fractionOf = (year: number, end: LibraryEnd): number => (year === end.year ? end.fraction : 1);
