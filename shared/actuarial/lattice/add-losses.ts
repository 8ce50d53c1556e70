import type { DiscreteLaw } from './lattice-law.ts';
import { multiplySpectrum, realFromSpectrum, realSpectrum, transformLength } from './real-fft.ts';

/**
 * Joint losses stand on cells of several steps, as many as keep the probability that one cell blurs, taken as a share of
 * the chance of any loss, below this: a quantile then moves by no more than as much of the range.
 */
const BLUR = 2e-5;
const WIDEST = 16;
const NARROWEST = 2;
/** Small lattices keep their own step: joint losses are never on fewer cells than this over the range. */
const LEAST_CELLS = 2048;
/** A value this near a lattice point, in steps, is on it. */
const NEAR = 1e-9;

/** The indices of a law that are neither 0 nor its largest value, usually an aggregate limit that holds much mass. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where masses are put: 0, step, 2 step, ... and, as the last point, the largest value itself. */
interface Target {
  readonly mass: Float64Array;
  readonly step: number;
  /** The largest value, in steps; not above the last index. */
  readonly top: number;
}

const hasZero = (law: DiscreteLaw): boolean => law.values[0] === 0;
const spanOf = (law: DiscreteLaw): Span => ({ from: hasZero(law) ? 1 : 0, to: law.values.length - 1 });

/** Room for one target at a time, kept between sums: its law is copied out of it. */
let room = new Float64Array(0);

function targetOf(largest: number, step: number): Target {
  const top = largest / step;
  const points = Math.ceil(top - NEAR) + 1;
  if (room.length < points) room = new Float64Array(points);
  return { mass: room.subarray(0, points).fill(0), step, top };
}

/**
 * Adds `scale` times the masses of a span, moved by `shift`, to a target, each spread on its two neighbours so that the
 * mean is kept; what lies at the largest value or beyond is put there.
 */
