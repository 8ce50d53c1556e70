import { z } from 'zod';
import { isoDateSchema } from './dates.ts';
import { minorUnitsSchema } from './money.ts';
import {
  BOUNDARIES,
  COVERAGE_PARTS,
  CURRENCIES,
  CYBER_CLAUSES,
  DECLARATION_STATES,
  DECLARATIONS,
  EVIDENCE_STATES,
  FIX_STATUSES,
  POSTMORTEMS,
  REGISTER_EVIDENCE_STATES,
  RISK_LOAD_PRINCIPLES,
  SCHEDULE_REASONS,
  SIGNING_WORDINGS,
  SUBJECT_TYPES,
} from './vocabulary.ts';

// One shape for the whole of an assessment: the editor's draft, the rows of the workbook, the submission file and the
// input of scoring and pricing are all this, so none can know something that another does not. `null` means "not given".
// `.prefault` / `.default` make a short submission file possible; the parsed value always has every field.

const text = (maximum: number) =>
  z.string().max(maximum, { error: `must not be longer than ${maximum} characters` });
const optionalText = (maximum: number) => text(maximum).nullable().default(null);
const optionalDate = isoDateSchema.nullable().default(null);
const optionalMoney = minorUnitsSchema.nullable().default(null);
const percent = (low: number, high: number) =>
  z
    .number({ error: `must be a number between ${low} and ${high} (per cent)` })
    .min(low, { error: `must be between ${low} and ${high} (per cent)` })
    .max(high, { error: `must be between ${low} and ${high} (per cent)` });
const key = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,63}$/i, { error: 'must be a short identifier (letters, digits, - and _)' });

export const subjectSchema = z.strictObject({
  name: text(200).min(1, { error: 'must not be empty' }),
  legalName: optionalText(300),
  type: z.enum(SUBJECT_TYPES),
  liveSince: optionalDate,
  jurisdiction: optionalText(200),
  website: optionalText(500),
  group: optionalText(200),
});

export const answerSchema = z.strictObject({
  evidence: z.enum(EVIDENCE_STATES),
  /** Level key of an ordinal factor. */
  level: key.nullable().default(null),
  /** Number of a numeric factor, in the factor's own unit (`ih-service-halt`: days in 36 months). */
  value: z
    .number({ error: 'must be a finite number' })
    .min(0, { error: 'must not be negative' })
    .max(1_000_000, { error: 'must not be above 1,000,000' })
    .nullable()
    .default(null),
  /** `au-freshness`: no code has changed since the review. */
  isUnchangedSinceReview: z.boolean().default(false),
  /** `ih-service-halt`: losses were socialised. */
  hasSocialisedLoss: z.boolean().default(false),
  /** Why the question does not apply; required when evidence is not-applicable. */
  reason: optionalText(2000),
  note: optionalText(4000),
  source: optionalText(1000),
  seenOn: optionalDate,
});

export const incidentSchema = z.strictObject({
  id: key,
  date: isoDateSchema,
  title: optionalText(300),
  cause: key,
  boundary: z.enum(BOUNDARIES).default('own'),
  lossMinor: minorUnitsSchema,
  recoveredMinor: minorUnitsSchema.default(0),
  assetsAtTimeMinor: minorUnitsSchema.min(1, { error: 'must be above 0' }),
  fixStatus: z.enum(FIX_STATUSES),
  /** Share of user loss restored from any source, 0..100 per cent. */
  usersMadeWholePercent: percent(0, 100),
  /** Hours from first malicious transaction to public notice; null = undisclosed. */
  disclosureHours: z
    .number({ error: 'must be a number of hours, or null when never disclosed' })
    .min(0, { error: 'must not be negative' })
    .max(1_000_000, { error: 'must not be above 1,000,000 hours' })
    .nullable(),
  postmortem: z.enum(POSTMORTEMS),
  note: optionalText(4000),
  source: optionalText(1000),
});

export const registerSchema = z.strictObject({
  evidence: z.enum(REGISTER_EVIDENCE_STATES).default('not-provided'),
  note: optionalText(4000),
  source: optionalText(1000),
  seenOn: optionalDate,
});

export const exposuresSchema = z.strictObject({
  /** Peak 90-day online balance (hot + warm); protocols: peak value that online keys can move. */
  onlinePeakMinor: optionalMoney,
  offlineMinor: optionalMoney,
  /** Largest single vault; null = vaults are not separate, all offline assets count. */
  largestVaultMinor: optionalMoney,
  /** Peak 90-day value locked in the covered contracts. */
  valueLockedMinor: optionalMoney,
  stakeMinor: optionalMoney,
  note: optionalText(4000),
  source: optionalText(1000),
  seenOn: optionalDate,
});

