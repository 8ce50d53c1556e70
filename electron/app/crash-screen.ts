import { app, type BrowserWindow, dialog } from 'electron';
import { log } from '../host/log.ts';

/** When the page dies or hangs, says so and offers to load it again: no work is lost, since it is in the workbook. */
export function offerReloadAfterTrouble(window: BrowserWindow): void {
  let isReloading = false;
  window.webContents.on('did-finish-load', () => {
    isReloading = false;
  });
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || isReloading) return;
    log.error(`The page of the workbench ended: ${details.reason} (${details.exitCode})`);
    void ask({
      window,
      message: 'The window stopped working',
      buttons: ['Reload', 'Quit'],
      act: (choice) => {
        if (choice === 0) window.webContents.reload();
        else app.quit();
      },
    });
  });
  window.on('unresponsive', () => {
    log.warn('The page of the workbench does not answer.');
    void ask({
      window,
      message: 'The window does not answer',
      buttons: ['Wait', 'Reload'],
      act: (choice) => {
        if (choice !== 1) return;
        isReloading = true;
        window.webContents.forcefullyCrashRenderer();
        window.webContents.reload();
      },
    });
  });
}

async function ask({
  window,
  message,
  buttons,
  act,
}: {
  readonly window: BrowserWindow;
  readonly message: string;
  readonly buttons: string[];
  readonly act: (choice: number) => void;
}): Promise<void> {
  if (window.isDestroyed()) return;
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message,
    detail: 'Everything saved up to the last second is in the workbook. Reloading brings it back.',
    buttons,
    defaultId: 0,
    noLink: true,
  });
  if (!window.isDestroyed()) act(response);
}
