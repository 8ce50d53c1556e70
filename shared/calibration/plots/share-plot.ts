import { formatUnitsShort } from '../../domain/format-money.ts';
import { formatPercent } from '../../domain/format-number.ts';
import type { FitPlot } from '../../report/fit-plot.ts';
import type { ShareLaw } from '../damage-by-size.ts';
import { ASSET_WORDS, SAMPLE_WORDS } from '../sample-words.ts';
import { type RoundedLaw, SAMPLE_FAMILIES } from '../severity-fits.ts';
import type { ShareSight } from '../share-fit.ts';
import type { ShareRow, ShareSample } from '../share-rows.ts';

type SeenShare = Pick<ShareRow, 'id' | 'assetsUsd' | 'share'>;

const STEPS = 60;
/** Of the losses at a size, the law puts nine in ten between these two. */
const BAND = [0.05, 0.95] as const;
const LEAST_SHARE = 1e-4;

/** Shares of assets lost beside the size of what was exposed, with the fitted median and the range of nine in ten losses. */
export function sharePlot({
  sample,
  law,
  rows,
  sight: { censoredFrom, referenceUsd },
}: {
  readonly sample: ShareSample;
  readonly law: RoundedLaw;
  readonly rows: readonly SeenShare[];
  readonly sight: ShareSight;
}): FitPlot {
  const assets = rows.map(({ assetsUsd }) => assetsUsd);
  const [low, high] = [Math.min(...assets), Math.max(...assets)];
  const at = (size: number): ShareLaw | null =>
    SAMPLE_FAMILIES[sample].at([law.a, law.b, Math.log(law.shape)], Math.log(size / referenceUsd));
  const sizes = Array.from(
    { length: STEPS + 1 },
    (_, i) => low * Math.exp((i / STEPS) * Math.log(high / low)),
  );
  const laws = sizes.flatMap((size) => {
    const there = at(size);
    return there === null ? [] : [{ size, quantile: (p: number) => shareAt(there, p) }];
  });
  const reference = at(referenceUsd);
  const median = reference === null ? Number.NaN : shareAt(reference, 0.5);
  const atLeast = rows.filter(({ share }) => share >= censoredFrom).length;
  return {
    key: `share-${sample}`,
    title: `At ${formatUnitsShort(referenceUsd, 'USD')} the law puts half of the losses above ${formatPercent(median, 1)} of ${ASSET_WORDS[sample]}`,
    subtitle: `Share lost against assets just before the loss, USD, both logarithmic; ${SAMPLE_WORDS[sample]}`,
    summary: `${rows.length} losses, ${atLeast} of them of ${formatPercent(censoredFrom, 0)} or more, which count as at least that. The fitted law moves with size: ${law.b < 0 ? 'the larger the subject, the smaller the share' : 'the share does not fall with size'}.`,
    across: { label: 'Assets, USD', scale: 'log', unit: 'usd', domain: [low, high] },
    up: { label: 'Share lost', scale: 'log', unit: 'share', domain: [leastShown(rows), 1] },
    points: {
      label: 'Losses on record',
      values: rows.map(({ id, assetsUsd, share }) => ({
        x: assetsUsd,
        y: share,
        name: id,
        ...(share >= censoredFrom ? { isAtLeast: true } : {}),
      })),
    },
    curve: { label: 'Fitted median', values: laws.map(({ size, quantile }) => [size, quantile(0.5)]) },
    band: {
      label: 'Nine in ten losses by the fitted law',
      values: laws.map(({ size, quantile }) => [size, quantile(BAND[0]), quantile(BAND[1])]),
    },
  };
}

const leastShown = (rows: readonly SeenShare[]): number =>
  Math.max(LEAST_SHARE, Math.min(0.01, ...rows.map(({ share }) => share)));

/** The share that a law exceeds with probability 1 - p, by bisection; within 1e-12 to 1. */
function shareAt(law: ShareLaw, p: number): number {
  let [low, high] = [Math.log(1e-12), 0];
  for (let i = 0; i < 80; i += 1) {
    const middle = (low + high) / 2;
    if (1 - law.survival(Math.exp(middle)) < p) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}
