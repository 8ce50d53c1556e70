import { z } from 'zod';
import { minorUnitsSchema } from './money.ts';

// The amounts of an assessment that a loss can be measured by: schema, table, rating model, wording and pricing all
// read this list. What a form and a message call them is said by the wording of the model.

const amount = (description: string) => minorUnitsSchema.nullable().default(null).describe(description);

/** Fields of the content, null where not given. */
export const exposureShape = {
  onlinePeakMinor: amount(
    'Peak 90-day online balance (hot and warm), in cents; protocols: peak value that online keys can move',
  ),
  offlineMinor: amount('All offline assets, in cents; 0 if there are none'),
  largestVaultMinor: amount(
    'Largest single vault, in cents; null = vaults are not separate, all offline assets count',
  ),
  valueLockedMinor: amount('Peak 90-day value locked in the covered contracts, in cents'),
  stakeMinor: amount('Stake under management, in cents'),
};

export type ExposureField = keyof typeof exposureShape;
export const EXPOSURE_FIELDS = Object.keys(exposureShape) as readonly ExposureField[];
export const exposureFieldSchema = z.enum(EXPOSURE_FIELDS);

interface ExposedValueRule {
  /** All of the fields together, or the first of them that is given. */
  readonly take: 'sum' | 'first-given';
  readonly fields: readonly [ExposureField, ...ExposureField[]];
}

/** How the exposed value V of a peril is read from the exposures (rating algorithm, section 1). */
export const EXPOSED_VALUE_RULES = {
  online: { take: 'sum', fields: ['onlinePeakMinor'] },
  'online-plus-offline': { take: 'sum', fields: ['onlinePeakMinor', 'offlineMinor'] },
  'largest-vault-or-offline': { take: 'first-given', fields: ['largestVaultMinor', 'offlineMinor'] },
  'value-locked': { take: 'sum', fields: ['valueLockedMinor'] },
  stake: { take: 'sum', fields: ['stakeMinor'] },
} as const satisfies Readonly<Record<string, ExposedValueRule>>;

export type ExposedValueRuleId = keyof typeof EXPOSED_VALUE_RULES;
export const EXPOSED_VALUE_RULE_IDS = Object.keys(EXPOSED_VALUE_RULES) as readonly ExposedValueRuleId[];

export const exposedValueRule = (id: ExposedValueRuleId): ExposedValueRule => EXPOSED_VALUE_RULES[id];
