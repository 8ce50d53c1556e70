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

export const words = {
  evidence: 'Evidence',
  details: 'Note, source and date seen',
  note: 'Note',
  source: 'Source',
  seenOn: 'Seen on',
  reason: 'Why it does not apply',
  reasonNeeded: 'Needed: without a reason the answer counts as not provided.',
  whyWeAsk: 'Why we ask',
  evidenceToAskFor: 'Evidence to ask for',
  judgement: 'Judgement',
  sources: 'Sources',
  unchanged: 'No code has changed since this review',
  unchangedHelp: 'Counts at least 70 before the evidence cap.',
  socialised: 'Losses were socialised among users',
  socialisedHelp: 'Caps this answer at 20.',
  scale: 'Scale',
  clear: 'Clear answer',
  notScored: 'Leaves the weighting',
} as const;

export const scoringWords = {
  askNext: 'Ask next',
  factorsReadFromTheRegister: 'Factors read from the register',
  factor: 'Factor',
  finding: 'Finding',
  score: 'Score',
  share: 'Share',
  points: 'Points',
  experience: 'Weighted mean of the factors (experience)',
  yearsLive: 'Years live that count',
  credibility: 'Credibility of the own record',
  prior: 'Prior for this type',
  incidentPillar: 'Incident pillar',
  evidenceGap: 'Evidence gap',
  gradeAndScore: 'Grade and score',
  howItWeighs: 'How it weighs',
  age: 'Age',
  shareOfAssetsLost: 'Share of assets lost',
  severity: 'Severity',
  weightOfTheCause: '× weight of the cause',
  fix: '× fix',
  decay: '× decay',
  recency: '× recency',
  load: '= load',
  mappingCaption: 'Published mapping, linear between the points',
  pillars: 'Pillars',
  showQuestions: 'Show questions',
  allQuestions: 'All questions',
  open: 'Open',
  unproven: 'Unproven',
  scoreAfterEveryRule0To: 'Score after every rule, 0 to 100',
} as const;
