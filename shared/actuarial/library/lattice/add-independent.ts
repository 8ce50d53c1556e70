import { mustBeList, mustBeWholeAtLeast } from '../../argument-checks.ts';
import type { LatticeLaw } from '../../lattice/lattice-law.ts';
import {
  MOST_POINTS,
  multiplySpectrum,
  realFromSpectrum,
  realSpectrum,
  transformLength,
} from '../../lattice/real-fft.ts';
import { type ActuarialResult, mustBe, whenValid } from '../../result.ts';
import { latticeChecks } from './lattice-checks.ts';

/**
 * The law of a sum of independent laws on lattices of one step, exactly: an FFT long enough for the whole sum, except
 * that an overhang of up to 64 points past a power of two is formed directly from the factors' ends. Fails on an empty
 * list, on anything but lattice laws, on laws of different steps and on a sum of more than 2^24 points.
 */
export function addIndependent(laws: readonly LatticeLaw[]): ActuarialResult<LatticeLaw> {
  const points = () => laws.reduce((sum, law) => sum + law.mass.length - 1, 1);
  return whenValid(
    [
      mustBeList('laws', 'a list of laws on one lattice', laws),
      () => [
        mustBeWholeAtLeast('laws', laws.length, 1),
        ...laws.flatMap((law) => latticeChecks('laws', law)),
      ],
      () => [
        mustBe({
          parameter: 'step',
          domain: 'the same for every law',
          given: laws.map((law) => law.step).join(', '),
          holds: laws.every((law) => law.step === laws[0]!.step),
        }),
        mustBe({
          parameter: 'laws',
          domain: 'laws whose sum has at most 16,777,216 points',
          given: points(),
          holds: points() <= MOST_POINTS,
        }),
      ],
    ],
    () => ({ step: laws[0]!.step, mass: convolve(laws.map((law) => law.mass)) }),
  );
}

/** Past a power of two by no more points than this, the overhang is formed directly from the factors' ends. */
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
  const isFolded = overhang <= OVERHANG && longest <= length / 2 && length >= 512;
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
    for (let j = 0; j < overhang; j += 1) {
      // ends[0] is the largest point of the sum; the overhang wrapped onto the first points.
      const p = ends[overhang - 1 - j]!;
      sum[length + j] = p;
      sum[j] = sum[j]! - p;
    }
  }
  if (constant !== 1) for (let j = 0; j < points; j += 1) sum[j] = sum[j]! * constant;
  return sum;
}

/** The last `count` terms of a mass, largest value first, 0 where it is shorter. */
function lastTerms(mass: Float64Array, count: number): Float64Array {
  const terms = new Float64Array(count);
  for (let j = 0; j < Math.min(count, mass.length); j += 1) terms[j] = mass[mass.length - 1 - j]!;
  return terms;
}

function convolveEnds(a: Float64Array, b: Float64Array, count: number): Float64Array {
  const out = new Float64Array(count);
  for (let i = 0; i < count; i += 1) {
    for (let j = 0; i + j < count; j += 1) out[i + j] = out[i + j]! + a[i]! * b[j]!;
  }
  return out;
}
