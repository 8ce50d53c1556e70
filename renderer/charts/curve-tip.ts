import { formatUnits } from '#shared/domain/format-money.ts';
import { formatPercent } from '#shared/domain/format-number.ts';
import type { CurvePoint } from './exceedance-view.ts';
import type { Plot, Scale } from './plot.ts';
import type { Tip } from './tipped.tsx';

const chance = (name: string, probability: number | undefined): string[] =>
  probability === undefined ? [] : [`${name}: ${formatPercent(probability, 3)}`];

/** What the pointer shows on the curves: of the nearest point, the loss and the chance of more. */
export function curveTip(
  points: readonly CurvePoint[],
  x: number,
  at: Scale,
  plot: Plot,
  currency: string,
): Tip | null {
  if (x < plot.left || x > plot.right) return null;
  const away = (loss: number) => Math.abs(at(loss) - x);
  const [first, ...others] = points
    .map(({ loss }) => loss)
    .filter((loss) => at(loss) >= plot.left && at(loss) <= plot.right);
  if (first === undefined) return null;
  const nearest = others.reduce((best, loss) => (away(loss) < away(best) ? loss : best), first);
  // The curves have points of their own, which may stand at one loss.
  const here = points.filter(({ loss }) => loss === nearest);
  return {
    title: `More than ${currency} ${formatUnits(nearest)}`,
    lines: [
      ...here.flatMap(({ aggregate }) => chance('Aggregate', aggregate)),
      ...here.flatMap(({ occurrence }) => chance('Occurrence', occurrence)),
    ],
    lineAt: { x: at(nearest), top: plot.top, height: plot.bottom - plot.top },
  };
}
