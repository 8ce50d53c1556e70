import type { LatticeLaw } from '../../lattice/lattice-law.ts';
/**
 * A lattice law read as the continuous law it stands for. After local moment matching the cumulated mass at point k
 * is the true cdf at (k + 1/2) h to O(h^2), so the cdf is interpolated between those midpoints, and atoms (a jump far
 * above both neighbours) stay atoms.
 */
export interface LossCurve {
  readonly step: number;
  readonly mass: Float64Array;
  /** Mass beyond point k, what lies beyond the lattice included: the survival function at (k + 1/2) step. */
  readonly survivalAfter: Float64Array;
  /** E[(min(S, top) - k step)+], top the last lattice point. */
  readonly excess: Float64Array;
  /** P(S = 0), known exactly. */
  readonly probabilityNone: number;
  /** 1 - sum of the masses: what lies beyond the lattice (or rounding noise of either sign). */
  readonly massBeyond: number;
}

/** A jump is an atom when it is this many times both neighbours. */
const ATOM_RATIO = 15;

/**
 * Reads a lattice law with the exact P(S = 0) and the mass beyond the lattice; survival and excess are summed from the
 * top.
 */
export function readCurve(law: LatticeLaw, probabilityNone: number, massBeyond: number): LossCurve {
  const { step, mass } = law;
  const n = mass.length;
  const survivalAfter = new Float64Array(n);
  const excess = new Float64Array(n);
  let sum = Math.max(0, massBeyond);
  let survival = 0;
  for (let k = n - 1; k >= 0; k -= 1) {
    // Rounding noise must not make the survival function fall below what is already beyond.
    survival = Math.min(1, Math.max(survival, sum));
    survivalAfter[k] = survival;
    excess[k] = k === n - 1 ? 0 : excess[k + 1]! + step * survival;
    sum += mass[k]!;
  }
  return { step, mass, survivalAfter, excess, probabilityNone, massBeyond };
}

function isAtom(curve: LossCurve, k: number): boolean {
  const { mass } = curve;
  const left = Math.max(0, mass[k - 1] ?? 0);
  const right = Math.max(0, mass[k + 1] ?? 0);
  return mass[k]! > ATOM_RATIO * Math.max(left, right) && mass[k]! > 1e-12;
}

/** The part of point k's mass that is an atom, by its neighbours' measure. */
function atomMass(curve: LossCurve, k: number): number {
  if (k === 0) return curve.probabilityNone;
  if (k >= curve.mass.length || !isAtom(curve, k)) return 0;
  const left = Math.max(0, curve.mass[k - 1]!);
  const right = Math.max(0, curve.mass[k + 1] ?? 0);
  return curve.mass[k]! - (left + right) / 2;
}

/** P(S > x) (`isIncluded` false) or P(S >= x) (true), x >= 0; what lies beyond the lattice counts as above x. */
export function curveSurvival(curve: LossCurve, x: number, isIncluded: boolean): number {
  const { step, survivalAfter, mass, probabilityNone } = curve;
  if (x <= 0) return isIncluded ? 1 : 1 - probabilityNone;
  const place = x / step;
  const k = Math.round(place);
  if (k >= mass.length) return Math.max(0, curve.massBeyond);
  const right = survivalAfter[k]!;
  const left = k === 0 ? 1 - probabilityNone : survivalAfter[k - 1]!;
  if (k === 0) return left + (right - left) * Math.min(1, 2 * place);
  const atom = atomMass(curve, k);
  const share = place - (k - 0.5);
  const isAbove = place > k + 1e-9 || (Math.abs(place - k) <= 1e-9 && !isIncluded);
  return left - (left - right - atom) * share - (isAbove ? atom : 0);
}

/** Least x with P(S <= x) >= p; null where that lies beyond the lattice. */
export function curveQuantile(curve: LossCurve, p: number): number | null {
  const { step, survivalAfter, probabilityNone } = curve;
  const target = 1 - p;
  if (1 - probabilityNone <= target + 1e-14) return 0;
  let low = -1;
  let high = survivalAfter.length - 1;
  if (survivalAfter[high]! > target) return null;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (survivalAfter[middle]! <= target) high = middle;
    else low = middle;
  }
  const right = survivalAfter[high]!;
  if (high === 0) {
    const left = 1 - probabilityNone;
    return left > right ? (0.5 * step * (left - target)) / (left - right) : 0;
  }
  const left = survivalAfter[high - 1]!;
  if (isAtom(curve, high)) return high * step;
  return step * (high - 0.5 + (left > right ? (left - target) / (left - right) : 0));
}

/** E[(min(S, top) - x)+], linear between lattice points, where it is exact for the lattice law. */
export function curveExcess(curve: LossCurve, x: number): number {
  const { step, excess } = curve;
  const place = x / step;
  const k = Math.floor(place);
  if (k >= excess.length - 1) return 0;
  const share = place - k;
  return excess[k]! * (1 - share) + excess[k + 1]! * share;
}
