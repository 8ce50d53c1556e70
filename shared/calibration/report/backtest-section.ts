import { formatCount, formatDate } from '../../domain/format-date.ts';
import { heading, table } from '../../report/report-document.ts';
import type { BacktestCell, ScoredForecasts } from '../backtest/backtest.ts';
import type { Calibration } from '../calibrate.ts';
import { sumOf } from '../numeric/sum.ts';
import { GROUPS, type Recipe } from '../recipe.ts';
import { GROUP_WORDS } from '../sample-words.ts';
import { decimals, millions } from './figures.ts';
import type { Section } from './section.ts';

const outside = (isInside: boolean): string => (isInside ? '' : ' OUT');

const count = ({ model: { seen, mean, interval, isInside } }: ScoredForecasts): string =>
  `${seen}, ${decimals(mean, 1)} (${interval[0]}-${interval[1]})${outside(isInside)}`;

const scores = ({ model, lastYear, sizeFree }: ScoredForecasts): string =>
  [model, lastYear, sizeFree].map(({ logScore }) => decimals(logScore, 2)).join(' / ');

/** Fits cut at the ends of past years against what came after. */
export function backtestSection(
  { backtest: cells, untested, checks, fits }: Calibration,
  recipe: Recipe,
): Section {
  const large = `>= ${recipe.backtest.largeLossUsd / 1e6}m`;
  const leftOut = untested.map(
    ({ cut, why }) =>
      `Nothing was tested from the end of ${cut}: the library until then cannot be calibrated. ${why.join(' ')}`,
  );
  if (cells.length === 0) {
    const none = 'The library ends before the first cut: there is nothing to test.';
    return [heading('Backtest'), ...(leftOut.length === 0 ? [none] : leftOut)];
  }
  return [
    heading('Backtest'),
    ...leftOut,
    "Fits with the library cut at the end of a year; exposures of the years forecast are taken as known. Log score: ln of the probability of the count that came. Last year: the same count as last year's. Size-free: the same half-life and exponent on numbers of subjects. Losses by compounding the count with the law of size, without draws.",
    table(
      [
        'cut, group, years ahead',
        'half-life, exponent, elasticity',
        'threshold: seen, forecast (90 %)',
        'threshold, log score: model / last year / size-free',
        `${large}: seen, forecast (90 %)`,
        `${large}, log score: model / last year / size-free`,
        'loss, USD m: seen, median (5-95 %)',
      ],
      cells.map((cell) => [
        `${cell.cut}, ${GROUP_WORDS[cell.group]}, ${cell.horizon}`,
        `${cell.halfLife ?? 'none'}, ${cell.exponent}, ${cell.elasticity}`,
        count(cell.threshold),
        scores(cell.threshold),
        count(cell.large),
        scores(cell.large),
        loss(cell),
      ]),
    ),
    table(
      [
        'group, years ahead',
        'cuts',
        'inside 90 %: threshold, large, loss',
        'log scores, threshold',
        'log scores, large',
      ],
      GROUPS.flatMap((group) =>
        recipe.backtest.horizons.flatMap((horizon) => {
          const own = cells.filter((cell) => cell.group === group && cell.horizon === horizon);
          return own.length === 0 ? [] : [sums(`${GROUP_WORDS[group]}, ${horizon}`, own)];
        }),
      ),
    ),
    ...backtestReading(cells),
    blindness(recipe, { after: checks.record.after, end: fits.end.date }),
  ];
}

/** How far the recipe had seen what the backtest holds it against: all of it up to the end of the library that it was made on. */
function blindness(
  { madeOn, backtest }: Recipe,
  { after, end }: { readonly after: number; readonly end: string },
): string {
  const { library, end: seenTo } = madeOn;
  const since =
    after === 0
      ? `The first honest test is what comes after that day: this library, to ${formatDate(end)}, holds no loss that counts after it.`
      : `This library, to ${formatDate(end)}, holds ${formatCount(after, 'loss that counts', 'losses that count')} after that day: of those alone the recipe knew nothing.`;
  return `The backtest is not blind. The recipe was made on ${library} with losses to ${formatDate(seenTo)}, and some of its judgements were set with the outcome there or the resulting prices in view: ${backtest.setInView.join(', ')}. The year effect of the intervals (cv ${backtest.yearCv}) comes from counts of that library, of the years predicted among them. Small events are outside it. ${since}`;
}

function loss({ loss: { seenUsd, quantilesUsd, isInside } }: BacktestCell): string {
  const [low, median, high] = quantilesUsd.map(millions);
  return `${millions(seenUsd)}, ${median} (${low}-${high})${outside(isInside)}`;
}

const inside = (cells: readonly BacktestCell[], of: (cell: BacktestCell) => boolean): number =>
  cells.filter(of).length;

const scoreSums = (cells: readonly BacktestCell[], of: (cell: BacktestCell) => ScoredForecasts) => ({
  model: sumOf(cells, (cell) => of(cell).model.logScore),
  lastYear: sumOf(cells, (cell) => of(cell).lastYear.logScore),
  sizeFree: sumOf(cells, (cell) => of(cell).sizeFree.logScore),
});

function sums(name: string, cells: readonly BacktestCell[]): readonly (string | number)[] {
  const text = (of: (cell: BacktestCell) => ScoredForecasts) => {
    const { model, lastYear, sizeFree } = scoreSums(cells, of);
    return [model, lastYear, sizeFree].map((sum) => decimals(sum, 2)).join(' / ');
  };
  const held = [
    inside(cells, (cell) => cell.threshold.model.isInside),
    inside(cells, (cell) => cell.large.model.isInside),
    inside(cells, (cell) => cell.loss.isInside),
  ];
  return [name, cells.length, held.join(', '), text((cell) => cell.threshold), text((cell) => cell.large)];
}

/** What the figures of the backtest say, from the figures; README and handbook carry these very sentences. */
export function backtestReading(cells: readonly BacktestCell[]): readonly string[] {
  const threshold = inside(cells, (cell) => cell.threshold.model.isInside);
  const large = inside(cells, (cell) => cell.large.model.isInside);
  const losses = inside(cells, (cell) => cell.loss.isInside);
  const due = decimals(0.9 * cells.length, 1);
  const horizons = [...new Set(cells.map(({ horizon }) => horizon))];
  return [
    `Of ${cells.length} intervals of 90 % each, ${threshold} hold for counts from the threshold, ${large} for large losses and ${losses} for loss totals, where ${due} are due; the cells overlap, so this is far fewer independent facts.`,
    ...horizons.flatMap((horizon) => {
      const own = cells.filter((cell) => cell.horizon === horizon);
      const { model, lastYear, sizeFree } = scoreSums(own, (cell) => cell.threshold);
      const against = (other: number) =>
        model > other + 0.005 ? 'better than' : model < other - 0.005 ? 'worse than' : 'level with';
      return [
        `${horizon === 1 ? 'One year' : `${horizon} years`} ahead, counts from the threshold: the model is ${against(lastYear)} “the same as last year” (${decimals(model, 2)} against ${decimals(lastYear, 2)}) and ${against(sizeFree)} the size-free forecast (${decimals(sizeFree, 2)}).`,
      ];
    }),
  ];
}
