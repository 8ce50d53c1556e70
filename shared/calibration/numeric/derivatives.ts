import type { Matrix } from './linear.ts';

export type Objective = (at: readonly number[]) => number;

const moved = (at: readonly number[], ...moves: readonly (readonly [index: number, by: number])[]) => {
  const point = [...at];
  for (const [index, by] of moves) point[index] = point[index]! + by;
  return point;
};

/** Slopes by central differences. */
export const gradient = (f: Objective, at: readonly number[], step: number): readonly number[] =>
  at.map((_, i) => (f(moved(at, [i, step])) - f(moved(at, [i, -step]))) / (2 * step));

/** Second derivatives by central differences with one step for all parameters. */
export function hessian(f: Objective, at: readonly number[], step: number): Matrix {
  const here = f(at);
  const square = step * step;
  const rows = at.map(() => at.map(() => 0));
  for (let i = 0; i < at.length; i += 1) {
    rows[i]![i] = (f(moved(at, [i, step])) - 2 * here + f(moved(at, [i, -step]))) / square;
    for (let j = 0; j < i; j += 1) {
      const mixed =
        f(moved(at, [i, step], [j, step])) -
        f(moved(at, [i, step], [j, -step])) -
        f(moved(at, [i, -step], [j, step])) +
        f(moved(at, [i, -step], [j, -step]));
      rows[i]![j] = mixed / (4 * square);
      rows[j]![i] = rows[i]![j]!;
    }
  }
  return rows;
}
