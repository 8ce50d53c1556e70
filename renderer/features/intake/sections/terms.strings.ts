import type {
  CyberClause,
  RiskLoadPrinciple,
  ScheduleReason,
  SigningWording,
} from '#shared/domain/vocabulary.ts';

export const cyberWords: Readonly<Record<CyberClause, string>> = {
  LMA5564: 'LMA5564: war and every cyber operation excluded',
  LMA5565: 'LMA5565: as LMA5566, with agreed limits for other cyber operations',
  LMA5566: 'LMA5566: other cyber operations covered without a limit of their own',
  LMA5567: 'LMA5567: as LMA5566, and bystanding cyber assets covered',
};

export const signingWords: Readonly<Record<SigningWording, string>> = {
  'crime-online': 'The online crime part',
  'social-engineering': 'The social engineering extension',
  excluded: 'No part: excluded',
};

export const principleWords: Readonly<Record<RiskLoadPrinciple, string>> = {
  'standard-deviation': 'Standard deviation',
  'cost-of-capital': 'Cost of capital',
  wang: 'Wang transform',
  'proportional-hazard': 'Proportional hazard',
};

export const scheduleWords: Readonly<Record<ScheduleReason, string>> = {
  'management-quality': 'Quality of management',
  'claims-handling-record': 'Record in handling claims',
  'control-improvement-underway': 'Control improvement under way',
  'relationship-or-line-size': 'Relationship or line size',
  'market-conditions': 'Market conditions',
  'data-quality': 'Quality of the data',
  other: 'Other',
};
