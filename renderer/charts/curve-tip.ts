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
  const away = ({ loss }: CurvePoint) => Math.abs(at(loss) - x);
  const [first, ...others] = points;
  if (first === undefined) return null;
  const point = others.reduce((best, other) => (away(other) < away(best) ? other : best), first);
  return {
    title: `More than ${currency} ${formatUnits(point.loss)}`,
    lines: [...chance('Aggregate', point.aggregate), ...chance('Occurrence', point.occurrence)],
    lineAt: { x: at(point.loss), top: plot.top, height: plot.bottom - plot.top },
  };
}
