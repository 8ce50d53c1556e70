import type { Exposures } from '#shared/domain/assessment-content.ts';

type MoneyKey = Extract<keyof Exposures, `${string}Minor`>;

export const exposureWords: Readonly<Record<MoneyKey, { readonly label: string; readonly help: string }>> = {
  onlinePeakMinor: {
    label: 'Peak online balance',
    help: 'Hot plus warm. Protocols: what online keys can move.',
  },
  offlineMinor: { label: 'Offline assets', help: 'Cold storage in all vaults.' },
  largestVaultMinor: {
    label: 'Largest single vault',
    help: 'Empty where vaults are not separate: all offline assets then count.',
  },
  valueLockedMinor: { label: 'Peak value locked', help: 'In the covered contracts.' },
  stakeMinor: { label: 'Stake under management', help: 'Open to slashing.' },
};
export const EXPOSURE_KEYS = Object.keys(exposureWords) as readonly MoneyKey[];
