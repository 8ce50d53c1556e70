import { guarded, isAmount, isLimit, isNotNegative, isPositive, type Outcome } from '../outcome.ts';
import { type DiscreteLaw, indexAtOrBelow, type LatticeLaw, latticeValues } from './lattice-law.ts';

export { multiplySpectrum } from './real-fft.ts';

/** Terms of a sum over the period: min(max(S - retention, 0), limit); limit may be Infinity. */
export interface AggregateTerms {
  readonly retention: number;
  readonly limit: number;
}

/** Applies aggregate terms to the values of a law, without re-gridding; equal values are joined. */
export function applyAggregateTerms(
  law: LatticeLaw | DiscreteLaw,
  terms: AggregateTerms,
): Outcome<DiscreteLaw> {
  return guarded([isAmount('retention', terms.retention), isLimit('limit', terms.limit)], () =>
    capValues('step' in law ? latticeValues(law) : law, terms),
  );
}

function capValues({ values, mass }: DiscreteLaw, { retention, limit }: AggregateTerms): DiscreteLaw {
  // All at or below the retention is 0, all at or above the exit is the limit; what lies between is only moved.
  const from = Math.max(0, indexAtOrBelow(values, retention));
  const to = firstAtOrAbove(values, retention + limit);
  const net = values.slice(from, Math.min(values.length, to + 1));
  const netMass = mass.slice(from, from + net.length);
  for (let j = 0; j < net.length; j++) net[j] = Math.min(Math.max(net[j]! - retention, 0), limit);
  netMass[0] = sumBetween(mass, 0, from + 1);
  if (to < values.length && to > from) {
    // Exactly, whatever the difference of exit and retention rounds to.
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
  for (let j = from; j < to; j++) sum += mass[j]!;
  return sum;
}

/**
 * Spreads each mass on its two neighbours on 0, step, 2 step, ... so that the mean is kept; the result ends at the
 * first lattice point at or above the largest value.
 */
export function spreadOnLattice(law: DiscreteLaw, step: number): Outcome<LatticeLaw> {
  const largest = law.values[law.values.length - 1] ?? Number.NaN;
  return guarded(
    [
      isPositive('step', step),
      isNotNegative('values', largest),
      isNotNegative('values', law.values[0] ?? Number.NaN),
    ],
    () => {
      // A value within rounding of a lattice point is on it: 60 steps of one third must not open a 61st cell.
      const points = Math.ceil((largest / step) * (1 - 4e-16)) + 1;
      const mass = new Float64Array(points);
      for (let j = 0; j < law.values.length; j++) {
        const place = law.values[j]! / step;
        const below = Math.min(Math.floor(place), points - 1);
        const share = below === points - 1 ? 0 : place - below;
        const p = law.mass[j]!;
        mass[below] = mass[below]! + p * (1 - share);
        if (share > 0) mass[below + 1] = mass[below + 1]! + p * share;
      }
      return { step, mass };
    },
  );
}
