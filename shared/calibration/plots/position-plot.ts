import type { FitPlot } from '../../report/fit-plot.ts';
import type { QuantileResiduals } from '../checks/quantile-residuals.ts';
import { SAMPLE_WORDS } from '../sample-words.ts';
import type { ShareSample } from '../share-rows.ts';

/** Positions of the shares under the fitted law, in order, against where an even spread would put them (a QQ plot). */
export function positionPlot(sample: ShareSample, { rows }: QuantileResiduals): FitPlot {
  const sorted = rows.toSorted((a, b) => a.position - b.position);
  const values = sorted.map(({ id, position, isCensored }, i) => ({
    x: (i + 0.5) / sorted.length,
    y: position,
    name: id,
    ...(isCensored ? { isAtLeast: true } : {}),
  }));
  const away = Math.max(...values.map(({ x, y, isAtLeast }) => (isAtLeast === true ? 0 : Math.abs(y - x))));
  return {
    key: `position-${sample}`,
    title: `The shares lie within ${Math.round(100 * away)} points of an even spread under the fitted law`,
    subtitle: `Position of each share under the law, in order, against an even spread; ${SAMPLE_WORDS[sample]}`,
    summary: `${sorted.length} shares. A law that is right puts the points along the line. The largest distance is ${Math.round(100 * away)} percentage points; shares that are only known to be at least so much are left out of it.`,
    across: { label: 'Even spread', scale: 'linear', unit: 'share', domain: [0, 1] },
    up: { label: 'Position under the law', scale: 'linear', unit: 'share', domain: [0, 1] },
    points: { label: 'Shares on record', values },
    curve: {
      label: 'Even spread',
      values: [
        [0, 0],
        [1, 1],
      ],
    },
    band: null,
  };
}
