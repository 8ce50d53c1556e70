import { Keyboard, Search } from 'lucide-react';
import type { Settings } from '#shared/domain/records.ts';
import { changeSettings } from '../actions.ts';
import { openDialog } from '../state/dialogs.ts';
import { goBack, goForward } from '../state/navigation.ts';
import type { Command, NamedCommand } from './command.ts';

export const paletteCommand: NamedCommand = {
  id: 'view.palette',
  group: 'View',
  title: 'Command palette',
  keys: ['mod+k'],
  menu: 'view.pages',
  rail: { end: 'top', order: 3, Icon: Search },
  run: () => openDialog('palette'),
};

export const shortcutsCommand: NamedCommand = {
  id: 'help.shortcuts',
  group: 'Help',
  title: 'Keyboard shortcuts',
  keys: ['?', 'mod+/'],
  menu: 'help',
  rail: { end: 'foot', order: 2, Icon: Keyboard },
  run: () => openDialog('shortcuts'),
};

const theme = (name: Settings['theme'], title: string): Command => ({
  id: `view.theme-${name}`,
  group: 'View',
  title,
  menu: 'view.theme',
  run: () => void changeSettings({ theme: name }),
});

export const viewCommands: readonly Command[] = [
  {
    id: 'go.back',
    group: 'Go to',
    title: 'Back',
    keys: ['alt+arrowleft'],
    canRun: ({ canGoBack }) => canGoBack,
    run: goBack,
  },
  {
    id: 'go.forward',
    group: 'Go to',
    title: 'Forward',
    keys: ['alt+arrowright'],
    canRun: ({ canGoForward }) => canGoForward,
    run: goForward,
  },
  paletteCommand,
  theme('system', 'System theme'),
  theme('light', 'Light theme'),
  theme('dark', 'Dark theme'),
  shortcutsCommand,
];
