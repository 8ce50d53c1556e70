import { backUpWorkbook, createWorkbook, openWorkbook, showWorkbookInFolder } from '../actions.ts';
import { openDialog } from '../state/dialogs.ts';
import { goToPage } from '../state/navigation.ts';
import type { NamedCommand } from './command.ts';

export const newWorkbookCommand: NamedCommand = {
  id: 'workbook.create',
  group: 'Workbook',
  title: 'New workbook…',
  menu: 'file.workbook',
  run: () => void createWorkbook(),
};

export const openWorkbookCommand: NamedCommand = {
  id: 'workbook.open',
  group: 'Workbook',
  title: 'Open workbook…',
  keys: ['mod+o'],
  menu: 'file.workbook',
  run: () => void openWorkbook(),
};

export const checkWorkbookCommand: NamedCommand = {
  id: 'workbook.check',
  group: 'Workbook',
  title: 'Check workbook',
  menu: 'file.book',
  run: () => openDialog('workbook-check'),
};

export const comparePaperCommand: NamedCommand = {
  id: 'workbook.compare-paper',
  group: 'Workbook',
  title: 'Compare with paper…',
  menu: 'file.book',
  run: () => openDialog('compare-paper'),
};

export const repriceCommand: NamedCommand = {
  id: 'workbook.reprice',
  group: 'Workbook',
  title: 'Re-price the book',
  menu: 'file.book',
  run: () => goToPage('reprice'),
};

/** What can be done with the file of a workbook. */
export const workbookCommands: readonly NamedCommand[] = [
  newWorkbookCommand,
  openWorkbookCommand,
  {
    id: 'workbook.show-in-folder',
    group: 'Workbook',
    title: 'Show workbook in folder',
    menu: 'file.book',
    run: () => void showWorkbookInFolder(),
  },
  {
    id: 'workbook.back-up',
    group: 'Workbook',
    title: 'Back up now',
    menu: 'file.book',
    run: () => void backUpWorkbook(),
  },
  checkWorkbookCommand,
  comparePaperCommand,
];
