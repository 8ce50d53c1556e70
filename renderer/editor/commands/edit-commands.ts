import { IS_WINDOWS } from '../../components/platform.ts';
import { redoEdit, undoEdit } from '../draft/draft-store.ts';
import type { Command, CommandFacts } from './command.ts';
import { focusListFilter } from './list-filter-field.ts';

const lastEdit = ({ draft }: CommandFacts) => draft?.history.past.at(-1)?.name;
const nextEdit = ({ draft }: CommandFacts) => draft?.history.future[0]?.name;

export const undoCommand: Command = {
  id: 'edit.undo',
  group: 'Edit',
  title: (facts) => `Undo ${lastEdit(facts) ?? ''}`.trim(),
  keys: ['mod+z'],
  menu: 'edit.history',
  canRun: (facts) => !facts.isReadOnly && lastEdit(facts) !== undefined,
  run: () => undoEdit(),
};

export const redoCommand: Command = {
  id: 'edit.redo',
  group: 'Edit',
  title: (facts) => `Redo ${nextEdit(facts) ?? ''}`.trim(),
  keys: IS_WINDOWS ? ['mod+y', 'mod+shift+z'] : ['mod+shift+z', 'mod+y'],
  menu: 'edit.history',
  canRun: (facts) => !facts.isReadOnly && nextEdit(facts) !== undefined,
  run: () => redoEdit(),
};

const findCommand: Command = {
  id: 'edit.find',
  group: 'Edit',
  title: 'Find an assessment',
  keys: ['mod+f'],
  menu: 'edit.find',
  run: focusListFilter,
};

export const editCommands: readonly Command[] = [undoCommand, redoCommand, findCommand];
