import type { Payment } from '../../payment/payment.ts';
import type { Peril } from './peril.ts';

/** Cells of the upper bound of E[e^(tY)]; more cells make the range a little shorter. */
const CELLS = 96;
/** Probability that unlimited payments may lose beyond the point where the bound cuts them. */
const CUT = 1e-13;

/** An upper bound of E[e^(tY)] - 1 for one payment: its survival function as steps that lie above it. */
interface PaymentBound {
  readonly weight: number;
  readonly ends: Float64Array;
  readonly survival: Float64Array;
}

interface PerilBound {
  readonly peril: Peril;
  readonly payments: readonly PaymentBound[];
}

/** Chernoff bounds of the annual sum of perils, whose payments are all bounded or cut where nothing is left. */
export interface TailBound {
  /** Least x known to have P(S > x) <= exp(logTail). */
  readonly rangeFor: (logTail: number) => number;
  /** An upper bound of log P(S > x). */
  readonly logTail: (x: number) => number;
  /** An upper bound of log P(S_i > x), S_i the i-th peril's own sum before its aggregate limit. */
  readonly logPerilTail: (i: number, x: number) => number;
}

/**
 * The largest payment that matters: the top, or for unlimited ones the point that a year's payments pass with
 * probability below 1e-13.
 */
export function largestRelevantPayment(payment: Payment, expectedCount: number): number {
  if (Number.isFinite(payment.top)) return payment.top;
  let y = Math.max(1, payment.severity.quantile(0.5));
  for (let k = 0; k < 2000 && payment.survival(y) * expectedCount > CUT; k += 1) y *= 1.25;
  return y;
}

/**
 * P(S > x) <= min_t exp(sum_i log P_Ni(E e^(tY_i)) - t x); a peril's aggregate limit A caps its term at t A. Payments
 * are bounded, so the expectations exist; a term is infinite where the count's generating function is. `cut` is where
 * a lattice drops larger payments.
 */
export function tailBound(perils: readonly Peril[], cut = Number.POSITIVE_INFINITY): TailBound {
  const bounds = perils.map((peril) => boundOf(peril, cut));
  const largest = Math.max(
    ...bounds.flatMap((bound) => bound.payments.map((payment) => payment.ends[CELLS]!)),
  );
  const logMgf = (t: number): number => {
    let sum = 0;
    for (const bound of bounds) sum += Math.min(logMgfOf(bound, t), t * bound.peril.aggregateLimit);
    return sum;
  };
  const overT = (f: (t: number) => number): number => minimise((u) => f(Math.exp(u) / largest));
  return {
    rangeFor: (logTail) => (largest > 0 ? overT((t) => (logMgf(t) - logTail) / t) : 0),
    logTail: (x) =>
      largest > 0
        ? Math.min(
            0,
            overT((t) => logMgf(t) - t * x),
          )
        : Number.NEGATIVE_INFINITY,
    logPerilTail: (i, x) =>
      largest > 0
        ? Math.min(
            0,
            overT((t) => logMgfOf(bounds[i]!, t) - t * x),
          )
        : Number.NEGATIVE_INFINITY,
  };
}

function boundOf(peril: Peril, cut: number): PerilBound {
  const payments = peril.payments.map(({ payment, weight }) => {
    const top = Math.min(cut, largestRelevantPayment(payment, peril.frequency.mean));
    const ends = new Float64Array(CELLS + 1);
    const survival = new Float64Array(CELLS);
    for (let i = 0; i <= CELLS; i += 1) {
      const share = i / CELLS;
      ends[i] = top * share * share;
      if (i < CELLS) survival[i] = payment.survival(ends[i]!);
    }
    return { weight, ends, survival };
  });
  return { peril, payments };
}

function logMgfOf(bound: PerilBound, t: number): number {
  let w = 0;
  for (const { weight, ends, survival } of bound.payments) {
    let sum = 0;
    let before = 1;
    for (let i = 0; i < CELLS; i += 1) {
      const next = Math.exp(t * ends[i + 1]!);
      sum += survival[i]! * (next - before);
      before = next;
    }
    w += weight * sum;
  }
  const value = Number.isFinite(w) ? bound.peril.frequency.logPgfOnePlus(w) : Number.POSITIVE_INFINITY;
  return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Least value of a unimodal f over log t in a range that holds every sensible t: a coarse scan, then golden section.
 */
function minimise(f: (u: number) => number): number {
  const from = -16;
  const stride = 0.75;
  let best = Number.POSITIVE_INFINITY;
  let at = from;
  for (let u = from; u <= 7; u += stride) {
    const value = f(u);
    if (value < best) {
      best = value;
      at = u;
    }
  }
  let low = at - stride;
  let high = at + stride;
  let a = high - GOLDEN * (high - low);
  let b = low + GOLDEN * (high - low);
  let fa = f(a);
  let fb = f(b);
  for (let step = 0; step < 14; step += 1) {
    if (fa < fb) {
      high = b;
      b = a;
      fb = fa;
      a = high - GOLDEN * (high - low);
      fa = f(a);
    } else {
      low = a;
      a = b;
      fa = fb;
      b = low + GOLDEN * (high - low);
      fb = f(b);
    }
    best = Math.min(best, fa, fb);
  }
  return best;
}
