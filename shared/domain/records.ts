import { z } from 'zod';
import { assessmentContentSchema } from './assessment-content.ts';
import { isoDateSchema } from './dates.ts';
import { caseFactsSchema, dealRecordSchema } from './deal-records.ts';
import { OFFER_STATES } from './deal-states.ts';
import { signedMinorSchema } from './money.ts';
import { GRADES, SUBJECT_TYPES } from './vocabulary.ts';

// Records as they cross the boundary. Ids are UUIDs made by the main process; times are ISO date-times in UTC.

// Each kind of id is a type of its own, so that none can be taken for another.
export const assessmentIdSchema = z.uuid().brand<'AssessmentId'>();
export type AssessmentId = z.infer<typeof assessmentIdSchema>;
/** All revisions of one piece of work share it. */
export const caseIdSchema = z.uuid().brand<'CaseId'>();
export type CaseId = z.infer<typeof caseIdSchema>;
export const subjectIdSchema = z.uuid().brand<'SubjectId'>();
export type SubjectId = z.infer<typeof subjectIdSchema>;
export const quoteIdSchema = z.uuid().brand<'QuoteId'>();
export type QuoteId = z.infer<typeof quoteIdSchema>;
const timestamp = z.iso.datetime();
const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const ASSESSMENT_STATES = ['draft', 'finalised'] as const;

export const quoteSummarySchema = z.strictObject({
  id: quoteIdSchema,
  assessmentId: assessmentIdSchema,
  reference: z.string(),
  version: z.number().int(),
  /** An indication was issued with open referrals and binds nobody. */
  status: z.enum(['quote', 'indication']),
  /** Whether the offer stands; that its validity is over is told by the day. */
  offerState: z.enum(OFFER_STATES),
  issuedAt: timestamp,
  issuedBy: z.string(),
  validUntil: isoDateSchema,
  quotedMinor: signedMinorSchema,
  currency: z.string(),
  grade: z.enum(GRADES),
  paper: z.enum(['a4', 'letter']),
  modelId: z.string(),
  modelHash: hash,
  inputsHash: hash,
  pdfSha256: hash,
  pdfBytes: z.number().int(),
});
export type QuoteSummary = z.infer<typeof quoteSummarySchema>;

/** What the list shows of score and price, as computed by the main process at the last save. */
export const assessmentFiguresSchema = z.strictObject({
  overall: z.number(),
  grade: z.enum(GRADES).nullable(),
  isKnockedOut: z.boolean(),
  referralCount: z.number().int(),
  quotedMinor: signedMinorSchema.nullable(),
});
export type AssessmentFigures = Readonly<z.infer<typeof assessmentFiguresSchema>>;
export const FIGURE_FIELDS = assessmentFiguresSchema.keyof().options;

/** The figures alone, whatever else the object carries: they are hashed. */
export const plainFigures = (source: AssessmentFigures): AssessmentFigures =>
  assessmentFiguresSchema.strip().parse(source);

/** One line of the assessments list. */
export const assessmentSummarySchema = z.strictObject({
  id: assessmentIdSchema,
  caseId: caseIdSchema,
  subjectId: subjectIdSchema,
  subjectName: z.string(),
  legalName: z.string().nullable(),
  insured: z.string().nullable(),
  broker: z.string().nullable(),
  subjectType: z.enum(SUBJECT_TYPES),
  revision: z.number().int(),
  isLatestRevision: z.boolean(),
  state: z.enum(ASSESSMENT_STATES),
  asOf: isoDateSchema,
  createdAt: timestamp,
  updatedAt: timestamp,
  ...assessmentFiguresSchema.shape,
  currency: z.string(),
  latestQuote: quoteSummarySchema.nullable(),
  /** Where its case stands. */
  deal: caseFactsSchema,
  isInBin: z.boolean(),
});
export type AssessmentSummary = z.infer<typeof assessmentSummarySchema>;

/** An assessment that cannot be read: another program has altered what it says. */
export const damagedAssessmentSchema = z.strictObject({ id: z.string(), name: z.string() });
export type DamagedAssessment = z.infer<typeof damagedAssessmentSchema>;

