import { fieldsOf, hasFunctions, mustBePositiveAmount, mustBeWithin } from '../argument-checks.ts';
import { type ActuarialResult, type ArgumentCheck, mustBe, whenValid } from '../result.ts';
import {
  betaDensity,
  betaLower,
  betaLowerInverse,
  betaMomentRatio,
  betaUpper,
} from '../special/incomplete-beta.ts';
import { normalCdf, normalDensity, normalQuantile } from '../special/normal.ts';
import type { Severity } from './severity.ts';

/** The law of a damage ratio D on (0, 1], with closed partial moments. Functions take d in [0, 1]. */
export interface DamageRatio {
  readonly family: 'beta' | 'conditional-lognormal';
  /** Identifies law and parameters, for caches. */
  readonly key: string;
  readonly cdf: (d: number) => number;
  readonly survival: (d: number) => number;
  readonly density: (d: number) => number;
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
      return {
        family: 'beta' as const,
        key: `beta ${a} ${b}`,
        cdf: (d: number) => betaLower(d, a, b),
        survival: (d: number) => betaUpper(d, a, b),
        density: (d: number) => (d > 0 && d < 1 ? density(d) : 0),
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
      'partialMoment',
      'quantile',
    ] satisfies (keyof DamageRatio)[]),
  });
