import { app, session } from 'electron';
import { failStart } from '../host/fatal.ts';
import { pagesFolder } from '../host/folders.ts';
import type { LaunchOptions } from '../host/launch-arguments.ts';
import { holdCalls } from '../ipc/held-calls.ts';
import { serveApp } from '../security/app-scheme.ts';
import { openMainWindow } from './main-window.ts';
import { collectOpenRequests } from './open-requests.ts';
import { claimSingleInstance } from './single-instance.ts';
import type { Workbench } from './start-workbench.ts';

/** Runs the application with its window, once for each user. */
export function runWorkbench(launch: LaunchOptions): void {
  const requests = collectOpenRequests();
  let workbench: Workbench | null = null;
  /** What a second start asked for while this one was still on its way. */
  let askedMeanwhile: string | null = null;
  const isFirst = claimSingleInstance(launch.workbook, (workbook) => {
    workbench?.focus();
    if (workbook === null) return;
    if (workbench === null) askedMeanwhile = workbook;
    else workbench.openWorkbook(workbook);
  });
  if (!isFirst) return;
  app.on('window-all-closed', () => app.quit());
  app
    .whenReady()
    .then(async () => {
      const calls = holdCalls();
      const pageAsked = new Promise<void>((resolve) => {
        serveApp(session.defaultSession, pagesFolder(), { onPage: resolve });
      });
      const main = openMainWindow();
      // While the process of the page starts, this one reads all the rest.
      await pageAsked;
      const { startWorkbench } = await import('./start-workbench.ts');
      // It may have been told to quit in the meantime.
      if (main.window.isDestroyed()) return;
      const early = requests.takeOver((path) => workbench?.openWorkbook(path));
      workbench = startWorkbench({ main, workbook: askedMeanwhile ?? launch.workbook ?? early, calls });
    })
    .catch(failStart);
}
