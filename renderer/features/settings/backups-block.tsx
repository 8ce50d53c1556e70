import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleDashed } from 'lucide-react';
import type { ReactElement } from 'react';
import { formatCount } from '#shared/domain/format-date.ts';
import type { Backups } from '#shared/domain/records.ts';
import { Button } from '../../components/button.tsx';
import { Facts } from '../../components/facts.tsx';
import { momentText } from '../../components/format/dates.ts';
import { chooseBackupFolder, forgetBackupFolder } from '../../editor/backup-actions.ts';
import { runCommand } from '../../editor/commands/command.ts';
import {
  backUpCommand,
  openEarlierCommand,
  restoreCommand,
  salvageCommand,
} from '../../editor/commands/workbook-commands.ts';
import { backupsQuery } from '../../editor/queries.ts';
import './backups-block.css';

/** Where backups are, how old the newest is, and when it was last proven that one can be restored. */
export function BackupsBlock(): ReactElement {
  const { data } = useQuery(backupsQuery);
  return (
    <div className="section-block">
      <h2>Backups</h2>
      {data !== undefined && data.folders.length > 0 && (
        <>
          <ProofBadge backups={data} />
          <Facts
            facts={[
              {
                label: 'Newest',
                value: data.backups[0] === undefined ? 'None yet' : momentText(data.backups[0].madeAt),
              },
              { label: 'Kept', value: formatCount(data.backups.length, 'backup') },
              { label: 'Beside the workbook', value: data.folders[0] ?? '' },
              { label: 'Also in', value: data.chosenFolder ?? 'No other folder' },
            ]}
          />
        </>
      )}
      <p className="small soft measure">
        While something changes, a backup is made every four hours, and before each import. All of the last
        hour are kept, one an hour for a day, one a day for two weeks, one a week for three months, then one a
        month.
      </p>
      <div className="row">
        {[backUpCommand, restoreCommand, salvageCommand].map((command) => (
          <Button key={command.id} onPress={() => runCommand(command)}>
            {command.title}
          </Button>
        ))}
        <Button onPress={() => void chooseBackupFolder()}>Choose a second folder…</Button>
        {data?.chosenFolder != null && (
          <Button onPress={() => void forgetBackupFolder()}>Use no second folder</Button>
        )}
        {data?.earlier != null && (
          <Button onPress={() => runCommand(openEarlierCommand)}>Back to {data.earlier}</Button>
        )}
      </div>
    </div>
  );
}

function ProofBadge({ backups: { proven, isBusy } }: { readonly backups: Backups }): ReactElement {
  if (proven === null)
    return (
      <p className="proof-badge" role="status">
        <CircleDashed aria-hidden />
        {isBusy
          ? 'The newest backup is being restored on trial…'
          : 'It was not yet proven that a backup of this workbook can be restored.'}
      </p>
    );
  const { at, fileName, assessments, quotes } = proven;
  return (
    <p className="proof-badge is-proven" role="status">
      <CircleCheck aria-hidden />
      Restore proven {momentText(at)} with “{fileName}”: {formatCount(assessments, 'assessment')},{' '}
      {formatCount(quotes, 'quote')}, checked in full.
    </p>
  );
}
