import { guarded, isAmount, isLimit, isPositiveAmount, type Outcome, requires } from '../outcome.ts';
import { fieldsOf, isRecord } from '../shapes.ts';
import { type DiscreteLaw, indexAtOrBelow, type LatticeLaw, valuesOf } from './lattice-law.ts';
import { discreteRequirements, latticeRequirements } from './law-requirements.ts';
import { MOST_POINTS } from './real-fft.ts';

export { multiplySpectrum } from './real-fft.ts';

/** Terms of a sum over the period: min(max(S - retention, 0), limit); limit may be Infinity. */
export interface AggregateTerms {
  readonly retention: number;
  readonly limit: number;
}

/**
 * Applies aggregate terms to the values of a law, without re-gridding; equal values are joined. Fails on what is no law
 * on amounts, a retention that is no amount and a limit not from 1e-30 to 1e100 or Infinity.
 */
export function applyAggregateTerms(
  law: LatticeLaw | DiscreteLaw,
  terms: AggregateTerms,
): Outcome<DiscreteLaw> {
  const { retention, limit } = fieldsOf(terms);
  const ofLaw = isRecord(law) && 'step' in law ? latticeRequirements : discreteRequirements;
  return guarded([isAmount('retention', retention), isLimit('limit', limit), ...ofLaw('law', law)], () =>
    capValues('step' in law ? valuesOf(law) : law, terms),
  );
}

/** The same of a law and of terms that are known to be right, whose sums may be beyond the largest amount. */
export function capValues({ values, mass }: DiscreteLaw, { retention, limit }: AggregateTerms): DiscreteLaw {
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
 * first lattice point at or above the largest value. Fails on what is no law on amounts and on a step that gives more
 * than 2^24 points.
 */
export function spreadOnLattice(law: DiscreteLaw, step: number): Outcome<LatticeLaw> {
  const largestOf = () => law.values[law.values.length - 1]!;
  return guarded(
    [
      ...discreteRequirements('law', law),
      isPositiveAmount('step', step),
      () => [
        requires(
          'step',
          'large enough for at most 16,777,216 points',
          step,
          largestOf() / step < MOST_POINTS,
        ),
      ],
    ],
    () => {
      const largest = largestOf();
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
