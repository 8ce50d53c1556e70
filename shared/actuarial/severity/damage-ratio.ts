import { fieldsOf, hasFunctions, mustBePositiveAmount, mustBeWithin } from '../argument-checks.ts';
import { type ActuarialResult, type ArgumentCheck, mustBe, whenValid } from '../result.ts';
import { integratePanel } from '../special/gauss-legendre.ts';
import {
  betaDensity,
  betaLower,
  betaLowerInverse,
  betaLowerWithComplement,
  betaMomentRatio,
  betaUpper,
} from '../special/incomplete-beta.ts';
import { normalCdf, normalDensity, normalQuantile } from '../special/normal.ts';
import type { Severity, UpperTail } from './severity.ts';

/** The law of a damage ratio D on (0, 1], with closed partial moments. Functions take d in [0, 1]. */
export interface DamageRatio {
  readonly family: 'beta' | 'conditional-lognormal';
  /** Identifies law and parameters, for caches. */
  readonly key: string;
  readonly cdf: (d: number) => number;
  readonly survival: (d: number) => number;
  readonly density: (d: number) => number;
  /** Survival at 1 - c, for a small c that keeps its digits where 1 - c does not. */
  readonly survivalNear1: (c: number) => number;
  /** Density at 1 - c, from that at 1 - from: between the two its last digits are smooth, which panels rest on. */
  readonly densityNear1: (from: number) => (c: number) => number;
  /** E[D^q; D <= d], q >= 0. */
  readonly partialMoment: (q: number, d: number) => number;
  readonly quantile: (p: number) => number;
}

/**
 * D ~ Beta(a, b), a and b from 1e-3 to 1e6. E[D^q; D<=d] = B(a+q,b)/B(a,b) I_d(a+q,b).
 * Source: Klugman, Panjer, Willmot, Loss Models 4e, appendix A.6.1.
 */
export function betaDamage(parameters: {
  readonly a: number;
  readonly b: number;
}): ActuarialResult<DamageRatio> {
  const { a, b } = fieldsOf(parameters);
  return whenValid(
    [
      mustBeWithin({ parameter: 'a', given: a, from: 1e-3, to: 1e6 }),
      mustBeWithin({ parameter: 'b', given: b, from: 1e-3, to: 1e6 }),
    ],
    () => {
      const density = betaDensity(a, b);
      const mirrored = betaDensity(b, a);
      return {
        family: 'beta' as const,
        key: `beta ${a} ${b}`,
        cdf: (d: number) => betaLower(d, a, b),
        survival: (d: number) => betaUpper(d, a, b),
        density: (d: number) => (d > 0 && d < 1 ? density(d) : 0),
        survivalNear1: (c: number) => betaLowerWithComplement(c, 1 - c, b, a),
        densityNear1: (from: number) => {
          const [start, logStart] = [mirrored(from), Math.log1p(-from)];
          return (c: number) =>
            c > 0 && c < 1
              ? start * Math.exp((b - 1) * Math.log(c / from) + (a - 1) * (Math.log1p(-c) - logStart))
              : 0;
        },
        partialMoment: (q: number, d: number) =>
          d <= 0 ? 0 : betaMomentRatio(q, a, b) * betaLower(d, a + q, b),
        quantile: (p: number) => betaLowerInverse(p, a, b),
      };
    },
  );
}

/**
 * D lognormal(mu, sigma) conditional on D <= 1; mu from -230 to 30, sigma from 1e-3 to 10.
 * F(d) = Phi((ln d - mu)/sigma) / Phi(-mu/sigma);
 * E[D^q; D<=d] = exp(q mu + q^2 sigma^2/2) Phi((ln d - mu)/sigma - q sigma) / Phi(-mu/sigma).
 */
