import { type DiscreteLaw, indexAtOrBelow } from './lattice-law.ts';

/** Terms of a sum over the period: min(max(S - retention, 0), limit); limit may be Infinity. */
export interface AggregateTerms {
  readonly retention: number;
  readonly limit: number;
}

/**
 * Applies aggregate terms to the values of a law, without re-gridding; equal values are joined. For a law and terms
 * already checked; their sum may exceed the largest amount.
 */
export function netOfAggregateTerms(
  { values, mass }: DiscreteLaw,
  { retention, limit }: AggregateTerms,
): DiscreteLaw {
  // Values at or below the retention become 0, those at or above the exit the limit; those between are only shifted.
  const from = Math.max(0, indexAtOrBelow(values, retention));
  const to = firstAtOrAbove(values, retention + limit);
  const net = values.slice(from, Math.min(values.length, to + 1));
  const netMass = mass.slice(from, from + net.length);
  for (let j = 0; j < net.length; j += 1) net[j] = Math.min(Math.max(net[j]! - retention, 0), limit);
  netMass[0] = sumBetween(mass, 0, from + 1);
  if (to < values.length && to > from) {
    // Exactly the limit, even where exit less retention rounds to something else.
    net[net.length - 1] = limit;
    netMass[net.length - 1] = sumBetween(mass, to, mass.length);
  }
  if (to <= from) netMass[0] = sumBetween(mass, 0, mass.length);
  return { values: net, mass: netMass };
}

function firstAtOrAbove(values: Float64Array, x: number): number {
  const at = indexAtOrBelow(values, x);
  return at >= 0 && values[at] === x ? at : at + 1;
}

function sumBetween(mass: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let j = from; j < to; j += 1) sum += mass[j]!;
  return sum;
}
