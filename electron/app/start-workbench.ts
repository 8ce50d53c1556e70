import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { app, type BrowserWindow, dialog, shell, type WebContents } from 'electron';
import { recipeSchema } from '#shared/calibration/recipe.ts';
import { localDay } from '#shared/domain/dates.ts';
import { storedJson } from '#shared/domain/json-text.ts';
import type { WorkbookInfo } from '#shared/domain/records.ts';
import { type Result, success } from '#shared/domain/result.ts';
import { signerFor } from '../documents/paper-signer.ts';
import { createPrintJobs } from '../documents/print-jobs.ts';
import { openPrintDesk, quotePrinterFor, reportPrinterFor } from '../documents/print-window.ts';
import { openLibraryPacks, readRecipeText } from '../exchange/library-packs.ts';
import { activationBasis } from '../host/activation-basis.ts';
import { openActivations } from '../host/activations.ts';
import { loadBundledModel } from '../host/bundled-model.ts';
import { clearStrays } from '../host/clear-strays.ts';
import { computeOnce } from '../host/compute-once.ts';
import { backgroundScript, defaultWorkbookPath, paperScript, resourcesFolder } from '../host/folders.ts';
import { openHostState, withRecentWorkbook } from '../host/host-state.ts';
import { openInstallationKey } from '../host/installation-key.ts';
import { openKnownPrices } from '../host/known-prices.ts';
import { languageNotice } from '../host/language-notice.ts';
import { log, logUnexpected } from '../host/log.ts';
import { COPIES_PREFIX, openCopies } from '../host/open-copies.ts';
import { openRestoreProofs } from '../host/restore-proofs.ts';
import { openSeenWorkbooks } from '../host/seen-workbooks.ts';
import { openSettings } from '../host/settings.ts';
import type { Context } from '../ipc/context.ts';
import { sendEvent } from '../ipc/events.ts';
import type { HeldCalls } from '../ipc/held-calls.ts';
import { setupIpc } from '../ipc/setup-ipc.ts';
import { openSignedIn } from '../ipc/signed-in.ts';
import { anchorsOf } from '../store/check/keep-heads.ts';
import { CHECK_PREFIX } from '../store/check/private-copy.ts';
import { REHEARSAL_PREFIX } from '../store/check/rehearse-restore.ts';
import { SALVAGE_PREFIX } from '../store/salvage/salvage-workbook.ts';
import { VIEWING_PREFIX } from '../store/workbook/viewing-copy.ts';
import { showAbout } from './about.ts';
import { appInfo } from './app-info.ts';
import { createBackupKeeper } from './backup-keeper.ts';
import { createDialogs } from './dialogs.ts';
import { examineInThread } from './examine-in-thread.ts';
import { createFlushBroker } from './flush-broker.ts';
import { type MainWindow, placeMainWindow } from './main-window.ts';
import { createMenu } from './menu.ts';
import { applyTheme } from './theme.ts';
import { workInThread } from './work-in-thread.ts';
import { createWorkbookChecker, modelsToCheckBy } from './workbook-checker.ts';
import { createWorkbookSession } from './workbook-session.ts';

export interface Workbench {
  readonly focus: () => void;
  readonly openWorkbook: (path: string) => void;
}

/** How often it is asked whether a backup is due. */
const LOOK_EVERY_MS = 10 * 60_000;
/** How long after the window appears it has drawn its list and taken the first keys, in milliseconds. */
const ANSWERS_MS = 150;
/** How long after the window appears the work begins that nobody waits for, in milliseconds. */
const REST_MS = 1000;

interface Opening {
  readonly main: MainWindow;
  /** The workbook asked for; else the one used last is opened. */
  readonly workbook: string | null;
  readonly calls: HeldCalls;
}

