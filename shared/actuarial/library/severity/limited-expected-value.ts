import { assertSeverityAt, type Severity } from '../../severity/severity.ts';
/**
 * E[min(X, d)], the limited expected value, d 0 or more. Throws an ActuarialError on any other d and on anything but a
 * severity law.
 */
export function limitedExpectedValue(severity: Severity, limit: number): number {
  assertSeverityAt(severity, 'limit', limit);
  return severity.limitedMoment(1, limit);
}
