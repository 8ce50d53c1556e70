import type { Payment } from '../payment/payment.ts';
import { fitPanel, PANEL_POWERS } from '../special/panel-polynomial.ts';
import { atomMasses } from './atom-masses.ts';
import { cellMeansOf, distanceTo } from './cell-means.ts';

// Local moment matching: p_j is the expectation of the tent of width 2h around jh, so it is a smooth function of the
// place j between the points where the law is not analytic. Far from those it is interpolated on panels whose
// resolution is checked; near them, and at both ends, it is the difference of two cells' mean survival. Either way the
// mean is kept; the panels save almost all evaluations of incomplete beta and gamma functions.

/** Cells on each side of a kink that are always formed from cell means. */
const NEAR = 24;
/** Panels are at most this share of their distance to the nearest kink. */
const PANEL_SHARE = 0.25;
/** At or below this many points cell means are cheaper than panels. */
const FEW_POINTS = 256;

/** Masses p_0 = 1 - G(h)/h, p_j = (2 G(jh) - G((j-1)h) - G((j+1)h)) / h for j < points, G the payment's LEV. */
export function meanPreservingMasses(payment: Payment, step: number, points: number): Float64Array {
  const { severity, terms, upperTail } = payment;
  const mass = new Float64Array(points);
  const lastPoint = Math.ceil((payment.top / step) * (1 - 1e-15));
  const used = Math.min(points, lastPoint + 1);
  const isDiscrete = severity.atoms.reduce((sum, atom) => sum + atom.mass, 0) > 1 - 1e-14;
  if (isDiscrete) return atomMasses(payment, step, mass);
  const width = step / terms.coinsurance;
  const cell = (x: number) => (x - terms.retention) / width;
  const kinks = [0, ...severity.kinks].filter((x) => x < Number.POSITIVE_INFINITY).map(cell);
  const cellMean = cellMeansOf(payment, step, kinks);
  if (used <= FEW_POINTS) {
    fromCellMeans({ means: cellMean, from: 0, to: used, mass });
    return mass;
  }
  const density =
    upperTail === null
      ? (j: number) => width * severity.density(terms.retention + j * width)
      : (j: number) => width * upperTail.density(j * width);
  // The first point and those cut by the end of the layer are treated like kinks, although the density continues beyond
  // them.
  // A tail is resolved on its own scale, however rarely it is reached.
  const scale = upperTail === null ? 1 : upperTail.survival(0);
  const lastWhole = Math.min(used, Math.floor((payment.top / step) * (1 + 1e-15)));
  fromCellMeans({ means: cellMean, from: 0, to: 1, mass });
  fromCellMeans({ means: cellMean, from: lastWhole, to: used, mass });
  fill(1, lastWhole);
  return mass;

  function fill(from: number, to: number): void {
    if (to <= from) return;
    const distance = distanceTo(kinks, from, to - 1);
    if (to - from <= NEAR) {
      if (distance >= NEAR && to - from > 1 && panel(from, to)) return;
      fromCellMeans({ means: cellMean, from, to, mass });
      return;
    }
    const isFar = distance >= NEAR && to - 1 - from <= PANEL_SHARE * distance;
    if (isFar && panel(from, to)) return;
    const middle = (from + to) >> 1;
    fill(from, middle);
    fill(middle, to);
  }

  function panel(from: number, to: number): boolean {
    // One cell wider on each side, as far as the tents of the first and last point extend.
    if (!fitPanel({ f: density, from: from - 1, to, powers, scale })) return false;
    averageUnderTent(2 / (to - from + 1));
    evaluate(mass, from, to);
    return true;
  }
}

const powers = new Float64Array(PANEL_POWERS);

function evaluate(mass: Float64Array, from: number, to: number): void {
  const scale = 2 / (to - from + 1);
  const p0 = powers[0]!;
  const p1 = powers[1]!;
  const p2 = powers[2]!;
  const p3 = powers[3]!;
  const p4 = powers[4]!;
  const p5 = powers[5]!;
  const p6 = powers[6]!;
  const p7 = powers[7]!;
  const p8 = powers[8]!;
  const p9 = powers[9]!;
  const p10 = powers[10]!;
  const p11 = powers[11]!;
  for (let j = from; j < to; j += 1) {
    const t = (j - from + 1) * scale - 1;
    const s = t * t;
    const even = p0 + s * (p2 + s * (p4 + s * (p6 + s * (p8 + s * p10))));
    const odd = p1 + s * (p3 + s * (p5 + s * (p7 + s * (p9 + s * p11))));
    mass[j] = even + t * odd;
  }
}

/**
 * Replaces a polynomial in t by its average under a tent of half-width delta around t:
 * sum over m of p^(2m) delta^(2m) / (2m)! * 2 / ((2m+1)(2m+2)), the tent's even moments.
 */
function averageUnderTent(delta: number): void {
  const square = delta * delta;
  let scale = 1;
  for (let m = 1; 2 * m < PANEL_POWERS; m += 1) {
    scale *= square;
    const moment = (2 * scale) / ((2 * m + 1) * (2 * m + 2));
    for (let k = 0; k + 2 * m < PANEL_POWERS; k += 1) {
      added[k] = added[k]! + moment * choose(k + 2 * m, k) * powers[k + 2 * m]!;
    }
  }
  for (let k = 0; k < PANEL_POWERS; k += 1) {
    powers[k] = powers[k]! + added[k]!;
    added[k] = 0;
  }
}

const added = new Float64Array(PANEL_POWERS);
const BINOMIALS = Float64Array.from({ length: PANEL_POWERS * PANEL_POWERS }, (_, index) => {
  const n = Math.floor(index / PANEL_POWERS);
  const k = index % PANEL_POWERS;
  let value = 1;
  for (let i = 1; i <= k; i += 1) value = (value * (n - k + i)) / i;
  return k > n ? 0 : value;
});
const choose = (n: number, k: number): number => BINOMIALS[n * PANEL_POWERS + k]!;

/** The masses from..to-1 as differences of the cells' mean survival, p_j = D_(j-1) - D_j with D_(-1) = 1. */
function fromCellMeans({
  means,
  from,
  to,
  mass,
}: {
  readonly means: (k: number) => number;
  readonly from: number;
  readonly to: number;
  readonly mass: Float64Array;
}): void {
  if (to <= from) return;
  let before = from === 0 ? 1 : means(from - 1);
  for (let k = from; k < to; k += 1) {
    const mean = means(k);
    mass[k] = before - mean;
    before = mean;
  }
}
