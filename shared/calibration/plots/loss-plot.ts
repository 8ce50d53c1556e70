import { formatUnitsShort } from '../../domain/format-money.ts';
import { formatPercent } from '../../domain/format-number.ts';
import type { FitPlot, PlotPoint } from '../../report/fit-plot.ts';
import type { Sample } from '../core-fits.ts';
import { rowsFrom } from '../counted-rows.ts';
import { eventsOver, fractionOf, groupCells, largeEvents, type SizeEffect } from '../exposure.ts';
import { sumOf } from '../numeric/sum.ts';
import type { Group, Recipe } from '../recipe.ts';
import { GROUP_WORDS } from '../sample-words.ts';
import { MAIN_PERIL } from '../year-counts.ts';

const STEPS = 48;
/** The law beyond the largest loss on record is drawn this much further. */
const BEYOND = 2;

/**
 * How large losses are, given that they reach the threshold: those on record beside the law of size over all subjects of
 * the years counted. Both axes are logarithmic.
 */
export function lossPlot({
  group,
  size,
  sample: { rows, library, end },
  recipe,
}: {
  readonly group: Group;
  readonly size: SizeEffect;
  readonly sample: Sample;
  readonly recipe: Recipe;
}): FitPlot {
  const { thresholdUsd } = recipe.rows;
  const perils = recipe.elasticity.perils[group];
  const first = recipe.elasticity.firstYear[group];
  const seen = rowsFrom(rows, recipe.groups[group], thresholdUsd)
    .filter(({ year, weights }) => year >= first && perils.some((peril) => weights[peril] !== undefined))
    .map(({ lossUsd }) => lossUsd)
    .sort((a, b) => a - b);
  const years = library.exposure.filter(({ year }) => year >= first && year <= end.year);
  const peril = MAIN_PERIL[group];
  const over = (u: number) =>
    sumOf(
      years,
      (row) =>
        fractionOf(row.year, end) *
        eventsOver(
          groupCells({ group, row, level: 'mid', recipe }),
          peril,
          largeEvents({ group, peril, u, size, recipe }),
        ),
    );
  const whole = over(thresholdUsd);
  const largest = Math.max(thresholdUsd * 10, (seen.at(-1) ?? thresholdUsd) * BEYOND);
  const curve = Array.from({ length: STEPS + 1 }, (_, i): readonly [number, number] => {
    const u = thresholdUsd * Math.exp((i / STEPS) * Math.log(largest / thresholdUsd));
    return [u, over(u) / whole];
  }).filter(([, chance]) => chance > 0);
  const large = recipe.backtest.largeLossUsd;
  const seenLarge = seen.filter((loss) => loss >= large).length / Math.max(1, seen.length);
  const lawLarge = over(large) / whole;
  const values = seen.map(
    (loss, i): PlotPoint => ({
      x: loss,
      y: (seen.length - i) / seen.length,
      name: `${i + 1} of ${seen.length}`,
    }),
  );
  const least = Math.min(...values.map(({ y }) => y), 1 / Math.max(1, seen.length));
  return {
    key: `loss-${group}`,
    title: `Of losses from ${formatUnitsShort(thresholdUsd, 'USD')} at ${GROUP_WORDS[group]}, ${formatPercent(seenLarge, 0)} reach ${formatUnitsShort(large, 'USD')}; the law says ${formatPercent(lawLarge, 0)}`,
    subtitle: `Share of losses of at least so much, against the loss, USD, both logarithmic; ${first} to ${end.year}`,
    summary: `${seen.length} losses on record from ${first} on. ${formatPercent(seenLarge, 1)} of them reach ${formatUnitsShort(large, 'USD')}, against ${formatPercent(lawLarge, 1)} by the fitted law of size.`,
    across: { label: 'Loss, USD', scale: 'log', unit: 'usd', domain: [thresholdUsd, largest] },
    up: { label: 'Share of losses', scale: 'log', unit: 'share', domain: [least / 2, 1] },
    points: { label: 'Losses on record', values },
    curve: {
      label: 'Law of size over all subjects',
      values: curve.filter(([, chance]) => chance >= least / 2),
    },
    band: null,
  };
}
