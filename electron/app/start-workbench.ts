import { existsSync } from 'node:fs';
import { app, type BrowserWindow, dialog, session as electronSession, shell } from 'electron';
import type { WorkbookInfo } from '#shared/domain/records.ts';
import { createPrintJobs } from '../documents/print-jobs.ts';
import { quotePrinterFor } from '../documents/print-window.ts';
import { computeOnce } from '../host/compute-once.ts';
import { defaultWorkbookPath, pagesFolder, resourcesFolder } from '../host/folders.ts';
import { openHostState, withRecentWorkbook } from '../host/host-state.ts';
import { logUnexpected } from '../host/log.ts';
import { openSettings } from '../host/settings.ts';
import type { Context } from '../ipc/context.ts';
import { sendEvent } from '../ipc/events.ts';
import { setupIpc } from '../ipc/setup-ipc.ts';
import { serveApp } from '../security/app-scheme.ts';
import { loadModel } from '../underwriting/loaded-model.ts';
import { showAbout } from './about.ts';
import { appInfo } from './app-info.ts';
import { createDialogs } from './dialogs.ts';
import { createFlushBroker } from './flush-broker.ts';
import { openMainWindow } from './main-window.ts';
import { setupMenu } from './menu.ts';
import { applyTheme } from './theme.ts';
import { createWorkbookSession } from './workbook-session.ts';

export interface Workbench {
  readonly focus: () => void;
  readonly openWorkbook: (path: string) => void;
}

/** Connects the parts of the workbench and opens its window on `workbook`, or on the workbook used last. */
export function startWorkbench(workbook: string | null): Workbench {
  const folder = app.getPath('userData');
  const state = openHostState(folder);
  const settings = openSettings(folder);
  const flushes = createFlushBroker();
  const printJobs = createPrintJobs();
  let window: BrowserWindow | null = null;

  const flushWindow = async (): Promise<void> => {
    const contents = window?.webContents;
    if (contents === undefined || contents.isDestroyed() || contents.isCrashed()) return;
    await flushes.request((token) => sendEvent(contents, 'app', 'flushRequested', { token }));
  };
  const openWorkbook = async (path: string): Promise<void> => {
    await flushWindow();
    const opened = session.open(path, 'open');
    if (!opened.ok && window !== null) {
      void dialog.showMessageBox(window, { type: 'error', message: opened.failure.message, noLink: true });
    }
  };
  const renewMenu = (): void =>
    setupMenu(state.read().recentWorkbooks, {
      command: (commandId) => {
        if (window !== null) sendEvent(window.webContents, 'app', 'menuCommand', { commandId });
      },
      openWorkbook: (path) => void openWorkbook(path),
      about: () => {
        if (window !== null) showAbout(window, context.info);
      },
    });
  const onWorkbookChanged = (info: WorkbookInfo, path: string): void => {
    if (info.problem === null) {
      state.write(withRecentWorkbook(state.read(), path));
      app.addRecentDocument(path);
    }
    renewMenu();
    window?.setTitle(titleFor(info));
    if (window !== null) sendEvent(window.webContents, 'workbook', 'changed', info);
  };
  const session = createWorkbookSession(app.getVersion(), onWorkbookChanged);

  const context: Context = {
    info: appInfo(),
    model: computeOnce(() => loadModel(resourcesFolder())),
    session,
    settings,
    applySettings: applyTheme,
    dialogs: createDialogs(() => window),
    printer: quotePrinterFor(printJobs),
    printJobs,
    flushWindow,
    onFlushed: flushes.answer,
    showInFolder: (path) => shell.showItemInFolder(path),
    reportProblem: (where, message) => logUnexpected(`window, ${where}`, message),
    now: () => new Date(),
  };

  applyTheme(settings.read());
  serveApp(electronSession.defaultSession, pagesFolder());
  setupIpc(context);
  const first = firstWorkbook(workbook, state.read().recentWorkbooks);
  const info = session.start(first.path, first.mode);
  const opened = openMainWindow({ state, flushWindow, title: titleFor(info) });
  window = opened;
  opened.on('closed', () => {
    window = null;
    app.quit();
  });
  app.on('will-quit', () => session.close());

  return {
    focus: () => {
      if (window?.isMinimized()) window.restore();
      window?.focus();
    },
    openWorkbook: (path) => void openWorkbook(path),
  };
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
