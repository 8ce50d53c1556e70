import type { IncidentRow, LibraryCause, LibrarySubjectType } from './library-row.ts';

// How screens, papers and sentences call what a library holds. The files keep the short names of library-row.ts.

export const CAUSE_WORDS: Readonly<Record<LibraryCause, string>> = {
  'hot-wallet-compromise': 'Online wallet compromised',
  'cold-wallet-compromise': 'Offline wallet compromised',
  'private-key-compromise': 'Private key compromised',
  'bridge-validator-compromise': 'Bridge validators compromised',
  'supply-chain-frontend': 'Supply chain or front end',
  insider: 'Insider',
  'phishing-social-engineering': 'Social engineering',
  'smart-contract-bug': 'Contract bug',
  reentrancy: 'Reentrancy',
  'flash-loan-economic': 'Economic attack, flash loan',
  'oracle-manipulation': 'Oracle manipulation',
  'governance-attack': 'Governance attack',
  slashing: 'Slashing',
  'insolvency-fraud': 'Insolvency or fraud',
  'rug-pull-exit': 'Exit by principals',
  other: 'Other or not known',
};

export const TYPE_WORDS: Readonly<Record<LibrarySubjectType, string>> = {
  exchange: 'Exchange',
  custodian: 'Custodian or payments',
  wallet: 'Wallet',
  lending: 'Lending',
  dex: 'Token exchange (DEX)',
  derivatives: 'Derivatives protocol',
  yield: 'Yield',
  bridge: 'Bridge',
  stablecoin: 'Stablecoin',
  staking: 'Staking',
  other: 'Other',
};

export const CONFIDENCE_WORDS: Readonly<Record<IncidentRow['confidence'], string>> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

export const ACTOR_WORDS: Readonly<Record<NonNullable<IncidentRow['actor']>, string>> = {
  state: 'State',
  insider: 'Insider',
  individual: 'Individual',
  group: 'Group',
  unknown: 'Named as unknown',
};

export const AUDITED_WORDS: Readonly<Record<IncidentRow['audited_before_loss'], string>> = {
  yes: 'Audited before the loss',
  no: 'Not audited before the loss',
  unknown: 'Not known',
};

export const MADE_WHOLE_WORDS: Readonly<Record<IncidentRow['users_made_whole'], string>> = {
  full: 'In full',
  partial: 'In part',
  no: 'No',
  unknown: 'Not known',
};

/** The fields of an incident as the form names them. */
export const FIELD_WORDS: Readonly<Record<keyof IncidentRow, string>> = {
  id: 'Id',
  subject: 'Subject',
  subject_type: 'Type',
  date: 'Date',
  chain_or_venue: 'Chain or venue',
  gross_loss_usd: 'Loss, USD',
  recovered_usd: 'Recovered, USD',
  cause: 'Cause',
  audited_before_loss: 'Audited before the loss',
  users_made_whole: 'Users made whole',
  confidence: 'Confidence',
  source: 'Source',
  actor: 'Actor',
  actor_name: 'Name of the actor',
  actor_confidence: 'Confidence in the actor',
  actor_source: 'Source on the actor',
  vendor: 'Vendor',
  event_group: 'Event group',
  first_notice_hours: 'Hours to first notice',
  assets_at_risk_usd: 'Assets at risk, USD',
};
