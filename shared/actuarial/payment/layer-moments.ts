import { assertArgument } from '../result.ts';
import { integrateDyadic } from '../special/gauss-legendre.ts';
import { isPayment, type Payment } from './payment.ts';

/** Raw and central moments of one payment; Infinity where one does not exist. */
export interface LayerMoments {
  readonly mean: number;
  readonly secondMoment: number;
  readonly thirdMoment: number;
  readonly variance: number;
  readonly sd: number;
  readonly skewness: number;
  readonly thirdCentral: number;
}

const ROUNDING = 2.3e-16;
/** Relative error allowed to the closed form before quadrature takes over. */
const ALLOWED = 2e-13;

/**
 * Moments of Y = coinsurance * min(max(X - retention, 0), limit). Differences of closed-form limited moments where they
 * keep their digits, otherwise the positive integrals m_k = int k y^(k-1) S(r + y) dy over the layer (and the same of
 * the complement l - Y for a layer that is almost always exhausted). Throws an ActuarialError on anything but a
 * payment.
 */
export function layerMoments(payment: Payment): LayerMoments {
  assertArgument({
    holds: isPayment(payment),
    parameter: 'payment',
    domain: 'a payment of a severity law',
    given: payment,
  });
  const { coinsurance: share } = payment.terms;
  if (payment.top === 0)
    return fromCentral({ mean: 0, secondMoment: 0, thirdMoment: 0, variance: 0, thirdCentral: 0 });
  const raw = (payment.upperTail === null ? closedRaw(payment) : null) ?? integratedRaw(payment);
  const [m1, m2, m3] = raw;
  if (m2 === Number.POSITIVE_INFINITY || m3 === Number.POSITIVE_INFINITY) {
    return infinite(share * m1, share ** 2 * m2, m1);
  }
  let variance = m2 - m1 * m1;
  let third = m3 - 3 * m1 * m2 + 2 * m1 * m1 * m1;
  if (ROUNDING * m2 > ALLOWED * variance || ROUNDING * m3 > ALLOWED * Math.abs(third)) {
    const complement = Number.isFinite(payment.top) ? complementCentral(payment) : null;
    if (complement !== null && m1 * share > payment.top / 2) {
      variance = complement.variance;
      third = -complement.third;
    }
  }
  return fromCentral({
    mean: share * m1,
    secondMoment: share ** 2 * m2,
    thirdMoment: share ** 3 * m3,
    variance: share ** 2 * variance,
    thirdCentral: share ** 3 * third,
  });
}

function fromCentral({
  mean,
  secondMoment,
  thirdMoment,
  variance,
  thirdCentral,
}: {
  readonly mean: number;
  readonly secondMoment: number;
  readonly thirdMoment: number;
  readonly variance: number;
  readonly thirdCentral: number;
}): LayerMoments {
  const sd = Math.sqrt(Math.max(0, variance));
  // The cube of a tiny sd may underflow to 0: the engine treats such a loss as a constant.
  const cube = variance * sd;
  const skewness = sd > 0 && cube > 0 ? thirdCentral / cube : 0;
  return { mean, secondMoment, thirdMoment, variance, sd, skewness, thirdCentral };
}

function infinite(mean: number, secondMoment: number, m1: number): LayerMoments {
  const isVarianceInfinite = secondMoment === Number.POSITIVE_INFINITY;
  const variance = isVarianceInfinite ? Number.POSITIVE_INFINITY : secondMoment - mean * mean;
  return {
    mean: m1 === Number.POSITIVE_INFINITY ? m1 : mean,
    secondMoment,
    thirdMoment: Number.POSITIVE_INFINITY,
    variance,
    sd: Math.sqrt(variance),
    skewness: Number.POSITIVE_INFINITY,
    thirdCentral: Number.POSITIVE_INFINITY,
  };
}

type Raw = readonly [number, number, number];

/**
 * m1 = L1(u)-L1(d), m2 = L2(u)-L2(d)-2d m1, m3 = L3(u)-L3(d)-3d(L2(u)-L2(d))+3d^2 m1, u = d + l; null if it cancels.
 */