export function conditionalLognormalDamage(parameters: {
  readonly mu: number;
  readonly sigma: number;
}): ActuarialResult<DamageRatio> {
  const { mu, sigma } = fieldsOf(parameters);
  return whenValid(
    [
      mustBeWithin({ parameter: 'mu', given: mu, from: -230, to: 30 }),
      mustBeWithin({ parameter: 'sigma', given: sigma, from: 1e-3, to: 10 }),
    ],
    () => {
      const below = normalCdf(-mu / sigma);
      const standard = (d: number) => (Math.log(d) - mu) / sigma;
      return {
        family: 'conditional-lognormal' as const,
        key: `conditional-lognormal ${mu} ${sigma}`,
        cdf: (d: number) => (d <= 0 ? 0 : d >= 1 ? 1 : normalCdf(standard(d)) / below),
        survival: (d: number) => {
          if (d <= 0) return 1;
          return d >= 1 ? 0 : intervalProbability(standard(d), -mu / sigma) / below;
        },
        density: (d: number) => (d > 0 && d <= 1 ? normalDensity(standard(d)) / (sigma * d * below) : 0),
        survivalNear1: (c: number) =>
          c <= 0 ? 0 : lastProbability(-mu / sigma, -Math.log1p(-c) / sigma) / below,
        densityNear1: (from: number) => {
          const logStart = Math.log1p(-from);
          const start = (logStart - mu) / sigma;
          const scale = normalDensity(start) / (sigma * below);
          return (c: number) => {
            if (c < 0 || c >= 1) return 0;
            const away = (Math.log1p(-c) - logStart) / sigma;
            return (scale * Math.exp(-away * (start + away / 2))) / (1 - c);
          };
        },
        partialMoment: (q: number, d: number) =>
          d <= 0
            ? 0
            : (Math.exp(q * mu + 0.5 * q * q * sigma * sigma) *
                normalCdf(standard(Math.min(1, d)) - q * sigma)) /
              below,
        quantile: (p: number) => (p <= 0 ? 0 : p >= 1 ? 1 : Math.exp(mu + sigma * normalQuantile(p * below))),
      };
    },
  );
}

/** Phi(to) - Phi(from), from <= to, without cancellation in either tail. */
function intervalProbability(from: number, to: number): number {
  return from > 0 ? normalCdf(-from) - normalCdf(-to) : normalCdf(to) - normalCdf(from);
}

/** Phi(to) - Phi(to - width), whose digits are those of a narrow width. */
const lastProbability = (to: number, width: number): number =>
  width > 1
    ? intervalProbability(to - width, to)
    : integratePanel({ f: (s) => normalDensity(to - s), from: 0, to: width, n: 16 });

/** From this share of the exposed value up, what is left to it keeps more digits than the share itself. */
const NEAR_TOP = 0.99;

/**
 * X = V D^kappa: exposed value V > 0 in currency units, damage ratio D, kappa from 1e-3 to 1e3 (below 1
 * makes losses larger).
 * F_X(u) = F_D(d), LEV(u) = V E[D^kappa; D<=d] + u (1 - F_D(d)) with d = min(1, u/V)^(1/kappa).
 */
export function damageRatioSeverity(parameters: {
  readonly damage: DamageRatio;
  readonly exposedValue: number;
  readonly kappa: number;
}): ActuarialResult<Severity> {
  const { damage, exposedValue: value, kappa } = fieldsOf(parameters);
  return whenValid(
    [
      mustBeDamageRatio('damage', damage),
      mustBePositiveAmount('exposedValue', value),
      mustBeWithin({ parameter: 'kappa', given: kappa, from: 1e-3, to: 1e3 }),
    ],
    () => {
      const ratio = (x: number) => (x <= 0 ? 0 : x >= value ? 1 : (x / value) ** (1 / kappa));
      return {
        family: 'damage-ratio',
        survival: (x: number) => (x >= value ? 0 : damage.survival(ratio(x))),
        cdf: (x: number) => (x >= value ? 1 : damage.cdf(ratio(x))),
        density: (x: number) => {
          if (x <= 0 || x > value) return 0;
          const d = ratio(x);
          return (damage.density(d) * d) / (kappa * x);
        },
        atoms: [],
        limitedMoment: (order: number, limit: number) => {
          const d = ratio(limit);
          const below = value ** order * damage.partialMoment(order * kappa, d);
          return d >= 1 ? below : below + limit ** order * damage.survival(d);
        },
        moment: (order: number) => value ** order * damage.partialMoment(order * kappa, 1),
        quantile: (p: number) => value * damage.quantile(p) ** kappa,
        kinks: [value],
        breaks: [],
        upperBound: value,
        upperTail: (retention: number): UpperTail | null => {
          if (retention < NEAR_TOP * value) return null;
          const room = value - retention;
          // 1 - d = 1 - (x / V)^(1 / kappa), from the share of V that is left above x.
          const left = (y: number) => -Math.expm1(Math.log1p((y - room) / value) / kappa);
          const density = room > 0 ? damage.densityNear1(left(0)) : () => 0;
          return {
            survival: (y) => (y >= room ? 0 : damage.survivalNear1(left(y))),
            density: (y) => {
              if (y >= room) return 0;
              const c = left(y);
              return (density(c) * (1 - c)) / (kappa * (retention + y));
            },
          };
        },
      };
    },
  );
}

/** Checks that an argument is a damage ratio law. */
const mustBeDamageRatio = (parameter: string, given: unknown): ArgumentCheck =>
  mustBe({
    parameter,
    domain: 'a law of a damage ratio',
    given,
    holds: hasFunctions(given, [
      'cdf',
      'survival',
      'density',
      'survivalNear1',
      'densityNear1',
      'partialMoment',
      'quantile',
    ] satisfies (keyof DamageRatio)[]),
  });
