import { app, Menu } from 'electron';
import type { MenuItem } from '#shared/contract/native-menu.ts';
import { type MenuActions, menuTemplate } from './menu-template.ts';

export interface NativeMenu {
  /** Puts the window's commands into the menu, in place of those that it had. */
  readonly showCommands: (items: readonly MenuItem[]) => void;
  readonly showRecent: (workbooks: readonly string[]) => void;
}

/** Shows the native menu; until the window has loaded, with the system's own items only. */
export function createMenu(actions: MenuActions): NativeMenu {
  let commands: readonly MenuItem[] = [];
  let recentWorkbooks: readonly string[] = [];
  const show = (): void => {
    const facts = { platform: process.platform, isDeveloper: !app.isPackaged, recentWorkbooks, commands };
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(facts, actions)));
  };
  show();
  return {
    showCommands: (items) => {
      commands = items;
      show();
    },
    showRecent: (workbooks) => {
      recentWorkbooks = workbooks;
      show();
    },
  };
}
