import { app } from 'electron';
import { parseLaunch } from './launch-arguments.ts';

/**
 * True for the one running copy of the application for this user; a second start hands its workbook to the first and
 * ends. `onSecondStart` gets the path, or null when it was started without one.
 */
export function claimSingleInstance(onSecondStart: (workbook: string | null) => void): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return false;
  }
  app.on('second-instance', (_event, argv, folder) => {
    const launch = parseLaunch(argv.slice(1), app.isPackaged, folder);
    onSecondStart(launch.kind === 'invalid' ? null : launch.workbook);
  });
  return true;
}
