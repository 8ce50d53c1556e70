import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import type { CheckReport } from '#shared/domain/records.ts';
import { ask, failureOf, failureText, listen } from '../../bridge.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { ProgressLine } from '../../components/progress-line.tsx';
import { WindowDialog } from '../../components/window-dialog.tsx';
import { checkWorkbookCommand, comparePaperCommand } from '../../editor/commands/workbook-commands.ts';
import { closeDialog, openDialog } from '../../editor/state/dialogs.ts';

/** Checks the workbook in the background, shows how far it is, and says the result in plain words. */
export function WorkbookCheckDialog(): ReactElement {
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['workbook-check'],
    queryFn: () => ask((client) => client.workbook.check()),
    gcTime: 0,
  });
  const failure = error === null ? null : failureOf(error);
  return (
    <WindowDialog
      title={checkWorkbookCommand.title}
      onClose={closeDialog}
      footer={
        <>
          {isFetching ? (
            <Button onPress={() => void ask((client) => client.workbook.cancelCheck())}>Stop</Button>
          ) : (
            <Button onPress={() => void refetch()}>Check again</Button>
          )}
          <Button onPress={() => openDialog('compare-paper')}>{comparePaperCommand.title}</Button>
          <Button tone="primary" onPress={closeDialog}>
            Close
          </Button>
        </>
      }
    >
      <div className="stack">
        {isFetching && <Progress />}
        {!isFetching && failure !== null && (
          <Notice
            tone={failure.code === 'cancelled' ? 'refer' : 'stop'}
            role="alert"
            title={failure.code === 'cancelled' ? 'Not checked to the end' : 'The check could not be made'}
          >
            {failureText(failure)}
          </Notice>
        )}
        {!isFetching && failure === null && data !== undefined && <Report report={data} />}
      </div>
    </WindowDialog>
  );
}

function Progress(): ReactElement {
  const [progress, setProgress] = useState({ done: 0, total: 0 });
  useEffect(() => listen((client) => client.workbook.checkProgress(setProgress)), []);
  const share = progress.total === 0 ? 0 : Math.floor((100 * progress.done) / progress.total);
  return (
    <>
      <p className="soft">
        A copy of the workbook is checked: the file, its audit trail, every record against the trail, and
        every issued premium. You can go on working; closing this does not stop it.
      </p>
      <ProgressLine
        label="Check of the workbook"
        done={progress.done}
        total={progress.total === 0 ? null : progress.total}
        words={progress.total === 0 ? 'Copying the workbook…' : `${share} %`}
      />
    </>
  );
}

const Report = ({ report }: { readonly report: CheckReport }): ReactElement => (
  <>
    <Notice
      tone={report.isSound ? 'done' : 'stop'}
      role="status"
      title={report.isSound ? 'The workbook is sound' : 'Something is wrong in the workbook'}
    >
      {report.isSound
        ? 'Nothing needs to be done.'
        : 'Nothing was changed. Keep a copy of the file as it is, then go back to the latest backup that passes this check.'}
    </Notice>
    <ul className="stack-tight">
      {report.findings.map(({ id, label, isSound, message }) => (
        <li key={id} className="dense">
          {isSound ? '✓' : '✗'} <strong>{label}</strong> <span className="soft">{message}</span>
        </li>
      ))}
    </ul>
  </>
);
