import type { DiscreteLaw } from '../lattice/lattice-law.ts';

/** P(L > 0) of a law, as the sum of its masses above 0, so that a small probability keeps its digits. */
export function probabilityOfLoss({ values, mass }: DiscreteLaw): number {
  let sum = 0;
  for (let j = values[0] === 0 ? 1 : 0; j < mass.length; j += 1) sum += mass[j]!;
  return Math.min(1, Math.max(0, sum));
}

/** P(L = limit): the last mass of a law that reaches the limit, 0 for one that cannot. */
export function probabilityAtLimit({ values, mass }: DiscreteLaw, limit: number): number {
  const last = values.length - 1;
  return values[last] === limit ? Math.max(0, mass[last]!) : 0;
}
