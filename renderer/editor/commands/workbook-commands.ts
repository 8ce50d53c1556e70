import { backUpWorkbook, createWorkbook, openWorkbook, showWorkbookInFolder } from '../actions.ts';
import { openEarlierWorkbook, salvageWorkbook, saveWorkbookAs } from '../backup-actions.ts';
import { choosePapersToCheck, saveKeyCard } from '../check-papers.ts';
import { queryClient, workbookQuery } from '../queries.ts';
import { openDialog } from '../state/dialogs.ts';
import { goToPage } from '../state/navigation.ts';
import { dismissNotices } from '../state/notices.ts';
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

const checkPapersCommand: NamedCommand = {
  id: 'workbook.check-papers',
  group: 'Workbook',
  title: 'Check a paper…',
  menu: 'file.book',
  run: () => void choosePapersToCheck(),
};

const saveKeyCardCommand: NamedCommand = {
  id: 'workbook.key-card',
  group: 'Workbook',
  title: 'Save the card of my signing key…',
  run: () => void saveKeyCard(),
};

export const repriceCommand: NamedCommand = {
  id: 'workbook.reprice',
  group: 'Workbook',
  title: 'Re-price the book',
  menu: 'file.book',
  run: () => goToPage('reprice'),
};

export const saveAsCommand: NamedCommand = {
  id: 'workbook.save-as',
  group: 'Workbook',
  title: 'Save under a new name…',
  menu: 'file.workbook',
  run: () => void saveWorkbookAs(),
};

export const backUpCommand: NamedCommand = {
  id: 'workbook.back-up',
  group: 'Workbook',
  title: 'Back up now',
  menu: 'file.book',
  run: () => void backUpWorkbook(),
};

export const restoreCommand: NamedCommand = {
  id: 'workbook.restore',
  group: 'Workbook',
  title: 'Restore a backup…',
  menu: 'file.book',
  run: () => openDialog('restore-backup'),
};

export const openEarlierCommand: NamedCommand = {
  id: 'workbook.open-earlier',
  group: 'Workbook',
  title: 'Back to the workbook before the restore',
  run: () => void openEarlierWorkbook(),
};

export const salvageCommand: NamedCommand = {
  id: 'workbook.salvage',
  group: 'Workbook',
  title: 'Salvage a damaged workbook…',
  menu: 'file.book',
  run: () => void salvageWorkbook(),
};

/** What can be done about backups. */
export const backupCommands: readonly NamedCommand[] = [
  backUpCommand,
  restoreCommand,
  openEarlierCommand,
  salvageCommand,
];

export const dismissNoticesCommand: NamedCommand = {
  id: 'workbook.dismiss-notices',
  group: 'Workbook',
  title: 'Dismiss notices',
  run: () => {
    const info = queryClient.getQueryData(workbookQuery.queryKey);
    if (info !== undefined) dismissNotices(info.opening, info.notices);
  },
};

export const emptyBinCommand: NamedCommand = {
  id: 'workbook.empty-bin',
  group: 'Workbook',
  title: 'Empty the bin…',
  takesAway: true,
  run: () => openDialog('empty-bin'),
};

/** What can be done with the file of a workbook. */
export const workbookCommands: readonly NamedCommand[] = [
  newWorkbookCommand,
  openWorkbookCommand,
  saveAsCommand,
  {
    id: 'workbook.show-in-folder',
    group: 'Workbook',
    title: 'Show workbook in folder',
    menu: 'file.book',
    run: () => void showWorkbookInFolder(),
  },
  checkWorkbookCommand,
  comparePaperCommand,
  checkPapersCommand,
  saveKeyCardCommand,
];