function placeSpan(
  { mass: out, step, top }: Target,
  law: DiscreteLaw,
  { from, to }: Span,
  shift: number,
  scale: number,
): void {
  if (scale === 0) return;
  const { values, mass } = law;
  const last = out.length - 1;
  const end = top - NEAR;
  const perStep = 1 / step;
  const offset = shift * perStep;
  // The last cell ends at the largest value, wherever that lies between two steps.
  const lastWidth = top - (last - 1);
  for (let j = from; j < to; j += 1) {
    const p = mass[j]! * scale;
    if (p === 0) continue;
    const at = values[j]! * perStep + offset;
    if (at >= end) {
      out[last] = out[last]! + p;
      continue;
    }
    const below = Math.floor(at + NEAR);
    const away = at - below;
    if (away <= NEAR) {
      out[below] = out[below]! + p;
    } else {
      const share = below === last - 1 ? away / lastWidth : away;
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

/**
 * Takes back to `top`, in cells, what spreading put beyond it, with as much from just below as keeps the mean: no sum can
 * be above the sum of both largest values. Gives the mass that is to stand at the top.
 */
function foldAt(top: number, joint: Float64Array, cells: number): number {
  let atTop = 0;
  let excess = 0;
  const first = Math.floor(top + NEAR) + 1;
  for (let j = first; j < cells; j += 1) {
    atTop += joint[j]!;
    excess += joint[j]! * (j - top);
    joint[j] = 0;
  }
  for (let j = Math.min(first, cells) - 1; j > 0 && excess > 0; j -= 1) {
    const gap = top - j;
    if (gap <= NEAR || joint[j]! <= 0) continue;
    const taken = Math.min(joint[j]!, excess / gap);
    joint[j] = joint[j]! - taken;
    atTop += taken;
    excess -= taken * gap;
  }
  return atTop;
}

/** Adds the losses of both at once, neither at its largest: a convolution, on wider cells where such losses are rare. */
function placeJoint(target: Target, a: DiscreteLaw, b: DiscreteLaw, noLoss: number, isCapped: boolean): void {
  const [aSpan, bSpan] = [spanOf(a), spanOf(b)];
  const jointMass = massOf(a, aSpan) * massOf(b, bSpan);
  if (jointMass <= 0) return;
  const points = target.mass.length;
  const wanted = Math.max(NARROWEST, (BLUR * points * (1 - noLoss)) / jointMass);
  const wide = 2 ** Math.floor(Math.log2(Math.max(1, Math.min(WIDEST, wanted, points / LEAST_CELLS))));
  const cell = target.step * wide;
  const onCells = (law: DiscreteLaw, span: Span) => {
    const cells = Math.ceil(law.values[span.to - 1]! / cell) + 2;
    const onLattice = { mass: new Float64Array(cells), step: cell, top: cells - 1 };
    placeSpan(onLattice, law, span, 0, 1);
    return onLattice.mass;
  };
  const [left, right] = [onCells(a, aSpan), onCells(b, bSpan)];
  const cells = left.length + right.length - 1;
  const length = transformLength(cells);
  const spectrum = realSpectrum(left, length);
  multiplySpectrum(spectrum, realSpectrum(right, length));
  const joint = realFromSpectrum(spectrum, length);
  const { mass: out } = target;
  const last = out.length - 1;
  // Under a bound what lies beyond is capped; the whole sum has nothing beyond its largest value.
  if (!isCapped) out[last] = out[last]! + foldAt(target.top / wide, joint, cells);
  for (let j = 0; j < cells; j += 1) {
    const at = Math.min(j * wide, last);
    out[at] = out[at]! + joint[j]!;
  }
}

/** The law on a target without the points that nothing fell on: laws of wide steps leave most of a fine lattice empty. */
function supportOf({ mass, step }: Target, largest: number): DiscreteLaw {
  const last = mass.length - 1;
  const values = new Float64Array(mass.length);
  const kept = new Float64Array(mass.length);
  let k = 0;
  // Written always, kept where something fell: which points are empty no processor can foresee.
  for (let j = 0; j < last; j += 1) {
    const p = mass[j]!;
    values[k] = j * step;
    kept[k] = p;
    k += p !== 0 ? 1 : 0;
  }
  values[k] = largest;
  kept[k] = mass[last]!;
  return { values: values.slice(0, k + 1), mass: kept.slice(0, k + 1) };
}

/**
 * The sum of two independent losses. With a loss in one of the two only, and at the largest loss of either, it is the
 * other law moved; only the joint losses between are convolved. A plain transform of both would be four to eight times
 * as long for no better figure.
 */
function addTwo(a: DiscreteLaw, b: DiscreteLaw, step: number, bound: number): DiscreteLaw {
  const [aSpan, bSpan] = [spanOf(a), spanOf(b)];
  const [aTop, bTop] = [a.values[aSpan.to]!, b.values[bSpan.to]!];
  const [aTopMass, bTopMass] = [a.mass[aSpan.to]!, b.mass[bSpan.to]!];
  const [aZero, bZero] = [hasZero(a) ? a.mass[0]! : 0, hasZero(b) ? b.mass[0]! : 0];
  const largest = Math.min(bound, aTop + bTop);
  const target = targetOf(largest, step);
  target.mass[0] = aZero * bZero;
  const [aWhole, bWhole] = [
    { ...aSpan, to: aSpan.to + 1 },
    { ...bSpan, to: bSpan.to + 1 },
  ];
  placeSpan(target, a, aWhole, 0, bZero);
  placeSpan(target, b, bWhole, 0, aZero);
  placeSpan(target, a, aWhole, bTop, bTopMass);
  placeSpan(target, b, bSpan, aTop, aTopMass);
  placeJoint(target, a, b, aZero * bZero, bound < aTop + bTop);
  return supportOf(target, largest);
}

/**
 * The sum of independent losses on points of 0, step, 2 step, ... and on its own largest value, mean-preserving up to
 * `bound` (Infinity for none): what lies there or beyond is on the last value, for aggregate terms that see no further
 * to cut. A single law keeps its own values; no law is the certain 0. Every law is ascending and has no value below 0.
 */
export function addLosses(laws: readonly DiscreteLaw[], step: number, bound: number): DiscreteLaw {
  const [first, ...others] = laws.filter((law) => law.values.length > 1 || !hasZero(law));
  if (first === undefined) return { values: Float64Array.of(0), mass: Float64Array.of(1) };
  return others.reduce((sum, law) => addTwo(sum, law, step, bound), first);
}
