import type { EvidenceState, Pillar, RegisterEvidenceState } from '#shared/domain/vocabulary.ts';

export const evidenceShort: Readonly<Record<EvidenceState, string>> = {
  verified: 'Verified',
  documented: 'Documented',
  asserted: 'Asserted',
  'not-provided': 'Not provided',
  'not-applicable': 'Not applicable',
};

export const evidenceMeaning: Readonly<Record<EvidenceState, string>> = {
  verified: 'Independently verified: counts in full.',
  documented: 'A document was seen: counts up to 90.',
  asserted: 'The applicant says so: counts up to 60 and stays an open question.',
  'not-provided': 'Asked and not answered: counts as 0 and stays an open question.',
  'not-applicable': 'Leaves the weighting; say why it does not apply.',
};

export const registerMeaning: Readonly<Record<RegisterEvidenceState, string>> = {
  verified: 'Checked against chain data or independent sources.',
  documented: 'A signed register or loss history was seen.',
  asserted: 'The applicant’s own list: the ten factors read from it count up to 60.',
  'not-provided': 'No register: the ten factors read from it count as 0.',
};

export const pillarIntroduction: Readonly<Record<Pillar, string>> = {
  custody: 'Who can move the assets, with which keys, and what stops a bad transfer.',
  audits: 'What has been reviewed, by whom, how long ago, and whether it is what runs now.',
  incidents: 'What has gone wrong before, how heavily it weighs today, and what was done about it.',
};