export const auditEntrySchema = z.strictObject({
  sequence: z.number().int(),
  at: timestamp,
  actor: z.string(),
  action: z.string(),
  subjectOf: z.string(),
  detail: z.string(),
  hash,
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** Where the audit trail stands: its newest entry, whose hash depends on every entry before it. */
export const trailHeadSchema = z.strictObject({ sequence: z.number().int().positive(), hash });
export type TrailHead = Readonly<z.infer<typeof trailHeadSchema>>;

export const assessmentRecordSchema = z.strictObject({
  summary: assessmentSummarySchema,
  content: assessmentContentSchema,
  /** Counts saves; a save names the version it started from, so that two windows cannot overwrite each other. */
  version: z.number().int(),
  /** The model that it was begun under, moved to or finalised with, and is judged by. */
  modelId: z.string(),
  modelHash: hash,
  revisions: z.array(
    z.strictObject({
      id: assessmentIdSchema,
      revision: z.number().int(),
      state: z.enum(ASSESSMENT_STATES),
      updatedAt: timestamp,
    }),
  ),
  quotes: z.array(quoteSummarySchema),
  /** What became of its case. */
  deal: dealRecordSchema,
  history: z.array(auditEntrySchema),
});
export type AssessmentRecord = z.infer<typeof assessmentRecordSchema>;

/** What the window should tell though the workbook is open. */
export const NOTICE_KINDS = [
  'read-only',
  'backup',
  'altered',
  'parted',
  'migrated',
  'old-lock',
  'clock',
  'cloud-folder',
  'language',
  'backup-failed',
  'restore-failed',
] as const;
export const noticeSchema = z.strictObject({ kind: z.enum(NOTICE_KINDS), message: z.string() });
/** One sentence or two: what is so, and what to do about it. */
export type Notice = Readonly<z.infer<typeof noticeSchema>>;

export const workbookInfoSchema = z.strictObject({
  name: z.string(),
  folder: z.string(),
  isReadOnly: z.boolean(),
  sizeBytes: z.number().int(),
  assessmentCount: z.number().int(),
  quoteCount: z.number().int(),
  /** Counts openings; the same workbook saved under a new name keeps it, so that what is open in the window stays. */
  opening: z.number().int(),
  notices: z.array(noticeSchema),
  /** Why the workbook could not be opened, when none is open. */
  problem: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
});
export type WorkbookInfo = z.infer<typeof workbookInfoSchema>;

/** A backup as the window may name it: never by its path. */
export const backupSchema = z.strictObject({
  id: z.string().min(1).max(300),
  fileName: z.string(),
  folder: z.string(),
  madeAt: timestamp,
  sizeBytes: z.number().int(),
  /** When it was restored on trial and what came of it; null when it was not yet. */
  trial: z.strictObject({ at: timestamp, isSound: z.boolean(), problem: z.string() }).nullable(),
});
export type Backup = z.infer<typeof backupSchema>;

export const backupsSchema = z.strictObject({
  /** The newest first. */
  backups: z.array(backupSchema),
  /** Where they are made: beside the workbook, and in the folder of choice if there is one. */
  folders: z.array(z.string()),
  chosenFolder: z.string().nullable(),
  /** The last trial that went well, for which backup, and what it held. */
  proven: z
    .strictObject({
      at: timestamp,
      fileName: z.string(),
      assessments: z.number().int(),
      quotes: z.number().int(),
    })
    .nullable(),
  isBusy: z.boolean(),
  /** The workbook that was open before a backup was restored. */
  earlier: z.string().nullable(),
});
export type Backups = z.infer<typeof backupsSchema>;

/** What a salvage saved in the new file, and what it did not. */
export const salvageReportSchema = z.strictObject({
  fileName: z.string(),
  /** Rows of all tables. */
  saved: z.number().int(),
  lost: z.number().int(),
  isWhole: z.boolean(),
  losses: z.array(z.string()),
});
export type SalvageReport = z.infer<typeof salvageReportSchema>;

export const checkReportSchema = z.strictObject({
  isSound: z.boolean(),
  checkedAt: timestamp,
  findings: z.array(
    z.strictObject({ id: z.string(), label: z.string(), isSound: z.boolean(), message: z.string() }),
  ),
});
export type CheckReport = z.infer<typeof checkReportSchema>;

export const settingsSchema = z.strictObject({
  /** A name that was typed in an earlier version; suggested to who says who they are. */
  underwriter: z.string().max(200),
  theme: z.enum(['system', 'light', 'dark']),
  paper: z.enum(['a4', 'letter']),
  /** Where backups go as well; chosen by the system's dialog. */
  backupFolder: z.string().nullable().default(null),
});
export type Settings = z.infer<typeof settingsSchema>;
