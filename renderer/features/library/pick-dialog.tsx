import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { formatDate } from '#shared/domain/format-date.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { WindowDialog } from '../../components/window-dialog.tsx';
import { newAssessmentCommand } from '../../editor/commands/assessment-commands.ts';
import { runCommand } from '../../editor/commands/command.ts';
import { useDraftStore } from '../../editor/draft/draft-store.ts';
import { listQuery } from '../../editor/queries.ts';
import { pickIntoAssessment } from './library-actions.ts';
import type { LibraryRow } from './library-row.ts';

interface PickDialogProps {
  readonly shown: LibraryRow;
  readonly packId: string;
  readonly onClose: () => void;
}

/** Into which assessment's register a row goes: drafts alone, the one that was open last first. */
export function PickDialog({ shown, packId, onClose }: PickDialogProps): ReactElement {
  const { data: list = [] } = useQuery(listQuery);
  const openId = useDraftStore((state) => state.draft?.stored.summary.id);
  const drafts = list
    .filter(({ state, isInBin }) => state === 'draft' && !isInBin)
    .toSorted((a, b) => Number(b.id === openId) - Number(a.id === openId));
  return (
    <WindowDialog title={`Add ${shown.row.subject} to an assessment`} onClose={onClose}>
      {drafts.length === 0 ? (
        <EmptyState
          isSmall
          title="There is no draft to add it to"
          actions={
            <Button
              onPress={() => {
                onClose();
                runCommand(newAssessmentCommand);
              }}
            >
              {newAssessmentCommand.title}
            </Button>
          }
        >
          An incident goes into the register of a draft. Start an assessment, or make a new revision of one
          that is finalised.
        </EmptyState>
      ) : (
        <ul className="pick-list" aria-label="Drafts">
          {drafts.map(({ id, subjectName, asOf, revision }) => (
            <li key={id}>
              <Button
                onPress={() => {
                  onClose();
                  void pickIntoAssessment(shown, packId, id);
                }}
              >
                {`${subjectName}, as of ${formatDate(asOf)}${revision > 1 ? `, revision ${revision}` : ''}${id === openId ? ' (opened last)' : ''}`}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </WindowDialog>
  );
}
