import { Ellipsis } from 'lucide-react';
import type { ReactElement } from 'react';
import { type Action, ActionMenu } from '../../../components/action-menu.tsx';
import { openAssessment, restoreAssessment } from '../../../editor/actions.ts';
import {
  duplicateCommand,
  exportCommand,
  moveToBinCommand,
  reviseCommand,
} from '../../../editor/commands/assessment-commands.ts';
import { factsAbout } from '../../../editor/commands/command.ts';
import { commandActions } from '../../../editor/commands/command-actions.ts';
import type { ListRow } from './list-row.ts';

const COMMANDS = [duplicateCommand, reviseCommand, exportCommand, moveToBinCommand];

export const RowActions = ({ row }: { readonly row: ListRow }): ReactElement => {
  const open: Action = { id: 'open', label: 'Open', run: () => openAssessment(row.id) };
  const restore: Action = {
    id: 'restore',
    label: 'Restore',
    run: () => void restoreAssessment(row.id, row.subjectName),
  };
  return (
    <ActionMenu
      label={`Actions for ${row.subjectName}`}
      icon={<Ellipsis aria-hidden />}
      actions={row.isInBin ? [restore, open] : [open, ...commandActions(COMMANDS, () => factsAbout(row))]}
    />
  );
};
