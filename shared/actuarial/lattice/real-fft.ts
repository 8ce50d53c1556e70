import FFT from 'fft.js';

/** Tables for real transforms of one length, a power of two, 4 or more. */
interface Plan {
  readonly full: FFT;
  readonly half: FFT;
  /** cos, sin of 2 pi k / length, k = 0..length/4, interleaved. */
  readonly twiddles: Float64Array;
}

const plans = new Map<number, Plan>();

/** Least power of two that is n or more, and 4 or more. */
export function transformLength(n: number): number {
  let length = 4;
  while (length < n) length *= 2;
  return length;
}

function planFor(length: number): Plan {
  const known = plans.get(length);
  if (known !== undefined) return known;
  const twiddles = new Float64Array(length / 2 + 2);
  for (let k = 0; k <= length / 4; k++) {
    twiddles[2 * k] = Math.cos((2 * Math.PI * k) / length);
    twiddles[2 * k + 1] = Math.sin((2 * Math.PI * k) / length);
  }
  const plan = { full: new FFT(length), half: new FFT(length / 2), twiddles };
  plans.set(length, plan);
  return plan;
}

/**
 * Half spectrum (interleaved re, im of bins 0..length/2) of real numbers, zero-padded to `length`.
 * The library fills only this half, leaving rubbish in the other (its issue 25), which is never read here.
 */
export function realSpectrum(values: Float64Array, length: number): Float64Array {
  let padded = values;
  if (values.length !== length) {
    padded = new Float64Array(length);
    padded.set(values);
  }
  const out = new Float64Array(2 * length);
  planFor(length).full.realTransform(out, padded);
  return out.subarray(0, length + 2);
}

/** The real numbers of a half spectrum: one complex transform of half the length on even and odd terms together. */
export function realFromSpectrum(spectrum: Float64Array, length: number): Float64Array {
  const { half, twiddles } = planFor(length);
  const packed = new Float64Array(length);
  const quarter = length / 4;
  const last = length; // index of bin length/2
  for (let k = 0; k <= quarter; k++) {
    const a = 2 * k;
    const b = last - a;
    const evenRe = 0.5 * (spectrum[a]! + spectrum[b]!);
    const evenIm = 0.5 * (spectrum[a + 1]! - spectrum[b + 1]!);
    const differenceRe = 0.5 * (spectrum[a]! - spectrum[b]!);
    const differenceIm = 0.5 * (spectrum[a + 1]! + spectrum[b + 1]!);
    const c = twiddles[a]!;
    const s = twiddles[a + 1]!;
    const oddRe = differenceRe * c - differenceIm * s;
    const oddIm = differenceRe * s + differenceIm * c;
    packed[a] = evenRe - oddIm;
    packed[a + 1] = evenIm + oddRe;
    if (k > 0) {
      packed[b] = evenRe + oddIm;
      packed[b + 1] = oddRe - evenIm;
    }
  }
  const values = new Float64Array(length);
  half.inverseTransform(values, packed);
  return values;
}

/** Forgets the tables (a few MB for the longest lengths); they are made again when needed. */
export function releaseTransformTables(): void {
  plans.clear();
}
