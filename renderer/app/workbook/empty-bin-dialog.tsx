import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Button } from '../../components/button.tsx';
import { WindowDialog } from '../../components/window-dialog.tsx';
import { emptyBin } from '../../editor/backup-actions.ts';
import { listQuery } from '../../editor/queries.ts';
import { closeDialog } from '../../editor/state/dialogs.ts';

/** The one thing that cannot be taken back, so it says exactly what goes and what stays. */
export function EmptyBinDialog(): ReactElement {
  const { data: list = [] } = useQuery(listQuery);
  const binned = list.filter(({ isInBin }) => isInBin);
  const drafts = binned.filter(({ state }) => state === 'draft');
  const closed = binned.length - drafts.length;
  return (
    <WindowDialog
      title="Remove the drafts in the bin for good?"
      role="alertdialog"
      width="narrow"
      onClose={closeDialog}
      footer={
        <>
          <Button onPress={closeDialog}>Keep them</Button>
          <Button
            tone="danger"
            isDisabled={drafts.length === 0}
            onPress={() => {
              closeDialog();
              void emptyBin();
            }}
          >
            Remove
          </Button>
        </>
      }
    >
      <div className="stack-tight">
        <p className="measure">
          {drafts.length === 0
            ? 'There is no draft in the bin.'
            : `${drafts.length === 1 ? 'One draft is' : `${drafts.length} drafts are`} removed and cannot be brought back, except from a backup. The audit trail keeps an entry for each.`}
        </p>
        {closed > 0 && (
          <p className="measure">
            {closed === 1 ? 'One closed assessment stays' : `${closed} closed assessments stay`} in the bin:
            what was finalised or quoted is kept for ever.
          </p>
        )}
      </div>
    </WindowDialog>
  );
}
