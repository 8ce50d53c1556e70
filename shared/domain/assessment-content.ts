import { z } from 'zod';
import { filled, key, optionalDate, optionalMoney, optionalText, percent, text } from './content-fields.ts';
import { isoDateSchema } from './dates.ts';
import {
  contractTermsSchema,
  fileReferenceSchema,
  judgementSchema,
  lineTermsSchema,
  OPTION_IDS,
  scheduledAssetSchema,
  subjectivityTermsSchema,
} from './deal-content.ts';
import { exposureShape } from './exposures.ts';
import { LINK_LISTS, type LinkList } from './links.ts';
import { minorUnitsSchema, NO_MONEY } from './money.ts';
import { insurerBlockSchema, underwriterBlockSchema } from './people.ts';
import {
  BOUNDARIES,
  COVERAGE_PARTS,
  CURRENCIES,
  DATE_PRECISIONS,
  DECLARATION_STATES,
  EVIDENCE_STATES,
  FIX_STATUSES,
  POSTMORTEMS,
  REGISTER_EVIDENCE_STATES,
  RISK_LOAD_PRINCIPLES,
  SUBJECT_TYPES,
} from './vocabulary.ts';

// One shape for the whole of an assessment: the editor's draft, the rows of the workbook, the submission file and the
// input of scoring and pricing are all this, so none can know something that another does not. `null` means "not
// given". `.prefault` / `.default` make a short submission file possible; the parsed value always has every field.
// Descriptions go into the JSON Schema beside the samples: they are written for a person who fills in a file by hand.

/** Names that the subject shares with others. Left out where there are none, so that content of before keeps its hash. */
const linkedNames = z
  .array(filled(200).refine((name) => name.trim() !== '', { error: 'must not be empty' }))
  .min(1, { error: 'must name at least one, or be left out' })
  .max(20, { error: 'must not name more than 20' })
  .optional();

const LINK_WORDS: Readonly<Record<LinkList, string>> = {
  custodians: 'Custodians that hold its assets',
  vendors: 'Technology vendors that it depends on: key management, cloud, software',
  chains: 'Chains on which its assets or contracts are',
  auditors: 'Who audits its code or its reserves',
};

const linkShape = Object.fromEntries(
  LINK_LISTS.map((list) => [
    list,
    linkedNames.describe(`${LINK_WORDS[list]}, for accumulation; left out where none is named`),
  ]),
) as Record<LinkList, typeof linkedNames>;

export const subjectSchema = z.strictObject({
  name: text(200).min(1, { error: 'must not be empty' }).describe('Name the subject trades under'),
  legalName: optionalText(300).describe('Legal entity'),
  type: z
    .enum(SUBJECT_TYPES)
    .describe('Decides which questions apply, the pillar weights and the base rates'),
  liveSince: optionalDate.describe(
    'First day with material assets; null = not given, counted as not yet live',
  ),
  jurisdiction: optionalText(200).describe('Where it is established or licensed'),
  website: optionalText(500).describe('Public address'),
  group: optionalText(200).describe('Group or parent, for accumulation'),
  ...linkShape,
});

export const answerSchema = z.strictObject({
  evidence: z
    .enum(EVIDENCE_STATES)
    .describe(
      'verified: independently verified; documented: document seen; asserted: statement only (the rating model caps each); not-provided: counts as 0; not-applicable: left out of the weighting, needs a reason',
    ),
  level: key.nullable().default(null).describe('Level key of a question with levels, from the rating model'),
  value: z
    .number({ error: 'must be a finite number' })
    .min(0, { error: 'must not be negative' })
    .max(1_000_000, { error: 'must not be above 1,000,000' })
    .nullable()
    .default(null)
    .describe("Number, in the question's own unit: % of assets, months, points, days in 36 months ..."),
  isUnchangedSinceReview: z
    .boolean()
    .default(false)
    .describe('Only for the factor with a freshness floor: no code has changed since the review'),
  hasSocialisedLoss: z
    .boolean()
    .default(false)
    .describe(
      'Only for the factor that the model caps after socialised losses: losses were shared among clients',
    ),
  reason: optionalText(2000).describe(
    'Why the question does not apply; without it not-applicable counts as not-provided',
  ),
  note: optionalText(4000).describe('What was found, in a sentence'),
  source: optionalText(1000).describe('Document or check that the answer rests on'),
  seenOn: optionalDate.describe('Day on which it was seen'),
});