/** Puts the parts of the workbench together behind its window, and answers the calls of its page. */
export function startWorkbench({ main, workbook, calls }: Opening): Workbench {
  const { window: opened } = main;
  const folder = app.getPath('userData');
  const state = openHostState(folder);
  const seen = openSeenWorkbooks(folder);
  const settings = openSettings(folder);
  const flushes = createFlushBroker();
  const printJobs = createPrintJobs();
  const printDesk = openPrintDesk(printJobs);
  let window: BrowserWindow | null = null;

  const flushWindow = async (): Promise<Result<undefined>> => {
    const contents = window?.webContents;
    if (contents === undefined || contents.isDestroyed() || contents.isCrashed()) return success(undefined);
    return flushes.request((token) =>
      sendEvent({ contents, group: 'app', name: 'flushRequested', payload: { token } }),
    );
  };
  const openWorkbook = async (path: string): Promise<void> => {
    const flushed = await flushWindow();
    const opened = flushed.ok ? session.open(path, 'open') : flushed;
    if (!opened.ok && window !== null) {
      void dialog.showMessageBox(window, { type: 'error', message: opened.failure.message, noLink: true });
    }
  };
  const menu = createMenu({
    command: (commandId) => {
      if (window !== null)
        sendEvent({
          contents: window.webContents,
          group: 'app',
          name: 'menuCommand',
          payload: { commandId },
        });
    },
    openWorkbook: (path) => void openWorkbook(path),
    about: () => {
      if (window !== null) showAbout(window, context.info());
    },
  });
  const onWorkbookChanged = (info: WorkbookInfo, path: string): void => {
    if (info.problem === null) {
      app.addRecentDocument(path);
      if (state.read().recentWorkbooks[0] !== path) {
        state.write(withRecentWorkbook(state.read(), path));
        menu.showRecent(state.read().recentWorkbooks);
      }
    }
    window?.setTitle(titleFor(info));
    if (window !== null)
      sendEvent({ contents: window.webContents, group: 'workbook', name: 'changed', payload: info });
  };

  applyTheme(settings.read());
  menu.showRecent(state.read().recentWorkbooks);
  placeMainWindow(main, { state, flushWindow });
  const shown = new Promise<void>((resolve) => opened.once('show', () => resolve()));
  const usable = shown.then(() => new Promise<void>((resolve) => setTimeout(resolve, ANSWERS_MS)));
  const whenAtRest = (work: () => void): void => {
    void shown.then(() => setTimeout(work, REST_MS));
  };
  const toWindow =
    <T>(send: (contents: WebContents, payload: T) => void) =>
    (payload: T) => {
      if (window !== null) send(window.webContents, payload);
    };
  const session = createWorkbookSession(app.getVersion(), onWorkbookChanged, {
    seen,
    backupFolder: () => settings.read().backupFolder,
    onOpened: (workbook) =>
      whenAtRest(() => {
        if (session.current() !== workbook) return;
        // Before a backup is made of it, which would bear witness to what it is now.
        session.compareHeads();
        const language = languageNotice();
        if (language !== null) session.notify(language);
        clearOwnStrays(folder, workbook.path);
        lookAfterWorkbook();
      }),
  });
  const sendBackupsChanged = toWindow<undefined>((contents, payload) =>
    sendEvent({ contents, group: 'workbook', name: 'backupsChanged', payload }),
  );
  const work = workInThread(backgroundScript());
  const basis = activationBasis();
  const people = openSignedIn({ folder, key: openInstallationKey(folder), now: () => new Date() });
  const known = computeOnce(() => openKnownPrices(folder, basis));
  const models = () => modelsToCheckBy(context.model());
  const backups = createBackupKeeper({
    session,
    chosenFolder: () => settings.read().backupFolder,
    proofs: openRestoreProofs(folder),
    seen,
    ownKeys: people.ownKeys,
    work,
    models,
    known,
    appVersion: app.getVersion(),
    now: () => new Date(),
    onChanged: () => sendBackupsChanged(undefined),
  });
  // One after the other, so that what the trial of a backup has priced need not be priced by the check.
  const lookAfterWorkbook = (): void => void backups.look().then(() => checker.checkIfDue());
  setInterval(lookAfterWorkbook, LOOK_EVERY_MS).unref();
  const activations = openActivations(folder, basis);
  const checker = createWorkbookChecker({
    current: session.current,
    anchorsOf: (workbook) => anchorsOf(workbook, { seen, backupFolder: settings.read().backupFolder }),
    seen,
    known,
    ownKeys: people.ownKeys,
    models,
    work,
    now: () => new Date(),
    onProgress: toWindow((contents, progress) =>
      sendEvent({ contents, group: 'workbook', name: 'checkProgress', payload: progress }),
    ),
    onChecked: toWindow((contents, report) =>
      sendEvent({ contents, group: 'workbook', name: 'checked', payload: report }),
    ),
  });

  const copies = openCopies(tmpdir());
  const context: Context = {
    info: computeOnce(appInfo),
    model: computeOnce(() => loadBundledModel(resourcesFolder(), activations)),
    beforeModel: () => usable,
    session,
    backups,
    libraryPacks: openLibraryPacks(join(resourcesFolder(), 'library'), join(folder, 'Library'), () =>
      localDay(new Date()),
    ),
    recipe: computeOnce(() => recipeSchema.parse(storedJson(readRecipeText(resourcesFolder())))),
    checker,
    seen,
    people,
    settings,
    applySettings: applyTheme,
    dialogs: createDialogs(() => window),
    printer: quotePrinterFor(printDesk),
    reportPrinter: reportPrinterFor(printDesk),
    printJobs,
    examinePaper: examineInThread(paperScript()),
    signerFor: (key, holder) => signerFor(key, holder, { folder, now: new Date() }),
    flushWindow,
    onFlushed: flushes.answer,
    showMenu: menu.showCommands,
    showInFolder: (path) => shell.showItemInFolder(path),
    openCopy: async (name, bytes) => (await shell.openPath(copies.put(name, bytes))) || null,
    reportProblem: (where, message) => logUnexpected(`window, ${where}`, message),
    now: () => new Date(),
  };

  const first = firstWorkbook(workbook, state.read().recentWorkbooks);
  const info = session.start(first.path, first.mode);
  opened.setTitle(titleFor(info));
  setupIpc(context, calls.handle);
  window = opened;
  calls.release();
  opened.on('closed', () => {
    window = null;
    app.quit();
  });
  app.on('will-quit', () => {
    session.close();
    copies.remove();
  });

  return {
    focus: () => {
      if (window?.isMinimized()) window.restore();
      window?.focus();
    },
    openWorkbook: (path) => void openWorkbook(path),
  };
}

