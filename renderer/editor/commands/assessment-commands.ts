import { FilePlus2 } from 'lucide-react';
import {
  duplicateAssessment,
  exportAssessment,
  importSubmission,
  moveToBin,
  reviseAssessment,
} from '../actions.ts';
import { currentModelQuery, queryClient } from '../queries.ts';
import { openDialog } from '../state/dialogs.ts';
import { goToPage } from '../state/navigation.ts';
import type { Command, CommandFacts, NamedCommand } from './command.ts';
import { mayIssue } from './deal-commands.ts';

const isOpen = ({ open }: CommandFacts) => open !== null;
const isDraft = ({ open, isReadOnly }: CommandFacts) => open !== null && !isReadOnly;

export const newAssessmentCommand: NamedCommand = {
  id: 'assessment.new',
  group: 'Assessment',
  title: 'New assessment',
  keys: ['mod+n'],
  menu: 'file.assessment',
  rail: { end: 'top', order: 2, Icon: FilePlus2 },
  run: () => goToPage('new'),
};

export const importCommand: NamedCommand = {
  id: 'assessment.import',
  group: 'Assessment',
  title: 'Import submission…',
  keys: ['mod+i'],
  menu: 'file.assessment',
  run: () => void importSubmission(),
};

export const previewQuoteCommand: NamedCommand = {
  id: 'assessment.preview-quote',
  group: 'Assessment',
  title: 'Preview quote',
  keys: ['mod+p'],
  menu: 'file.quote',
  canRun: isOpen,
  run: () => openDialog('preview-quote'),
};

export const issueQuoteCommand: NamedCommand = {
  id: 'assessment.issue-quote',
  group: 'Assessment',
  title: 'Issue quote…',
  keys: ['mod+shift+i', 'mod+enter'],
  menu: 'file.quote',
  canRun: (facts) => isDraft(facts) || mayIssue(facts),
  run: () => openDialog('issue-quote'),
};

export const finaliseCommand: NamedCommand = {
  id: 'assessment.finalise',
  group: 'Assessment',
  title: 'Finalise without a quote…',
  canRun: isDraft,
  run: () => openDialog('confirm-finalise'),
};

export const reviseCommand: NamedCommand = {
  id: 'assessment.revise',
  group: 'Assessment',
  title: 'Make a new revision',
  canRun: ({ open, isReadOnly }) => open !== null && isReadOnly && open.isLatestRevision,
  run: ({ open }) => open && void reviseAssessment(open.id),
};

/** Of a draft that was begun under another model than that of today. */
export const moveModelCommand: NamedCommand = {
  id: 'assessment.move-model',
  group: 'Assessment',
  title: 'Move to the rating model of today…',
  menu: 'file.quote',
  canRun: ({ draft, isReadOnly }) => {
    const current = queryClient.getQueryData(currentModelQuery.queryKey);
    return draft !== null && !isReadOnly && current !== undefined && draft.modelHash !== current.hash;
  },
  run: () => openDialog('move-model'),
};

export const duplicateCommand: NamedCommand = {
  id: 'assessment.duplicate',
  group: 'Assessment',
  title: 'Duplicate as a new assessment',
  canRun: isOpen,
  run: ({ open }) => open && void duplicateAssessment(open.id),
};

export const exportCommand: NamedCommand = {
  id: 'assessment.export',
  group: 'Assessment',
  title: 'Export submission…',
  menu: 'file.assessment',
  canRun: isOpen,
  run: ({ open }) => open && void exportAssessment(open.id),
};

export const moveToBinCommand: NamedCommand = {
  id: 'assessment.move-to-bin',
  group: 'Assessment',
  title: 'Move to bin',
  takesAway: true,
  canRun: isOpen,
  run: ({ open }) => open && void moveToBin(open.id, open.subjectName),
};

export const assessmentCommands: readonly Command[] = [
  newAssessmentCommand,
  importCommand,
  exportCommand,
  previewQuoteCommand,
  issueQuoteCommand,
  finaliseCommand,
  reviseCommand,
  moveModelCommand,
  duplicateCommand,
  moveToBinCommand,
];
