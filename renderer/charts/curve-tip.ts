import { formatUnits } from '#shared/domain/format-money.ts';
import { formatPercent } from '#shared/domain/format-number.ts';
import { type CurvePoint, RAREST } from './exceedance-view.ts';
import type { Plot, Scale } from './plot.ts';
import type { Tip } from './tip.tsx';

/** The chance of more at a loss between two points of a curve, as its line is drawn; null where it has none. */
function chanceAt(
  points: readonly CurvePoint[],
  of: 'aggregate' | 'occurrence',
  loss: number,
): number | null {
  const own = points.flatMap(({ loss: x, [of]: p }) => (p === undefined ? [] : [{ x, p }]));
  const next = own.findIndex(({ x }) => x >= loss);
  const [before, after] = [own[next - 1], own[next]];
  if (after === undefined) return null;
  if (after.x === loss) return after.p;
  if (before === undefined) return null;
  const share = Math.log(loss / before.x) / Math.log(after.x / before.x);
  return before.p * (after.p / before.p) ** share;
}

const lineOf = (name: string, chance: number | null): string[] => {
  if (chance === null) return [];
  // Nothing is known of the curve below the floor of the drawing.
  return [`${name}: ${chance <= RAREST ? `under ${formatPercent(RAREST, 2)}` : formatPercent(chance, 3)}`];
};

/** What the pointer shows on the curves: of the nearest point, the loss and the chance of more on both. */
export function curveTip({
  points,
  x,
  at,
  plot,
  currency,
}: {
  readonly points: readonly CurvePoint[];
  readonly x: number;
  readonly at: Scale;
  readonly plot: Plot;
  readonly currency: string;
}): Tip | null {
  if (x < plot.left || x > plot.right) return null;
  const away = (loss: number) => Math.abs(at(loss) - x);
  const [first, ...others] = points
    .map(({ loss }) => loss)
    .filter((loss) => at(loss) >= plot.left && at(loss) <= plot.right);
  if (first === undefined) return null;
  const nearest = others.reduce((best, loss) => (away(loss) < away(best) ? loss : best), first);
  return {
    title: `More than ${currency} ${formatUnits(nearest)}`,
    lines: [
      ...lineOf('Aggregate', chanceAt(points, 'aggregate', nearest)),
      ...lineOf('Occurrence', chanceAt(points, 'occurrence', nearest)),
    ],
    lineAt: { x: at(nearest), top: plot.top, height: plot.bottom - plot.top },
  };
}
