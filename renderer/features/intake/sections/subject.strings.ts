import type { Exposures } from '#shared/domain/assessment-content.ts';

type MoneyKey = Extract<keyof Exposures, `${string}Minor`>;

export const subjectWords = {
  title: 'Subject and exposures',
  introduction: 'Who is judged, as of which day, and how much could be lost.',
  subject: 'Subject',
  name: 'Name',
  nameNeeded: 'The name cannot be empty; the last one stays in force.',
  legalName: 'Legal name',
  type: 'Type',
  typeHelp: 'Another type asks other questions; answers that no longer apply are kept and left aside.',
  jurisdiction: 'Jurisdiction',
  website: 'Website',
  group: 'Group',
  groupHelp: 'Parent or group, for accumulation.',
  asOf: 'As of',
  asOfHelp: 'The day as of which everything is judged.',
  asOfNeeded: 'The day of assessment cannot be empty; the last one stays in force.',
  liveSince: 'Live since',
  liveSinceHelp: 'First day with client or protocol assets. Without it the record counts as 0 years.',
  exposures: 'Exposures',
  exposuresHelp: 'Peaks over 90 days. Write 25m, 1.25m or 250k.',
  evidence: 'Where the figures come from',
  source: 'Source',
  seenOn: 'Seen on',
  note: 'Note',
} as const;

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
