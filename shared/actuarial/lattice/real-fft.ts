import FFT from 'fft.js';
import { isFloat64Array, isNumber } from '../argument-checks.ts';
import { assertArgument } from '../result.ts';

/** Tables for real transforms of one length, a power of two, 4 or more. */
interface Plan {
  /** Complex transform of half the length, on even and odd terms together. */
  readonly half: FFT;
  /** cos, sin of 2 pi k / length, k = 0..length/4, interleaved. */
  readonly twiddles: Float64Array;
  readonly scratch: Float64Array;
}

/** The longest array that the engine makes: 2^24 numbers are 128 MiB. */
export const MOST_POINTS = 2 ** 24;

/** Whether a length is a power of two from 4 to 2^24. */
export const isTransformLength = (length: number): boolean =>
  Number.isInteger(Math.log2(length)) && isNumber(length) && length >= 4 && length <= MOST_POINTS;

const plans = new Map<number, Plan>();

/** Least power of two that is n or more, and 4 or more; n from 0 to 1e300. Throws an ActuarialError on any other n. */
export function transformLength(n: number): number {
  assertArgument({
    holds: isNumber(n) && n >= 0 && n <= 1e300,
    parameter: 'n',
    domain: 'from 0 to 1e300',
    given: n,
  });
  let length = 4;
  while (length < n) length *= 2;
  return length;
}

function planFor(length: number): Plan {
  const known = plans.get(length);
  if (known !== undefined) return known;
  const twiddles = new Float64Array(length / 2 + 2);
  for (let k = 0; k <= length / 4; k += 1) {
    twiddles[2 * k] = Math.cos((2 * Math.PI * k) / length);
    twiddles[2 * k + 1] = Math.sin((2 * Math.PI * k) / length);
  }
  const plan = { half: new FFT(length / 2), twiddles, scratch: new Float64Array(length) };
  plans.set(length, plan);
  return plan;
}

/** cos, sin of 2 pi k / length for k = 0..length/4, interleaved. */
export const transformTwiddles = (length: number): Float64Array => planFor(length).twiddles;

/**
 * Half spectrum (interleaved re, im of bins 0..length/2) of real numbers, zero-padded to `length`: an array of real
 * numbers is the complex array of its even and odd terms, so one complex transform of half the length serves, and is
 * faster than the library's real one (which leaves the other half of the spectrum unset). Written to `buffer` if there
 * is one. Throws an ActuarialError unless the length is a power of two from 4 to 2^24 that fits the arrays; the numbers
 * in them are not checked.
 */
export function realSpectrum(values: Float64Array, length: number, buffer?: Float64Array): Float64Array {
  expectLength(length);
  const spectrum = buffer ?? new Float64Array(length + 2);
  assertArgument({
    holds: isFloat64Array(values) && values.length <= length,
    parameter: 'values',
    domain: 'an array, no longer than length',
    given: values,
  });
  expectSpectrum('spectrum', spectrum, length + 2);
  const { half, twiddles, scratch } = planFor(length);
  let padded = values;
  if (values.length !== length) {
    scratch.set(values);
    scratch.fill(0, values.length);
    padded = scratch;
  }
  half.transform(spectrum.subarray(0, length), padded);
  const re = spectrum[0]!;
  const im = spectrum[1]!;
  spectrum[0] = re + im;
  spectrum[1] = 0;
  spectrum[length] = re - im;
  spectrum[length + 1] = 0;
  for (let a = 2, b = length - 2; a <= b; a += 2, b -= 2) {
    const evenRe = 0.5 * (spectrum[a]! + spectrum[b]!);
    const evenIm = 0.5 * (spectrum[a + 1]! - spectrum[b + 1]!);
    const oddRe = 0.5 * (spectrum[a + 1]! + spectrum[b + 1]!);
    const oddIm = -0.5 * (spectrum[a]! - spectrum[b]!);
    const c = twiddles[a]!;
    const s = twiddles[a + 1]!;
    const turnedRe = oddRe * c + oddIm * s;
    const turnedIm = oddIm * c - oddRe * s;
    spectrum[a] = evenRe + turnedRe;
    spectrum[a + 1] = evenIm + turnedIm;
    spectrum[b] = evenRe - turnedRe;
    spectrum[b + 1] = turnedIm - evenIm;
  }
  return spectrum;
}

