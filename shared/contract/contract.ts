import { z } from 'zod';
import { recipeSchema } from '../calibration/recipe.ts';
import { type AnyPaper, DEAL_PAPER_KINDS, type DealPaper } from '../deal/papers/deal-paper.ts';
import { declineChoiceSchema } from '../deal/papers/decline-letter.ts';
import { referralMemoSchema } from '../deal/referral-memo.ts';
import { bookSoFarSchema, capacitySchema } from '../domain/accumulation.ts';
import { assessmentContentSchema } from '../domain/assessment-content.ts';
import { fileSizeWords, MOST_FILE_BYTES } from '../domain/attachments.ts';
import { BOOK_BATCH, bookContentSchema, bookEntrySchema } from '../domain/book.ts';
import { isoDateSchema } from '../domain/dates.ts';
import { acceptanceSchema, counterOfferSchema, diaryCaseSchema } from '../domain/deal-records.ts';
import { SUBJECTIVITY_STATES } from '../domain/deal-states.ts';
import { linkFieldSchema } from '../domain/links.ts';
import { isRatingModel } from '../domain/parse-rating-model.ts';
import {
  insurerSchema,
  logoSchema,
  passphraseSchema,
  presentSchema,
  profileEntrySchema,
  profileIdSchema,
  profileSchema,
} from '../domain/people.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import {
  assessmentIdSchema,
  assessmentRecordSchema,
  assessmentSummarySchema,
  backupSchema,
  backupsSchema,
  checkReportSchema,
  damagedAssessmentSchema,
  quoteIdSchema,
  salvageReportSchema,
  settingsSchema,
  trailHeadSchema,
  workbookInfoSchema,
} from '../domain/records.ts';
import type { LibraryPack } from '../library/library-pack.ts';
import { type IncidentRow, incidentRowSchema } from '../library/library-row.ts';
import { PAPER_KINDS } from '../quote/paper.ts';
import { LARGEST_PAPER_BYTES, paperVerdictSchema, TOO_LARGE_PAPER } from '../quote/paper-verdict.ts';
import type { QuoteDocument } from '../quote/quote-document.ts';
import {
  isPrintedReport,
  isReportDocument,
  type PrintedReport,
  type ReportDocument,
} from '../report/report-document.ts';
import { command, event, query } from './call.ts';
import { exportedTableSchema } from './exported-table.ts';
import { menuItemSchema } from './native-menu.ts';

const nothing = z.undefined();
const paper = z.enum(['a4', 'letter']);
const byId = z.strictObject({ id: assessmentIdSchema });
const byQuote = z.strictObject({ id: quoteIdSchema });
/** One printing of a document. */
export const printJobSchema = z.uuid().brand<'PrintJobId'>();
export type PrintJobId = z.infer<typeof printJobSchema>;
const LONGEST_WORDS = 4000;
const words = z.string().max(LONGEST_WORDS).nullable();
/** The code of a reason, of the list that its move asks for. */
const reason = z.string().max(64).nullable();
/** A letter, a memo or a schedule of a case that is kept. */
const casePaperSchema = z.strictObject({
  /** Counts from 1 within its case. */
  sequence: z.number().int(),
  kind: z.enum(DEAL_PAPER_KINDS),
  at: z.iso.datetime(),
  actor: z.string(),
  sha256: z.string(),
});
const referralPreviewSchema = z.strictObject({
  memo: referralMemoSchema,
  /** What no approval could clear, one sentence each: it is not worth referring then. */
  obstacles: z.array(z.string()),
  /** Everybody who works in the workbook, and why they could not approve it; nothing where they could. */
  people: z.array(
    z.strictObject({ id: z.string(), name: z.string(), role: z.string(), refusals: z.array(z.string()) }),
  ),
});
/** A dialog may be closed without choosing. */
const saved = z.strictObject({ isSaved: z.boolean(), fileName: z.string().nullable() });

/** A paper that was chosen by a dialog, or dropped on the window. */
const handedIn = z.union([
  z.strictObject({ id: z.uuid() }),
  z.strictObject({
    name: z.string().max(300),
    bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= LARGEST_PAPER_BYTES, {
      error: TOO_LARGE_PAPER,
    }),
  }),
]);

/** The document is made by our own pure function and guarded by hashes in the workbook; its outline is checked here. */
const quoteDocumentSchema = z.custom<QuoteDocument>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === 'ballast-quote-document/1',
  { error: 'is not a quote document of this version' },
);
const PAPER_FORMATS: readonly string[] = ['ballast-paper/1', 'ballast-letter/1', 'ballast-cover-schedule/1'];
const isOfFormat = (value: unknown, formats: readonly string[]): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  typeof value.format === 'string' &&
  formats.includes(value.format);
