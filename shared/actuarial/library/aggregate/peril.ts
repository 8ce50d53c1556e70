import {
  fieldsOf,
  mustBeAmount,
  mustBeLimit,
  mustBeList,
  mustBeObject,
  mustBeProbability,
  mustBeText,
  mustBeWholeAtLeast,
} from '../../argument-checks.ts';
import { type Frequency, mustBeFrequency } from '../../frequency/frequency.ts';
import { negativeBinomialByMean } from '../../frequency/negative-binomial.ts';
import { type Cumulants, compoundCumulants } from '../../measures/cumulants.ts';
import { layerMoments } from '../../payment/layer-moments.ts';
import { mustBePayment, type Payment } from '../../payment/payment.ts';
import { type ActuarialResult, type ArgumentChecks, mapResult, mustBe, whenValid } from '../../result.ts';

/** A payment with the share of the count's losses that are of this kind; the shares of a peril sum to 1. */
export interface WeightedPayment {
  readonly payment: Payment;
  readonly weight: number;
}

/**
 * One source of annual loss: a count of ground-up losses, what each costs the insurer, and a cap on their sum
 * (`aggregateLimit`, of the insurer's share; Infinity for none). Perils are independent of one another.
 */
export interface Peril {
  readonly name: string;
  readonly payments: readonly WeightedPayment[];
  readonly frequency: Frequency;
  readonly aggregateLimit: number;
}

/** A peril with one kind of payment; fails on anything but a payment, a count law and a valid aggregate limit. */
export const makePeril = (parts: {
  readonly name?: string;
  readonly payment: Payment;
  readonly frequency: Frequency;
  readonly aggregateLimit?: number;
}): ActuarialResult<Peril> => {
  const { name = '', payment, frequency, aggregateLimit = Number.POSITIVE_INFINITY } = fieldsOf(parts);
  const requirements = [
    mustBeText('name', name),
    mustBePayment('payment', payment),
    mustBeFrequency('frequency', frequency),
    mustBeAggregateLimit(aggregateLimit),
  ];
  return whenValid(requirements, () => ({
    name,
    payments: [{ payment, weight: 1 }],
    frequency,
    aggregateLimit,
  }));
};

/**
 * Several kinds of loss whose Poisson counts share one gamma-distributed mean factor of squared coefficient of
 * variation cv2 >= 0: dependent counts with P(z_1, ..) = (1 - cv2 sum m_i (z_i - 1))^(-1/cv2). In law this is one
 * negative binomial count of mean sum m_i whose losses are of kind i with probability m_i / sum m, so the compound
 * costs one transform. `aggregateLimit` caps their joint sum. Fails on any other argument. Source: methods of Loss
 * Models 4e, sections 6.3, 7.3.
 */
export function sharedGammaPeril(parts: {
  readonly name?: string;
  readonly cv2: number;
  readonly kinds: readonly { readonly payment: Payment; readonly mean: number }[];
  readonly aggregateLimit?: number;
}): ActuarialResult<Peril> {
  const { name = '', cv2, kinds, aggregateLimit = Number.POSITIVE_INFINITY } = fieldsOf(parts);
  const sumOfMeans = () => kinds.reduce((sum, kind) => sum + kind.mean, 0);
  const checked = whenValid(
    [
      mustBeText('name', name),
      mustBeList('kinds', 'a list of kinds, each with payment and mean', kinds),
      () => [
        mustBeWholeAtLeast('kinds', kinds.length, 1),
        ...kinds.map((kind) => mustBePayment('payment', fieldsOf(kind).payment)),
        ...kinds.map((kind) => mustBeAmount('mean', fieldsOf(kind).mean)),
      ],
      () => [
        mustBe({
          parameter: 'mean',
          domain: 'above 0 in sum, at least 1e-100',
          given: sumOfMeans(),
          holds: sumOfMeans() >= 1e-100,
        }),
      ],
      mustBeAggregateLimit(aggregateLimit),
    ],
    sumOfMeans,
  );
  if (!checked.ok) return checked;
  const total = checked.value;
  return mapResult(negativeBinomialByMean({ mean: total, cv2 }), (frequency) => ({
    name,
    payments: kinds.map((kind) => ({ payment: kind.payment, weight: kind.mean / total })),
    frequency,
    aggregateLimit,
  }));
}

/** Perils, one or more, as the constructors make them. */
export const perilChecks = (perils: readonly Peril[]): ArgumentChecks => [
  mustBeList('perils', 'a list of perils', perils),
  () => [mustBeWholeAtLeast('perils', perils.length, 1), ...perils.map(onePeril)],
];

const onePeril = (peril: Peril) => (): ArgumentChecks => {
  const { name, payments, frequency, aggregateLimit } = fieldsOf(peril);
  return [
    mustBeObject('perils', 'a list of perils', peril),
    mustBeText('name', name),
    mustBeFrequency('frequency', frequency),
    mustBeAggregateLimit(aggregateLimit),
    mustBeList('payments', 'a list of payments with weights', payments),
    () => [
      mustBeWholeAtLeast('payments', payments.length, 1),
      ...payments.flatMap((kind) => [
        mustBePayment('payment', fieldsOf(kind).payment),
        mustBeProbability('weight', fieldsOf(kind).weight),
      ]),
    ],
    () => {
      const sum = payments.reduce((total, { weight }) => total + weight, 0);
      return [
        mustBe({
          parameter: 'weight',
          domain: '1 in sum, within 1e-9',
          given: sum,
          holds: Math.abs(sum - 1) <= 1e-9,
        }),
      ];
    },
  ];
};

const mustBeAggregateLimit = (limit: number) => mustBeLimit('aggregateLimit', limit);

/** P(at least one payment above 0 in the period). */
export const probabilityAnyPayment = (peril: Peril): number =>
  peril.frequency.someEvent(
    peril.payments.reduce((sum, { payment, weight }) => sum + weight * payment.survival(0), 0),
  );

/** Cumulants of the annual sum before the aggregate limit; Infinity where a moment does not exist. */
export function perilCumulants(peril: Peril): Cumulants {
  const kinds = peril.payments.map(({ payment, weight }) => ({ weight, moments: layerMoments(payment) }));
  const mean = kinds.reduce((sum, { weight, moments }) => sum + weight * moments.mean, 0);
  // Moments of a mixture about its mean, from each kind's own central moments and its mean's distance.
  let variance = 0;
  let third = 0;
  for (const { weight, moments } of kinds) {
    const away = kinds.length === 1 ? 0 : moments.mean - mean;
    variance += weight * (moments.variance + away * away);
    third += weight * (moments.thirdCentral + 3 * away * moments.variance + away * away * away);
  }
  return compoundCumulants(peril.frequency, { mean, variance, third });
}
