import { z } from 'zod';
import { recipeSchema } from '../calibration/recipe.ts';
import { assessmentContentSchema } from '../domain/assessment-content.ts';
import { BOOK_BATCH, bookContentSchema, bookEntrySchema } from '../domain/book.ts';
import { isoDateSchema } from '../domain/dates.ts';
import { isRatingModel } from '../domain/parse-rating-model.ts';
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
import { PAPER_KINDS, type Paper } from '../quote/paper.ts';
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
/** A dialog may be closed without choosing. */
const saved = z.strictObject({ isSaved: z.boolean(), fileName: z.string().nullable() });

/** The document is made by our own pure function and guarded by hashes in the workbook; its outline is checked here. */
const quoteDocumentSchema = z.custom<QuoteDocument>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === 'ballast-quote-document/1',
  { error: 'is not a quote document of this version' },
);
const paperSchema = z.custom<Paper>(
  (value) =>
    typeof value === 'object' && value !== null && 'format' in value && value.format === 'ballast-paper/1',
  { error: 'is not a paper of this version' },
);
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
    /** The window is about to close: write what is pending, then answer with `flushed`. */
    flushRequested: event(z.strictObject({ token: z.string() })),
    flushed: command(z.strictObject({ token: z.string() }), nothing),
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
  quotes: {
    /** The document as it would be issued now, at the full grid, marked as a draft. */
    preview: query(z.strictObject({ assessmentId: assessmentIdSchema, paper }), quoteDocumentSchema),
    issue: command(
      z.strictObject({ assessmentId: assessmentIdSchema, version: z.number().int(), paper }),
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
  /** Re-pricing every assessment: the window computes, the workbook is only read. */
  book: {
    /** Every assessment outside the bin, without its content. */
    list: query(nothing, z.array(bookEntrySchema)),
    /** The contents of a few of them, in the order asked. */
    contents: query(
      z.strictObject({ ids: z.array(assessmentIdSchema).min(1).max(BOOK_BATCH) }),
      z.array(bookContentSchema).max(BOOK_BATCH),
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
