import type { Signer } from '@libpdf/core';
import type { Recipe } from '#shared/calibration/recipe.ts';
import type { Handlers } from '#shared/contract/client.ts';
import type { AppInfo, Contract } from '#shared/contract/contract.ts';
import type { MenuItem } from '#shared/contract/native-menu.ts';
import type {
  Backups,
  CheckReport,
  Notice,
  SalvageReport,
  Settings,
  WorkbookInfo,
} from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import type { ExaminedPaper, ModelsAtHand } from '../documents/examine-paper.ts';
import type { PaperHolder } from '../documents/paper-certificate.ts';
import type { PrintJobs } from '../documents/print-jobs.ts';
import type { DealPrinter, QuotePrinter } from '../documents/quote-pdf.ts';
import type { ReportPrinter } from '../documents/report-pdf.ts';
import type { LibraryPacks } from '../exchange/library-packs.ts';
import type { BundledModel } from '../host/bundled-model.ts';
import type { InstallationKey } from '../host/installation-key.ts';
import type { JsonFile } from '../host/json-file.ts';
import type { SeenWorkbooks } from '../host/seen-workbooks.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import type { WorkbookDatabase } from '../store/connection/database.ts';
import type { OpenOptions, Workbook } from '../store/workbook/workbook.ts';
import type { SignedIn } from './signed-in.ts';

/** The one open workbook, or the reason why there is none. */
export interface WorkbookSession {
  /** Opens another workbook; the present one stays open when that fails, or when it is the one asked for. */
  readonly open: (path: string, mode: OpenOptions['mode']) => Result<WorkbookInfo>;
  /** Runs `work` on the open workbook, or fails with the reason why there is none. */
  readonly using: <T>(work: (db: WorkbookDatabase) => Result<T>) => Result<T>;
  /** Goes on with the same work in a new file; what the window has open stays. */
  readonly saveAs: (path: string) => Result<WorkbookInfo>;
  /** Adds a notice to what the window shows; a newer one of its kind takes its place. */
  readonly notify: (notice: Notice) => void;
  readonly withdraw: (kind: Notice['kind']) => void;
  readonly info: () => WorkbookInfo;
  readonly current: () => Workbook | null;
}

/** What the window may have done with the backups of the open workbook. */
export interface BackupService {
  readonly info: () => Backups;
  readonly makeNow: () => Promise<Result<{ readonly fileName: string; readonly folder: string }>>;
  /** A backup of the state before; fails when none could be made. */
  readonly beforeImport: () => Promise<Result<undefined>>;
  /** The file of a backup that `info` named, or null. */
  readonly pathOf: (id: string) => string | null;
  /** Restores to a new file and opens it; the workbook open before is remembered. */
  readonly restore: (backup: string, newPath: string, stamp: ChangeStamp) => Result<WorkbookInfo>;
  readonly earlierPath: () => string | null;
  readonly suggestedName: (backup: string) => string;
  readonly salvage: (path: string, newPath: string) => Promise<Result<SalvageReport>>;
}

/** The system's own dialogs; null when nothing was chosen. Paths stay in the main process; the window learns names only. */
export interface Dialogs {
  readonly chooseWorkbook: () => Promise<string | null>;
  readonly placeNewWorkbook: (suggestedPath?: string) => Promise<string | null>;
  readonly chooseDamagedWorkbook: () => Promise<string | null>;
  readonly chooseBackupFolder: () => Promise<string | null>;
  readonly chooseSubmission: () => Promise<string | null>;
  readonly placeSubmission: (suggestedName: string) => Promise<string | null>;
  readonly placePdf: (suggestedName: string) => Promise<string | null>;
  /** Several at once; none when nothing was chosen. */
  readonly choosePapers: () => Promise<readonly string[]>;
  /** A PKCS#12 file. */
  readonly chooseKeyFile: () => Promise<string | null>;
  readonly placeKeyCard: (suggestedName: string) => Promise<string | null>;
  readonly placeTable: (suggestedName: string) => Promise<string | null>;
  readonly chooseLibraryPack: () => Promise<string | null>;
  readonly chooseIncidents: () => Promise<string | null>;
  readonly chooseLogo: () => Promise<string | null>;
}

/** Checks the open workbook in the background, one check at a time. */
export interface WorkbookChecker {
  /** Starts a check, or joins the one that runs. */
  readonly check: () => Promise<Result<CheckReport>>;
  readonly cancel: () => void;
  /** Once a day, and after a session that did not end well. */
  readonly checkIfDue: () => Promise<void>;
}

/** Everything that the handlers reach the world through; none of them imports Electron. */
export interface Context {
  readonly info: () => AppInfo;
  /** The rating model that ships with the application, or why it cannot be used. */
  readonly model: () => Result<BundledModel>;
  /** To be waited for by whoever only shows the model: running its test cases must not hold up the window's first picture. */
  readonly beforeModel: () => Promise<void>;
  readonly session: WorkbookSession;
  readonly backups: BackupService;
  readonly libraryPacks: LibraryPacks;
  /** The recipe by which the library is calibrated. */
  readonly recipe: () => Recipe;
  readonly checker: WorkbookChecker;
  /** What this installation remembers of workbooks, outside them. */
  readonly seen: SeenWorkbooks;
  /** Who works in the open workbook, and the key that closings and issues are countersigned with. */
  readonly people: SignedIn;
  readonly settings: JsonFile<Settings>;
  /** Puts settings into effect that concern the window's frame. */
  readonly applySettings: (settings: Settings) => void;
  readonly dialogs: Dialogs;
  readonly printer: QuotePrinter & DealPrinter;
  readonly reportPrinter: ReportPrinter;
  readonly printJobs: PrintJobs;
  /** Finds out what a file that is said to be a paper shows by itself; in a thread of its own. */
  readonly examinePaper: (bytes: Uint8Array, models: ModelsAtHand) => Promise<ExaminedPaper>;
  /** Signs papers with a key of this computer. */
  readonly signerFor: (key: InstallationKey, holder: PaperHolder) => Promise<Signer>;
  /**
   * Has the window write what is pending, before the workbook under it changes. Fails when the window says that it could
   * not, so that its work is not given up for another workbook.
   */
  readonly flushWindow: () => Promise<Result<undefined>>;
  /** The window's answer that everything is written, or why not. */
  readonly onFlushed: (token: string, problem: string | null) => void;
  readonly showInFolder: (path: string) => void;
  /** Has the system open a private, read-only copy of a file; its complaint, or null. */
  readonly openCopy: (name: string, bytes: Uint8Array) => Promise<string | null>;
  /** Puts the window's commands into the native menu. */
  readonly showMenu: (items: readonly MenuItem[]) => void;
  readonly reportProblem: (where: string, message: string) => string;
  readonly now: () => Date;
}

export type GroupHandlers<G extends keyof Contract> = Handlers<Contract, Context>[G];
