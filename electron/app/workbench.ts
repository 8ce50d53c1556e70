import { app } from 'electron';
import { failStart } from '../host/fatal.ts';
import type { LaunchOptions } from '../host/launch-arguments.ts';
import { collectOpenRequests } from './open-requests.ts';
import { claimSingleInstance } from './single-instance.ts';
import { startWorkbench, type Workbench } from './start-workbench.ts';

/** Runs the application with its window, once for each user. */
export function runWorkbench(launch: LaunchOptions): void {
  const requests = collectOpenRequests();
  let workbench: Workbench | null = null;
  const isFirst = claimSingleInstance(launch.workbook, (workbook) => {
    workbench?.focus();
    if (workbook !== null) workbench?.openWorkbook(workbook);
  });
  if (!isFirst) return;
  app.on('window-all-closed', () => app.quit());
  app
    .whenReady()
    .then(() => {
      const early = requests.takeOver((path) => workbench?.openWorkbook(path));
      workbench = startWorkbench(launch.workbook ?? early);
    })
    .catch(failStart);
}
