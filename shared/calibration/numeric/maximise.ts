import { gradient, hessian, type Objective } from './derivatives.ts';
import { inverseDiagonal, solveLinear } from './linear.ts';

export interface Maximum {
  readonly at: readonly number[];
  readonly value: number;
}

const SIMPLEX_STEPS = 600;
const SIMPLEX_SIZE = 0.5;
const SIMPLEX_DONE = 1e-4;
const POLISH_STEPS = 25;
const POLISH_STEP = 1e-4;
const POLISH_DONE = 1e-10;

/**
 * The maximum of a function of a few parameters of order 1, from several starts: a simplex search (Nelder and Mead 1965)
 * finds the hill, Newton steps by central differences climb to its top. -Infinity marks what is outside the domain.
 */
export function maximise(f: Objective, starts: readonly (readonly number[])[]): Maximum {
  let best: Maximum | null = null;
  for (const start of starts) {
    const found = climb(f, simplexSearch(f, start));
    if (best === null || found.value > best.value) best = found;
  }
  if (best === null) throw new Error('maximise needs a start');
  return best;
}

/** Newton steps from a point near the top; a step that would lose ground is halved, or the point is kept. */
export function climb(f: Objective, start: Maximum): Maximum {
  let { at, value } = start;
  for (let step = 0; step < POLISH_STEPS; step += 1) {
    const slope = gradient(f, at, POLISH_STEP);
    const move = solveLinear(hessian(f, at, 1e-3), slope);
    if (move === null) break;
    let share = 1;
    let next = at;
    let reached = Number.NEGATIVE_INFINITY;
    while (share > 1e-3) {
      next = at.map((x, i) => x - share * move[i]!);
      reached = f(next);
      if (reached >= value - 1e-12 * Math.abs(value)) break;
      share /= 2;
    }
    if (!(reached >= value - 1e-12 * Math.abs(value))) break;
    const size = Math.max(...move.map((x) => Math.abs(share * x)));
    at = next;
    value = reached;
    if (size < POLISH_DONE) break;
  }
  return { at, value };
}

/** Standard errors: roots of the diagonal of the inverse information, by central differences of 1e-3; null where there is none. */
export function standardErrors(f: Objective, at: readonly number[]): readonly (number | null)[] {
  const information = hessian(f, at, 1e-3).map((row) => row.map((x) => -x));
  const variances = inverseDiagonal(information);
  return at.map((_, i) => {
    const variance = variances?.[i] ?? Number.NaN;
    return variance > 0 ? Math.sqrt(variance) : null;
  });
}

function simplexSearch(f: Objective, start: readonly number[]): Maximum {
  const evaluated = (at: readonly number[]): Maximum => {
    const value = f(at);
    return { at, value: Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value };
  };
  const corners = [
    evaluated(start),
    ...start.map((_, i) => evaluated(start.map((x, j) => (j === i ? x + SIMPLEX_SIZE : x)))),
  ];
  const size = start.length;
  for (let step = 0; step < SIMPLEX_STEPS; step += 1) {
    corners.sort((a, b) => b.value - a.value);
    const best = corners[0]!;
    const worst = corners[size]!;
    const spread = Math.max(...best.at.map((x, i) => Math.abs(x - worst.at[i]!)));
    if (spread < SIMPLEX_DONE) break;
    const centre = start.map((_, i) => corners.slice(0, size).reduce((sum, c) => sum + c.at[i]!, 0) / size);
    const along = (t: number) => evaluated(centre.map((c, i) => c + t * (c - worst.at[i]!)));
    const reflected = along(1);
    if (reflected.value > best.value) {
      const further = along(2);
      corners[size] = further.value > reflected.value ? further : reflected;
    } else if (reflected.value > corners[size - 1]!.value) corners[size] = reflected;
    else {
      const inside = reflected.value > worst.value ? along(0.5) : along(-0.5);
      if (inside.value > worst.value) corners[size] = inside;
      else
        for (let k = 1; k <= size; k += 1)
          corners[k] = evaluated(corners[k]!.at.map((x, i) => (x + best.at[i]!) / 2));
    }
  }
  corners.sort((a, b) => b.value - a.value);
  return corners[0]!;
}

/**
 * The maximum of a function of one parameter on [from, to]: the best of an even grid, golden-section search between its
 * neighbours, then Newton steps. A maximum at an end is that end.
 */
export function maximiseOn({
  f,
  from,
  to,
  cells = 100,
}: {
  readonly f: (x: number) => number;
  readonly from: number;
  readonly to: number;
  readonly cells?: number;
}): Maximum {
  const point = (k: number) => from + ((to - from) * k) / cells;
  let best = 0;
  let highest = f(from);
  for (let k = 1; k <= cells; k += 1) {
    const value = f(point(k));
    if (value > highest) {
      best = k;
      highest = value;
    }
  }
  const ratio = (Math.sqrt(5) - 1) / 2;
  let low = point(Math.max(0, best - 1));
  let high = point(Math.min(cells, best + 1));
  let left = high - ratio * (high - low);
  let right = low + ratio * (high - low);
  let atLeft = f(left);
  let atRight = f(right);
  while (high - low > 1e-5) {
    if (atLeft >= atRight) {
      high = right;
      right = left;
      atRight = atLeft;
      left = high - ratio * (high - low);
      atLeft = f(left);
    } else {
      low = left;
      left = right;
      atLeft = atRight;
      right = low + ratio * (high - low);
      atRight = f(right);
    }
  }
  const middle = (low + high) / 2;
  const ends = [from, to].map((x) => ({ at: [x], value: f(x) }));
  const inside = climb(([x]) => (x! < from || x! > to ? Number.NEGATIVE_INFINITY : f(x!)), {
    at: [middle],
    value: f(middle),
  });
  return ends.reduce((a, b) => (b.value >= a.value ? b : a), inside);
}