const paperSchema = z.custom<AnyPaper>((value) => isOfFormat(value, PAPER_FORMATS), {
  error: 'is not a paper of this version',
});
const dealPaperSchema = z.custom<DealPaper>((value) => isOfFormat(value, PAPER_FORMATS.slice(1)), {
  error: 'is not a paper of a case of this version',
});
/** Which paper of a case is asked for, and what is chosen for it. */
const paperOrderSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('referral-memo'), words }),
  z.strictObject({ kind: z.literal('missing-information') }),
  z.strictObject({ kind: z.literal('decline-letter'), choice: declineChoiceSchema }),
  z.strictObject({ kind: z.literal('cover-schedule') }),
]);
export type PaperOrder = z.infer<typeof paperOrderSchema>;
/** With what papers are signed; left out, they are not. */
const signingSchema = z.discriminatedUnion('by', [
  /** By whoever is signed in. */
  z.strictObject({ by: z.literal('profile') }),
  /** With the PKCS#12 file that was chosen last; its passphrase is used at once and kept nowhere. */
  z.strictObject({ by: z.literal('file'), file: z.uuid(), passphrase: z.string().max(200) }),
]);
export type Signing = z.infer<typeof signingSchema>;
const printedReportSchema = z.custom<PrintedReport>(isPrintedReport, { error: 'is not a printed report' });
const reportDocument = z.custom<ReportDocument>(isReportDocument, { error: 'is not a report' });
const modelSchema = z.custom<RatingModel>(isRatingModel, {
  error: 'is not a rating model of this version',
});
/** Read whole by the one parser before it is handed on; its outline is checked here. */
const libraryPackSchema = z.custom<LibraryPack>(
  (value) => typeof value === 'object' && value !== null && 'manifest' in value && 'library' in value,
  { error: 'is not an incident library' },
);
const incidentRow = z.custom<IncidentRow>(
  (value) => typeof value === 'object' && value !== null && 'id' in value && 'gross_loss_usd' in value,
  { error: 'is not an incident' },
);
/** An incident as it is typed; the parser of the library says what is wrong with it. */
const typedIncident = z.partialRecord(incidentRowSchema.keyof(), z.string().max(4000));
/** A rating model with its wording, and the hash of each. */
const ratedBy = z.strictObject({ model: modelSchema, hash: z.string(), wordingHash: z.string() });

/**
 * The one list of calls between window and main process. Channel names, preload bridge, handler registration and the
 * renderer's client are derived from it. Calls are task-shaped: the window never sends SQL or a file path.
 */
