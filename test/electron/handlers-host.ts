import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createBackupKeeper } from '#electron/app/backup-keeper.ts';
import { workInThread } from '#electron/app/work-in-thread.ts';
import { createWorkbookChecker, modelsToCheckBy } from '#electron/app/workbook-checker.ts';
import { createWorkbookSession } from '#electron/app/workbook-session.ts';
import { examinePaper } from '#electron/documents/examine-paper.ts';
import { signerFor } from '#electron/documents/paper-signer.ts';
import { createPrintJobs } from '#electron/documents/print-jobs.ts';
import type { DealPrinter, QuotePrinter } from '#electron/documents/quote-pdf.ts';
import { openLibraryPacks, readRecipeText } from '#electron/exchange/library-packs.ts';
import type { BundledModel } from '#electron/host/bundled-model.ts';
import { fastSha256 } from '#electron/host/hash.ts';
import { openInstallationKey } from '#electron/host/installation-key.ts';
import { openKnownPrices } from '#electron/host/known-prices.ts';
import { openRestoreProofs } from '#electron/host/restore-proofs.ts';
import { openSeenWorkbooks } from '#electron/host/seen-workbooks.ts';
import { openSettings } from '#electron/host/settings.ts';
import type { Context } from '#electron/ipc/context.ts';
import { openSignedIn } from '#electron/ipc/signed-in.ts';
import { workHere } from '#electron/store/check/background-work.ts';
import { anchorsOf } from '#electron/store/check/keep-heads.ts';
import { recipeSchema } from '#shared/calibration/recipe.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { type AssessmentRecord, assessmentRecordSchema } from '#shared/domain/records.ts';
import { type Result, success } from '#shared/domain/result.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { day } from '../support/branded.ts';

export const resources = resolve(import.meta.dirname, '../../resources');
export const sampleText = readFileSync(join(resources, 'samples', 'well-run-exchange.json'), 'utf8');

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

/** As the window gets it: what a handler answers passes the contract's schema on its way. */
export const record = (result: Result<unknown>): AssessmentRecord =>
  assessmentRecordSchema.parse(value(result));

/** The handlers on a real workbook; the printer and the dialogs stand in for Electron's. */
export function host(folder: string, model: BundledModel) {
  const printed: QuoteDocument[] = [];
  const answers = { open: null as string | null, save: null as string | null };
  let print: QuotePrinter['print'] = async () =>
    success({ bytes: new TextEncoder().encode('%PDF-1.7 printed'), sha256: '' });
  let printDealPaper: DealPrinter['printDealPaper'] = async (paper) => {
    const bytes = new TextEncoder().encode(`%PDF-1.7 ${canonicalJson(paper)}`);
    return success({ bytes, sha256: fastSha256(bytes) });
  };
  const seen = openSeenWorkbooks(folder);
  const people = openSignedIn({
    folder,
    key: openInstallationKey(folder),
    now: () => new Date('2026-11-22T12:00:00.000Z'),
  });
  const session = createWorkbookSession('test', () => {}, {
    seen,
    onOpened: () => session.compareHeads(),
  });
  const settings = openSettings(folder);
  const now = () => new Date('2026-11-22T12:00:00.000Z');
  const known = openKnownPrices(folder, { engine: '', application: '', code: '', v8: '' });
  const context: Context = {
    info: () => ({
      version: '1',
      electron: '',
      chromium: '',
      node: '',
      sqlite: '',
      engine: '',
      platform: '',
      isPackaged: false,
    }),
    model: () => success(model),
    beforeModel: async () => {},
    session,
    backups: createBackupKeeper({
      session,
      chosenFolder: () => settings.read().backupFolder,
      proofs: openRestoreProofs(folder),
      seen,
      ownKeys: people.ownKeys,
      work: workHere,
      models: () => modelsToCheckBy(success(model)),
      known: () => known,
      appVersion: 'test',
      now,
      onChanged: () => {},
    }),
    libraryPacks: openLibraryPacks(join(resources, 'library'), join(folder, 'Library'), () =>
      day('2026-11-29'),
    ),
    recipe: () => recipeSchema.parse(JSON.parse(readRecipeText(resources))),
    checker: createWorkbookChecker({
      current: session.current,
      anchorsOf: (workbook) => anchorsOf(workbook, { seen, backupFolder: settings.read().backupFolder }),
      seen,
      known: () => known,
      ownKeys: people.ownKeys,
      models: () => modelsToCheckBy(success(model)),
      work: workInThread(resolve(import.meta.dirname, '../../electron/background.ts')),
      now: () => new Date('2026-11-22T12:00:00.000Z'),
      onProgress: () => {},
      onChecked: () => {},
    }),
    seen,
    people,
    settings: openSettings(folder),
    applySettings: () => {},
    dialogs: {
      chooseWorkbook: async () => answers.open,
      placeNewWorkbook: async () => answers.save,
      chooseDamagedWorkbook: async () => answers.open,
      chooseBackupFolder: async () => answers.open,
      chooseSubmission: async () => answers.open,
      placeSubmission: async (name) => (answers.save === null ? null : join(answers.save, name)),
      placePdf: async (name) => (answers.save === null ? null : join(answers.save, name)),
      choosePapers: async () => (answers.open === null ? [] : [answers.open]),
      chooseKeyFile: async () => answers.open,
      placeKeyCard: async (name) => (answers.save === null ? null : join(answers.save, name)),
      placeTable: async (name) => (answers.save === null ? null : join(answers.save, name)),
      chooseLibraryPack: async () => answers.open,
      chooseIncidents: async () => answers.open,
      chooseLogo: async () => answers.open,
    },
    printer: {
      print: (document, kind) => {
        printed.push(document);
        return print(document, kind);
      },
      printDealPaper: (paper) => printDealPaper(paper),
    },
    reportPrinter: {
      print: async () => success(new TextEncoder().encode('%PDF-1.7 report')),
    },
    printJobs: createPrintJobs(),
    examinePaper,
    signerFor: (key, holder) => signerFor(key, holder, { folder, now: now() }),
    flushWindow: async () => success(undefined),
    onFlushed: () => {},
    showInFolder: () => {},
    openCopy: async () => null,
    showMenu: () => {},
    reportProblem: () => 'log-1',
    now,
  };
  session.start(join(folder, 'book.ballast'), 'open-or-create');
  return {
    context,
    session,
    printed,
    answers,
    printDealWith: (next: DealPrinter['printDealPaper']) => {
      printDealPaper = next;
    },
    printWith: (next: QuotePrinter['print']) => {
      print = next;
    },
  };
}
