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

export const BOUNDARIES = ['own', 'affiliate'] as const;
export type Boundary = (typeof BOUNDARIES)[number];

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

/** Knock-outs that no answer computes: the underwriter declares them. */
export const DECLARED_KNOCK_OUTS = [
  'ko-unverified',
  'ko-open-critical',
  'ko-active-event',
  'ko-principals',
  'ko-insolvent',
  'ko-misstatement',
] as const;

/** Referral triggers that no answer computes. */
export const DECLARED_REFERRALS = ['rf-upgrade', 'rf-bridge', 'rf-growth', 'rf-unregulated'] as const;
export const DECLARATIONS = [...DECLARED_KNOCK_OUTS, ...DECLARED_REFERRALS] as const;
export type DeclarationId = (typeof DECLARATIONS)[number];
export const DECLARATION_STATES = ['yes', 'no', 'not-stated'] as const;
export type DeclarationState = (typeof DECLARATION_STATES)[number];

/** London market cyber-operation clauses; the quote must name one (rf-war-clause). */
export const CYBER_CLAUSES = ['LMA5564', 'LMA5565', 'LMA5566', 'LMA5567'] as const;
export type CyberClause = (typeof CYBER_CLAUSES)[number];

/** Which part answers when a signer is tricked into signing; silence is a referral (rf-signing-wording). */
export const SIGNING_WORDINGS = ['crime-online', 'social-engineering', 'excluded'] as const;
export type SigningWording = (typeof SIGNING_WORDINGS)[number];

export const SCHEDULE_REASONS = [
  'management-quality',
  'claims-handling-record',
  'control-improvement-underway',
  'relationship-or-line-size',
  'market-conditions',
  'data-quality',
  'other',
] as const;
export type ScheduleReason = (typeof SCHEDULE_REASONS)[number];

/** Currencies in which model 2026.1 can price: its frequencies, thresholds and expenses are in US dollars. */
export const CURRENCIES = ['USD'] as const;
export type Currency = (typeof CURRENCIES)[number];
