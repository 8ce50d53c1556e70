import { integrateDyadic } from '../special/gauss-legendre.ts';
import type { Atom, Severity, UpperTail } from './severity.ts';

/** What a family defines for finite x >= 0 and 0 < p < 1; makeSeverity adds the ends. */
export interface SeverityParts {
  readonly family: string;
  readonly survival: (x: number) => number;
  readonly cdf: (x: number) => number;
  readonly density: (x: number) => number;
  readonly limitedMoment?: (order: number, limit: number) => number;
  readonly moment: (order: number) => number;
  readonly quantile: (p: number) => number;
  readonly atoms?: readonly Atom[];
  readonly kinks?: readonly number[];
  readonly breaks?: readonly number[];
  readonly lowerBound?: number;
  readonly upperBound?: number;
  readonly upperTail?: (retention: number) => UpperTail | null;
  /** P(X = 0), for quantiles. */
  readonly massAtZero?: number;
}

/**
 * A severity law from a family's own functions, extended to all x and p; without closed limited moments they are
 * integrated.
 */
export function makeSeverity(parts: SeverityParts): Severity {
  const { atoms = [], kinks = [], breaks = [], lowerBound = 0, massAtZero = 0 } = parts;
  const upperBound = parts.upperBound ?? Number.POSITIVE_INFINITY;
  const survival = (x: number): number => {
    if (x >= upperBound) return 0;
    return x < 0 ? 1 : parts.survival(x);
  };
  const closed = parts.limitedMoment ?? integratedLimitedMoment(survival, [...kinks, ...breaks]);
  return {
    family: parts.family,
    survival,
    cdf: (x) => {
      if (x >= upperBound) return 1;
      return x < 0 ? 0 : parts.cdf(x);
    },
    density: (x) => (x > 0 && x < Number.POSITIVE_INFINITY ? parts.density(x) : 0),
    atoms,
    limitedMoment: (order, limit) => {
      if (limit <= 0) return 0;
      return limit >= upperBound ? parts.moment(order) : closed(order, limit);
    },
    moment: parts.moment,
    quantile: (p) => {
      if (p <= massAtZero) return massAtZero > 0 ? 0 : lowerBound;
      return p >= 1 ? upperBound : parts.quantile(p);
    },
    kinks,
    breaks,
    upperBound,
    upperTail: parts.upperTail ?? (() => null),
  };
}

/** E[min(X, d)^k] = int_0^d k x^(k-1) S(x) dx by quadrature: the fallback where no closed form keeps its digits. */
export function integratedLimitedMoment(
  survival: (x: number) => number,
  kinks: readonly number[],
): (order: number, limit: number) => number {
  return (order, limit) =>
    integrateDyadic({ f: (x) => order * x ** (order - 1) * survival(x), from: 0, to: limit, kinks });
}