/** What killed processes left beside our own files. */
function clearOwnStrays(userData: string, workbook: string | null): void {
  const gone = clearStrays({
    folders: [
      { path: userData },
      ...(workbook === null ? [] : [{ path: dirname(workbook), ofFile: workbook }]),
    ],
    scratch: {
      path: tmpdir(),
      prefixes: [VIEWING_PREFIX, CHECK_PREFIX, REHEARSAL_PREFIX, SALVAGE_PREFIX, COPIES_PREFIX],
    },
    now: new Date(),
  });
  if (gone.length > 0) log.info(`Cleared away ${gone.length} files that were never finished.`);
}

/** The workbook named on the command line (created if new), else the one used last, else the default. */
function firstWorkbook(
  named: string | null,
  recent: readonly string[],
): { readonly path: string; readonly mode: 'open' | 'open-or-create' } {
  if (named !== null) return { path: named, mode: 'open-or-create' };
  const last = recent[0];
  if (last !== undefined && existsSync(last)) return { path: last, mode: 'open' };
  return { path: defaultWorkbookPath(), mode: 'open-or-create' };
}

const titleFor = (info: WorkbookInfo): string => {
  if (info.problem !== null || info.name === '') return 'Ballast';
  return `${info.name}${info.isReadOnly ? ' (read-only)' : ''} – Ballast`;
};
