import type { Exposures } from '../domain/assessment-content.ts';
import { type ExposedValueRuleId, type ExposureField, exposedValueRule } from '../domain/exposures.ts';
import { type MinorUnits, sumOfMinor } from '../domain/money.ts';

export interface Exposed {
  readonly valueMinor: MinorUnits | null;
  /** Exposure fields that the value needs and that are not given. */
  readonly missing: readonly ExposureField[];
}

/** The exposed value V of a peril from the exposures, in cents (rating algorithm, section 1). */
export function exposedValueOf(rule: ExposedValueRuleId, exposures: Exposures): Exposed {
  const { take, fields } = exposedValueRule(rule);
  const needed =
    take === 'sum' ? fields : [fields.find((field) => exposures[field] !== null) ?? fields.at(-1)!];
  const given = needed.flatMap((field) => exposures[field] ?? []);
  const missing = needed.filter((field) => exposures[field] === null);
  return { valueMinor: missing.length > 0 ? null : sumOfMinor(given), missing };
}

/** The field to look at when a peril's exposed value is wrong. */
export const exposureFieldOf = (rule: ExposedValueRuleId): ExposureField => exposedValueRule(rule).fields[0];