export const incidentSchema = z.strictObject({
  id: key.describe('Any short identifier, unique in the register'),
  date: isoDateSchema.describe(
    'Day of the loss, not after asOf; in a file also a month (2024-03) or a year (2024) where the day is not known',
  ),
  // Left out where the day is known, so that content of before keeps its hash.
  datePrecision: z
    .enum(DATE_PRECISIONS)
    .optional()
    .describe('What is known of the date where it is not the day; it then counts as the last day of that'),
  title: optionalText(300).describe('What happened, in a line'),
  cause: key.describe('Code of a cause of the rating model'),
  boundary: z
    .enum(BOUNDARIES)
    .default('own')
    .describe('own: its own systems; affiliate: an affiliate or fork'),
  lossMinor: minorUnitsSchema.nullable().describe('Gross loss at the time, in cents; null = not known'),
  recoveredMinor: minorUnitsSchema
    .nullable()
    .default(NO_MONEY)
    .describe('Recovered or frozen, in cents; above the loss counts as the loss; null = not known'),
  assetsAtTimeMinor: minorUnitsSchema
    .min(1, { error: 'must be above 0' })
    .nullable()
    .describe('All assets held just before the loss, in cents; null = not known'),
  fixStatus: z.enum(FIX_STATUSES).describe('How far the cause is fixed; verified = attested by an outsider'),
  usersMadeWholePercent: percent(0, 100)
    .nullable()
    .describe('Share of user loss restored from any source, 0 to 100; null = not known'),
  disclosureHours: z
    .number({ error: 'must be a number of hours, or null when never disclosed or not known' })
    .min(0, { error: 'must not be negative' })
    .max(1_000_000, { error: 'must not be above 1,000,000 hours' })
    .nullable()
    .describe(
      'Hours from the first malicious transaction to public notice; null = not known, or never disclosed',
    ),
  // Left out otherwise, so that content of before keeps its hash.
  isNeverDisclosed: z
    .literal(true)
    .optional()
    .describe('True: it never was disclosed, and disclosureHours is null; left out otherwise'),
  postmortem: z
    .enum(POSTMORTEMS)
    .describe('full30: full within 30 days; full_late: full, later; partial; none'),
  note: optionalText(4000).describe('Remarks'),
  source: optionalText(1000).describe('Where the facts are from'),
});

export const registerSchema = z.strictObject({
  evidence: z
    .enum(REGISTER_EVIDENCE_STATES)
    .default('not-provided')
    .describe('How the register as a whole is evidenced; caps the factors computed from it'),
  note: optionalText(4000).describe('What was checked'),
  source: optionalText(1000).describe('Document or check'),
  seenOn: optionalDate.describe('Day on which it was seen'),
});

export const exposuresSchema = z.strictObject({
  ...exposureShape,
  note: optionalText(4000).describe('Remarks'),
  source: optionalText(1000).describe('Where the figures are from'),
  seenOn: optionalDate.describe('Day on which it was seen'),
});

export const partTermsSchema = z.strictObject({
  part: z.enum(COVERAGE_PARTS).describe('Coverage part, each at most once'),
  limitMinor: minorUnitsSchema.describe('Limit each event, in cents, above 0'),
  retentionMinor: minorUnitsSchema.default(NO_MONEY).describe('Retention each event, in cents'),
  coinsurancePercent: percent(0, 100)
    .default(0)
    .describe('Share of each loss borne by the insured, per cent'),
  aggregateLimitMinor: optionalMoney.describe(
    "Limit of the insurer's loss in the period, in cents; null = the limit each event",
  ),
  aggregateRetentionMinor: minorUnitsSchema
    .default(NO_MONEY)
    .describe("Retention on the insurer's loss of the period, in cents"),
  isShared: z
    .boolean()
    .default(false)
    .describe("True: stands under the policy's aggregate terms with the other shared parts"),
  // Left out where there is none, so that content of before the clause keeps its hash.
  hasAverageClause: z
    .literal(true)
    .optional()
    .describe(
      'True: an average clause pays each loss in the proportion of the limit to the exposed value; left out otherwise',
    ),
  enteredRate: z
    .strictObject({
      ratePercent: percent(0, 100).describe('Annual rate on the limit, per cent'),
      reason: text(2000).min(1, { error: 'must give the reason' }).describe('Why this rate'),
    })
    .nullable()
    .default(null)
    .describe('For a part without a loss model or without a base rate for this type only; always a referral'),
});

