import type { LibraryFault } from '../../library/library-fault.ts';
import type { Library } from '../../library/read-library.ts';
import { chooseForgettings, fitSize, type Sample, sampleOf } from '../core-fits.ts';
import { type CountedRow, rowsFrom, yearOf } from '../counted-rows.ts';
import {
  eventsOver,
  groupCells,
  largeEvents,
  type SizeEffect,
  sizeFactor,
  type YearOfCount,
} from '../exposure.ts';
import type { ForgettingChoice } from '../forgetting.ts';
import { calibrationFaults } from '../needed-years.ts';
import { sumOf } from '../numeric/sum.ts';
import { largeSurvival } from '../peril-laws.ts';
import { GROUPS, type Group, type Recipe } from '../recipe.ts';
import { fitSeverities, lawFaults } from '../severity-fits.ts';
import { groupCounts, MAIN_PERIL } from '../year-counts.ts';
import { type LossLattice, lossQuantiles } from './annual-loss.ts';
import { type CountScore, countLaw, type Forecast, forecast, lastYearLaw, scoreCount } from './forecast.ts';

/** One cut, one group, one or more years ahead: what was said and what came. */
export interface BacktestCell {
  readonly cut: number;
  readonly group: Group;
  readonly horizon: number;
  readonly years: readonly number[];
  readonly halfLife: number | null;
  readonly exponent: number;
  readonly elasticity: number;
  /** Losses at or above the threshold, and at or above the larger amount. */
  readonly threshold: ScoredForecasts;
  readonly large: ScoredForecasts;
  readonly loss: {
    readonly seenUsd: number;
    readonly quantilesUsd: readonly number[];
    readonly isInside: boolean;
  };
}

export interface ScoredForecasts {
  readonly model: CountScore;
  readonly lastYear: CountScore;
  /** The model's half-life and exponent on numbers of subjects, whatever their size. */
  readonly sizeFree: CountScore;
}

/** Steps that divide the threshold; sums beyond the last point are out of reach. */
const LATTICES: Readonly<Record<Group, LossLattice>> = {
  custodial: { step: 500_000, points: 2 ** 17 },
  protocol: { step: 2_000_000, points: 2 ** 16 },
};

/** What the library was at the end of a year; exposures of the years after it are taken as known. */
function libraryUntil(cut: number, library: Library): Library {
  const incidents = library.incidents.filter(({ date }) => yearOf(date) <= cut);
  const ids = new Set(incidents.map(({ id }) => id));
  return { ...library, incidents, lossShares: library.lossShares.filter(({ id }) => ids.has(id)) };
}

/**
 * Fits with the library cut at the end of a year against what came after. Where the library until then cannot be fitted, it
 * says what that lacks, and nothing is tested.
 */
export function backtestCut(
  cut: number,
  whole: Sample,
  recipe: Recipe,
): { readonly cells: readonly BacktestCell[]; readonly lacks: readonly LibraryFault[] } {
  const library = libraryUntil(cut, whole.library);
  const missing = calibrationFaults(library, recipe);
  if (missing.length > 0) return { cells: [], lacks: missing };
  const past: Sample = {
    ...sampleOf(library, recipe),
    end: { date: `${cut}-12-31`, year: cut, fraction: 1 },
  };
  const severity = fitSeverities(past.shares, recipe);
  const lacks = lawFaults(severity, recipe);
  if (lacks.length > 0) return { cells: [], lacks };
  const { size } = fitSize(past, recipe, severity);
  const forgetting = chooseForgettings(past, size, recipe);
  const cells = GROUPS.flatMap((group) =>
    recipe.backtest.horizons.flatMap((horizon) => {
      const cell = backtestCell({
        cut,
        group,
        horizon,
        size,
        forgetting: forgetting[group],
        sample: whole,
        recipe,
      });
      return cell === null ? [] : [cell];
    }),
  );
  return { cells, lacks };
}