export const contract = {
  app: {
    info: query(
      nothing,
      z.strictObject({
        version: z.string(),
        electron: z.string(),
        chromium: z.string(),
        node: z.string(),
        sqlite: z.string(),
        engine: z.string(),
        platform: z.string(),
        isPackaged: z.boolean(),
      }),
    ),
    reportProblem: command(
      z.strictObject({ where: z.string().max(200), message: z.string().max(4000) }),
      z.strictObject({ logId: z.string() }),
    ),
    /** The commands of the native menu as they are now: titles, keys and whether each can run. */
    showMenu: command(z.strictObject({ items: z.array(menuItemSchema).max(200) }), nothing),
    /** A command of the native menu was chosen. */
    menuCommand: event(z.strictObject({ commandId: z.string() })),
    /** The window is about to close or to show another workbook: write what is pending, then answer with `flushed`. */
    flushRequested: event(z.strictObject({ token: z.string() })),
    /** `problem` says why not everything is written; null when it is. */
    flushed: command(
      z.strictObject({ token: z.string(), problem: z.string().max(2000).nullable() }),
      nothing,
    ),
  },
  files: {
    /** Keeps a file as evidence, by its bytes. */
    keep: command(
      z.strictObject({
        name: z.string().min(1).max(255),
        bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= MOST_FILE_BYTES + 1, {
          error: `may have at most ${fileSizeWords(MOST_FILE_BYTES)}`,
        }),
      }),
      z.strictObject({ sha256: z.string(), name: z.string(), size: z.number() }),
    ),
    /** Opens a read-only copy of a kept file with the program of the system for it. */
    open: command(
      z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().min(1).max(255) }),
      nothing,
    ),
  },
  settings: {
    get: query(nothing, settingsSchema),
    /** The folder for backups is chosen by a dialog alone. */
    set: command(settingsSchema.omit({ backupFolder: true }).partial(), settingsSchema),
  },
  model: {
    current: query(nothing, ratedBy),
    byHash: query(z.strictObject({ hash: z.string() }), ratedBy),
    /** The models that the workbook keeps, newest first. */
    kept: query(
      nothing,
      z.array(z.strictObject({ hash: z.string(), modelId: z.string(), keptAt: z.string() })),
    ),
  },
  workbook: {
    info: query(nothing, workbookInfoSchema),
    open: command(nothing, workbookInfoSchema),
    create: command(nothing, workbookInfoSchema),
    showInFolder: command(nothing, nothing),
    backUp: command(nothing, z.strictObject({ fileName: z.string(), folder: z.string() })),
    /** Checks a copy in the background; asked again meanwhile, it is the same check. */
    check: query(nothing, checkReportSchema),
    /** Goes on in a new file with everything that the open workbook holds. */
    saveAs: command(nothing, workbookInfoSchema),
    backups: query(nothing, backupsSchema),
    /** Restores a backup to a new file, asked for by a dialog, and opens that. */
    restore: command(
      z.strictObject({ id: backupSchema.shape.id }),
      z.strictObject({ isDone: z.boolean(), info: workbookInfoSchema }),
    ),
    /** The way back to the workbook that was open before a backup was restored. */
    openEarlier: command(nothing, workbookInfoSchema),
    /** Makes a new workbook of what can still be read of a damaged one; both asked for by dialogs. */
    salvage: command(nothing, salvageReportSchema.nullable()),
    chooseBackupFolder: command(nothing, settingsSchema),
    forgetBackupFolder: command(nothing, settingsSchema),
    cancelCheck: command(nothing, nothing),
    checkProgress: event(z.strictObject({ done: z.number().int(), total: z.number().int() })),
    /** A check that nobody asked for was made: the daily one, or the one after an unclean end. */
    checked: event(checkReportSchema),
    /** Whether the head of the trail that stands on a paper is in the trail of this workbook. */
    compareWithPaper: query(
      z.strictObject({ head: z.string().max(100) }),
      z.strictObject({ isInTrail: z.boolean(), message: z.string() }),
    ),
    changed: event(workbookInfoSchema),
    /** There is another backup, or another trial of one. */
    backupsChanged: event(nothing),
  },
  assessments: {
    list: query(nothing, z.array(assessmentSummarySchema)),
    /** Those that cannot be read and are not in the list. */
    damaged: query(nothing, z.array(damagedAssessmentSchema)),
    open: query(byId, assessmentRecordSchema),
    create: command(z.strictObject({ content: assessmentContentSchema }), assessmentRecordSchema),
    save: command(
      z.strictObject({
        id: assessmentIdSchema,
        version: z.number().int(),
        content: assessmentContentSchema,
        /** The model that the draft is moved to; left out, it stays under its own. */
        modelHash: z.string().max(64).optional(),
      }),
      z.strictObject({
        version: z.number().int(),
        summary: assessmentSummarySchema,
        modelId: z.string(),
        modelHash: z.string(),
      }),
    ),
    finalise: command(
      z.strictObject({ id: assessmentIdSchema, version: z.number().int() }),
      assessmentRecordSchema,
    ),
    /** A correction of a finalised assessment: a new draft revision of the same case. */
    revise: command(byId, assessmentRecordSchema),
    /** A new case with the same content, for a renewal or a second option. */
    duplicate: command(byId, assessmentRecordSchema),
    moveToBin: command(byId, nothing),
    restore: command(byId, nothing),
    /** Removes the drafts in the bin for good; what was ever closed is kept for ever. */
    emptyBin: command(nothing, z.strictObject({ removed: z.number().int(), kept: z.number().int() })),
    importFile: command(nothing, assessmentRecordSchema.nullable()),
    importText: command(
      z.strictObject({ fileName: z.string().max(300), text: z.string() }),
      assessmentRecordSchema,
    ),
    exportFile: command(byId, saved),
  },
  /** What becomes of a case: referral, approval, offers, subjectivities, closing. */
  deal: {
    /** The memo of a referral as it would be made now, and who could approve it. */
    memo: query(byId, referralPreviewSchema),
    refer: command(
      z.strictObject({ id: assessmentIdSchema, version: z.number().int(), words }),
      assessmentRecordSchema,
    ),
    approve: command(
      z.strictObject({ id: assessmentIdSchema, conditions: z.array(z.string().trim().max(300)).max(6) }),
      assessmentRecordSchema,
    ),
    /** Gives the new draft revision in which the questions are answered. */
    sendBack: command(
      z.strictObject({ id: assessmentIdSchema, questions: z.string().max(LONGEST_WORDS) }),
      assessmentRecordSchema,
    ),
    /** A move by hand; reopening gives the new draft revision. */
    move: command(
      z.strictObject({
        id: assessmentIdSchema,
        to: z.enum(['draft', 'in-review', 'declined', 'not-taken-up', 'cancelled']),
        reason,
        words,
      }),
      assessmentRecordSchema,
    ),
    counterOffer: command(
      z.strictObject({
        id: quoteIdSchema,
        counter: counterOfferSchema,
        words: z.string().max(LONGEST_WORDS),
      }),
      assessmentRecordSchema,
    ),
    accept: command(
      z.strictObject({ id: quoteIdSchema, acceptance: acceptanceSchema, words }),
      assessmentRecordSchema,
    ),
    withdraw: command(z.strictObject({ id: quoteIdSchema, reason, words }), assessmentRecordSchema),
    bind: command(z.strictObject({ id: quoteIdSchema, words }), assessmentRecordSchema),
    moveSubjectivity: command(
      z.strictObject({
        id: quoteIdSchema,
        subjectivity: z.string().max(100),
        to: z.enum(SUBJECTIVITY_STATES),
        words,
      }),
      assessmentRecordSchema,
    ),
    /** A paper of the case as it would be made now, marked as a draft. */
    previewPaper: query(
      z.strictObject({ id: assessmentIdSchema, paper, order: paperOrderSchema }),
      dealPaperSchema,
    ),
    /** Prints a paper of the case and keeps it in the workbook. */
    makePaper: command(
      z.strictObject({
        id: assessmentIdSchema,
        paper,
        order: paperOrderSchema,
        signing: signingSchema.optional(),
      }),
      casePaperSchema,
    ),
    /** The papers of the case that are kept, the newest first. */
    papers: query(byId, z.array(casePaperSchema)),
    /** Saves one that is kept where the person chooses. */
    savePaper: command(z.strictObject({ id: assessmentIdSchema, sequence: z.number().int() }), saved),
    /** The cases with something that has a day, for the diary. */
    diary: query(nothing, z.array(diaryCaseSchema)),
  },
  quotes: {
    /** The document as it would be issued now, at the full grid, marked as a draft. */
    preview: query(z.strictObject({ assessmentId: assessmentIdSchema, paper }), quoteDocumentSchema),
    issue: command(
      z.strictObject({
        assessmentId: assessmentIdSchema,
        version: z.number().int(),
        paper,
        /** Earlier versions that stand open stay open beside this one. */
        keepsEarlierOpen: z.boolean().optional(),
        signing: signingSchema.optional(),
      }),
      assessmentRecordSchema,
    ),
    document: query(byQuote, quoteDocumentSchema),
    savePdf: command(byQuote.extend({ kind: z.enum(PAPER_KINDS).optional() }), saved),
    /** The papers that are stored with a quote. */
    papers: query(byQuote, z.array(z.enum(PAPER_KINDS))),
    /** The head of the trail that stands on the paper of a quote; null of one issued before it was printed. */
    trailHead: query(byQuote, trailHeadSchema.nullable()),
    verify: query(
      byQuote,
      z.strictObject({ isSound: z.boolean(), findings: checkReportSchema.shape.findings }),
    ),
  },
  /** Papers that somebody hands in: are they ours, and are they whole. */
  papers: {
    /** Lets a person choose files, and names them; empty when none was chosen. */
    choose: command(nothing, z.array(z.strictObject({ id: z.uuid(), name: z.string() }))),
    check: query(handedIn, paperVerdictSchema),
    /** Takes the assessment of a worksheet over into the open workbook, as a new draft. */
    reopen: command(handedIn, assessmentRecordSchema),
    /** Lets a person choose a PKCS#12 file to sign with, and names it; null when none was chosen. */
    chooseKeyFile: command(nothing, z.strictObject({ id: z.uuid(), name: z.string() }).nullable()),
    /** Saves the card by which others can tell the key of whoever is signed in. */
    saveKeyCard: command(nothing, saved),
  },
  /** Re-pricing every assessment: the window computes, the workbook is only read. */
  book: {
    /** Every assessment outside the bin, without its content. */
    list: query(nothing, z.array(bookEntrySchema)),
    /** The contents of a few of them, in the order asked. */
    contents: query(
      z.strictObject({ ids: z.array(assessmentIdSchema).min(1).max(BOOK_BATCH) }),
      z.array(bookContentSchema).max(BOOK_BATCH),
    ),
    /** What other offers share with this assessment's, as the book stands now. */
    soFar: query(byId, bookSoFarSchema),
    /** The names that subjects of the workbook have in each field by which losses may come together. */
    names: query(nothing, z.record(linkFieldSchema, z.array(z.string()))),
    capacities: query(nothing, z.array(capacitySchema)),
    /** Sets a capacity, or takes it away (amount null); gives all that are set then. */
    setCapacity: command(
      z.strictObject({
        field: linkFieldSchema,
        amountMinor: capacitySchema.shape.amountMinor.nullable(),
        currency: capacitySchema.shape.currency,
      }),
      z.array(capacitySchema),
    ),
  },
  /** The incident library and the user's own incidents beside it. */
  library: {
    packs: query(
      nothing,
      z.array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          date: isoDateSchema,
          isBundled: z.boolean(),
          /** The figures of the rating model were fitted on it. */
          isCalibrated: z.boolean(),
        }),
      ),
    ),
    pack: query(z.strictObject({ id: z.string().max(64) }), libraryPackSchema),
    recipe: query(nothing, recipeSchema),
    /** Reads a pack that a person chooses, whole; it is not kept yet. Null when none was chosen. */
    choosePack: command(nothing, libraryPackSchema.nullable()),
    /** Keeps the pack that was chosen last. */
    keepPack: command(z.strictObject({ id: z.string().max(64) }), nothing),
    own: query(nothing, z.array(incidentRow)),
    /** Adds a row (id null) or writes the one of that id anew. */
    putOwn: command(z.strictObject({ id: z.string().max(200).nullable(), typed: typedIncident }), nothing),
    removeOwn: command(z.strictObject({ id: z.string().max(200) }), nothing),
    /** Adds the rows of a file that a person chooses, all or none. */
    importOwn: command(nothing, z.strictObject({ added: z.number().int() })),
  },
  /** Who works in the workbook, what each may do, and for which insurer. */
  people: {
    insurer: query(nothing, insurerSchema.nullable()),
    setInsurer: command(insurerSchema, insurerSchema),
    /** Reads a picture that a person chooses; it is not kept yet. Null when none was chosen. */
    chooseLogo: command(nothing, logoSchema.nullable()),
    /** Everybody, who is retired among them. */
    profiles: query(nothing, z.array(profileSchema)),
    addProfile: command(
      z.strictObject({
        entry: profileEntrySchema,
        passphrase: passphraseSchema.nullable(),
        /** Who adds it is that person, and is signed in afterwards. */
        isMe: z.boolean(),
      }),
      profileSchema,
    ),
    changeProfile: command(z.strictObject({ id: profileIdSchema, entry: profileEntrySchema }), profileSchema),
    /** `present` is the one in use, asked of whoever changes their own; null where there is none. */
    changePassphrase: command(
      z.strictObject({
        id: profileIdSchema,
        present: z.string().max(200).nullable(),
        next: passphraseSchema.nullable(),
      }),
      profileSchema,
    ),
    retireProfile: command(z.strictObject({ id: profileIdSchema }), profileSchema),
    signIn: command(
      z.strictObject({ id: profileIdSchema, passphrase: z.string().max(200).nullable() }),
      presentSchema,
    ),
    signOut: command(nothing, presentSchema),
    current: query(nothing, presentSchema),
  },
  tables: {
    /** Saves a table of the window as CSV; text in it that could run as a formula is made harmless. */
    exportCsv: command(exportedTableSchema, saved),
  },
  reports: {
    /** Prints a report of the window and saves it where a person chooses; on the paper of the settings. */
    savePdf: command(z.strictObject({ report: reportDocument }), saved),
  },
  print: {
    /** Only the hidden print window asks: the document of the job it was opened for. */
    document: query(z.strictObject({ job: printJobSchema }), z.union([paperSchema, printedReportSchema])),
    ready: command(z.strictObject({ job: printJobSchema, problems: z.array(z.string()) }), nothing),
  },
} as const;

export type Contract = typeof contract;

/** What the application says of itself. */
export type AppInfo = z.infer<Contract['app']['info']['output']>;