function closedRaw(payment: Payment): Raw | null {
  const { severity, terms, top } = payment;
  const d = terms.retention;
  const u = d + top / terms.coinsurance;
  if (isInfinite(u) && isInfinite(severity.moment(1))) return [u, u, u];
  const upper = [1, 2, 3].map((k) => severity.limitedMoment(k, u)) as [number, number, number];
  const lower = d === 0 ? [0, 0, 0] : [1, 2, 3].map((k) => severity.limitedMoment(k, d));
  const m1 = upper[0] - lower[0]!;
  const difference = upper[1] - lower[1]!;
  const m2 = difference - 2 * d * m1;
  const m3 = isInfinite(upper[2]) ? upper[2] : upper[2] - lower[2]! - 3 * d * difference + 3 * d * d * m1;
  const isSafe =
    isInfinite(m1) ||
    (ROUNDING * upper[0] <= ALLOWED * m1 &&
      (isInfinite(upper[1]) || ROUNDING * (upper[1] + 2 * d * upper[0]) <= ALLOWED * m2) &&
      (isInfinite(upper[2]) ||
        ROUNDING * (upper[2] + 3 * d * upper[1] + 3 * d * d * upper[0]) <= ALLOWED * m3));
  return isSafe ? [m1, m2, m3] : null;
}

const isInfinite = (x: number): boolean => x === Number.POSITIVE_INFINITY;

function integratedRaw(payment: Payment): Raw {
  const { severity, top } = payment;
  const { from, to, kinks, survival } = layerOf(payment);
  // All three orders ask for it at the same places.
  const survivalOnce = remembered(survival);
  const integral = (order: number): number => {
    if (severity.moment(order) === Number.POSITIVE_INFINITY && !Number.isFinite(top)) {
      return Number.POSITIVE_INFINITY;
    }
    const f = (x: number) => order * (x - from) ** (order - 1) * survivalOnce(x);
    return integrateLayer({ f, from, to, kinks });
  };
  return [integral(1), integral(2), integral(3)];
}

interface Layer {
  readonly from: number;
  readonly to: number;
  readonly kinks: readonly number[];
  readonly survival: (x: number) => number;
  readonly cdf: (x: number) => number;
}

/** A layer below this share of its retention has its ends too near to each other for panels between them. */
const THIN = 1e-6;

/**
 * The layer on the scale of losses; a thin one, and one next to their upper bound, on that of their excess over the
 * retention.
 */
function layerOf({ severity, terms: { retention, coinsurance }, top, upperTail }: Payment): Layer {
  const width = top / coinsurance;
  if (upperTail !== null)
    return {
      from: 0,
      to: width,
      kinks: [],
      survival: upperTail.survival,
      cdf: (y) => 1 - upperTail.survival(y),
    };
  const { survival, cdf } = severity;
  const kinks = [...severity.kinks, ...severity.breaks];
  if (width < THIN * retention)
    return {
      from: 0,
      to: width,
      kinks: kinks.map((kink) => kink - retention),
      survival: (y) => survival(retention + y),
      cdf: (y) => cdf(retention + y),
    };
  return { from: retention, to: retention + width, kinks, survival, cdf };
}

function remembered(f: (x: number) => number): (x: number) => number {
  const known = new Map<number, number>();
  return (x) => {
    let value = known.get(x);
    if (value === undefined) {
      value = f(x);
      known.set(x, value);
    }
    return value;
  };
}

/** Integral from `from` to `to`, which may be Infinity: then over panels that double until they add nothing. */
function integrateLayer({
  f,
  from,
  to,
  kinks,
}: {
  readonly f: (x: number) => number;
  readonly from: number;
  readonly to: number;
  readonly kinks: readonly number[];
}): number {
  if (Number.isFinite(to)) return integrateDyadic({ f, from, to, kinks });
  const start = Math.max(from, ...kinks.filter((k) => Number.isFinite(k)));
  let left = start > 0 ? 2 * start : 1;
  let total = integrateDyadic({ f, from, to: left, kinks });
  for (let k = 0; k < 1000; k += 1) {
    const right = 2 * left;
    if (!Number.isFinite(right)) break;
    const add = integrateDyadic({ f, from: left, to: right, kinks: [] });
    total += add;
    if (add <= 1e-18 * total) break;
    left = right;
  }
  return total;
}

/** Variance and third central moment of l - Y (100 % basis), from integrals of the cdf. */
function complementCentral(payment: Payment): { variance: number; third: number } {
  const { from, to, kinks, cdf } = layerOf(payment);
  const cdfOnce = remembered(cdf);
  const integral = (order: number) =>
    integrateDyadic({ f: (x) => order * (to - x) ** (order - 1) * cdfOnce(x), from, to, kinks });
  const m1 = integral(1);
  const m2 = integral(2);
  return { variance: m2 - m1 * m1, third: integral(3) - 3 * m1 * m2 + 2 * m1 ** 3 };
}
