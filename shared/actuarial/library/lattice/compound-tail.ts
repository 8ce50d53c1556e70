import { fieldsOf, mustBeWholeWithin } from '../../argument-checks.ts';
import type { Frequency } from '../../frequency/frequency.ts';
import { compoundMasses } from '../../lattice/compound.ts';
import { realFromSpectrum, realSpectrum } from '../../lattice/real-fft.ts';
import { expectValue, whenValid } from '../../result.ts';
import { cyclicChecks } from './compound.ts';

/**
 * How far, as a power of e, accuracy may fall before the next tilt takes over: at e^12 every point keeps ten digits or
 * more.
 */
const GAP = 12;
const MOST_TILTS = 16;
/** Largest K(theta) whose exponential is safely inside the doubles. */
const LARGEST = 500;
/** A tilted law whose last points are not below this share of its peak has wrapped round and is not used. */
const EMPTY_END = 1e-13;

/**
 * The compound law with relative accuracy in its upper tail, where the plain transform has an absolute floor of about
 * 1e-17: p_k is weighted by e^(theta k), compounded, and weighted back, so that rounding noise falls with the tail
 * itself. A ladder of theta covers the tail; each point takes the theta whose noise, e^(K(theta) - theta k), is least.
 * `length` (a power of two) must be several times `points`, because an upward weight also raises what wraps round. For
 * high stop-loss layers and tails of long return periods; each theta costs one more pair of transforms. Source: the
 * exponential change of measure, as in Grubel and Hermesmeier 1999, used upward instead of downward. Throws an
 * ActuarialError on arguments that compoundCyclic would refuse, and on points not from 1 to `length`.
 */
export function compoundWithTail(request: {
  readonly mass: Float64Array;
  readonly frequency: Frequency;
  readonly length: number;
  readonly points: number;
}): Float64Array {
  const { mass, frequency, length, points } = fieldsOf(request);
  const law = expectValue(
    whenValid(
      [
        ...cyclicChecks(mass, frequency, length),
        () => [mustBeWholeWithin({ parameter: 'points', given: points, least: 1, most: length })],
      ],
      () => compoundMasses(mass, frequency, length).slice(0, points),
    ),
  );
  const logNoise = new Float64Array(points);
  for (const { theta, cumulant } of ladder(mass, frequency, points)) {
    const from = firstBetter(logNoise, theta, cumulant);
    if (from >= points) continue;
    const tilted = tiltedCompound({ mass, frequency, length, theta });
    if (!isEndEmpty(tilted)) break;
    for (let k = from; k < points; k += 1) {
      const noise = cumulant - theta * k;
      if (noise >= logNoise[k]!) continue;
      logNoise[k] = noise;
      law[k] = tilted[k]! * Math.exp(noise);
    }
  }
  return law;
}

interface Tilt {
  readonly theta: number;
  /** K(theta) = log E e^(theta S), S in lattice steps. */
  readonly cumulant: number;
}

function firstBetter(logNoise: Float64Array, theta: number, cumulant: number): number {
  let k = 0;
  while (k < logNoise.length && cumulant - theta * k >= logNoise[k]!) k += 1;
  return k;
}

/** Tilts whose noise lines cross at most GAP above the best possible line, up to the last point. */
function ladder(mass: Float64Array, frequency: Frequency, points: number): readonly Tilt[] {
  const cumulantAt = (theta: number): number => {
    let w = 0;
    for (let k = 1; k < mass.length; k += 1) w += mass[k]! * Math.expm1(theta * k);
    const value = frequency.logPgfOnePlus(w);
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  };
  /** Where the line of `theta` is the best one: K'(theta), by a central difference. */
  const best = (theta: number): number =>
    (cumulantAt(theta * 1.0001) - cumulantAt(theta * 0.9999)) / (0.0002 * theta);
  const steepest = 300 / mass.length;
  const tilts: Tilt[] = [];
  let before: Tilt = { theta: 0, cumulant: 0 };
  let budget = GAP / 2;
  while (tilts.length < MOST_TILTS && best(Math.max(before.theta, 1e-12 / points)) < points) {
    let low = before.theta;
    let high = Math.max(2 * low, 1 / points);
    const loss = (theta: number): number => {
      const cumulant = cumulantAt(theta);
      const at = best(theta);
      if (!Number.isFinite(at) || cumulant > LARGEST) return Number.POSITIVE_INFINITY;
      return before.cumulant - before.theta * at - (cumulant - theta * at);
    };
    while (loss(high) < budget && high < steepest) high *= 2;
    if (loss(high) < budget) break;
    for (let k = 0; k < 50; k += 1) {
      const middle = (low + high) / 2;
      if (loss(middle) < budget) low = middle;
      else high = middle;
    }
    if (!(low > before.theta)) break;
    before = { theta: low, cumulant: cumulantAt(low) };
    tilts.push(before);
    budget = GAP;
  }
  return tilts;
}

function isEndEmpty(tilted: Float64Array): boolean {
  let peak = 0;
  let end = 0;
  for (let k = 0; k < tilted.length; k += 1) {
    const p = Math.abs(tilted[k]!);
    if (p > peak) peak = p;
    if (k >= 0.875 * tilted.length && p > end) end = p;
  }
  return end <= EMPTY_END * peak;
}

/** Masses of the tilted law e^(theta k) g_k / E e^(theta S). */
function tiltedCompound({
  mass,
  frequency,
  length,
  theta,
}: {
  readonly mass: Float64Array;
  readonly frequency: Frequency;
  readonly length: number;
  readonly theta: number;
}): Float64Array {
  const weighted = mass.map((p, k) => p * Math.exp(theta * k));
  const spectrum = realSpectrum(weighted, length);
  frequency.pgfSpectrum(spectrum);
  const tilted = realFromSpectrum(spectrum, length);
  const total = frequency.pgf(weighted.reduce((sum, p) => sum + p, 0));
  for (let k = 0; k < tilted.length; k += 1) tilted[k] = tilted[k]! / total;
  return tilted;
}
