import { join } from 'node:path';
import { app } from 'electron';
import type { LaunchOptions } from './launch-arguments.ts';
import { keepToOneself, makeFolder } from './make-folder.ts';

/** Moves everything the application keeps for itself to the folder asked for. Must run before the application is ready. */
export function setupUserData(options: LaunchOptions): void {
  if (options.userData === null) {
    keepToOneself(app.getPath('userData'));
    return;
  }
  makeFolder(options.userData, { isPrivate: true });
  app.setPath('userData', options.userData);
}

export const logFolder = (): string => join(app.getPath('userData'), 'logs');
export const defaultWorkbookPath = (): string => join(app.getPath('userData'), 'Workbook.ballast');

/** The built pages, and the data that ships with the application. */
export const pagesFolder = (): string => join(app.getAppPath(), 'out', 'renderer');
export const resourcesFolder = (): string => join(app.getAppPath(), 'resources');
/** The script of the thread that stamps papers. */
export const stampScript = (): string => join(app.getAppPath(), 'out', 'main', 'stamp-thread.js');
/** The script of the thread that rates submissions. */
export const ratingScript = (): string => join(app.getAppPath(), 'out', 'main', 'rating-thread.js');
/** The script of the threads for background work. */
export const backgroundScript = (): string => join(app.getAppPath(), 'out', 'main', 'background.js');
/** The script of the threads that examine papers. */
export const paperScript = (): string => join(app.getAppPath(), 'out', 'main', 'paper-thread.js');
export const preloadPath = (): string => join(app.getAppPath(), 'out', 'preload', 'preload.cjs');
