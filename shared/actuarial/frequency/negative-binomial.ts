import { fieldsOf, mustBePositive, mustBeWithin, mustNotBeNegative } from '../argument-checks.ts';
import { type ActuarialResult, whenValid } from '../result.ts';
import { betaLower } from '../special/incomplete-beta.ts';
import { logGamma } from '../special/log-gamma.ts';
import type { Frequency } from './frequency.ts';
import { makePoisson } from './poisson.ts';

/**
 * Negative binomial count, r > 0, beta >= 0: mean r beta (to 1e8), variance r beta (1 + beta), P_N(z) = (1 - beta
 * (z-1))^-r. R: dnbinom(size = r, prob = 1 / (1 + beta)). Source: Loss Models 4e, appendix B.2.1.4.
 */
export const negativeBinomial = (parameters: {
  readonly r: number;
  readonly beta: number;
}): ActuarialResult<Frequency> => {
  const { r, beta } = fieldsOf(parameters);
  return whenValid(
    [
      mustBePositive('r', r),
      mustNotBeNegative('beta', beta),
      mustBeWithin({ parameter: 'r * beta', given: r * beta, from: 0, to: 1e8 }),
    ],
    () => makeNegativeBinomial(r, beta, 'negbin'),
  );
};

/** Geometric count: negative binomial with r = 1. */
export const geometric = (parameters: { readonly beta: number }): ActuarialResult<Frequency> => {
  const { beta } = fieldsOf(parameters);
  return whenValid([mustBeWithin({ parameter: 'beta', given: beta, from: 0, to: 1e8 })], () =>
    makeNegativeBinomial(1, beta, 'geometric'),
  );
};

/**
 * Poisson count whose mean is gamma distributed with the given mean and squared coefficient of variation cv2 >= 0:
 * variance mean + cv2 mean^2, P_N(z) = (1 + cv2 mean (1 - z))^(-1/cv2). cv2 = 0 is Poisson.
 */
export const negativeBinomialByMean = (parameters: {
  readonly mean: number;
  readonly cv2: number;
}): ActuarialResult<Frequency> => {
  const { mean, cv2 } = fieldsOf(parameters);
  return whenValid(
    [
      mustBeWithin({ parameter: 'mean', given: mean, from: 0, to: 1e8 }),
      mustBeWithin({ parameter: 'cv2', given: cv2, from: 0, to: 1e8 }),
    ],
    () =>
      // Below this the two laws agree in double precision, and 1/cv2 may overflow.
      cv2 < 1e-300 || mean * cv2 < 1e-18
        ? makePoisson(mean)
        : makeNegativeBinomial(1 / cv2, mean * cv2, 'negbin'),
  );
};

const PRODUCT_TERMS = 400;
/** From this r up 1 + beta is too close to 1 to raise to a power. */
const LARGE_R = 100;

/** As `negativeBinomial`, for parameters already checked; `family` says under which name. */
export function makeNegativeBinomial(r: number, beta: number, family: 'negbin' | 'geometric'): Frequency {
  const mean = r * beta;
  const success = beta / (1 + beta);
  const pmf = (n: number): number => {
    if (beta === 0) return n === 0 ? 1 : 0;
    if (n > PRODUCT_TERMS) {
      const binomial = logGamma(r + n) - logGamma(r) - logGamma(n + 1);
      return Math.exp(binomial + n * Math.log(success) - r * Math.log1p(beta));
    }
    let p = r >= LARGE_R ? Math.exp(-r * Math.log1p(beta)) : (1 + beta) ** -r;
    for (let j = 1; j <= n; j += 1) p *= ((r + j - 1) / j) * success;
    return p;
  };
  return {
    family,
    mean,
    variance: mean * (1 + beta),
    thirdCentralMoment: mean * (1 + beta) * (1 + 2 * beta),
    pmf,
    tail: (n) => betaLower(success, n + 1, r),
    pgf: (z) => Math.exp(-r * Math.log1p(beta * (1 - z))),
    someEvent: (s) => -Math.expm1(-r * Math.log1p(beta * s)),
    logPgfOnePlus: (w) => (beta * w >= 1 ? Number.POSITIVE_INFINITY : -r * Math.log1p(-beta * w)),
    pgfSpectrum: (spectrum) => (r === 1 ? reciprocal(spectrum, beta) : power(spectrum, r, beta)),
    thin: (keep) => makeNegativeBinomial(r, beta * keep, family),
    panjer: { a: success, b: (r - 1) * success, first: 0 },
  };
}

function reciprocal(spectrum: Float64Array, beta: number): void {
  for (let k = 0; k < spectrum.length; k += 2) {
    const re = 1 - beta * (spectrum[k]! - 1);
    const im = -beta * spectrum[k + 1]!;
    const square = re * re + im * im;
    spectrum[k] = re / square;
    spectrum[k + 1] = -im / square;
  }
}

/** The principal branch is right, since the base has real part >= 1 for |z| <= 1. */
function power(spectrum: Float64Array, r: number, beta: number): void {
  for (let k = 0; k < spectrum.length; k += 2) {
    const u = beta * (spectrum[k]! - 1);
    const v = beta * spectrum[k + 1]!;
    const excess = u * u + v * v - 2 * u;
    const modulus = r < LARGE_R ? (1 + excess) ** (-0.5 * r) : Math.exp(-0.5 * r * Math.log1p(excess));
    const angle = r * Math.atan2(v, 1 - u);
    spectrum[k] = modulus * Math.cos(angle);
    spectrum[k + 1] = modulus * Math.sin(angle);
  }
}
