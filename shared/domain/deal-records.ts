import { z } from 'zod';
import { isoDateSchema } from './dates.ts';
import { CASE_STATES, OFFER_STATES, SUBJECTIVITY_STATES } from './deal-states.ts';

// What became of a case, as it crosses the boundary.

const timestamp = z.iso.datetime();

/** What the state shown of a case follows from (`shared/deal/state-shown.ts`). */
export const caseFactsSchema = z.strictObject({
  state: z.enum(CASE_STATES),
  /** The last day on which one of its open firm offers may be accepted; null without one. */
  openUntil: isoDateSchema.nullable(),
  /** Whether one of its offers is accepted. */
  isAccepted: z.boolean(),
  /** The last day of the cover that was bound; null without one. */
  coverUntil: isoDateSchema.nullable(),
});

const moved = {
  at: timestamp,
  actor: z.string(),
  /** The code of the reason, from the list of its kind; null without one. */
  reasonCode: z.string().nullable(),
  words: z.string().nullable(),
};

export const caseMoveSchema = z.strictObject({
  from: z.enum(CASE_STATES),
  to: z.enum(CASE_STATES),
  assessmentId: z.string(),
  quoteId: z.string().nullable(),
  ...moved,
});

const talkShape = {
  /** By whom at the broker's or the insured's. */
  by: z.string().trim().min(1).max(200),
  on: isoDateSchema,
  /** By letter, on the platform, by telephone. */
  how: z.string().trim().min(1).max(200),
  /** The option of the quote that it is about. */
  option: z.string().trim().min(1).max(20).default('A'),
};

/** A counter-offer as it is recorded: who, when, how, about which option, and what is asked. */
export const counterOfferSchema = z.strictObject(talkShape);
export type CounterOffer = z.infer<typeof counterOfferSchema>;

/** An acceptance as it is recorded. */
export const acceptanceSchema = z.strictObject({
  ...talkShape,
  /** Of the whole, per cent, as the written line is; null where the line was accepted as written. */
  signedLinePercent: z.number().min(0).max(100).nullable(),
});
export type Acceptance = z.infer<typeof acceptanceSchema>;

export const offerMoveSchema = z.strictObject({
  quoteId: z.string(),
  from: z.enum(OFFER_STATES).nullable(),
  to: z.enum(OFFER_STATES),
  ...moved,
  /** Of a counter-offer or an acceptance. */
  talk: z
    .strictObject({
      by: z.string(),
      on: z.string(),
      how: z.string(),
      option: z.string(),
      signedLinePercent: z.number().nullable().optional(),
      /** SHA-256 of the paper that was accepted. */
      paperSha256: z.string().optional(),
    })
    .nullable(),
});

/** A subjectivity of an issued quote, as it stands. */
export const subjectivityRecordSchema = z.strictObject({
  quoteId: z.string(),
  /** The id of the model's, or `own-N` by its place among those in own words. */
  key: z.string(),
  /** In own words; null for one of the model's, which has the words. */
  text: z.string().nullable(),
  dueOn: isoDateSchema.nullable(),
  state: z.enum(SUBJECTIVITY_STATES),
  /** Its last move; null while it was never moved. */
  last: z.strictObject({ at: timestamp, actor: z.string(), words: z.string().nullable() }).nullable(),
});
export type SubjectivityRecord = z.infer<typeof subjectivityRecordSchema>;

/** The last referral of a case, and what came of it. */
export const referralRecordSchema = z.strictObject({
  assessmentId: z.string(),
  at: timestamp,
  actor: z.string(),
  profileId: z.string(),
  words: z.string().nullable(),
  /** As it was written; a reader knows it by `referralMemoSchema`. */
  memo: z.unknown(),
});

export const dealRecordSchema = z.strictObject({
  /** The newest last. */
  moves: z.array(caseMoveSchema),
  offers: z.array(offerMoveSchema),
  subjectivities: z.array(subjectivityRecordSchema),
  referral: referralRecordSchema.nullable(),
  /** The approval that stands for this revision; null where none does. */
  approval: z
    .strictObject({
      name: z.string(),
      role: z.string(),
      at: timestamp,
      conditions: z.array(z.string()),
      cleared: z.array(z.string()),
    })
    .nullable(),
  /** Profiles of those who entered something of this revision. */
  editors: z.array(z.string()),
});
export type DealRecord = z.infer<typeof dealRecordSchema>;

/** What the diary of the opening screen is made from: a case with something that has a date. */
export const diaryCaseSchema = z.strictObject({
  caseId: z.string(),
  /** The revision that a click opens. */
  assessmentId: z.string(),
  subjectName: z.string(),
  grade: z.string().nullable(),
  facts: caseFactsSchema,
  /** The day as of which the bound risk was judged last; null of what is not bound. */
  judgedOn: isoDateSchema.nullable(),
  offers: z.array(
    z.strictObject({ name: z.string(), state: z.enum(OFFER_STATES), validUntil: isoDateSchema }),
  ),
  subjectivities: z.array(
    z.strictObject({
      text: z.string(),
      dueOn: isoDateSchema,
      state: z.enum(SUBJECTIVITY_STATES),
    }),
  ),
});
export type DiaryCase = z.infer<typeof diaryCaseSchema>;
