/** The closed lists of the trade that the code itself must know; everything else is named by the rating model. */
export const SUBJECT_TYPES = [
  'cex',
  'custodian',
  'broker-otc',
  'derivatives-cex',
  'wallet-provider',
  'lending',
  'dex-amm',
  'perp-dex',
  'bridge',
  'stablecoin',
  'staking-lst',
  'yield-vault',
] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

export const PILLARS = ['custody', 'audits', 'incidents'] as const;
export type Pillar = (typeof PILLARS)[number];

export const EVIDENCE_STATES = [
  'verified',
  'documented',
  'asserted',
  'not-provided',
  'not-applicable',
] as const;
export type EvidenceState = (typeof EVIDENCE_STATES)[number];

/** Evidence of something that can always be asked for: a register is never "not applicable". */
export const REGISTER_EVIDENCE_STATES = ['verified', 'documented', 'asserted', 'not-provided'] as const;
export type RegisterEvidenceState = (typeof REGISTER_EVIDENCE_STATES)[number];

export const FIX_STATUSES = ['verified', 'declared', 'partial', 'none', 'unknown'] as const;
export type FixStatus = (typeof FIX_STATUSES)[number];

export const POSTMORTEMS = ['full30', 'full_late', 'partial', 'none'] as const;
export type Postmortem = (typeof POSTMORTEMS)[number];

/** What is known of a day when not the day itself. */
export const DATE_PRECISIONS = ['month', 'year'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

export const BOUNDARIES = ['own', 'affiliate'] as const;
export type Boundary = (typeof BOUNDARIES)[number];

/** The formulas that the code can compute from an incident register; the wording of a model says which factor has which. */
export const REGISTER_FORMULAS = [
  'loss-load',
  'frequency',
  'largest-loss',
  'root-cause-fix',
  'repeated-cause',
  'restitution',
  'recency',
  'disclosure-speed',
  'post-mortem',
  'recovery',
] as const;
export type RegisterFormula = (typeof REGISTER_FORMULAS)[number];

/** Formulas whose score is read off the mapping of their factor. */
export const MAPPED_FORMULAS: readonly RegisterFormula[] = [
  'frequency',
  'largest-loss',
  'repeated-cause',
  'recency',
  'disclosure-speed',
];

/** Coverage parts with a loss model. */
export const PERILS = [
  'crime-online',
  'crime-fidelity',
  'social-engineering',
  'specie-offline',
  'protocol',
  'protocol-econ',
  'slashing',
] as const;
export type Peril = (typeof PERILS)[number];

/** Coverage parts without a loss model yet: quoted at an entered rate only. */
export const ENTERED_RATE_PARTS = ['depeg', 'custody-default', 'cyber-ir', 'coercion', 'excess'] as const;
export const COVERAGE_PARTS = [...PERILS, ...ENTERED_RATE_PARTS] as const;
export type CoveragePartId = (typeof COVERAGE_PARTS)[number];

export const RISK_LOAD_PRINCIPLES = [
  'standard-deviation',
  'cost-of-capital',
  'wang',
  'proportional-hazard',
] as const;
export type RiskLoadPrinciple = (typeof RISK_LOAD_PRINCIPLES)[number];

export const GRADES = ['AAA', 'AA', 'A', 'BBB', 'BB', 'B', 'CCC', 'CC', 'C', 'D'] as const;
export type Grade = (typeof GRADES)[number];

export const DECLARATION_STATES = ['yes', 'no', 'not-stated'] as const;
export type DeclarationState = (typeof DECLARATION_STATES)[number];

/** Currencies that a rating model may be in: its frequencies, thresholds and expenses are amounts of that currency. */
export const CURRENCIES = ['USD'] as const;
export type Currency = (typeof CURRENCIES)[number];
