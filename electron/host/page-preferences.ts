import { app, type WebPreferences } from 'electron';
import { preloadPath } from './folders.ts';

/** The one set of preferences that every page of the application runs with. */
export const pagePreferences = (): WebPreferences => ({
  preload: preloadPath(),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: !app.isPackaged,
});
