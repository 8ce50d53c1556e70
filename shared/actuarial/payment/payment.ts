import { fieldsOf, isNumber, isRecord, mustBeAmount, mustBeLimit } from '../argument-checks.ts';
import { type ActuarialResult, type ArgumentCheck, assertArgument, mustBe, whenValid } from '../result.ts';
import {
  isSeverity,
  mustBeSeverity,
  type Severity,
  survivalFrom,
  type UpperTail,
} from '../severity/severity.ts';
import { integrateDyadic } from '../special/gauss-legendre.ts';

/**
 * Terms of one occurrence: `limit` is the width of the layer on the 100 % basis (Infinity: unlimited), `coinsurance`
 * the insurer's share in (0, 1]. Y = coinsurance * min(max(X - retention, 0), limit).
 */
export interface OccurrenceTerms {
  readonly retention: number;
  readonly limit: number;
  readonly coinsurance: number;
}

/** What the insurer pays for one ground-up loss (with an atom at 0 for losses below the retention). */
export interface Payment {
  readonly severity: Severity;
  readonly terms: OccurrenceTerms;
  /** The largest payment possible: coinsurance * min(limit, upper bound - retention), 0 when it cannot attach. */
  readonly top: number;
  /** The severity's tail from the retention, where that is next to its upper bound; else null. */
  readonly upperTail: UpperTail | null;
  /** P(Y > y), y >= 0. */
  readonly survival: (y: number) => number;
  /** P(Y >= y), y >= 0. */
  readonly survivalFrom: (y: number) => number;
  /** G(y) = E[min(Y, y)], y >= 0. */
  readonly limitedExpectedValue: (y: number) => number;
}

/** Narrower layers would begin and end at the same double, or almost. */
export const NARROWEST = 1e-12;
/** With limits from 1e-30 up, payments of this share or more have cubes that do not underflow. */
const LEAST_SHARE = 1e-12;

/**
 * The payment of `severity` under `terms`; fails on a negative retention, a limit not from 1e-30 (and 1e-12 of the
 * retention) to 1e100 or Infinity, a share not from 1e-12 to 1.
 */
export function occurrencePayment(severity: Severity, terms: OccurrenceTerms): ActuarialResult<Payment> {
  const { retention, limit, coinsurance: share } = fieldsOf(terms);
  return whenValid(
    [
      mustBeSeverity('severity', severity),
      mustBeAmount('retention', retention),
      mustBeLimit('limit', limit),
      mustBe({
        parameter: 'limit',
        domain: 'at least 1e-12 of the retention, or the layer has no width beside it',
        given: limit,
        holds: limit >= NARROWEST * retention,
      }),
      mustBe({
        parameter: 'coinsurance',
        domain: "the insurer's share, in (0, 1] and at least 1e-12",
        given: share,
        holds: isNumber(share) && share >= LEAST_SHARE && share <= 1,
      }),
    ],
    () => {
      const width = Math.max(0, Math.min(limit, severity.upperBound - retention));
      const top = share * width;
      const upperTail = severity.upperTail(retention);
      if (upperTail !== null) return paymentNearTop({ severity, terms, top, upperTail });
      const belowRetention = severity.limitedMoment(1, retention);
      return {
        severity,
        terms,
        top,
        upperTail,
        survival: (y: number) => (y >= top ? 0 : severity.survival(retention + y / share)),
        survivalFrom: (y: number) => {
          if (y <= 0) return 1;
          return y > top ? 0 : survivalFrom(severity, retention + (y === top ? width : y / share));
        },
        limitedExpectedValue: (y: number) =>
          share * (severity.limitedMoment(1, retention + (y >= top ? width : y / share)) - belowRetention),
      };
    },
  );
}

/** A layer at the very top of the ground-up loss: everything from the tail, whose integrals are of one sign. */
function paymentNearTop({
  severity,
  terms,
  top,
  upperTail,
}: Pick<Payment, 'severity' | 'terms' | 'top'> & { readonly upperTail: UpperTail }): Payment {
  const { coinsurance: share } = terms;
  const { survival } = upperTail;
  return {
    severity,
    terms,
    top,
    upperTail,
    survival: (y) => (y >= top ? 0 : survival(y / share)),
    survivalFrom: (y) => {
      if (y <= 0) return 1;
      return y > top ? 0 : survival(y / share);
    },
    limitedExpectedValue: (y) =>
      share * integrateDyadic({ f: survival, from: 0, to: Math.min(y, top) / share, kinks: [] }),
  };
}

/**
 * P(X > retention): the probability that one loss reaches the layer. Throws an ActuarialError on anything but a
 * payment.
 */
export function probabilityAttach(payment: Payment): number {
  assertArgument({
    holds: isPayment(payment),
    parameter: 'payment',
    domain: 'a payment of a severity law',
    given: payment,
  });
  const { severity, terms, upperTail } = payment;
  return upperTail === null ? severity.survival(terms.retention) : upperTail.survival(0);
}

/**
 * P(X >= retention + limit): the probability that one loss exhausts the layer; 0 when unlimited. Throws an
 * ActuarialError on anything but a payment.
 */
export function probabilityExhaust(payment: Payment): number {
  assertArgument({
    holds: isPayment(payment),
    parameter: 'payment',
    domain: 'a payment of a severity law',
    given: payment,
  });
  const { retention, limit } = payment.terms;
  if (limit === Number.POSITIVE_INFINITY) return 0;
  return payment.upperTail === null
    ? survivalFrom(payment.severity, retention + limit)
    : payment.upperTail.survival(limit);
}

/** Whether a value is a payment as occurrencePayment makes it. */
export const isPayment = (given: unknown): given is Payment =>
  isRecord(given) &&
  typeof given.survival === 'function' &&
  typeof given.survivalFrom === 'function' &&
  typeof given.limitedExpectedValue === 'function' &&
  isSeverity(given.severity) &&
  isRecord(given.terms);

/** Checks that an argument is a payment. */
export const mustBePayment = (parameter: string, given: unknown): ArgumentCheck =>
  mustBe({ parameter, domain: 'a payment of a severity law', given, holds: isPayment(given) });
