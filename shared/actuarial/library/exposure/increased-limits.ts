import {
  guarded,
  isAmount,
  isPositiveAmount,
  type Outcome,
  type Requirements,
  requires,
} from '../../outcome.ts';
import { limitedExpectedValue, type Severity } from '../../severity/severity.ts';
import { isSeverity } from '../../shapes.ts';

// Limits are from 1e-100 to 1e100, of laws that have a loss.

const limitRequirements = (severity: Severity, basicLimit: number, limit: number): Requirements => [
  isSeverity('severity', severity),
  isPositiveAmount('basicLimit', basicLimit),
  isPositiveAmount('limit', limit),
  () => [
    requires(
      'severity',
      'a law with losses above 0',
      severity.family,
      limitedExpectedValue(severity, basicLimit) > 0,
    ),
  ],
];

/** Increased limits factor LEV(limit) / LEV(basic limit); limits > 0. Loss Models 4e, section 8.6. */
export const increasedLimitFactor = (
  severity: Severity,
  basicLimit: number,
  limit: number,
): Outcome<number> =>
  guarded(
    limitRequirements(severity, basicLimit, limit),
    () => limitedExpectedValue(severity, limit) / limitedExpectedValue(severity, basicLimit),
  );

/** E[min((1+t) X, limit)] = (1+t) LEV(limit / (1+t)); trend t > -1. */
export const trendedLimitedValue = (severity: Severity, limit: number, trend: number): Outcome<number> =>
  guarded(
    [
      isSeverity('severity', severity),
      isPositiveAmount('limit', limit),
      requires(
        'trend',
        'a number above -1, at most 1e100',
        trend,
        Number.isFinite(trend) && trend > -1 && trend <= 1e100,
      ),
    ],
    () => (1 + trend) * limitedExpectedValue(severity, limit / (1 + trend)),
  );

/** Loss elimination ratio LEV(retention) / E[X]; fails for an infinite mean, where it is undefined. */
export const lossEliminationRatio = (severity: Severity, retention: number): Outcome<number> =>
  guarded(
    [
      isSeverity('severity', severity),
      isAmount('retention', retention),
      () => [
        requires(
          'severity',
          'a law with a finite mean above 0',
          severity.moment(1),
          Number.isFinite(severity.moment(1)) && severity.moment(1) > 0,
        ),
      ],
    ],
    () => limitedExpectedValue(severity, retention) / severity.moment(1),
  );

/** Slope of the increased limits factor per unit of limit: P(X > limit) / LEV(basic limit). */
export const marginalIncreasedLimit = (
  severity: Severity,
  basicLimit: number,
  limit: number,
): Outcome<number> =>
  guarded(
    limitRequirements(severity, basicLimit, limit),
    () => severity.survival(limit) / limitedExpectedValue(severity, basicLimit),
  );
