import { guarded, isAmount, isLimit, isNumber, type Outcome, requires } from '../outcome.ts';
import { type Severity, survivalFrom } from '../severity/severity.ts';

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
  /** P(Y > y), y >= 0. */
  readonly survival: (y: number) => number;
  /** P(Y >= y), y >= 0. */
  readonly survivalFrom: (y: number) => number;
  /** G(y) = E[min(Y, y)], y >= 0. */
  readonly limitedExpectedValue: (y: number) => number;
}

/** The payment of `severity` under `terms`; fails on a negative retention, a limit not above 0, a share outside (0, 1]. */
export function occurrencePayment(severity: Severity, terms: OccurrenceTerms): Outcome<Payment> {
  const { retention, limit, coinsurance: share } = terms;
  return guarded(
    [
      isAmount('retention', retention),
      isLimit('limit', limit),
      requires(
        'coinsurance',
        "the insurer's share, in (0, 1]",
        share,
        isNumber(share) && share > 0 && share <= 1,
      ),
    ],
    () => {
      const width = Math.max(0, Math.min(limit, severity.upperBound - retention));
      const top = share * width;
      const belowRetention = severity.limitedMoment(1, retention);
      return {
        severity,
        terms,
        top,
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

/** P(X > retention): the chance that one loss reaches the layer. */
export const probabilityAttach = (payment: Payment): number =>
  payment.severity.survival(payment.terms.retention);

/** P(X >= retention + limit): the chance that one loss exhausts the layer; 0 when unlimited. */
export const probabilityExhaust = (payment: Payment): number =>
  payment.terms.limit === Number.POSITIVE_INFINITY
    ? 0
    : survivalFrom(payment.severity, payment.terms.retention + payment.terms.limit);
