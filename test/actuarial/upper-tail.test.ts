import { describe, expect, it } from 'vitest';
import {
  betaDamage,
  conditionalLognormalDamage,
  type DamageRatio,
  damageRatioSeverity,
  expectValue,
  mixtureSeverity,
  occurrencePayment,
  probabilityAttach,
  probabilityExhaust,
  type Severity,
} from '#shared/actuarial/index.ts';
import { discretiseWhole } from '#shared/actuarial/lattice/discretise.ts';
import { layerMoments } from '#shared/actuarial/payment/layer-moments.ts';

const VALUE = 2 ** 35;
/** What is left above the retention, as shares of the value; each is a double, as is the retention below it. */
const ROOMS = [2 ** -7, 2 ** -14, 2 ** -24, 2 ** -34];

const severityOf = (damage: DamageRatio, kappa = 1): Severity =>
  expectValue(damageRatioSeverity({ damage, exposedValue: VALUE, kappa }));

const layer = (severity: Severity, room: number, share: number) =>
  expectValue(
    occurrencePayment(severity, {
      retention: VALUE - room * VALUE,
      limit: share * room * VALUE,
      coinsurance: 0.9,
    }),
  );

const latticeMean = (mass: Float64Array, step: number): number =>
  mass.reduce((sum, p, j) => sum + p * j * step, 0);

/** Within 1e-11 of itself: what is small keeps its digits. */
const expectDigits = (found: number, due: number) => expect(Math.abs(found / due - 1)).toBeLessThan(1e-11);

describe('a layer at the very top of the exposed value', () => {
  it.each(ROOMS)('keeps the digits of a Beta(1, b), %s of the value below its end', (room) => {
    for (const [b, share] of [
      [0.3, 1],
      [0.3, 0.25],
      [7.5, 1],
      [7.5, 0.25],
    ] as const) {
      const payment = layer(severityOf(expectValue(betaDamage({ a: 1, b }))), room, share);
      // S(x) = ((V - x) / V)^b in closed form.
      expectDigits(probabilityAttach(payment), room ** b);
      if (share < 1) expectDigits(probabilityExhaust(payment), ((1 - share) * room) ** b);
      const mean = ((0.9 * VALUE) / (b + 1)) * (room ** (b + 1) - ((1 - share) * room) ** (b + 1));
      expectDigits(layerMoments(payment).mean, mean);
      const { mass, step } = expectValue(discretiseWhole(payment, 1024));
      expectDigits(latticeMean(mass, step), mean);
      expect(mass.every((p) => p >= 0)).toBe(true);
    }
  });

  it.each(ROOMS)('keeps those of a Beta(a, 1) under a power, %s of the value below its end', (room) => {
    const [a, kappa] = [0.542, 1.3];
    const severity = severityOf(expectValue(betaDamage({ a, b: 1 })), kappa);
    expectDigits(probabilityAttach(layer(severity, room, 1)), -Math.expm1((a * Math.log1p(-room)) / kappa));
  });

  it.each(ROOMS.slice(1))(
    'keeps those of a lognormal that ends there, %s of the value below its end',
    (room) => {
      const [mu, sigma] = [-2.8, 1.19];
      const payment = layer(severityOf(expectValue(conditionalLognormalDamage({ mu, sigma }))), room, 1);
      // Over so little the density of ln D is a straight line: f(0) w + f'(0) w^2 / 2, w the width on the log scale.
      const width = -Math.log1p(-room) / sigma;
      const end = -mu / sigma;
      const normal = Math.exp(-(end ** 2) / 2) / Math.sqrt(2 * Math.PI);
      const below = 0.5 * (1 + erf(end / Math.SQRT2));
      const due = (normal * width * (1 + (end * width) / 2 + ((end ** 2 - 1) * width ** 2) / 6)) / below;
      expect(Math.abs(probabilityAttach(payment) / due - 1)).toBeLessThan(1e-9);
      const { mass, step } = expectValue(discretiseWhole(payment, 1024));
      expectDigits(latticeMean(mass, step), layerMoments(payment).mean);
    },
  );

  it('is that of both laws of a mixture, also where one of them ends below', () => {
    const large = severityOf(expectValue(betaDamage({ a: 1, b: 2 })));
    const lower = expectValue(
      damageRatioSeverity({ damage: expectValue(betaDamage({ a: 1, b: 1 })), exposedValue: 1e6, kappa: 1 }),
    );
    const mixture = expectValue(mixtureSeverity({ weights: [0.1, 0.9], components: [large, lower] }));
    const room = 2 ** -30;
    expectDigits(probabilityAttach(layer(mixture, room, 1)), 0.1 * room ** 2);
  });

  it('joins the rest of the law without a step', () => {
    const severity = severityOf(expectValue(betaDamage({ a: 0.5, b: 2.1 })), 1.2);
    const at = (share: number) =>
      layerMoments(
        expectValue(occurrencePayment(severity, { retention: share * VALUE, limit: VALUE, coinsurance: 1 })),
      ).mean;
    const [below, above] = [at(0.99 - 1e-13), at(0.99)];
    expect(Math.abs(above / below - 1)).toBeLessThan(1e-9);
  });

  it.each([0.5, 0.9, 0.995, 1 - 1e-6, 1 - 1e-9])(
    'asks for its law no more often than elsewhere, at %s',
    (share) => {
      const [beta, lognormal] = [
        expectValue(betaDamage({ a: 0.542, b: 2.4 })),
        expectValue(conditionalLognormalDamage({ mu: -5, sigma: 1 })),
      ];
      let asked = 0;
      const counted = (law: DamageRatio): DamageRatio => ({
        ...law,
        survival: (d) => count(law.survival(d)),
        density: (d) => count(law.density(d)),
        survivalNear1: (c) => count(law.survivalNear1(c)),
        densityNear1: (from) => {
          const density = law.densityNear1(from);
          return (c) => count(density(c));
        },
      });
      const count = (value: number) => {
        asked += 1;
        return value;
      };
      const severity = expectValue(
        mixtureSeverity({
          weights: [0.1, 0.9],
          components: [severityOf(counted(beta), 0.8), severityOf(counted(lognormal))],
        }),
      );
      const payment = expectValue(
        occurrencePayment(severity, { retention: share * VALUE, limit: VALUE, coinsurance: 1 }),
      );
      expectValue(discretiseWhole(payment, 4096));
      // A cell each would be 16 nodes or more of both laws: 130,000.
      expect(asked).toBeLessThan(20_000);
    },
  );
});

/** erf by its series, for arguments below 3. */
function erf(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; n < 200; n += 1) {
    term *= -(x ** 2) / n;
    sum += term / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}

describe('a layer of a cent', () => {
  it.each([2_097_152, 3e9])('has its mean above a retention of %s', (retention) => {
    const severity = expectValue(
      damageRatioSeverity({
        damage: expectValue(betaDamage({ a: 1, b: 1 })),
        exposedValue: 5e10,
        kappa: 1,
      }),
    );
    const payment = expectValue(occurrencePayment(severity, { retention, limit: 0.01, coinsurance: 1 }));
    // S(x) = 1 - x / V is a straight line.
    expectDigits(layerMoments(payment).mean, 0.01 * (1 - (retention + 0.005) / 5e10));
  });
});
