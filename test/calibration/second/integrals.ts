// Special functions of the second implementation: every one an integral by a rule of equal steps, none shared with the
// engine.

/** Composite Simpson on an even number of panels. */
export function simpson(f: (x: number) => number, from: number, to: number, panels: number): number {
  if (!(to > from)) return 0;
  const width = (to - from) / panels;
  let sum = f(from) + f(to);
  for (let i = 1; i < panels; i += 1) sum += (i % 2 === 1 ? 4 : 2) * f(from + i * width);
  return (sum * width) / 3;
}

/** Composite Boole's rule on a number of panels that four divides. */
function boole(f: (x: number) => number, from: number, to: number, panels: number): number {
  if (!(to > from)) return 0;
  const width = (to - from) / panels;
  const weights = [14, 32, 12, 32];
  let sum = 7 * (f(from) + f(to));
  for (let i = 1; i < panels; i += 1) sum += weights[i % 4]! * f(from + i * width);
  return (2 * sum * width) / 45;
}

/** t^alpha (1 - t)^beta at t = 1 / (1 + e^-u): what a Beta density becomes on the log-odds, smooth at both ends. */
const betaOnLogOdds =
  (alpha: number, beta: number) =>
  (u: number): number =>
    Math.exp(-alpha * Math.log1p(Math.exp(-u)) - beta * Math.log1p(Math.exp(u)));

export interface SlowLaw {
  /** ln of the density on (0, 1). */
  readonly logDensity: (y: number) => number;
  readonly survival: (y: number) => number;
}

export function slowBeta(alpha: number, beta: number): SlowLaw {
  const f = betaOnLogOdds(alpha, beta);
  const least = -45 / Math.min(1, alpha);
  const most = 45 / Math.min(1, beta);
  const between = (from: number, to: number): number => {
    // The integrand bends around 0 and falls like an exponential on both sides: pieces of like width.
    const marks = [from, -20, -5, 0, 5, 20, to].filter((mark) => mark >= from && mark <= to);
    const ends = [...new Set([from, ...marks, to])].sort((a, b) => a - b);
    let sum = 0;
    for (let i = 1; i < ends.length; i += 1) {
      const [start, end] = [ends[i - 1]!, ends[i]!];
      sum += boole(f, start, end, start >= -5 && end <= 5 ? 160 : 80);
    }
    return sum;
  };
  const whole = between(least, 0) + between(0, most);
  const logOdds = (y: number) => Math.log(y / (1 - y));
  return {
    logDensity: (y) => Math.log(f(logOdds(y)) / whole) - Math.log(y * (1 - y)),
    survival: (y) => {
      const u = Math.max(least, Math.min(most, logOdds(y)));
      // From the shorter side, so that neither tail is a difference of like numbers.
      return u > 0 ? between(u, most) / whole : 1 - between(least, u) / whole;
    },
  };
}

const gauss = (x: number): number => Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);

/** Phi by Simpson's rule from 12 below. */
export const slowPhi = (x: number): number =>
  x <= 0 ? simpson(gauss, x - 12, x, 400) : 1 - simpson(gauss, -x - 12, -x, 400);

export function slowLognormal(mu: number, sigma: number): SlowLaw {
  const below = slowPhi(-mu / sigma);
  const standard = (y: number) => (Math.log(y) - mu) / sigma;
  return {
    logDensity: (y) => Math.log(gauss(standard(y)) / (sigma * y * below)),
    survival: (y) => simpson(gauss, standard(y), -mu / sigma, 400) / below,
  };
}

/** ln Gamma by Stirling's series after moving the argument up to 20. */
export function slowLogGamma(x: number): number {
  let shift = 0;
  let at = x;
  while (at < 20) {
    shift += Math.log(at);
    at += 1;
  }
  const i = 1 / at;
  const series = i / 12 - i ** 3 / 360 + i ** 5 / 1260 - i ** 7 / 1680;
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

/** P(shape, x) of the Gamma law, on the logarithm of its argument. */
export function slowGammaCdf(shape: number, x: number): number {
  const lnGamma = slowLogGamma(shape);
  const f = (t: number) => Math.exp(shape * t - Math.exp(t) - lnGamma);
  const top = Math.log(x);
  const peak = Math.log(shape);
  const low = Math.min(top, peak) - 45 / shape - 3;
  return top <= peak ? simpson(f, low, top, 4000) : simpson(f, low, peak, 4000) + simpson(f, peak, top, 4000);
}

/** The x at which an increasing function crosses a level, by halving. */
export function slowRoot(f: (x: number) => number, level: number, from: number, to: number): number {
  let low = from;
  let high = to;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (f(middle) < level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The top of a function with one hill on an interval: an even grid, then thirds. */
export function slowTop(f: (x: number) => number, from: number, to: number, done = 1e-6): number {
  const cells = 60;
  let best = 0;
  let highest = Number.NEGATIVE_INFINITY;
  for (let k = 0; k <= cells; k += 1) {
    const value = f(from + ((to - from) * k) / cells);
    if (value > highest) {
      best = k;
      highest = value;
    }
  }
  let low = from + ((to - from) * Math.max(0, best - 1)) / cells;
  let high = from + ((to - from) * Math.min(cells, best + 1)) / cells;
  while (high - low > done) {
    const left = low + (high - low) / 3;
    const right = high - (high - low) / 3;
    if (f(left) < f(right)) low = left;
    else high = right;
  }
  return (low + high) / 2;
}

/** The top of a function of several parameters by pattern search: one step each way in each, and on along what helped. */
export function slowTopOf(f: (at: readonly number[]) => number, start: readonly number[]): number[] {
  let base = [...start];
  let value = f(base);
  let step = 0.3;
  const explored = (from: readonly number[], atFrom: number): [number[], number] => {
    const at = [...from];
    let best = atFrom;
    for (let i = 0; i < at.length; i += 1) {
      for (const sign of [1, -1]) {
        const kept = at[i]!;
        at[i] = kept + sign * step;
        const tried = f(at);
        if (tried > best) {
          best = tried;
          break;
        }
        at[i] = kept;
      }
    }
    return [at, best];
  };
  while (step > 2e-6) {
    let [at, reached] = explored(base, value);
    if (!(reached > value)) {
      step /= 3;
      continue;
    }
    for (;;) {
      const beyond = at.map((x, i) => 2 * x - base[i]!);
      base = at;
      value = reached;
      const [next, atNext] = explored(beyond, f(beyond));
      if (!(atNext > value)) break;
      at = next;
      reached = atNext;
    }
  }
  return base;
}