export const partTermsSchema = z.strictObject({
  part: z.enum(COVERAGE_PARTS),
  limitMinor: minorUnitsSchema,
  retentionMinor: minorUnitsSchema.default(0),
  /** Share of each loss borne by the insured. */
  coinsurancePercent: percent(0, 100).default(0),
  /** Limit of the insurer's loss in the period; null = the limit each event. */
  aggregateLimitMinor: optionalMoney,
  aggregateRetentionMinor: minorUnitsSchema.default(0),
  /** True: stands under the policy's aggregate terms together with the other shared parts. */
  isShared: z.boolean().default(false),
  /** For a part without a loss model or without a base rate: annual rate on the limit, with its reason. Always a referral. */
  enteredRate: z
    .strictObject({
      ratePercent: percent(0, 100),
      reason: text(2000).min(1, { error: 'must give the reason' }),
    })
    .nullable()
    .default(null),
});

export const termsSchema = z.strictObject({
  insured: optionalText(300),
  broker: optionalText(300),
  periodStart: optionalDate,
  periodDays: z
    .number({ error: 'must be a whole number of days between 1 and 1096' })
    .int({ error: 'must be a whole number of days between 1 and 1096' })
    .min(1, { error: 'must be between 1 and 1096 days' })
    .max(1096, { error: 'must be between 1 and 1096 days' })
    .default(365),
  parts: z.array(partTermsSchema).max(20).default([]),
  policyAggregateLimitMinor: optionalMoney,
  policyAggregateRetentionMinor: minorUnitsSchema.default(0),
  riskLoadPrinciple: z.enum(RISK_LOAD_PRINCIPLES).default('standard-deviation'),
  /** Beyond the model's range (25 %) is a referral, not an error. */
  schedulePercent: percent(-100, 1000).default(0),
  scheduleReason: z.enum(SCHEDULE_REASONS).nullable().default(null),
  scheduleNote: optionalText(2000),
  taxes: z
    .array(
      z.strictObject({
        jurisdiction: text(100).min(1),
        label: text(200).min(1),
        ratePercent: percent(0, 100),
      }),
    )
    .max(20)
    .default([]),
  cyberClause: z.enum(CYBER_CLAUSES).nullable().default(null),
  signingWording: z.enum(SIGNING_WORDINGS).nullable().default(null),
  validityDays: z.number().int().min(1).max(365).default(30),
  /** Ids of the model's subjectivities, each with an optional due date. */
  subjectivities: z
    .array(z.strictObject({ id: key, dueOn: optionalDate }))
    .max(50)
    .default([]),
  /** Subjectivities in the underwriter's own words. */
  ownSubjectivities: z
    .array(z.strictObject({ text: text(1000).min(1), dueOn: optionalDate }))
    .max(50)
    .default([]),
  /** Exclusions of the model bought back, with the reason; all others that apply to the quoted parts stand. */
  buyBacks: z
    .array(z.strictObject({ exclusionId: key, reason: text(1000).min(1) }))
    .max(50)
    .default([]),
  note: optionalText(4000),
});

export const assessmentContentSchema = z.strictObject({
  subject: subjectSchema,
  /** The day as of which everything is judged. */
  asOf: isoDateSchema,
  currency: z.enum(CURRENCIES).default('USD'),
  exposures: exposuresSchema.prefault({}),
  /** By factor id; no record = not provided. */
  answers: z.record(key, answerSchema).default({}),
  incidentRegister: registerSchema.prefault({}),
  incidents: z.array(incidentSchema).max(500, { error: 'must not hold more than 500 incidents' }).default([]),
  /** By declaration id; no record = not stated. */
  declarations: z.partialRecord(z.enum(DECLARATIONS), z.enum(DECLARATION_STATES)).default({}),
  terms: termsSchema.prefault({}),
});

export type Subject = z.infer<typeof subjectSchema>;
export type Answer = z.infer<typeof answerSchema>;
export type Incident = z.infer<typeof incidentSchema>;
export type IncidentRegister = z.infer<typeof registerSchema>;
export type Exposures = z.infer<typeof exposuresSchema>;
export type PartTerms = z.infer<typeof partTermsSchema>;
export type QuoteTerms = z.infer<typeof termsSchema>;
export type AssessmentContent = z.infer<typeof assessmentContentSchema>;

export const SUBMISSION_FORMAT = 'ballast-submission/1';

/** A submission file: the content plus the mark of its format. */
export const submissionSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(SUBMISSION_FORMAT),
  ...assessmentContentSchema.shape,
});
export type Submission = z.infer<typeof submissionSchema>;
