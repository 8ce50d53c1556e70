import { fieldsOf, mustBeProbability } from '../../argument-checks.ts';
import { type Frequency, mustBeFrequency } from '../../frequency/frequency.ts';
import { type ActuarialResult, mustBe, whenValid } from '../../result.ts';

/**
 * The base law with its probability of no loss replaced by p0 in [0, 1] (0: zero-truncated):
 * P(N=n) = (1-p0) p_n / (1 - p_0), n >= 1. The pgf is 1 + c (P(z) - 1) with c = (1-p0)/(1-p_0), so raw moments
 * scale by c and thinning keeps c. Source: Loss Models 4e, section 6.6.
 */
export const zeroModified = (parameters: {
  readonly p0: number;
  readonly base: Frequency;
}): ActuarialResult<Frequency> => {
  const { p0, base } = fieldsOf(parameters);
  const law = whenValid([mustBeFrequency('base', base)], () => base.someEvent(1));
  if (!law.ok) return law;
  const some = law.value;
  return whenValid(
    [
      mustBeProbability('p0', p0),
      mustBe({
        parameter: 'base',
        domain: 'a law that has a loss with probability 1e-300 or more',
        given: base.family,
        holds: some >= 1e-300,
      }),
    ],
    () => scaled(base, p0, (1 - p0) / some),
  );
};

/** A base law with a smaller probability of a loss than this loses digits in 1 - P(N = 0). */
const RARE = 1e-3;

function scaled(base: Frequency, p0: number, c: number): Frequency {
  const m = base.mean;
  const second = base.variance + m * m;
  const third = base.thirdCentralMoment + 3 * m * base.variance + m * m * m;
  const mean = c * m;
  return {
    family: 'zeroModified',
    mean,
    variance: c * second - mean * mean,
    thirdCentralMoment: c * third - 3 * mean * c * second + 2 * mean * mean * mean,
    pmf: (n) => (n === 0 ? p0 : c * base.pmf(n)),
    tail: (n) => c * base.tail(n),
    // The difference of the generating function near 0, of its complement where a loss is rare.
    pgf: (z) =>
      base.someEvent(1) > RARE
        ? p0 + ((1 - p0) * (base.pgf(z) - base.pmf(0))) / (1 - base.pmf(0))
        : p0 + (1 - p0) * (1 - base.someEvent(1 - z) / base.someEvent(1)),
    someEvent: (s) => c * base.someEvent(s),
    logPgfOnePlus: (w) => Math.log1p(c * Math.expm1(base.logPgfOnePlus(w))),
    pgfSpectrum: (spectrum) => {
      base.pgfSpectrum(spectrum);
      for (let k = 0; k < spectrum.length; k += 2) {
        spectrum[k] = 1 + c * (spectrum[k]! - 1);
        spectrum[k + 1] = c * spectrum[k + 1]!;
      }
    },
    thin: (keep) => {
      const thinned = base.thin(keep);
      return scaled(thinned, 1 - c * thinned.someEvent(1), c);
    },
    panjer: base.panjer && { ...base.panjer, first: c * base.pmf(1) - (base.panjer.a + base.panjer.b) * p0 },
  };
}
