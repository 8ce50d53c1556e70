import { ListTree, Trash2 } from 'lucide-react';
import { latePart } from '../../components/late-part.tsx';
import { newAssessmentCommand } from '../../editor/commands/assessment-commands.ts';
import type { Page } from '../../editor/page.ts';
import { goToPage } from '../../editor/state/navigation.ts';
import { ListPage } from './list/list-page.tsx';

export const listPage: Page<'list'> = {
  id: 'list',
  command: {
    id: 'go.assessments',
    group: 'Go to',
    title: 'Assessments',
    keys: ['mod+1'],
    menu: 'view.pages',
    rail: { end: 'top', order: 1, Icon: ListTree },
    run: () => goToPage('list'),
  },
  Page: ({ title }) => <ListPage title={title} isBin={false} />,
};

export const binPage: Page<'bin'> = {
  id: 'bin',
  command: {
    id: 'go.bin',
    group: 'Go to',
    title: 'Bin',
    menu: 'view.pages',
    rail: { end: 'foot', order: 1, Icon: Trash2 },
    run: () => goToPage('bin'),
  },
  Page: ({ title }) => <ListPage title={title} isBin />,
};

export const newPage: Page<'new'> = {
  id: 'new',
  command: newAssessmentCommand,
  Page: latePart(async () => (await import('./new/new-page.tsx')).NewPage),
};
