import {
  backUpWorkbook,
  changeSettings,
  createWorkbook,
  openWorkbook,
  showWorkbookInFolder,
} from '../actions.ts';
import { redoEdit, undoEdit } from '../draft/draft-store.ts';
import { openDialog } from '../state/dialogs.ts';
import { goBack, goForward, goTo, type Section } from '../state/navigation.ts';
import type { Command, CommandFacts } from './command.ts';
import type { CommandId } from './command-ids.ts';
import { focusFind } from './focus-find.ts';

const lastName = ({ draft }: CommandFacts) => draft?.history.past.at(-1)?.name;
const nextName = ({ draft }: CommandFacts) => draft?.history.future[0]?.name;

const editCommands: readonly Command[] = [
  {
    id: 'edit.undo',
    group: 'Edit',
    title: (facts) => `Undo ${lastName(facts) ?? ''}`.trim(),
    keys: ['mod+z'],
    canRun: (facts) => !facts.isReadOnly && lastName(facts) !== undefined,
    run: () => undoEdit(),
  },
  {
    id: 'edit.redo',
    group: 'Edit',
    title: (facts) => `Redo ${nextName(facts) ?? ''}`.trim(),
    keys: ['mod+shift+z', 'mod+y'],
    canRun: (facts) => !facts.isReadOnly && nextName(facts) !== undefined,
    run: () => redoEdit(),
  },
  { id: 'edit.find', group: 'Edit', title: 'Find an assessment', keys: ['mod+f'], run: focusFind },
];

const section = (id: CommandId, name: Section, title: string, digit: number): Command => ({
  id,
  group: 'Go to',
  title,
  keys: [`alt+${digit}`],
  canRun: ({ open }) => open !== null,
  run: ({ open }) => open && goTo({ kind: 'assessment', id: open.id, section: name }),
});

const goCommands: readonly Command[] = [
  {
    id: 'go.assessments',
    group: 'Go to',
    title: 'Assessments',
    keys: ['mod+1'],
    run: () => goTo({ kind: 'list' }),
  },
  { id: 'go.bin', group: 'Go to', title: 'Bin', run: () => goTo({ kind: 'bin' }) },
  {
    id: 'go.settings',
    group: 'Go to',
    title: 'Settings',
    keys: ['mod+,'],
    run: () => goTo({ kind: 'settings' }),
  },
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
  section('go.overview', 'overview', 'Overview', 1),
  section('go.subject', 'subject', 'Subject and exposures', 2),
  section('go.custody', 'custody', 'Custody', 3),
  section('go.audits', 'audits', 'Audits', 4),
  section('go.incidents', 'incidents', 'Incidents', 5),
  section('go.declarations', 'declarations', 'Declarations', 6),
  section('go.terms', 'terms', 'Terms', 7),
  section('go.price', 'price', 'Price', 8),
  section('go.quotes', 'quotes', 'Quotes and history', 9),
];

const otherCommands: readonly Command[] = [
  {
    id: 'view.palette',
    group: 'View',
    title: 'Command palette',
    keys: ['mod+k'],
    run: () => openDialog('palette'),
  },
  {
    id: 'view.theme-system',
    group: 'View',
    title: 'Theme as the system',
    run: () => void changeSettings({ theme: 'system' }),
  },
  {
    id: 'view.theme-light',
    group: 'View',
    title: 'Light theme',
    run: () => void changeSettings({ theme: 'light' }),
  },
  {
    id: 'view.theme-dark',
    group: 'View',
    title: 'Dark theme',
    run: () => void changeSettings({ theme: 'dark' }),
  },
  {
    id: 'workbook.open',
    group: 'Workbook',
    title: 'Open workbook',
    keys: ['mod+o'],
    run: () => void openWorkbook(),
  },
  { id: 'workbook.create', group: 'Workbook', title: 'New workbook', run: () => void createWorkbook() },
  {
    id: 'workbook.show-in-folder',
    group: 'Workbook',
    title: 'Show workbook in folder',
    run: () => void showWorkbookInFolder(),
  },
  { id: 'workbook.back-up', group: 'Workbook', title: 'Back up now', run: () => void backUpWorkbook() },
  {
    id: 'workbook.check',
    group: 'Workbook',
    title: 'Check workbook',
    run: () => openDialog('workbook-check'),
  },
  {
    id: 'workbook.reprice',
    group: 'Workbook',
    title: 'Re-price the book',
    run: () => goTo({ kind: 'reprice' }),
  },
  {
    id: 'help.shortcuts',
    group: 'Help',
    title: 'Keyboard shortcuts',
    keys: ['?', 'mod+/'],
    run: () => openDialog('shortcuts'),
  },
];

export const windowCommands: readonly Command[] = [...editCommands, ...goCommands, ...otherCommands];
