import type { Frequency } from './frequency.ts';

/** Above this many claims a polynomial is not the faster way. */
const MOST_CLAIMS = 14;
/** Probability of more claims than the polynomial's degree: below the rounding noise of the transform. */
const NOTHING = 1e-18;

/**
 * Overwrites a half spectrum of |z_k| <= 1 with P_N(z_k): by Horner's rule on the first few probabilities where more
 * claims are practically impossible, otherwise by the law's own closed form.
 */
export function applyPgf(frequency: Frequency, spectrum: Float64Array): void {
  let most = 1;
  while (most <= MOST_CLAIMS && frequency.tail(most) > NOTHING) most += 1;
  if (most > MOST_CLAIMS) {
    frequency.pgfSpectrum(spectrum);
    return;
  }
  const pmf = Float64Array.from({ length: most + 1 }, (_, n) => frequency.pmf(n));
  const last = pmf[most]!;
  for (let k = 0; k < spectrum.length; k += 2) {
    const x = spectrum[k]!;
    const y = spectrum[k + 1]!;
    let re = last;
    let im = 0;
    for (let n = most - 1; n >= 0; n -= 1) {
      const next = re * x - im * y + pmf[n]!;
      im = re * y + im * x;
      re = next;
    }
    spectrum[k] = re;
    spectrum[k + 1] = im;
  }
}
