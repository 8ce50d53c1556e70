import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { LaunchOptions } from './launch-arguments.ts';

/** Moves everything the application keeps for itself to the folder asked for. Must run before the application is ready. */
export function setupUserData(options: LaunchOptions): void {
  if (options.userData === null) return;
  mkdirSync(options.userData, { recursive: true });
  app.setPath('userData', options.userData);
}

export const logFolder = (): string => join(app.getPath('userData'), 'logs');
export const defaultWorkbookPath = (): string => join(app.getPath('userData'), 'Workbook.ballast');

/** The built pages, and the data that ships with the application. */
export const pagesFolder = (): string => join(app.getAppPath(), 'out', 'renderer');
export const resourcesFolder = (): string => join(app.getAppPath(), 'resources');
/** What runs in the thread that checks a workbook. */
export const checkWorkerPath = (): string => join(app.getAppPath(), 'out', 'main', 'check-worker.js');
export const preloadPath = (): string => join(app.getAppPath(), 'out', 'preload', 'preload.cjs');
