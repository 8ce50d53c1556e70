import { basename } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import type { MenuItem, MenuPlace } from '#shared/contract/native-menu.ts';

export interface MenuActions {
  /** Runs a command of the window. */
  readonly command: (commandId: string) => void;
  readonly openWorkbook: (path: string) => void;
  readonly about: () => void;
}

export interface MenuFacts {
  readonly platform: NodeJS.Platform;
  readonly isDeveloper: boolean;
  readonly recentWorkbooks: readonly string[];
  /** The commands of the window; none before it has loaded. */
  readonly commands: readonly MenuItem[];
}

type Item = MenuItemConstructorOptions;

/** The native menu: the window's commands as it describes them, between the items that the system has itself. */
export function menuTemplate(facts: MenuFacts, actions: MenuActions): Item[] {
  const { platform, isDeveloper, recentWorkbooks, commands } = facts;
  const at = (place: MenuPlace): Item[] =>
    commands.filter((command) => command.place === place).map((command) => commandItem(command, actions));
  const recent: Item = { label: 'Open recent', submenu: recentItems(recentWorkbooks, actions) };
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' } satisfies Item] : []),
    {
      label: '&File',
      submenu: blocks(
        at('file.assessment'),
        at('file.quote'),
        [...at('file.workbook'), recent],
        at('file.book'),
        [platform === 'darwin' ? { role: 'close' } : { role: 'quit' }],
      ),
    },
    {
      label: '&Edit',
      submenu: blocks(
        at('edit.history'),
        [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
        at('edit.find'),
      ),
    },
    {
      label: '&View',
      submenu: blocks(
        at('view.pages'),
        at('view.theme'),
        [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }],
        isDeveloper ? [{ role: 'toggleDevTools' }, { role: 'reload' }] : [],
      ),
    },
    { label: '&Help', submenu: [...at('help'), { label: 'About Ballast', click: actions.about }] },
  ];
}

const commandItem = (command: MenuItem, actions: MenuActions): Item => ({
  id: command.commandId,
  // An ampersand in a menu would underline the letter behind it.
  label: command.label.replaceAll('&', '&&'),
  enabled: command.isEnabled,
  // The window itself answers the keys of its commands; here they are shown, so that none runs twice.
  ...(command.accelerator === null ? {} : { accelerator: command.accelerator, registerAccelerator: false }),
  click: () => actions.command(command.commandId),
});

/** Blocks of items with a line between two; one without items leaves no line. */
const blocks = (...all: readonly (readonly Item[])[]): Item[] =>
  all
    .filter((items) => items.length > 0)
    .flatMap((items, index) => (index === 0 ? items : [{ type: 'separator' }, ...items]));

function recentItems(paths: readonly string[], actions: MenuActions): Item[] {
  if (paths.length === 0) return [{ label: 'No other workbook yet', enabled: false }];
  return paths.map((path) => ({
    label: basename(path).replaceAll('&', '&&'),
    sublabel: path,
    click: () => actions.openWorkbook(path),
  }));
}
