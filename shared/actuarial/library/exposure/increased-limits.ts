import { mustBeAmount, mustBePositiveAmount } from '../../argument-checks.ts';
import { type ActuarialResult, type ArgumentChecks, mustBe, whenValid } from '../../result.ts';
import { mustBeSeverity, type Severity } from '../../severity/severity.ts';
import { limitedExpectedValue } from '../severity/limited-expected-value.ts';

// Limits are from 1e-100 to 1e100, of laws that have a loss.

const limitChecks = (severity: Severity, basicLimit: number, limit: number): ArgumentChecks => [
  mustBeSeverity('severity', severity),
  mustBePositiveAmount('basicLimit', basicLimit),
  mustBePositiveAmount('limit', limit),
  () => [
    mustBe({
      parameter: 'severity',
      domain: 'a law with losses above 0',
      given: severity.family,
      holds: limitedExpectedValue(severity, basicLimit) > 0,
    }),
  ],
];

/** Increased limits factor LEV(limit) / LEV(basic limit); limits > 0. Loss Models 4e, section 8.6. */
export const increasedLimitFactor = (
  severity: Severity,
  basicLimit: number,
  limit: number,
): ActuarialResult<number> =>
  whenValid(
    limitChecks(severity, basicLimit, limit),
    () => limitedExpectedValue(severity, limit) / limitedExpectedValue(severity, basicLimit),
  );

/** E[min((1+t) X, limit)] = (1+t) LEV(limit / (1+t)); trend t > -1. */
export const trendedLimitedValue = (
  severity: Severity,
  limit: number,
  trend: number,
): ActuarialResult<number> =>
  whenValid(
    [
      mustBeSeverity('severity', severity),
      mustBePositiveAmount('limit', limit),
      mustBe({
        parameter: 'trend',
        domain: 'a number above -1, at most 1e100',
        given: trend,
        holds: Number.isFinite(trend) && trend > -1 && trend <= 1e100,
      }),
    ],
    () => (1 + trend) * limitedExpectedValue(severity, limit / (1 + trend)),
  );

/** Loss elimination ratio LEV(retention) / E[X]; fails for an infinite mean, where it is undefined. */
export const lossEliminationRatio = (severity: Severity, retention: number): ActuarialResult<number> =>
  whenValid(
    [
      mustBeSeverity('severity', severity),
      mustBeAmount('retention', retention),
      () => [
        mustBe({
          parameter: 'severity',
          domain: 'a law with a finite mean above 0',
          given: severity.moment(1),
          holds: Number.isFinite(severity.moment(1)) && severity.moment(1) > 0,
        }),
      ],
    ],
    () => limitedExpectedValue(severity, retention) / severity.moment(1),
  );

/** Slope of the increased limits factor per unit of limit: P(X > limit) / LEV(basic limit). */
export const marginalIncreasedLimit = (
  severity: Severity,
  basicLimit: number,
  limit: number,
): ActuarialResult<number> =>
  whenValid(
    limitChecks(severity, basicLimit, limit),
    () => severity.survival(limit) / limitedExpectedValue(severity, basicLimit),
  );