export const termsSchema = z.strictObject({
  insured: optionalText(300).describe('Who is insured, as on the quote'),
  broker: optionalText(300).describe('Broker'),
  periodStart: optionalDate.describe('Inception'),
  periodDays: z
    .number({ error: 'must be a whole number of days between 1 and 1096' })
    .int({ error: 'must be a whole number of days between 1 and 1096' })
    .min(1, { error: 'must be between 1 and 1096 days' })
    .max(1096, { error: 'must be between 1 and 1096 days' })
    .default(365)
    .describe('Length of the policy period in days'),
  parts: z.array(partTermsSchema).max(20).default([]).describe('Coverage parts quoted'),
  policyAggregateLimitMinor: optionalMoney.describe(
    'Limit over all shared parts in the period, in cents; null = the largest aggregate limit among them',
  ),
  policyAggregateRetentionMinor: minorUnitsSchema
    .default(NO_MONEY)
    .describe('Retention over all shared parts in the period, in cents'),
  riskLoadPrinciple: z
    .enum(RISK_LOAD_PRINCIPLES)
    .default('standard-deviation')
    .describe('How the risk load is made'),
  schedulePercent: percent(-100, 1000)
    .default(0)
    .describe(
      "Schedule adjustment of the technical premium, per cent; beyond the model's range it is a referral",
    ),
  scheduleReason: key
    .nullable()
    .default(null)
    .describe("Reason of the schedule adjustment, an id of the model's wording; needed with an adjustment"),
  scheduleNote: optionalText(2000).describe('The reason in words'),
  taxes: z
    .array(
      z.strictObject({
        jurisdiction: filled(100).describe('Where it is due'),
        label: filled(200).describe('Name of the tax or levy'),
        ratePercent: percent(0, 100).describe('Of the quoted premium, per cent'),
      }),
    )
    .max(20)
    .default([])
    .describe('Taxes and levies added on top of the quoted premium'),
  cyberClause: key
    .nullable()
    .default(null)
    .describe("Cyber-operation clause, an id of the model's wording; null is a referral"),
  signingWording: key
    .nullable()
    .default(null)
    .describe(
      "Which part answers when a signer is tricked into signing, an id of the model's wording; null is a referral",
    ),
  validityDays: z
    .number({ error: 'must be a whole number of days between 1 and 365' })
    .int({ error: 'must be a whole number of days between 1 and 365' })
    .min(1, { error: 'must be between 1 and 365 days' })
    .max(365, { error: 'must be between 1 and 365 days' })
    .default(30)
    .describe('Days for which the quote stands'),
  subjectivities: z
    .array(
      z.strictObject({ id: key.describe('Id of a subjectivity of the rating model'), dueOn: optionalDate }),
    )
    .max(50)
    .default([])
    .describe("The model's subjectivities, each with an optional due date"),
  ownSubjectivities: z
    .array(z.strictObject({ text: filled(1000), dueOn: optionalDate }))
    .max(50)
    .default([])
    .describe("Subjectivities in the underwriter's own words"),
  buyBacks: z
    .array(
      z.strictObject({
        exclusionId: key.describe('Id of an exclusion of the rating model'),
        reason: filled(1000),
      }),
    )
    .max(50)
    .default([])
    .describe('Exclusions bought back; all others that apply to the quoted parts stand'),
  note: optionalText(4000).describe('Remarks; not printed'),
  brokeragePercent: percent(0, 60)
    .optional()
    .describe("Brokerage of the gross premium, per cent; left out: the rating model's"),
  contract: contractTermsSchema.optional().describe('What the contract says beside limits and price'),
  line: lineTermsSchema.optional().describe('Our part of the order'),
  subjectivityTerms: z
    .record(key, subjectivityTermsSchema)
    .optional()
    .describe('Who owes what for each subjectivity, by its id; own-1 is the first in your own words'),
});

