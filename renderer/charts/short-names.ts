import type { EvidenceState, Pillar } from '#shared/domain/vocabulary.ts';

/** Short names where the model's full labels would not fit. */
export const PILLAR_WORDS: Readonly<Record<Pillar, string>> = {
  custody: 'Custody',
  audits: 'Audits',
  incidents: 'Incident history',
};

export const EVIDENCE_WORDS: Readonly<Record<EvidenceState, string>> = {
  verified: 'Verified',
  documented: 'Document seen',
  asserted: 'Applicant statement only',
  'not-provided': 'Not provided',
  'not-applicable': 'Not applicable',
};
