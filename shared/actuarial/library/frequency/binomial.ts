import { fieldsOf, mustBeProbability, mustBeWholeAtLeast, mustBeWithin } from '../../argument-checks.ts';
import type { Frequency } from '../../frequency/frequency.ts';
import { type ActuarialResult, whenValid } from '../../result.ts';
import { betaLower } from '../../special/incomplete-beta.ts';
import { logGamma } from '../../special/log-gamma.ts';

/** Binomial count: m = 0, 1, ..., 1e6 independent chances of q in [0, 1]. Source: Loss Models 4e, appendix B.2.1.3. */
export const binomial = (parameters: {
  readonly m: number;
  readonly q: number;
}): ActuarialResult<Frequency> => {
  const { m, q } = fieldsOf(parameters);
  return whenValid(
    [
      mustBeWholeAtLeast('m', m, 0),
      mustBeWithin({ parameter: 'm', given: m, from: 0, to: 1e6 }),
      mustBeProbability('q', q),
    ],
    () => makeBinomial(m, q),
  );
};

/** As `binomial`, for parameters already checked. */
function makeBinomial(m: number, q: number): Frequency {
  const pmf = (n: number): number => {
    if (n > m) return 0;
    if (q === 0 || q === 1) return n === m * q ? 1 : 0;
    const few = Math.min(n, m - n);
    if (few > 200) {
      const choose = logGamma(m + 1) - logGamma(n + 1) - logGamma(m - n + 1);
      return Math.exp(choose + n * Math.log(q) + (m - n) * Math.log1p(-q));
    }
    let choose = 1;
    for (let j = 1; j <= few; j += 1) choose *= (m - few + j) / j;
    return choose * Math.exp(n * Math.log(q) + (m - n) * Math.log1p(-q));
  };
  const logPgf = (w: number): number => (m === 0 ? 0 : m * Math.log1p(q * w));
  const variance = m * q * (1 - q);
  return {
    family: 'binomial',
    mean: m * q,
    variance,
    thirdCentralMoment: variance * (1 - 2 * q),
    pmf,
    tail: (n) => (n >= m ? 0 : betaLower(q, n + 1, m - n)),
    pgf: (z) => Math.exp(logPgf(z - 1)),
    someEvent: (s) => -Math.expm1(logPgf(-s)),
    logPgfOnePlus: logPgf,
    pgfSpectrum: (spectrum) => {
      for (let k = 0; k < spectrum.length; k += 2) {
        const u = q * (spectrum[k]! - 1);
        const v = q * spectrum[k + 1]!;
        const modulus = Math.hypot(1 + u, v) ** m;
        const angle = m * Math.atan2(v, 1 + u);
        spectrum[k] = modulus * Math.cos(angle);
        spectrum[k + 1] = modulus * Math.sin(angle);
      }
    },
    thin: (keep) => makeBinomial(m, q * keep),
    panjer: q < 1 ? { a: -q / (1 - q), b: ((m + 1) * q) / (1 - q), first: 0 } : null,
  };
}
