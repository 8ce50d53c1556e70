import { guarded, isNotNegative, isPositive, isWholeAtLeast, type Outcome, requires } from '../outcome.ts';
import type { DiscreteLaw, LatticeLaw } from './lattice-law.ts';
import { realFromSpectrum, realSpectrum, transformLength } from './real-fft.ts';

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
  return guarded(
    [
      isNotNegative('retention', terms.retention),
      requires('limit', 'above 0 (Infinity for unlimited)', terms.limit, terms.limit > 0),
    ],
    () => {
      const { mass } = law;
      const valueAt = 'step' in law ? (j: number) => j * law.step : (j: number) => law.values[j]!;
      const values = new Float64Array(mass.length);
      const joined = new Float64Array(mass.length);
      let last = -1;
      for (let j = 0; j < mass.length; j++) {
        const value = Math.min(Math.max(valueAt(j) - terms.retention, 0), terms.limit);
        if (last < 0 || value > values[last]!) values[++last] = value;
        joined[last] = joined[last]! + mass[j]!;
      }
      return { values: values.slice(0, last + 1), mass: joined.slice(0, last + 1) };
    },
  );
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

/**
 * The law of a sum of independent laws on lattices of one step, exactly: an FFT long enough for the whole sum, except
 * that an overhang of up to 64 points past a power of two is formed directly from the factors' ends.
 */
export function addIndependent(laws: readonly LatticeLaw[]): Outcome<LatticeLaw> {
  const step = laws[0]?.step ?? Number.NaN;
  return guarded(
    [
      isWholeAtLeast('laws', laws.length, 1),
      requires(
        'step',
        'the same for every law',
        laws.map((law) => law.step).join(', '),
        laws.every((law) => law.step === step),
      ),
    ],
    () => ({ step, mass: convolve(laws.map((law) => law.mass)) }),
  );
}

const OVERHANG = 64;

function convolve(masses: readonly Float64Array[]): Float64Array {
  const factors = masses.filter((mass) => mass.length > 1);
  const constant = masses
    .filter((mass) => mass.length === 1)
    .reduce((product, mass) => product * mass[0]!, 1);
  if (factors.length === 0) return Float64Array.of(constant);
  if (factors.length === 1) return factors[0]!.map((p) => p * constant);
  const points = factors.reduce((sum, mass) => sum + mass.length - 1, 1);
  let length = transformLength(points);
  const longest = Math.max(...factors.map((mass) => mass.length));
  const overhang = points - length / 2;
  const isFolded = overhang > 0 && overhang <= OVERHANG && longest <= length / 2 && length >= 512;
  if (isFolded) length /= 2;
  const product = realSpectrum(factors[0]!, length);
  for (const mass of factors.slice(1)) multiplySpectrum(product, realSpectrum(mass, length));
  const cyclic = realFromSpectrum(product, length);
  const sum = new Float64Array(points);
  sum.set(cyclic.subarray(0, Math.min(points, length)));
  if (isFolded) {
    const ends = factors
      .map((mass) => lastTerms(mass, overhang))
      .reduce((a, b) => convolveEnds(a, b, overhang));
    for (let j = 0; j < overhang; j++) {
      // ends[0] is the largest point of the sum; the overhang wrapped onto the first points.
      const p = ends[overhang - 1 - j]!;
      sum[length + j] = p;
      sum[j] = sum[j]! - p;
    }
  }
  if (constant !== 1) for (let j = 0; j < points; j++) sum[j] = sum[j]! * constant;
  return sum;
}

/** The last `count` terms of a mass, largest value first, 0 where it is shorter. */
function lastTerms(mass: Float64Array, count: number): Float64Array {
  const terms = new Float64Array(count);
  for (let j = 0; j < Math.min(count, mass.length); j++) terms[j] = mass[mass.length - 1 - j]!;
  return terms;
}

function convolveEnds(a: Float64Array, b: Float64Array, count: number): Float64Array {
  const out = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    for (let j = 0; i + j < count; j++) out[i + j] = out[i + j]! + a[i]! * b[j]!;
  }
  return out;
}

/** a *= b, complex, interleaved. */
export function multiplySpectrum(a: Float64Array, b: Float64Array): void {
  for (let k = 0; k < a.length; k += 2) {
    const re = a[k]! * b[k]! - a[k + 1]! * b[k + 1]!;
    a[k + 1] = a[k]! * b[k + 1]! + a[k + 1]! * b[k]!;
    a[k] = re;
  }
}
