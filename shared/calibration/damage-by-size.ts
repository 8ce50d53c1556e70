import { betaUpper, logBeta, normalCdf } from '../actuarial/library/index.ts';

// Laws of the share of assets lost, written on the engine's special functions: a fit makes one for each row and step, and
// the engine's own constructors check and describe their arguments each time.

/** What a fit asks of a law of the share of assets lost; 0 < share < 1. */
export interface ShareLaw {
  readonly logDensity: (share: number) => number;
  readonly survival: (share: number) => number;
}

/**
 * A family of laws of the share lost, moving with size: z = ln(value / reference value). Parameters are unbounded; the last
 * one is mostly the logarithm of a shape. `at` is null outside the family's domain.
 */
export interface SizeFamily {
  readonly id: string;
  readonly parameters: readonly string[];
  readonly starts: readonly (readonly number[])[];
  readonly at: (parameters: readonly number[], z: number) => ShareLaw | null;
  /** The chance of losing all, whatever the size, of a family that has one. */
  readonly wholeLoss?: (parameters: readonly number[]) => number;
  /** The family that this one nears at the end of its parameters, where a sample may have its maximum. */
  readonly limit?: SizeFamily;
}

/** Where the special functions keep their digits. */
const isShape = (x: number): boolean => x >= 1e-3 && x <= 1e6;

function beta(alpha: number, other: number): ShareLaw | null {
  if (!isShape(alpha) || !isShape(other)) return null;
  return {
    logDensity: (share) =>
      (alpha - 1) * Math.log(share) + (other - 1) * Math.log1p(-share) - logBeta(alpha, other),
    survival: (share) => betaUpper(share, alpha, other),
  };
}

/** Beta(alpha, alpha exp(-(a + b z))): the mean is logit^-1(a + b z), alpha does not move. */
export const betaLaw = ({
  alpha,
  a,
  b,
  z,
}: {
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
  readonly z: number;
}): ShareLaw | null => beta(alpha, alpha * Math.exp(-(a + b * z)));

const LOG_ROOT_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/** Lognormal(a + b z, sigma) conditional on a share of at most 1. */
export function lognormalLaw({
  sigma,
  a,
  b,
  z,
}: {
  readonly sigma: number;
  readonly a: number;
  readonly b: number;
  readonly z: number;
}): ShareLaw | null {
  const mu = a + b * z;
  const top = -mu / sigma;
  if (!(sigma >= 1e-3 && sigma <= 10 && top > -37 && top < 1e6)) return null;
  const below = normalCdf(top);
  return {
    logDensity: (share) => {
      const x = (Math.log(share) - mu) / sigma;
      return -0.5 * x * x - LOG_ROOT_TWO_PI - Math.log(sigma * share * below);
    },
    survival: (share) => {
      const x = (Math.log(share) - mu) / sigma;
      // Phi(top) - Phi(x) from the side on which neither is near 1.
      return (x > 0 ? normalCdf(-x) - normalCdf(-top) : below - normalCdf(x)) / below;
    },
  };
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

const precisionBeta = (mean: number, precision: number): ShareLaw | null =>
  beta(mean * precision, (1 - mean) * precision);

function powerLaw(k: number): ShareLaw | null {
  if (!(k > 1e-6 && k < 1e6)) return null;
  return {
    logDensity: (share) => Math.log(k) + (k - 1) * Math.log(share),
    survival: (share) => -Math.expm1(k * Math.log(share)),
  };
}

/** With a chance of losing all: beside it, the density below 1 is so much less. */
function inflated(law: ShareLaw | null, whole: number): ShareLaw | null {
  if (law === null) return null;
  return {
    logDensity: (share) => Math.log1p(-whole) + law.logDensity(share),
    survival: (share) => (1 - whole) * law.survival(share) + whole,
  };
}

const STARTS = [
  [0, -0.3, -0.7],
  [-1, -0.5, 0],
];

export const betaFixedAlpha: SizeFamily = {
  id: 'beta, alpha fixed, size',
  parameters: ['a', 'b', 'lnAlpha'],
  starts: STARTS,
  at: ([a, b, lnAlpha], z) => betaLaw({ alpha: Math.exp(lnAlpha!), a: a!, b: b!, z }),
};

export const betaFixedPrecision: SizeFamily = {
  id: 'beta, precision fixed, size',
  parameters: ['a', 'b', 'lnPrecision'],
  starts: STARTS,
  at: ([a, b, lnPrecision], z) => precisionBeta(logistic(a! + b! * z), Math.exp(lnPrecision!)),
};

export const lognormalBySize: SizeFamily = {
  id: 'lognormal, size',
  parameters: ['a', 'b', 'lnSigma'],
  starts: [
    [-1, -0.5, 0.5],
    [-2, -0.3, 0],
  ],
  at: ([a, b, lnSigma], z) => lognormalLaw({ sigma: Math.exp(lnSigma!), a: a!, b: b!, z }),
};

export const inflatedBetaBySize: SizeFamily = {
  id: 'one-inflated beta, precision fixed, size',
  parameters: ['a', 'b', 'lnPrecision', 'logitWhole'],
  starts: STARTS.map((start) => [...start, -2]),
  at: ([a, b, lnPrecision, logitWhole], z) =>
    inflated(precisionBeta(logistic(a! + b! * z), Math.exp(lnPrecision!)), logistic(logitWhole!)),
  wholeLoss: (parameters) => logistic(parameters.at(-1)!),
};

export const powerBySize: SizeFamily = {
  id: 'power, size',
  parameters: ['a', 'b'],
  starts: [[-0.5, -0.3]],
  at: ([a, b], z) => powerLaw(Math.exp(a! + b! * z)),
};

/** Lognormal without size; a wider and wider one, given a share of at most 1, is a power law. */
export const lognormalSizeFree: SizeFamily = { ...sizeFree(lognormalBySize), limit: sizeFree(powerBySize) };

/** The family with its slope held at 0; the slope is every family's second parameter. */
export function sizeFree(family: SizeFamily): SizeFamily {
  const without = (values: readonly number[]) => values.filter((_, i) => i !== 1);
  return {
    id: family.id.replace('size', 'size-free'),
    parameters: family.parameters.filter((_, i) => i !== 1),
    starts: family.starts.map(without),
    at: ([a, ...shapes], z) => family.at([a!, 0, ...shapes], z),
    ...(family.wholeLoss === undefined ? {} : { wholeLoss: family.wholeLoss }),
  };
}
