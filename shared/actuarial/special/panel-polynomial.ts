const NODES = 12;

/** Chebyshev points of the first kind on [-1, 1] and the cosines that turn values there into coefficients. */
const POINTS = Float64Array.from({ length: NODES }, (_, i) => Math.cos((Math.PI * (i + 0.5)) / NODES));
const COSINES = Float64Array.from({ length: NODES * NODES }, (_, index) => {
  const k = Math.floor(index / NODES);
  return Math.cos((Math.PI * k * ((index % NODES) + 0.5)) / NODES) * (k === 0 ? 1 / NODES : 2 / NODES);
});
/** Row k holds the powers of t in T_k. */
const POWERS = chebyshevPowers();

/** Tail of the Chebyshev coefficients, relative to the largest, at which a panel counts as resolved. */
const RESOLVED = 2e-14;
/** Coefficients below this are negligible: they are probabilities per cell, of at most some millions of cells. */
const NOTHING = 1e-19;

/**
 * Interpolates f on [from, to] at 12 Chebyshev points and writes the polynomial's coefficients in powers of t = (2x -
 * from - to) / (to - from) to `powers`. Returns false when the last coefficients have not decayed to rounding, so that
 * the panel must be split; `scale` is what all values of a law come to. Where they have, they fall so fast that the power basis is stable.
 */
export function fitPanel({
  f,
  from,
  to,
  powers,
  scale,
}: {
  readonly f: (x: number) => number;
  readonly from: number;
  readonly to: number;
  readonly powers: Float64Array;
  readonly scale: number;
}): boolean {
  const middle = (from + to) / 2;
  const half = (to - from) / 2;
  for (let i = 0; i < NODES; i += 1) values[i] = f(middle + half * POINTS[i]!);
  powers.fill(0);
  let largest = 0;
  let tail = 0;
  for (let k = 0; k < NODES; k += 1) {
    let c = 0;
    for (let i = 0; i < NODES; i += 1) c += COSINES[k * NODES + i]! * values[i]!;
    largest = Math.max(largest, Math.abs(c));
    if (k >= NODES - 2) tail = Math.max(tail, Math.abs(c));
    for (let j = k & 1; j <= k; j += 2) powers[j] = powers[j]! + c * POWERS[k * NODES + j]!;
  }
  return tail <= RESOLVED * largest + NOTHING * scale;
}

export const PANEL_POWERS = NODES;
const values = new Float64Array(NODES);

function chebyshevPowers(): Float64Array {
  const table = new Float64Array(NODES * NODES);
  table[0] = 1;
  table[NODES + 1] = 1;
  for (let k = 2; k < NODES; k += 1) {
    for (let j = 0; j <= k; j += 1) {
      const raised = j > 0 ? 2 * table[(k - 1) * NODES + j - 1]! : 0;
      table[k * NODES + j] = raised - table[(k - 2) * NODES + j]!;
    }
  }
  return table;
}
