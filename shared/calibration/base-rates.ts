import { gammaLower } from '../actuarial/library/index.ts';
import type { Peril } from '../domain/vocabulary.ts';
import type { ExposureRow } from '../library/library-row.ts';
import type { CountedRow, LibraryEnd } from './counted-rows.ts';
import { allEvents, type SizeEffect, type YearOfCount } from './exposure.ts';
import { type Forgetting, weightedHistory } from './forgetting.ts';
import { increasingRoot } from './numeric/increasing-root.ts';
import { sum, sumOf } from './numeric/sum.ts';
import { LEVELS, type Level } from './population.ts';
import { GROUPS, type Group, type Recipe } from './recipe.ts';
import { yearCounts } from './year-counts.ts';

/** The ground-up frequency of large events at the reference value, with what it rests on. */
export interface BaseRate {
  readonly group: Group;
  readonly peril: Peril;
  readonly rate: number;
  readonly countRaw: number;
  readonly countWeighted: number;
  readonly exposure: Readonly<Record<Level, number>>;
  /** Gamma posterior: shape, and rate at the middle exposure. */
  readonly shape: number;
  readonly posteriorRate: number;
  readonly interval: readonly [number, number];
  /** Events at or above the threshold for each large event, at the reference value. */
  readonly eventsAtReference: number;
  /** Rate of events at or above the threshold, at the reference value. */
  readonly thresholdRate: number;
}

export interface BaseRates {
  readonly rates: readonly BaseRate[];
  /** Rate of the pooled peril over both groups: the prior of each. */
  readonly pooledRate: number;
}

interface Seen {
  readonly group: Group;
  readonly peril: Peril;
  readonly history: readonly YearOfCount[];
  readonly countWeighted: number;
  readonly exposure: Readonly<Record<Level, number>>;
}

export function baseRates({
  size,
  forgetting,
  rows,
  exposure,
  end,
  recipe,
}: {
  readonly size: SizeEffect;
  readonly forgetting: Readonly<Record<Group, Forgetting>>;
  readonly rows: readonly CountedRow[];
  readonly exposure: readonly ExposureRow[];
  readonly end: LibraryEnd;
  readonly recipe: Recipe;
}): BaseRates {
  const { perils, pooledPeril, priorCount, pooledPriorCount } = recipe.baseRates;
  const seen = GROUPS.flatMap((group) =>
    perils[group].map((peril) =>
      seenCounts({ group, peril, size, forgetting: forgetting[group], rows, exposure, end, recipe }),
    ),
  );
  const pooled = seen.filter(({ peril }) => peril === pooledPeril);
  const pooledRate =
    Math.max(
      priorCount,
      sumOf(pooled, (one) => one.countWeighted),
    ) / sumOf(pooled, (one) => one.exposure.mid);
  const rates = seen.map((one): BaseRate => {
    const isPooled = one.peril === pooledPeril;
    const shape = (isPooled ? pooledPriorCount : priorCount) + one.countWeighted;
    const prior = isPooled ? 1 / pooledRate : 0;
    const posteriorRate = prior + one.exposure.mid;
    const reference = recipe.referenceValueUsd[one.peril];
    const eventsAtReference = allEvents({
      group: one.group,
      peril: one.peril,
      u: recipe.rows.thresholdUsd,
      size,
      recipe,
    })(reference);
    const rate = shape / posteriorRate;
    return {
      group: one.group,
      peril: one.peril,
      rate,
      countRaw: sumOf(one.history, ({ count }) => count),
      countWeighted: one.countWeighted,
      exposure: one.exposure,
      shape,
      posteriorRate,
      interval: rateInterval({ shape, prior, exposure: one.exposure, recipe }),
      eventsAtReference,
      thresholdRate: rate * eventsAtReference,
    };
  });
  return { rates, pooledRate };
}

function seenCounts({
  group,
  peril,
  size,
  forgetting,
  rows,
  exposure,
  end,
  recipe,
}: {
  readonly group: Group;
  readonly peril: Peril;
  readonly size: SizeEffect;
  readonly forgetting: Forgetting;
  readonly rows: readonly CountedRow[];
  readonly exposure: readonly ExposureRow[];
  readonly end: LibraryEnd;
  readonly recipe: Recipe;
}): Seen {
  const leastUsd = recipe.rows.thresholdUsd;
  const events = allEvents({ group, peril, u: leastUsd, size, recipe });
  const historyAt = (level: Level) =>
    yearCounts({
      basis: { group, perils: [peril], exposedTo: peril, leastUsd, level, events },
      rows,
      exposure,
      end,
      recipe,
    });
  const weighted = (history: readonly YearOfCount[]) => {
    const target = history.find(({ year }) => year === end.year);
    return target === undefined
      ? { count: 0, exposure: 0 }
      : weightedHistory({ history, last: end.year, target, forgetting });
  };
  const history = historyAt('mid');
  const { count: countWeighted, exposure: mid } = weighted(history);
  const low = weighted(historyAt('low')).exposure;
  const high = weighted(historyAt('high')).exposure;
  return { group, peril, history, countWeighted, exposure: { low, mid, high } };
}

/** Quantiles of the mixture of Gamma(shape, prior + E) over low, middle and high exposure. */
function rateInterval({
  shape,
  prior,
  exposure,
  recipe,
}: {
  readonly shape: number;
  readonly prior: number;
  readonly exposure: Readonly<Record<Level, number>>;
  readonly recipe: Recipe;
}): readonly [number, number] {
  const { exposureWeights, interval } = recipe.baseRates;
  const below = (rate: number) =>
    sum(LEVELS.map((level) => exposureWeights[level] * gammaLower(shape, rate * (prior + exposure[level]))));
  const at = (p: number) => increasingRoot(below, p, shape / (prior + exposure.mid));
  return [at(interval[0]), at(interval[1])];
}
