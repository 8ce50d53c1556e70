import {
  duplicateAssessment,
  exportAssessment,
  importSubmission,
  moveToBin,
  reviseAssessment,
} from '../actions.ts';
import { openDialog } from '../state/dialogs.ts';
import { goTo } from '../state/navigation.ts';
import type { Command, CommandFacts } from './command.ts';

const isOpen = ({ open }: CommandFacts) => open !== null;
const isDraft = ({ open, isReadOnly }: CommandFacts) => open !== null && !isReadOnly;

export const assessmentCommands: readonly Command[] = [
  {
    id: 'assessment.new',
    group: 'Assessment',
    title: 'New assessment',
    keys: ['mod+n'],
    run: () => goTo({ kind: 'new' }),
  },
  {
    id: 'assessment.import',
    group: 'Assessment',
    title: 'Import submission',
    keys: ['mod+i'],
    run: () => void importSubmission(),
  },
  {
    id: 'assessment.preview-quote',
    group: 'Assessment',
    title: 'Preview quote',
    keys: ['mod+p'],
    canRun: isOpen,
    run: () => openDialog('preview-quote'),
  },
  {
    id: 'assessment.issue-quote',
    group: 'Assessment',
    title: 'Issue quote',
    keys: ['mod+shift+i', 'mod+enter'],
    canRun: isDraft,
    run: () => openDialog('issue-quote'),
  },
  {
    id: 'assessment.finalise',
    group: 'Assessment',
    title: 'Finalise without a quote',
    canRun: isDraft,
    run: () => openDialog('confirm-finalise'),
  },
  {
    id: 'assessment.revise',
    group: 'Assessment',
    title: 'Make a correction (new revision)',
    canRun: ({ open, isReadOnly }) => open !== null && isReadOnly && open.isLatestRevision,
    run: ({ open }) => open && void reviseAssessment(open.id),
  },
  {
    id: 'assessment.duplicate',
    group: 'Assessment',
    title: 'Duplicate as a new assessment',
    canRun: isOpen,
    run: ({ open }) => open && void duplicateAssessment(open.id),
  },
  {
    id: 'assessment.export',
    group: 'Assessment',
    title: 'Export submission',
    canRun: isOpen,
    run: ({ open }) => open && void exportAssessment(open.id),
  },
  {
    id: 'assessment.move-to-bin',
    group: 'Assessment',
    title: 'Move to bin',
    canRun: isOpen,
    run: ({ open }) => open && void moveToBin(open.id, open.subjectName),
  },
];
