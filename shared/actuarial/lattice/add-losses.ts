import type { DiscreteLaw } from './lattice-law.ts';
import {
  multiplySpectrum,
  realFromSpectrum,
  realSpectrum,
  transformLength,
  transformRoom,
} from './real-fft.ts';

/**
 * Joint losses are put on cells several steps wide, only so wide that the probability blurred over one cell, as a share
 * of the probability of any loss, stays below this. A quantile then moves by at most the same share of the range.
 */
const BLUR = 2e-5;
const WIDEST = 16;
const NARROWEST = 2;
/** Joint losses always have at least this many cells over the range, so small lattices keep their own step. */
const LEAST_CELLS = 2048;
/** A value this close to a lattice point, in steps, counts as on it. */
const NEAR = 1e-9;

/** The indices of a law without 0 and without its largest value, which is usually an aggregate limit with much mass. */
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

/** Buffers for one target at a time and its law, kept between sums; the finished law is copied out of them. */
let room = new Float64Array(0);
let valuesRoom = new Float64Array(0);
let keptRoom = new Float64Array(0);

function targetOf(largest: number, step: number): Target {
  const top = largest / step;
  const points = Math.ceil(top - NEAR) + 1;
  if (room.length < points) room = new Float64Array(points);
  return { mass: room.subarray(0, points).fill(0), step, top };
}

/**
 * Adds `scale` times the masses of a span, moved by `shift`, to a target, each split between its two neighbours so that
 * the mean is kept; mass at the largest value or beyond goes there.
 */
function placeSpan({
  target: { mass: out, step, top },
  law,
  span: { from, to },
  shift,
  scale,
}: {
  readonly target: Target;
  readonly law: DiscreteLaw;
  readonly span: Span;
  readonly shift: number;
  readonly scale: number;
}): void {
  if (scale === 0) return;
  const { values, mass } = law;
  const last = out.length - 1;
  const end = top - NEAR;
  const perStep = 1 / step;
  const offset = shift * perStep;
  // The last cell ends at the largest value, which may lie between two steps.
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
 * Moves mass that the splitting put beyond `top` (in cells) back to it, together with enough from just below to keep
 * the mean, since no sum can exceed the sum of both largest values. Returns the mass for the top.
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

/**
 * Adds the cases where both have a loss and neither its largest: a convolution, on wider cells where such cases are
 * rare.
 */
function placeJoint({
  target,
  a,
  b,
  noLoss,
  isCapped,
}: {
  readonly target: Target;
  readonly a: DiscreteLaw;
  readonly b: DiscreteLaw;
  readonly noLoss: number;
  readonly isCapped: boolean;
}): void {
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
    placeSpan({ target: onLattice, law, span, shift: 0, scale: 1 });
    return onLattice.mass;
  };
  const [left, right] = [onCells(a, aSpan), onCells(b, bSpan)];
  const cells = left.length + right.length - 1;
  const length = transformLength(cells);
  const { spectrum, other, values } = transformRoom(length);
  realSpectrum(left, length, spectrum);
  multiplySpectrum(spectrum, realSpectrum(right, length, other));
  const joint = realFromSpectrum(spectrum, length, values);
  const { mass: out } = target;
  const last = out.length - 1;
  // Under a bound the mass beyond is capped; without one nothing may lie beyond the largest value.
  if (!isCapped) out[last] = out[last]! + foldAt(target.top / wide, joint, cells);
  for (let j = 0; j < cells; j += 1) {
    const at = Math.min(j * wide, last);
    out[at] = out[at]! + joint[j]!;
  }
}

/** The law of a target without its empty points: laws with wide steps leave most points of a fine lattice empty. */
function supportOf({ mass, step }: Target, largest: number): DiscreteLaw {
  const last = mass.length - 1;
  if (valuesRoom.length < mass.length) {
    valuesRoom = new Float64Array(mass.length);
    keptRoom = new Float64Array(mass.length);
  }
  const [values, kept] = [valuesRoom, keptRoom];
  let k = 0;
  // Always written, but kept only where there is mass: this avoids a branch that the processor cannot predict.
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
 * The sum of two independent losses. Where only one has a loss, or one has its largest, the sum is the other law
 * shifted; only the remaining joint losses are convolved. A plain transform of both would be four to eight times as
 * long and no more accurate.
 */
function addTwo({
  a,
  b,
  step,
  bound,
}: {
  readonly a: DiscreteLaw;
  readonly b: DiscreteLaw;
  readonly step: number;
  readonly bound: number;
}): DiscreteLaw {
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
  placeSpan({ target, law: a, span: aWhole, shift: 0, scale: bZero });
  placeSpan({ target, law: b, span: bWhole, shift: 0, scale: aZero });
  placeSpan({ target, law: a, span: aWhole, shift: bTop, scale: bTopMass });
  placeSpan({ target, law: b, span: bSpan, shift: aTop, scale: aTopMass });
  placeJoint({ target, a, b, noLoss: aZero * bZero, isCapped: bound < aTop + bTop });
  return supportOf(target, largest);
}

/**
 * The sum of independent losses on points of 0, step, 2 step, ... and on its own largest value, mean-preserving up to
 * `bound` (Infinity for none): all mass at the bound or beyond is put on the last value, for aggregate terms that end
 * there. A single law keeps its own values; without any law the sum is 0. Every law is ascending, with no value below
 * 0.
 */
export function addLosses(laws: readonly DiscreteLaw[], step: number, bound: number): DiscreteLaw {
  const [first, ...others] = laws.filter((law) => law.values.length > 1 || !hasZero(law));
  if (first === undefined) return { values: Float64Array.of(0), mass: Float64Array.of(1) };
  return others.reduce((sum, law) => addTwo({ a: sum, b: law, step, bound }), first);
}
