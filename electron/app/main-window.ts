import { BrowserWindow, dialog, nativeTheme, type Rectangle, screen } from 'electron';
import type { Result } from '#shared/domain/result.ts';
import type { HostState } from '../host/host-state.ts';
import type { JsonFile } from '../host/json-file.ts';
import { log } from '../host/log.ts';
import { pagePreferences } from '../host/page-preferences.ts';
import { APP_ORIGIN } from '../security/app-origin.ts';
import { giveRole } from '../security/sender.ts';
import { createCloseGuard } from './close-guard.ts';
import { offerReloadAfterTrouble } from './crash-screen.ts';

const SMALLEST = { width: 960, height: 640 };
const FIRST_SIZE = { width: 1440, height: 900 };
const PAPER = { light: '#FBFAF7', dark: '#0F1A24' };

export interface MainWindow {
  readonly window: BrowserWindow;
  /** Its page has been painted. */
  readonly painted: Promise<void>;
}

/** Opens the window of the workbench out of sight, so that its page can start before anything else is read. */
export function openMainWindow(): MainWindow {
  const window = new BrowserWindow({
    ...FIRST_SIZE,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Ballast',
    webPreferences: pagePreferences(),
  });
  const painted = new Promise<void>((resolve) => window.once('ready-to-show', () => resolve()));
  giveRole(window.webContents, 'workbench');
  window.on('page-title-updated', (event) => event.preventDefault());
  offerReloadAfterTrouble(window);
  window.loadURL(`${APP_ORIGIN}/index.html`).catch((error: unknown) => {
    log.error('The workbench page did not load:', error);
  });
  return { window, painted };
}

interface Placing {
  readonly state: JsonFile<HostState>;
  /** Asks the page to write what is pending; it waits only a short time for a page that hangs. */
  readonly flushWindow: () => Promise<Result<undefined>>;
}

/** Gives the window its last position and size, and shows it as soon as its page has been painted. */
export function placeMainWindow({ window, painted }: MainWindow, { state, flushWindow }: Placing): void {
  const { bounds, isMaximised } = state.read();
  if (bounds !== null && isOnAScreen(bounds)) window.setBounds(bounds);
  window.setBackgroundColor(nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light);
  void painted.then(() => {
    if (window.isDestroyed()) return;
    if (isMaximised) window.maximize();
    window.show();
  });
  rememberPlace(window, state);
  flushBeforeClose(window, flushWindow);
}

/** A position on a screen that is no longer connected would open the window out of sight. */
function isOnAScreen(bounds: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching(bounds);
  return (
    bounds.x < workArea.x + workArea.width - 100 &&
    bounds.x + bounds.width > workArea.x + 100 &&
    bounds.y < workArea.y + workArea.height - 60 &&
    bounds.y >= workArea.y - 20
  );
}

function rememberPlace(window: BrowserWindow, state: JsonFile<HostState>): void {
  const save = (): void => {
    if (window.isDestroyed() || window.isMinimized()) return;
    const isMaximised = window.isMaximized();
    state.write({ ...state.read(), isMaximised, bounds: window.getNormalBounds() });
  };
  let timer: NodeJS.Timeout | undefined;
  const saveSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(save, 500);
  };
  window.on('resize', saveSoon);
  window.on('move', saveSoon);
  window.on('close', save);
  window.on('closed', () => clearTimeout(timer));
}

/** Gives the page a last chance to write what is pending. */
function flushBeforeClose(window: BrowserWindow, flush: Placing['flushWindow']): void {
  const guard = createCloseGuard({
    flush,
    mayLose: async (problem) => {
      if (window.isDestroyed()) return true;
      const { response } = await dialog.showMessageBox(window, {
        type: 'warning',
        message: 'The last change would be lost',
        detail: problem,
        buttons: ['Keep the window open', 'Close and lose it'],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      });
      return response === 1;
    },
    destroy: () => window.destroy(),
  });
  window.on('close', (event) => {
    event.preventDefault();
    guard().catch((error: unknown) => {
      log.error('The window could not ask before it closed:', error);
      window.destroy();
    });
  });
}
