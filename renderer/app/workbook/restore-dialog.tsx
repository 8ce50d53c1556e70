import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Backup } from '#shared/domain/records.ts';
import { failureOf, failureText } from '../../bridge.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { momentText } from '../../components/format/dates.ts';
import { Notice } from '../../components/notice.tsx';
import { WindowDialog } from '../../components/window-dialog.tsx';
import { restoreBackup } from '../../editor/backup-actions.ts';
import { backupsQuery } from '../../editor/queries.ts';
import { closeDialog } from '../../editor/state/dialogs.ts';
import './restore-dialog.css';

/** The backups of the workbook, the newest first; each can be restored to a new file. */
export function RestoreDialog(): ReactElement {
  const { data, error } = useQuery(backupsQuery);
  return (
    <WindowDialog title="Restore a backup" width="wide" onClose={closeDialog}>
      <div className="stack">
        <p className="measure">
          A backup is restored to a new file, which is then opened. The present workbook stays as it is, and
          you can go back to it.
        </p>
        {error !== null && (
          <Notice tone="stop" role="alert" title="The backups could not be listed">
            {failureText(failureOf(error))}
          </Notice>
        )}
        {data?.backups.length === 0 && (
          <EmptyState isSmall title="No backup yet">
            Backups are made by themselves every four hours while something changes. “Back up now” makes one
            at once.
          </EmptyState>
        )}
        {data !== undefined && data.backups.length > 0 && (
          <ul className="backups" aria-label="Backups">
            {data.backups.map((backup) => (
              <li key={backup.id}>
                <BackupLine backup={backup} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </WindowDialog>
  );
}

function BackupLine({ backup }: { readonly backup: Backup }): ReactElement {
  const made = momentText(backup.madeAt);
  return (
    <div className="backup">
      <div>
        <p className="backup-when">{made}</p>
        <p className="small soft">
          {(backup.sizeBytes / 1_048_576).toFixed(1)} MB in {backup.folder}
        </p>
        <p className="small soft">{trialText(backup)}</p>
      </div>
      <Button
        isSmall
        aria-label={`Restore the backup of ${made}`}
        onPress={() => {
          closeDialog();
          void restoreBackup(backup.id);
        }}
      >
        Restore…
      </Button>
    </div>
  );
}

function trialText({ trial }: Backup): string {
  if (trial === null) return 'Checked when it was made; not yet restored on trial.';
  return trial.isSound
    ? `Restored on trial and found whole, ${momentText(trial.at)}.`
    : `Did not pass its trial of ${momentText(trial.at)}. ${trial.problem}`;
}
