import { type DiscreteLaw, type LatticeLaw, latticeValues } from '../actuarial/lattice/lattice-law.ts';
import { realFromSpectrum, realSpectrum, transformLength } from '../actuarial/lattice/real-fft.ts';
import { multiplySpectrum } from '../actuarial/lattice/values.ts';

/**
 * Joint losses stand on cells of several steps, as many as keep the probability that one cell blurs, taken as a share of
 * the chance of any loss, below this: a quantile then moves by no more than as much of the range.
 */
const BLUR = 2e-5;
const WIDEST = 16;
const NARROWEST = 2;
/** Small lattices keep their own step: joint losses are never on fewer cells than this over the range. */
const LEAST_CELLS = 4096;
/** A value this near a lattice point, in steps, is on it. */
const NEAR = 1e-9;

/** The indices of a law that are neither 0 nor its largest value, usually an aggregate limit that holds much mass. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const hasZero = (law: DiscreteLaw): boolean => law.values[0] === 0;
const spanOf = (law: DiscreteLaw): Span => ({ from: hasZero(law) ? 1 : 0, to: law.values.length - 1 });

/**
 * Adds `scale` times the masses of a span, moved by `shift`, to a lattice of cells of width `step`, each spread on its
 * two neighbours so that the mean is kept. `bound`, in steps, is the last place told apart: what lies there or beyond
 * goes to the last cell.
 */
function placeSpan(
  out: Float64Array,
  law: DiscreteLaw,
  { from, to }: Span,
  shift: number,
  scale: number,
  step: number,
  bound: number,
): void {
  if (scale === 0) return;
  const { values, mass } = law;
  const last = out.length - 1;
  const end = bound - NEAR;
  const perStep = 1 / step;
  const offset = shift * perStep;
  for (let j = from; j < to; j += 1) {
    const p = mass[j]! * scale;
    const at = values[j]! * perStep + offset;
    if (at >= end) {
      out[last] = out[last]! + p;
      continue;
    }
    const below = Math.floor(at + NEAR);
    const share = at - below;
    if (share <= NEAR) {
      out[below] = out[below]! + p;
    } else {
      out[below] = out[below]! + p * (1 - share);
      out[below + 1] = out[below + 1]! + p * share;
    }
  }
}

function massOf({ mass }: DiscreteLaw, { from, to }: Span): number {
  let sum = 0;
  for (let j = from; j < to; j += 1) sum += mass[j]!;
  return sum;
}

/** Adds the losses of both at once, neither at its largest: a convolution, on wider cells where such losses are rare. */
function placeJoint(out: Float64Array, a: DiscreteLaw, b: DiscreteLaw, noLoss: number, step: number): void {
  const [aSpan, bSpan] = [spanOf(a), spanOf(b)];
  const jointMass = massOf(a, aSpan) * massOf(b, bSpan);
  if (jointMass <= 0) return;
  const wanted = Math.max(NARROWEST, (BLUR * out.length * (1 - noLoss)) / jointMass);
  const wide = 2 ** Math.floor(Math.log2(Math.max(1, Math.min(WIDEST, wanted, out.length / LEAST_CELLS))));
  const cell = step * wide;
  const onCells = (law: DiscreteLaw, span: Span) => {
    const cells = new Float64Array(Math.ceil(law.values[span.to - 1]! / cell) + 2);
    placeSpan(cells, law, span, 0, 1, cell, cells.length);
    return cells;
  };
  const [left, right] = [onCells(a, aSpan), onCells(b, bSpan)];
  const cells = left.length + right.length - 1;
  const length = transformLength(cells);
  const spectrum = realSpectrum(left, length);
  multiplySpectrum(spectrum, realSpectrum(right, length));
  const joint = realFromSpectrum(spectrum, length);
  const last = out.length - 1;
  for (let j = 0; j < cells; j += 1) {
    const at = Math.min(j * wide, last);
    out[at] = out[at]! + joint[j]!;
  }
}

/**
 * The sum of two independent losses. With a loss in one of the two only, and at the largest loss of either, it is the
 * other law moved; only the joint losses between are convolved. A plain transform of both would be four to eight times
 * as long for no better figure.
 */
function addTwo(a: DiscreteLaw, b: DiscreteLaw, step: number, bound: number): LatticeLaw {
  const [aSpan, bSpan] = [spanOf(a), spanOf(b)];
  const [aTop, bTop] = [a.values[aSpan.to]!, b.values[bSpan.to]!];
  const [aTopMass, bTopMass] = [a.mass[aSpan.to]!, b.mass[bSpan.to]!];
  const [aZero, bZero] = [hasZero(a) ? a.mass[0]! : 0, hasZero(b) ? b.mass[0]! : 0];
  const end = bound / step;
  const out = new Float64Array(Math.ceil(Math.min(bound, aTop + bTop) / step - NEAR) + 1);
  out[0] = aZero * bZero;
  const [aWhole, bWhole] = [
    { ...aSpan, to: aSpan.to + 1 },
    { ...bSpan, to: bSpan.to + 1 },
  ];
  placeSpan(out, a, aWhole, 0, bZero, step, end);
  placeSpan(out, b, bWhole, 0, aZero, step, end);
  placeSpan(out, a, aWhole, bTop, bTopMass, step, end);
  placeSpan(out, b, bSpan, aTop, aTopMass, step, end);
  placeJoint(out, a, b, aZero * bZero, step);
  return { step, mass: out };
}

/**
 * The sum of independent losses on a lattice of the given step, mean-preserving up to `bound` (Infinity for none): what
 * lies there or beyond is on the last point, which is not below the bound, for aggregate terms that see no further to
 * cut. A single law keeps its own values; no law is the certain 0. Every law is ascending.
 */
export function addLosses(
  laws: readonly DiscreteLaw[],
  step: number,
  bound: number,
): DiscreteLaw | LatticeLaw {
  const [first, ...others] = laws.filter((law) => law.values.length > 1 || !hasZero(law));
  if (first === undefined) return { values: Float64Array.of(0), mass: Float64Array.of(1) };
  let sum: DiscreteLaw | LatticeLaw = first;
  for (const law of others) sum = addTwo('step' in sum ? latticeValues(sum) : sum, law, step, bound);
  return sum;
}
