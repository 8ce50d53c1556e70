import type { DiscreteLaw } from '../actuarial/lattice/lattice-law.ts';
import { realFromSpectrum, realSpectrum, transformLength } from '../actuarial/lattice/real-fft.ts';
import { multiplySpectrum } from '../actuarial/lattice/values.ts';

/**
 * Up to this share of the chance of any loss, joint losses are placed on cells eight times as wide: an error of one
 * wide cell in so small a part moves a quantile by less than a thousandth of a per cent of the range.
 */
const RARE_JOINT_SHARE = 0.05;
const WIDE_CELLS_RARE = 8;
const WIDE_CELLS_COMMON = 2;

/** Puts a mass on the two neighbours of a value so that its mean is kept; a value on a lattice point stays there. */
function place(out: Float64Array, position: number, mass: number): void {
  const near = Math.round(position);
  if (Math.abs(position - near) <= 1e-9 * Math.max(1, near)) {
    out[near] = out[near]! + mass;
    return;
  }
  const below = Math.floor(position);
  const share = position - below;
  out[below] = out[below]! + mass * (1 - share);
  out[below + 1] = out[below + 1]! + mass * share;
}

/** Adds `scale` times the masses `from`..`to` - 1 of a law, moved by `shift`, to a lattice. */
function placeLaw(
  out: Float64Array,
  step: number,
  law: DiscreteLaw,
  from: number,
  to: number,
  shift: number,
  scale: number,
): void {
  for (let j = from; j < to; j += 1) {
    const mass = law.mass[j]!;
    if (mass !== 0) place(out, (law.values[j]! + shift) / step, mass * scale);
  }
}

const sumOf = (mass: Float64Array, from: number, to: number): number => {
  let sum = 0;
  for (let j = from; j < to; j += 1) sum += mass[j]!;
  return sum;
};

/**
 * The sum of two independent losses on a lattice of the given step, mean-preserving. Each law is 0 or ends at its
 * largest value, usually an aggregate limit that holds much of its mass. With a loss in one of the two only, and at the
 * largest value of either, values are placed exactly; only the joint losses between are convolved, on wider cells where
 * they are rare. A plain transform of both would be four to eight times as long for no better figure.
 */
export function addTwoLosses(a: DiscreteLaw, b: DiscreteLaw, step: number): DiscreteLaw {
  const [aLast, bLast] = [a.values.length - 1, b.values.length - 1];
  const top = a.values[aLast]! + b.values[bLast]!;
  const points = Math.max(1, Math.ceil((top / step) * (1 - 1e-12)) + 1);
  const out = new Float64Array(points + 1);
  const [aZero, bZero] = [massAtZero(a), massAtZero(b)];
  const [aFirst, bFirst] = [aZero === null ? 0 : 1, bZero === null ? 0 : 1];
  const [a0, b0] = [aZero ?? 0, bZero ?? 0];

  place(out, 0, a0 * b0);
  placeLaw(out, step, a, aFirst, aLast + 1, 0, b0);
  placeLaw(out, step, b, bFirst, bLast + 1, 0, a0);
  const hasTops = aLast >= aFirst && bLast >= bFirst;
  if (hasTops) {
    placeLaw(out, step, b, bFirst, bLast + 1, a.values[aLast]!, a.mass[aLast]!);
    placeLaw(out, step, a, aFirst, aLast, b.values[bLast]!, b.mass[bLast]!);
    const jointMass = sumOf(a.mass, aFirst, aLast) * sumOf(b.mass, bFirst, bLast);
    if (jointMass > 0) {
      const isRare = jointMass <= RARE_JOINT_SHARE * (1 - a0 * b0);
      const wanted = isRare ? WIDE_CELLS_RARE : WIDE_CELLS_COMMON;
      // Never coarser than 4,096 cells over the range: small lattices keep their own step.
      const wide = Math.max(1, Math.min(wanted, 2 ** Math.floor(Math.log2(points / 4096))));
      placeJoint(out, a, aFirst, aLast, b, bFirst, bLast, wide, step);
    }
  }
  return trimmed(out, step);
}

function placeJoint(
  out: Float64Array,
  a: DiscreteLaw,
  aFirst: number,
  aLast: number,
  b: DiscreteLaw,
  bFirst: number,
  bLast: number,
  wide: number,
  step: number,
): void {
  const cell = step * wide;
  const onCells = (law: DiscreteLaw, from: number, to: number) => {
    const cells = new Float64Array(Math.ceil(law.values[to - 1]! / cell) + 2);
    placeLaw(cells, cell, law, from, to, 0, 1);
    return cells;
  };
  const [left, right] = [onCells(a, aFirst, aLast), onCells(b, bFirst, bLast)];
  const length = transformLength(left.length + right.length - 1);
  const spectrum = realSpectrum(left, length);
  multiplySpectrum(spectrum, realSpectrum(right, length));
  const joint = realFromSpectrum(spectrum, length);
  const end = left.length + right.length - 1;
  const last = out.length - 2;
  for (let j = 0; j < end; j += 1) {
    const at = Math.min(j * wide, last);
    out[at] = out[at]! + joint[j]!;
  }
}

const massAtZero = (law: DiscreteLaw): number | null => (law.values[0] === 0 ? law.mass[0]! : null);

function trimmed(out: Float64Array, step: number): DiscreteLaw {
  let last = out.length - 1;
  while (last > 0 && out[last] === 0) last -= 1;
  const values = new Float64Array(last + 1);
  for (let j = 0; j <= last; j += 1) values[j] = j * step;
  return { values, mass: out.slice(0, last + 1) };
}

const ZERO: DiscreteLaw = { values: Float64Array.of(0), mass: Float64Array.of(1) };

/** The sum of independent losses on a lattice; no losses give the certain 0. A single law is returned as it is. */
export function addLosses(laws: readonly DiscreteLaw[], step: number): DiscreteLaw {
  const real = laws.filter((law) => law.values.length > 1 || law.values[0] !== 0);
  return real.slice(1).reduce((sum, law) => addTwoLosses(sum, law, step), real[0] ?? ZERO);
}