function backtestCell({
  cut,
  group,
  horizon,
  size,
  forgetting,
  sample: { library, rows, end },
  recipe,
}: {
  readonly cut: number;
  readonly group: Group;
  readonly horizon: number;
  readonly size: SizeEffect;
  readonly forgetting: ForgettingChoice;
  readonly sample: Sample;
  readonly recipe: Recipe;
}): BacktestCell | null {
  const { thresholdUsd } = recipe.rows;
  const { largeLossUsd, lossQuantiles: levels } = recipe.backtest;
  const bySize = groupCounts({
    group,
    leastUsd: thresholdUsd,
    size,
    rows,
    exposure: library.exposure,
    end,
    recipe,
  });
  const isTarget = ({ year }: YearOfCount) => year > cut && year <= cut + horizon;
  const targets = bySize.filter(isTarget);
  if (targets.length < horizon) return null;

  const model = forecast({ history: bySize, cut, targets, forgetting, recipe });
  const largeShares = targets.map(({ year }) =>
    shareAbove({ group, u: largeLossUsd, year, size, exposure: library.exposure, recipe }),
  );
  const large: Forecast = { ...model, means: model.means.map((mean, i) => mean * largeShares[i]!) };
  const plain = (leastUsd: number) =>
    bySize.map((year) => ({
      ...year,
      count: countAbove({ group, leastUsd, year: year.year, rows, recipe }),
      exposure: subjectsOf({ group, year: year.year, exposure: library.exposure, recipe }),
    }));
  const scored = (own: Forecast, history: readonly YearOfCount[]): ScoredForecasts => {
    const ahead = history.filter(isTarget);
    const seen = sumOf(ahead, ({ count }) => count);
    const sizeFree = forecast({ history, cut, targets: ahead, forgetting, recipe });
    return {
      model: scoreCount(countLaw(own, recipe), seen, recipe),
      lastYear: scoreCount(lastYearLaw(history, cut, ahead), seen, recipe),
      sizeFree: scoreCount(countLaw(sizeFree, recipe), seen, recipe),
    };
  };

  const peril = MAIN_PERIL[group];
  const atThreshold = largeEvents({ group, peril, u: thresholdUsd, size, recipe });
  const sizes = targets.flatMap(({ year }, i) => {
    const cells = groupCells({ group, row: exposureOf(year, library.exposure), level: 'mid', recipe });
    const scale = model.means[i]! / eventsOver(cells, peril, atThreshold);
    return cells.map((cell) => {
      const value = cell.valueOf(peril);
      const factor = sizeFactor({
        value,
        referenceUsd: recipe.referenceValueUsd[peril],
        elasticity: size.elasticity[group],
        recipe,
      });
      return { value, events: scale * cell.weight * factor };
    });
  });
  const quantilesUsd = lossQuantiles({
    losses: { sizes: bySameValue(sizes), survival: largeSurvival({ group, peril, laws: size.laws, recipe }) },
    thresholdUsd,
    count: countLaw(model, recipe),
    levels,
    lossLattice: LATTICES[group],
  });
  const seenUsd = sumOf(targets, ({ year }) =>
    sumOf(perilRows({ group, leastUsd: thresholdUsd, year, rows, recipe }), ({ lossUsd }) => lossUsd),
  );
  return {
    cut,
    group,
    horizon,
    years: targets.map(({ year }) => year),
    halfLife: forgetting.halfLife,
    exponent: forgetting.exponent,
    elasticity: size.elasticity[group],
    threshold: scored(model, plain(thresholdUsd)),
    large: scored(large, plain(largeLossUsd)),
    loss: {
      seenUsd,
      quantilesUsd,
      isInside: seenUsd >= quantilesUsd[0]! && seenUsd <= quantilesUsd.at(-1)!,
    },
  };
}

/** The sizes of several years together, each once. */
function bySameValue(sizes: readonly { readonly events: number; readonly value: number }[]) {
  const events = new Map<number, number>();
  for (const size of sizes) events.set(size.value, (events.get(size.value) ?? 0) + size.events);
  return [...events].map(([value, sum]) => ({ value, events: sum }));
}

type Exposures = Sample['library']['exposure'];

function exposureOf(year: number, exposure: Exposures) {
  const row = exposure.find((one) => one.year === year);
  if (row === undefined) throw new Error(`no exposure of ${year}`);
  return row;
}

/** The chance that a loss of the threshold or more in that year is of a larger amount, by the law. */
function shareAbove({
  group,
  u,
  year,
  size,
  exposure,
  recipe,
}: {
  readonly group: Group;
  readonly u: number;
  readonly year: number;
  readonly size: SizeEffect;
  readonly exposure: Exposures;
  readonly recipe: Recipe;
}) {
  const peril = MAIN_PERIL[group];
  const cells = groupCells({ group, row: exposureOf(year, exposure), level: 'mid', recipe });
  const over = (least: number) =>
    eventsOver(cells, peril, largeEvents({ group, peril, u: least, size, recipe }));
  return over(u) / over(recipe.rows.thresholdUsd);
}

const subjectsOf = ({
  group,
  year,
  exposure,
  recipe,
}: {
  readonly group: Group;
  readonly year: number;
  readonly exposure: Exposures;
  readonly recipe: Recipe;
}): number =>
  sumOf(groupCells({ group, row: exposureOf(year, exposure), level: 'mid', recipe }), ({ weight }) => weight);

/** Rows of a year with a cause that one of the group's perils answers. */
function perilRows({
  group,
  leastUsd,
  year,
  rows,
  recipe,
}: {
  readonly group: Group;
  readonly leastUsd: number;
  readonly year: number;
  readonly rows: readonly CountedRow[];
  readonly recipe: Recipe;
}) {
  const perils = recipe.baseRates.perils[group];
  return rowsFrom(rows, recipe.groups[group], leastUsd).filter(
    (row) => row.year === year && perils.some((peril) => row.weights[peril] !== undefined),
  );
}

const countAbove = ({
  group,
  leastUsd,
  year,
  rows,
  recipe,
}: {
  readonly group: Group;
  readonly leastUsd: number;
  readonly year: number;
  readonly rows: readonly CountedRow[];
  readonly recipe: Recipe;
}): number =>
  sumOf(perilRows({ group, leastUsd, year, rows, recipe }), ({ weights }) =>
    sumOf(recipe.baseRates.perils[group], (peril) => weights[peril] ?? 0),
  );
