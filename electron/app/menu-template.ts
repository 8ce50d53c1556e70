import { basename } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';

export interface MenuActions {
  /** Runs a command of the window's registry. */
  readonly command: (commandId: string) => void;
  readonly openWorkbook: (path: string) => void;
  readonly about: () => void;
}

export interface MenuFacts {
  readonly platform: NodeJS.Platform;
  readonly isDeveloper: boolean;
  readonly recentWorkbooks: readonly string[];
}

/** The native menu. Its commands are those of the window's own registry, so palette, shortcuts and menu cannot differ. */
export function menuTemplate(facts: MenuFacts, actions: MenuActions): MenuItemConstructorOptions[] {
  const item = (label: string, commandId: string, accelerator?: string): MenuItemConstructorOptions => ({
    id: commandId,
    label,
    // The window itself answers the keys of its commands; here they are shown, so that none runs twice.
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
    click: () => actions.command(commandId),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const appMenu: MenuItemConstructorOptions[] =
    facts.platform === 'darwin' ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : [];
  return [
    ...appMenu,
    {
      label: '&File',
      submenu: [
        item('New assessment', 'assessment.new', 'CmdOrCtrl+N'),
        item('Import submission…', 'assessment.import', 'CmdOrCtrl+I'),
        item('Export submission…', 'assessment.export'),
        line,
        item('Preview quote', 'assessment.preview-quote', 'CmdOrCtrl+P'),
        item('Issue quote…', 'assessment.issue-quote', 'CmdOrCtrl+Shift+I'),
        line,
        item('New workbook…', 'workbook.create'),
        item('Open workbook…', 'workbook.open', 'CmdOrCtrl+O'),
        { label: 'Open recent', submenu: recentItems(facts.recentWorkbooks, actions) },
        item('Show workbook in folder', 'workbook.show-in-folder'),
        item('Back up now', 'workbook.back-up'),
        item('Check workbook', 'workbook.check'),
        item('Re-price the book', 'workbook.reprice'),
        line,
        facts.platform === 'darwin' ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        item('Undo', 'edit.undo', 'CmdOrCtrl+Z'),
        item('Redo', 'edit.redo', facts.platform === 'win32' ? 'Ctrl+Y' : 'CmdOrCtrl+Shift+Z'),
        line,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        line,
        item('Find', 'edit.find', 'CmdOrCtrl+F'),
      ],
    },
    {
      label: '&View',
      submenu: [
        item('Command palette…', 'view.palette', 'CmdOrCtrl+K'),
        item('Assessments', 'go.assessments', 'CmdOrCtrl+1'),
        item('Bin', 'go.bin'),
        item('Settings', 'go.settings', 'CmdOrCtrl+,'),
        line,
        {
          label: 'Theme',
          submenu: [
            item('As the system', 'view.theme-system'),
            item('Light', 'view.theme-light'),
            item('Dark', 'view.theme-dark'),
          ],
        },
        line,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(facts.isDeveloper
          ? [line, { role: 'toggleDevTools' } as const, { role: 'reload' } as const]
          : []),
      ],
    },
    {
      label: '&Help',
      submenu: [
        item('Keyboard shortcuts', 'help.shortcuts', 'CmdOrCtrl+/'),
        { label: 'About Ballast', click: actions.about },
      ],
    },
  ];
}

function recentItems(paths: readonly string[], actions: MenuActions): MenuItemConstructorOptions[] {
  if (paths.length === 0) return [{ label: 'No other workbook yet', enabled: false }];
  return paths.map((path) => ({
    label: basename(path),
    sublabel: path,
    click: () => actions.openWorkbook(path),
  }));
}
