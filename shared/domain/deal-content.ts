import { z } from 'zod';
import { filled, key, percent, timeOfDay, wholeNumber } from './content-fields.ts';
import { isoDateSchema } from './dates.ts';
import { minorUnitsSchema } from './money.ts';
import { COVERAGE_PARTS, GRADES } from './vocabulary.ts';

// What makes a deal of a price: the contract's terms, our line, the options, what is scheduled, judgement and files. Each
// section and each field in it is left out where it is not given, so that content of before it keeps its hash.

export const OPTION_IDS = ['A', 'B', 'C', 'D', 'E'] as const;
export type OptionId = (typeof OPTION_IDS)[number];

export const LINE_ROLES = ['lead', 'follow'] as const;
export const POOLINGS = ['pooled', 'per-client'] as const;
export const CONDITION_KINDS = ['condition', 'warranty'] as const;
export const SUBJECTIVITY_TIMES = ['before-binding', 'after-binding'] as const;
export const SCHEDULED_KINDS = ['wallet', 'contract', 'vault'] as const;
export const FILE_OWNERS = ['answer', 'incident', 'subjectivity'] as const;

/** The words of the contract, chosen or written; nothing stands in it because it is merely usual. */
export const contractTermsSchema = z.strictObject({
  umr: filled(50).optional().describe("Broker's unique market reference"),
  insuredAddress: filled(500).optional().describe('Principal address of the insured'),
  startTime: timeOfDay.optional().describe('Hour at which cover begins, such as 00:01'),
  endTime: timeOfDay.optional().describe('Hour at which cover ends on the last day'),
  timePlace: filled(200)
    .optional()
    .describe("Whose time: local standard time at the insured's address, UTC …"),
  law: filled(300).optional().describe('Law that the contract is under'),
  jurisdiction: filled(300).optional().describe('Courts or arbitration that decide'),
  territory: filled(500).optional().describe('Where cover applies'),
  situs: filled(300).optional().describe('Where the risk lies for taxes'),
  waitingHours: wholeNumber(0, 8760, 'hours').optional().describe('Waiting period before a loss counts'),
  discoveryDays: wholeNumber(0, 3660, 'days')
    .optional()
    .describe('Days after the period in which a loss may be discovered'),
  claimsDays: wholeNumber(0, 3660, 'days')
    .optional()
    .describe('Days in which a discovered loss must be notified'),
  retroactiveDate: isoDateSchema.optional().describe('No cover for what began before this day'),
  pooling: z.enum(POOLINGS).optional().describe('One limit for all clients, or a limit for each'),
  subLimits: z
    .array(
      z.strictObject({
        part: z.enum(COVERAGE_PARTS).describe('Coverage part that it stands in'),
        label: filled(300).describe('What is limited'),
        limitMinor: minorUnitsSchema.describe('Most that is paid for it, in cents'),
      }),
    )
    .max(30)
    .optional()
    .describe('Sub-limits; the price takes no account of them'),
  conditions: z
    .array(
      z.strictObject({
        id: key.optional().describe('Id of the clause in the wording, where it was chosen there'),
        kind: z.enum(CONDITION_KINDS).describe('Condition, or warranty'),
        text: filled(2000).describe('Its words'),
      }),
    )
    .max(50)
    .optional()
    .describe('Conditions and warranties, chosen or written'),
  fees: z
    .array(
      z.strictObject({
        label: filled(200).describe('What it is for'),
        amountMinor: minorUnitsSchema.describe('Amount, in cents'),
      }),
    )
    .max(10)
    .optional()
    .describe('Fees beside the premium, in cents; not part of it'),
  paymentTerms: filled(500).optional().describe('When and how the premium is paid'),
  validUntilTime: timeOfDay.optional().describe('Hour at which the offer ends on its last day'),
  validityPlace: filled(200).optional().describe('Whose time the end of the offer is in'),
});

/** Our part of the order. Percentages are of the whole, 100. */
export const lineTermsSchema = z.strictObject({
  orderPercent: percent(0, 100).describe('Share of the whole that the broker places here'),
  writtenPercent: percent(0, 100).describe('Our written line, of the whole'),
  role: z.enum(LINE_ROLES).describe('Whether we lead or follow'),
  leader: filled(200).optional().describe('Who leads, where we follow'),
  conditions: filled(2000).optional().describe('Conditions of our line'),
});

/** Who owes what for a subjectivity; its key is the id of one of the model's, or `own-N` for the N-th of your own. */
export const subjectivityTermsSchema = z.strictObject({
  from: filled(200).optional().describe('Who has to give it'),
  to: filled(200).optional().describe('Who has to have it'),
  when: z.enum(SUBJECTIVITY_TIMES).optional().describe('Before cover binds, or after'),
  otherwise: filled(500).optional().describe('What follows if it is not met'),
});

/** The key of the N-th subjectivity in one's own words, from 0. */
export const ownSubjectivityId = (index: number): string => `own-${index + 1}`;

export const scheduledAssetSchema = z.strictObject({
  kind: z.enum(SCHEDULED_KINDS).describe('Wallet, contract or vault'),
  chain: filled(60).optional().describe('Chain that the address is of'),
  address: filled(200).describe('Address, or the name of a vault'),
  label: filled(200).optional().describe('What it is used for'),
  part: z.enum(COVERAGE_PARTS).optional().describe('Coverage part that it is scheduled under; left out: all'),
});

export type ScheduledAsset = z.infer<typeof scheduledAssetSchema>;

const SCORE_RANGE = { error: 'must be a score between 0 and 100' };
const scoreInPlace = z
  .number(SCORE_RANGE)
  .min(0, SCORE_RANGE)
  .max(100, SCORE_RANGE)
  .describe('Score in its place');

const overrideReason = {
  reason: key.describe("Reason, an id of the wording's list"),
  words: filled(2000).describe('The reason in words'),
};

/** Judgement in place of what the model makes of the answers; the original stays beside it. */
export const judgementSchema = z.strictObject({
  answers: z
    .record(key, z.strictObject({ score: scoreInPlace, ...overrideReason }))
    .optional()
    .describe('By factor id'),
  grade: z
    .strictObject({ grade: z.enum(GRADES).describe('Grade in its place'), ...overrideReason })
    .optional()
    .describe('Grade in place of the computed one'),
});

/** A file kept in the workbook by its content, and what it is evidence of. */
export const fileReferenceSchema = z.strictObject({
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, { error: 'must be a SHA-256 of 64 hex digits' })
    .describe('SHA-256 of its bytes'),
  name: filled(255).describe('Name of the file'),
  size: wholeNumber(0, 1_000_000_000, 'bytes').describe('Bytes'),
  about: z.enum(FILE_OWNERS).describe('What kind of thing it is evidence of'),
  id: key.describe('Id of the answer, incident or subjectivity'),
});

export type ContractTerms = z.infer<typeof contractTermsSchema>;
export type SubjectivityTerms = z.infer<typeof subjectivityTermsSchema>;
export type FileReference = z.infer<typeof fileReferenceSchema>;
