import { type BrowserWindow, dialog } from 'electron';
import type { AppInfo } from '#shared/contract/contract.ts';

export function showAbout(window: BrowserWindow, info: AppInfo): void {
  void dialog.showMessageBox(window, {
    type: 'info',
    title: 'About Ballast',
    message: `Ballast ${info.version}`,
    detail: [
      'Offline workbench for underwriting digital-asset insurance. It never uses the network.',
      '',
      `Engine: ${info.engine}`,
      `Electron ${info.electron}, Chromium ${info.chromium}, Node ${info.node}, SQLite ${info.sqlite}`,
    ].join('\n'),
    buttons: ['Close'],
    noLink: true,
  });
}