/** What an option may have otherwise than the first: all else is shared. */
export const optionTermsSchema = termsSchema.pick({
  parts: true,
  policyAggregateLimitMinor: true,
  policyAggregateRetentionMinor: true,
  riskLoadPrinciple: true,
  schedulePercent: true,
  scheduleReason: true,
  scheduleNote: true,
  brokeragePercent: true,
});

export const optionSchema = z.strictObject({
  id: z.enum(OPTION_IDS).describe('Letter of the option'),
  label: filled(100).optional().describe('What sets it apart, in a few words'),
  isOffered: z.boolean().default(true).describe('Whether it goes on the paper'),
  terms: optionTermsSchema.nullable().describe('Its terms; null for A, whose terms are those of the file'),
});

export const assessmentContentSchema = z.strictObject({
  subject: subjectSchema.describe('Who is assessed'),
  asOf: isoDateSchema.describe('Day as of which everything is judged'),
  currency: z.enum(CURRENCIES).default('USD').describe('Currency of every amount'),
  exposures: exposuresSchema.prefault({}).describe('Values exposed, by where they are held'),
  answers: z
    .record(key, answerSchema)
    .default({})
    .describe('By factor id of the rating model; no record = not provided'),
  incidentRegister: registerSchema.prefault({}).describe('Evidence of the incident register as a whole'),
  incidents: z
    .array(incidentSchema)
    .max(500, { error: 'must not hold more than 500 incidents' })
    .default([])
    .describe('Every known loss; those under the material threshold are kept but not scored'),
  declarations: z
    .record(key, z.enum(DECLARATION_STATES))
    .default({})
    .describe('Facts that no answer shows, by declaration id of the rating model; no record = not stated'),
  terms: termsSchema.prefault({}).describe('What is to be quoted'),
  options: z
    .array(optionSchema)
    .min(1, { error: 'must not be an empty list' })
    .max(OPTION_IDS.length)
    .optional()
    .describe('Structures side by side; left out where there is one'),
  schedule: z
    .array(scheduledAssetSchema)
    .min(1, { error: 'must not be an empty list' })
    .max(2000, { error: 'must not hold more than 2,000 lines' })
    .optional()
    .describe('Covered wallets, contracts and vaults'),
  judgement: judgementSchema.optional().describe('Scores or a grade set by judgement'),
  files: z
    .array(fileReferenceSchema)
    .min(1, { error: 'must not be an empty list' })
    .max(500)
    .optional()
    .describe('Evidence kept in the workbook'),
});

export type Subject = z.infer<typeof subjectSchema>;
export type Answer = z.infer<typeof answerSchema>;
export type Incident = z.infer<typeof incidentSchema>;
export type IncidentRegister = z.infer<typeof registerSchema>;
export type Exposures = z.infer<typeof exposuresSchema>;
export type PartTerms = z.infer<typeof partTermsSchema>;
export type QuoteTerms = z.infer<typeof termsSchema>;
export type OptionTerms = z.infer<typeof optionTermsSchema>;
export type QuoteOption = z.infer<typeof optionSchema>;
export type AssessmentContent = z.infer<typeof assessmentContentSchema>;

export const SUBMISSION_FORMAT = 'ballast-submission/1';

/** A submission file: the content and the name of its format. */
export const submissionSchema = z
  .strictObject({
    $schema: z.string().optional().describe('Path of this schema, for editors'),
    format: z.literal(SUBMISSION_FORMAT).describe('Format of this file'),
    insurer: insurerBlockSchema
      .optional()
      .describe('For which insurer a run without a window quotes; left out: that of the workbook'),
    underwriter: underwriterBlockSchema
      .optional()
      .describe('Who quotes in a run without a window; left out: who works in the workbook, or nobody named'),
    ...assessmentContentSchema.shape,
  })
  .describe('A submission to be scored and priced. Amounts are whole cents; dates are written YYYY-MM-DD.');
