import type { Boundary, FixStatus, Postmortem } from '#shared/domain/vocabulary.ts';

export const fixWords: Readonly<Record<FixStatus, string>> = {
  verified: 'Fixed, verified independently',
  declared: 'Fixed, says the applicant',
  partial: 'Partly fixed',
  none: 'Not fixed',
  unknown: 'Unknown',
};

export const postmortemWords: Readonly<Record<Postmortem, string>> = {
  full30: 'Full, within 30 days',
  full_late: 'Full, later',
  partial: 'Partial',
  none: 'None',
};

export const boundaryWords: Readonly<Record<Boundary, string>> = {
  own: 'Its own',
  affiliate: 'An affiliate’s',
};
