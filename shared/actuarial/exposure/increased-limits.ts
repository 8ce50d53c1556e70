import { guarded, isNotNegative, isPositive, type Outcome, requires } from '../outcome.ts';
import { limitedExpectedValue, type Severity } from '../severity/severity.ts';

/** Increased limits factor LEV(limit) / LEV(basic limit); limits > 0. Loss Models 4e, section 8.6. */
export const increasedLimitFactor = (
  severity: Severity,
  basicLimit: number,
  limit: number,
): Outcome<number> =>
  guarded(
    [isPositive('basicLimit', basicLimit), isPositive('limit', limit)],
    () => limitedExpectedValue(severity, limit) / limitedExpectedValue(severity, basicLimit),
  );

/** E[min((1+t) X, limit)] = (1+t) LEV(limit / (1+t)); trend t > -1. */
export const trendedLimitedValue = (severity: Severity, limit: number, trend: number): Outcome<number> =>
  guarded(
    [
      isPositive('limit', limit),
      requires('trend', 'a finite number above -1', trend, Number.isFinite(trend) && trend > -1),
    ],
    () => (1 + trend) * limitedExpectedValue(severity, limit / (1 + trend)),
  );

/** Loss elimination ratio LEV(retention) / E[X]; fails for an infinite mean, where it is undefined. */
export const lossEliminationRatio = (severity: Severity, retention: number): Outcome<number> =>
  guarded(
    [
      isNotNegative('retention', retention),
      requires(
        'severity',
        'a law with a finite mean',
        severity.moment(1),
        Number.isFinite(severity.moment(1)),
      ),
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
    [isPositive('basicLimit', basicLimit), isPositive('limit', limit)],
    () => severity.survival(limit) / limitedExpectedValue(severity, basicLimit),
  );