/**
 * The real numbers of a half spectrum, the inverse of realSpectrum. Written to `buffer` if there is one. Throws as
 * realSpectrum does.
 */
export function realFromSpectrum(
  spectrum: Float64Array,
  length: number,
  buffer?: Float64Array,
): Float64Array {
  expectLength(length);
  const values = buffer ?? new Float64Array(length);
  expectSpectrum('spectrum', spectrum, length + 2);
  assertArgument({
    holds: isFloat64Array(values) && values.length >= length,
    parameter: 'values',
    domain: 'an array of length numbers',
    given: values,
  });
  const { half, twiddles, scratch } = planFor(length);
  scratch[0] = 0.5 * (spectrum[0]! + spectrum[length]!);
  scratch[1] = 0.5 * (spectrum[0]! - spectrum[length]!);
  for (let a = 2, b = length - 2; a <= b; a += 2, b -= 2) {
    const evenRe = 0.5 * (spectrum[a]! + spectrum[b]!);
    const evenIm = 0.5 * (spectrum[a + 1]! - spectrum[b + 1]!);
    const turnedRe = 0.5 * (spectrum[a]! - spectrum[b]!);
    const turnedIm = 0.5 * (spectrum[a + 1]! + spectrum[b + 1]!);
    const c = twiddles[a]!;
    const s = twiddles[a + 1]!;
    const oddRe = turnedRe * c - turnedIm * s;
    const oddIm = turnedRe * s + turnedIm * c;
    scratch[a] = evenRe - oddIm;
    scratch[a + 1] = evenIm + oddRe;
    scratch[b] = evenRe + oddIm;
    scratch[b + 1] = oddRe - evenIm;
  }
  half.inverseTransform(values, scratch);
  return values;
}

/** a *= b, complex, interleaved; b may be a itself. Throws an ActuarialError on arrays of different or odd lengths. */
export function multiplySpectrum(a: Float64Array, b: Float64Array): void {
  assertArgument({
    holds: isFloat64Array(a) && a.length % 2 === 0,
    parameter: 'a',
    domain: 'an array of complex numbers',
    given: a,
  });
  assertArgument({
    holds: isFloat64Array(b) && b.length === a.length,
    parameter: 'b',
    domain: 'an array as long as a',
    given: b,
  });
  for (let k = 0; k < a.length; k += 2) {
    const re = a[k]! * b[k]! - a[k + 1]! * b[k + 1]!;
    a[k + 1] = a[k]! * b[k + 1]! + a[k + 1]! * b[k]!;
    a[k] = re;
  }
}

function expectLength(length: number): void {
  assertArgument({
    holds: isTransformLength(length),
    parameter: 'length',
    domain: 'a power of two, 4 to 16,777,216',
    given: length,
  });
}

function expectSpectrum(parameter: string, given: Float64Array, least: number): void {
  assertArgument({
    holds: isFloat64Array(given) && given.length >= least,
    parameter,
    domain: `an array of ${least} numbers`,
    given,
  });
}

/** Arrays to transform in, for one caller at a time and no longer than its call: two spectra, one more and real numbers. */
export interface TransformRoom {
  readonly spectrum: Float64Array;
  readonly other: Float64Array;
  readonly product: Float64Array;
  readonly values: Float64Array;
}

/** Rooms for lengths up to this are kept, at most some MB each; longer ones are rare, and would hold too much. */
const LONGEST_KEPT = 2 ** 18;
const rooms = new Map<number, TransformRoom>();

/** A room for transforms of a length. What stands in it is of an earlier caller: new arrays would cost as much as a transform. */
export function transformRoom(length: number): TransformRoom {
  const known = rooms.get(length);
  if (known !== undefined) return known;
  const room = {
    spectrum: new Float64Array(length + 2),
    other: new Float64Array(length + 2),
    product: new Float64Array(length + 2),
    values: new Float64Array(length),
  };
  if (length <= LONGEST_KEPT) rooms.set(length, room);
  return room;
}

/** Frees the tables (a few MB for the longest lengths); they are made again when needed. */
export function releaseTransformTables(): void {
  plans.clear();
  rooms.clear();
}
