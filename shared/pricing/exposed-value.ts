import type { Exposures } from '../domain/assessment-content.ts';
import { type MinorUnits, sumOfMinor } from '../domain/money.ts';
import type { PerilModel } from '../domain/rating-model.ts';
import { assertNever } from '../domain/result.ts';
import type { ExposureField } from '../domain/vocabulary.ts';

export interface Exposed {
  readonly valueMinor: MinorUnits | null;
  /** Exposure fields that the value needs and that are not given. */
  readonly missing: readonly ExposureField[];
}

/** The exposed value V of a peril from the exposures (rating algorithm, section 1). */
export function exposedValueOf(rule: PerilModel['exposedValue'], exposures: Exposures): Exposed {
  const { onlinePeakMinor, offlineMinor, largestVaultMinor, valueLockedMinor, stakeMinor } = exposures;
  const one = (field: ExposureField, valueMinor: MinorUnits | null): Exposed => ({
    valueMinor,
    missing: valueMinor === null ? [field] : [],
  });
  switch (rule) {
    case 'online':
      return one('onlinePeakMinor', onlinePeakMinor);
    case 'online-plus-offline': {
      const missing: ExposureField[] = [];
      if (onlinePeakMinor === null) missing.push('onlinePeakMinor');
      if (offlineMinor === null) missing.push('offlineMinor');
      return {
        valueMinor: missing.length > 0 ? null : sumOfMinor([onlinePeakMinor!, offlineMinor!]),
        missing,
      };
    }
    case 'largest-vault-or-offline':
      return one('offlineMinor', largestVaultMinor ?? offlineMinor);
    case 'value-locked':
      return one('valueLockedMinor', valueLockedMinor);
    case 'stake':
      return one('stakeMinor', stakeMinor);
    default:
      return assertNever(rule);
  }
}

/** The field to look at when a peril's exposed value is wrong. */
export function exposureFieldOf(rule: PerilModel['exposedValue']): ExposureField {
  switch (rule) {
    case 'online':
    case 'online-plus-offline':
      return 'onlinePeakMinor';
    case 'largest-vault-or-offline':
      return 'largestVaultMinor';
    case 'value-locked':
      return 'valueLockedMinor';
    case 'stake':
      return 'stakeMinor';
    default:
      return assertNever(rule);
  }
}
