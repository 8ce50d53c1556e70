import type { Frequency } from '../frequency/frequency.ts';
import { coarsenMasses } from './coarsen.ts';
import { compoundLattice, countBeyond } from './compound.ts';
import type { LatticeLaw } from './lattice-law.ts';
import {
  multiplySpectrum,
  realFromSpectrum,
  realSpectrum,
  transformLength,
  transformRoom,
} from './real-fft.ts';

/** Where three losses or more are rarer than this, their sums are formed on cells four times as wide. */
const RARE = 1e-3;
const WIDE = 4;
/** Lattices of fewer points keep their step. */
const LEAST_POINTS = 1024;

/** Cost of the generating function on a lattice, in transforms of its length: two transforms and its complex powers. */
const WHOLE_COST = 7;
/** The longest transform of a whole compound (compoundWhole refuses longer ones). */
const LONGEST = 2 ** 22;

/** The first masses of a compound law, with the probability left out or wrapped round in forming them. */
export interface CompoundStart {
  readonly mass: Float64Array;
  /** Probability of more losses than were summed, which is missing; 0 where none is. */
  readonly dropped: number;
  /** A bound of the probability that wrapped round in a transform; 0 where none can. */
  readonly wrapped: number;
}

/** `sum p_k f^k` for k = from..to, each product cut to `size` points, by Horner in f^2 from the last pair of terms. */
function powerSeries({
  first,
  size,
  from,
  to,
  probability,
}: {
  readonly first: Float64Array;
  readonly size: number;
  readonly from: number;
  readonly to: number;
  readonly probability: (k: number) => number;
}): Float64Array {
  const sum = new Float64Array(size);
  if (to < from) return sum;
  const length = transformLength(2 * size - 1);
  const room = transformRoom(length);
  const spectrum = realSpectrum(first, length, room.spectrum);
  multiplySpectrum(spectrum, spectrum);
  const second = realFromSpectrum(spectrum, length, room.values).slice(0, size);
  const secondSpectrum = to > 2 ? realSpectrum(second, length, room.other) : null;
  const add = (law: Float64Array, scale: number) => {
    for (let j = 0; j < law.length; j += 1) sum[j] = sum[j]! + scale * law[j]!;
  };
  for (let k = to % 2 === 0 ? to - 1 : to; k >= 1; k -= 2) {
    if (secondSpectrum !== null && k + 2 <= to) {
      const raised = realSpectrum(sum, length, room.product);
      multiplySpectrum(raised, secondSpectrum);
      sum.set(realFromSpectrum(raised, length, room.values).subarray(0, size));
    }
    if (k >= from) add(first, probability(k));
    if (k + 1 >= from && k + 1 <= to) add(second, probability(k + 1));
  }
  return sum;
}

/**
 * Work of forming the first `points` masses of a compound on `cells` cells whose count is at most `counts`, in points
 * transformed: by the polynomial of the count, and by its generating function where that fits.
 */
function worksOf(
  cells: number,
  counts: number,
  points: number,
): { readonly polynomial: number; readonly whole: number } {
  const wholeLength = transformLength(cells * (counts + 1) + 1);
  return {
    polynomial: counts * transformLength(2 * Math.max(2, points) - 1),
    whole: wholeLength <= LONGEST ? WHOLE_COST * wholeLength : Number.POSITIVE_INFINITY,
  };
}

/** The work of the cheaper way to form the first `points` masses of a compound, in points transformed. */
export function compoundWork(cells: number, counts: number, points: number): number {
  const { polynomial, whole } = worksOf(cells, counts, points);
  return Math.min(polynomial, whole);
}

/** From this probability of no payment up, only those that pay are counted. */
const MOSTLY_NOTHING = 0.5;

/**
 * The same law from the losses that pay something: fewer, by a count of the same kind, each a payment given that there is
 * one. Small losses below a retention would each cost two transforms, and add nothing.
 */
function ofPayments({
  severity,
  frequency,
  points,
  countTail,
}: Parameters<typeof compoundUpTo>[0]): CompoundStart {
  const size = Math.max(2, points);
  const paid = severity.mass.slice(0, size);
  paid[0] = 0;
  let pays = 0;
  for (let j = severity.mass.length - 1; j > 0; j -= 1) pays += severity.mass[j]!;
  if (!(pays > 0)) {
    const nothing = new Float64Array(points);
    nothing[0] = 1;
    return { mass: nothing, dropped: 0, wrapped: 0 };
  }
  for (let j = 1; j < paid.length; j += 1) paid[j] = paid[j]! / pays;
  const count = frequency.thin(pays);
  const counts = countBeyond(count, countTail);
  const sum = powerSeries({ first: paid, size, from: 1, to: counts, probability: (k) => count.pmf(k) });
  sum[0] = sum[0]! + count.pmf(0);
  return { mass: sum.subarray(0, points), dropped: count.tail(counts), wrapped: 0 };
}

/**
 * The first `points` masses of the sum of N payments with lattice masses f: all that an aggregate limit at or below the
 * last point needs. Mass beyond is dropped (it counts as at the limit).
 *
 * The count's probabilities are few for the rare events priced here, so the compound is their polynomial in f, `sum p_k
 * f^k` up to P(N > k) < countTail. Cutting every product before transforming means twice the points hold it without
 * wrap-around, where transforming the generating function would need room for all k payments. Sums of three losses and
 * more, where they are rare, are formed on wider cells, mean-preserving: less than 1e-3 of the probability is then
 * blurred over one cell in a thousand. Frequent events under a high aggregate limit take the generating function.
 */
export function compoundUpTo({
  severity,
  frequency,
  points,
  countTail,
}: {
  readonly severity: LatticeLaw;
  readonly frequency: Frequency;
  readonly points: number;
  readonly countTail: number;
}): CompoundStart {
  const size = Math.max(2, points);
  const counts = countBeyond(frequency, countTail);
  const { polynomial, whole: wholeWork } = worksOf(severity.mass.length - 1, counts, size);
  if (wholeWork < polynomial) {
    const whole = compoundLattice(severity, frequency, countTail);
    if (whole.ok) {
      return { mass: whole.value.mass.slice(0, points), dropped: 0, wrapped: frequency.tail(counts) };
    }
  }
  const first = severity.mass.slice(0, size);
  const probability = (k: number) => frequency.pmf(k);
  const isWide = counts > 3 && size >= LEAST_POINTS && frequency.tail(2) < RARE;

  if (!isWide && first[0]! > MOSTLY_NOTHING) return ofPayments({ severity, frequency, points, countTail });
  const sum = powerSeries({ first, size, from: 1, to: isWide ? 2 : counts, probability });
  if (isWide) {
    const cells = Math.ceil(size / WIDE);
    const wide = coarsenMasses(severity.mass, WIDE).subarray(0, cells);
    const rare = powerSeries({ first: wide, size: cells, from: 3, to: counts, probability });
    for (let j = 0; j < cells; j += 1) sum[j * WIDE] = sum[j * WIDE]! + rare[j]!;
  }
  sum[0] = sum[0]! + probability(0);
  return { mass: sum.subarray(0, points), dropped: frequency.tail(counts), wrapped: 0 };
}
