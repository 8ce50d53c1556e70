import { formatCount } from '#shared/domain/format-date.ts';
import { formatPercentChange, formatSignificant } from '#shared/domain/format-number.ts';
import { type ChartView, figure } from './chart-view.ts';

/** How issued premiums move when a book is re-priced. */
export interface Dislocation {
  /** Changes in per cent of the issued premium, of those that changed. */
  readonly changes: readonly number[];
  /** Premiums that came out the same; they are counted in words, not drawn. */
  readonly reproduced: number;
}

export interface DislocationBin {
  /** Where the bin is drawn, in per cent; a tail takes the room of one bin beyond the scale. */
  readonly from: number;
  readonly to: number;
  readonly tail: 'below' | 'above' | null;
  readonly count: number;
}

/** Bins on either side of zero. */
const SIDE = 5;
/** So many of the changes lie within the scale; the rest is counted in the tails, so that an outlier hides no shape. */
const SHARE_WITHIN = 0.95;

const STEPS = Array.from({ length: 16 }, (_, i) => i - 8).flatMap((power) =>
  [1, 2, 5].map((digit) => Number(`${digit}e${power}`)),
);

/** The width of a bin: the least round one at which the scale holds nearly all of the changes. */
export function binWidth(changes: readonly number[]): number {
  const sizes = changes.map(Math.abs).toSorted((a, b) => a - b);
  const reach = sizes[Math.ceil(sizes.length * SHARE_WITHIN) - 1] ?? 0;
  return STEPS.find((step) => reach < step * SIDE) ?? STEPS.at(-1) ?? 1;
}

/** The histogram from left to right: equal bins around zero, a tail on a side only where there is something in it. */
export function dislocationBins(changes: readonly number[]): readonly DislocationBin[] {
  const width = binWidth(changes);
  const counts = new Map<number, number>();
  for (const change of changes) {
    const index = Math.min(SIDE, Math.max(-SIDE - 1, Math.floor(change / width)));
    counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  return Array.from({ length: 2 * SIDE + 2 }, (_, i) => i - SIDE - 1)
    .map((index) => ({
      from: exact(index * width),
      to: exact((index + 1) * width),
      tail: index < -SIDE ? ('below' as const) : index >= SIDE ? ('above' as const) : null,
      count: counts.get(index) ?? 0,
    }))
    .filter(({ tail, count }) => tail === null || count > 0);
}

/** Takes the noise of binary fractions from a multiple of a round width. */
const exact = (value: number): number => Number(value.toPrecision(12));

export const edgeText = (percent: number): string =>
  `${percent > 0 ? '+' : ''}${formatSignificant(percent, 3)}%`;

export function binText({ from, to, tail }: DislocationBin): string {
  if (tail === 'below') return `Below ${edgeText(to)}`;
  return tail === 'above' ? `${edgeText(from)} and above` : `${edgeText(from)} to ${edgeText(to)}`;
}

function medianOf(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

function finding(sorted: readonly number[]): string {
  const [low = 0, high = 0] = [sorted[0], sorted.at(-1)];
  if (sorted.length === 1) return `One premium changes, by ${formatPercentChange(low)}`;
  return `Changes run from ${formatPercentChange(low)} to ${formatPercentChange(high)}, ${formatPercentChange(medianOf(sorted))} at the median`;
}

/** Words and figures of the dislocation chart. */
export function dislocationView({ changes, reproduced }: Dislocation): ChartView {
  const sorted = changes.toSorted((a, b) => a - b);
  const bins = dislocationBins(changes);
  const rises = changes.filter((change) => change > 0).length;
  const same =
    reproduced === 0
      ? ''
      : `; ${formatCount(reproduced, 'reproduced premium is', 'reproduced premiums are')} not drawn`;
  return {
    title: finding(sorted),
    subtitle: `Number of changed premiums by change, in per cent of the issued premium${same}`,
    summary: `${formatCount(rises, 'premium rises', 'premiums rise')} and ${formatCount(changes.length - rises, 'falls', 'fall')}. ${bins
      .filter(({ count }) => count > 0)
      .map((bin) => `${binText(bin)}: ${bin.count}`)
      .join('; ')}.`,
    table: {
      columns: [
        { label: 'Change of premium', kind: 'text' },
        { label: 'Premiums', kind: 'figure' },
      ],
      rows: [
        ...bins.map((bin) => [binText(bin), figure(String(bin.count), bin.count)]),
        ['No change', figure(String(reproduced), reproduced)],
      ],
    },
  };
}
