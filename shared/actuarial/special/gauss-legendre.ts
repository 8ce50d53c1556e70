/** Nodes in (-1, 1) and weights of the n-point Gauss-Legendre rule. */
export interface GaussRule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

const rules = new Map<number, GaussRule>();

/** The n-point rule (n >= 1), by Newton's method on the Legendre polynomial; made once per n. */
export function gaussLegendre(n: number): GaussRule {
  const known = rules.get(n);
  if (known !== undefined) return known;
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i += 1) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let step = 0; step < 60; step += 1) {
      let before = 1;
      let value = x;
      for (let k = 2; k <= n; k += 1) {
        const next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
        before = value;
        value = next;
      }
      slope = (n * (x * value - before)) / (x * x - 1);
      const change = value / slope;
      x -= change;
      if (Math.abs(change) < 1e-16) break;
    }
    nodes[i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
  }
  const rule = { nodes, weights };
  rules.set(n, rule);
  return rule;
}

/** Integral of f over [from, to] by one n-point panel. */
export function integratePanel({
  f,
  from,
  to,
  n,
}: {
  readonly f: (x: number) => number;
  readonly from: number;
  readonly to: number;
  readonly n: number;
}): number {
  const { nodes, weights } = gaussLegendre(n);
  const half = (to - from) / 2;
  const middle = (from + to) / 2;
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += weights[i]! * f(middle + half * nodes[i]!);
  return sum * half;
}

/**
 * Integral of f over [from, to], 0 <= from < to, by 32-point panels that halve towards every kink (and towards the
 * ends) from both sides: exact to rounding for functions analytic between kinks, algebraic end points included.
 */
export function integrateDyadic({
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
  let total = 0;
  const breaks = [from, ...kinks.filter((k) => k > from && k < to).sort((a, b) => a - b), to];
  for (let i = 1; i < breaks.length; i += 1) total += integrateBetween(f, breaks[i - 1]!, breaks[i]!);
  return total;
}

const HALVINGS = 52;

function integrateBetween(f: (x: number) => number, from: number, to: number): number {
  const width = to - from;
  if (!(width > 0)) return 0;
  let total = 0;
  let right = width / 2;
  for (let k = 0; k < HALVINGS; k += 1) {
    const left = k === HALVINGS - 1 ? 0 : right / 2;
    const add =
      integratePanel({ f, from: from + left, to: from + right, n: 32 }) +
      integratePanel({ f, from: to - right, to: to - left, n: 32 });
    total += add;
    right = left;
    if (from + right === from && to - right === to) break;
  }
  return total;
}
