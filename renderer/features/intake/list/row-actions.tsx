import { Ellipsis } from 'lucide-react';
import type { ReactElement } from 'react';
import type { AssessmentSummary } from '#shared/domain/records.ts';
import { type Action, ActionMenu } from '../../../components/action-menu.tsx';
import {
  duplicateAssessment,
  exportAssessment,
  moveToBin,
  openAssessment,
  restoreAssessment,
  reviseAssessment,
} from '../../../editor/actions.ts';
import { listWords as words } from './list.strings.ts';

export const RowActions = ({ row }: { readonly row: AssessmentSummary }): ReactElement => (
  <ActionMenu
    label={`Actions for ${row.subjectName}`}
    icon={<Ellipsis aria-hidden />}
    actions={row.isInBin ? binActions(row) : bookActions(row)}
  />
);

const bookActions = (row: AssessmentSummary): Action[] => [
  { id: 'open', label: words.open, run: () => openAssessment(row.id) },
  { id: 'duplicate', label: words.duplicate, run: () => void duplicateAssessment(row.id) },
  {
    id: 'revise',
    label: words.revise,
    isDisabled: row.state !== 'finalised' || !row.isLatestRevision,
    run: () => void reviseAssessment(row.id),
  },
  { id: 'export', label: words.exportFile, run: () => void exportAssessment(row.id) },
  {
    id: 'bin',
    label: words.moveToBin,
    isApart: true,
    run: () => void moveToBin(row.id, row.subjectName),
  },
];

const binActions = (row: AssessmentSummary): Action[] => [
  { id: 'restore', label: words.restore, run: () => void restoreAssessment(row.id, row.subjectName) },
  { id: 'open', label: words.open, run: () => openAssessment(row.id) },
];
