import { app, Menu } from 'electron';
import { type MenuActions, menuTemplate } from './menu-template.ts';

/** Puts the native menu up, or renews it when the list of recent workbooks has changed. */
export function setupMenu(recentWorkbooks: readonly string[], actions: MenuActions): void {
  const facts = { platform: process.platform, isDeveloper: !app.isPackaged, recentWorkbooks };
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(facts, actions)));
}
