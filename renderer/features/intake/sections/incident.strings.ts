import type { Boundary, FixStatus, Postmortem } from '#shared/domain/vocabulary.ts';

export const incidentWords = {
  add: 'Add incident',
  none: 'No incident is recorded',
  noneWhy:
    'If the applicant has none, say how that is known in the register above: a clean record counts only as far as it is proven.',
  remove: 'Remove',
  date: 'Date',
  dateNeeded: 'The date cannot be empty; the last one stays in force.',
  titleField: 'Title',
  cause: 'Cause',
  boundary: 'Whose control failed',
  loss: 'Loss',
  lossNeeded: 'Write 0 when nothing was lost.',
  recovered: 'Recovered from the attacker',
  assets: 'Assets at the time',
  assetsHelp: 'All assets in its care just before.',
  assetsNeeded: 'Give the assets at the time: the share lost is measured by them.',
  fix: 'Fix',
  whole: 'Users made whole',
  wholeNeeded: 'Write 0 when nothing was restored.',
  disclosure: 'Told the public after',
  disclosureHelp: 'Hours from the first malicious transaction; empty when never disclosed.',
  postmortem: 'Post-mortem',
  note: 'Note',
  source: 'Source',
} as const;

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
