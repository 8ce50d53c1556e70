import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ask, failureOf, failureText } from '../../bridge.ts';
import { Notice } from '../../components/notice.tsx';
import { WindowDialog } from '../../components/window-dialog.tsx';
import { checkWorkbookCommand } from '../../editor/commands/workbook-commands.ts';
import { closeDialog } from '../../editor/state/dialogs.ts';

/** Checks the workbook and says the result in plain words. */
export function WorkbookCheckDialog(): ReactElement {
  const { data, error, isPending } = useQuery({
    queryKey: ['workbook-check'],
    queryFn: () => ask((client) => client.workbook.check()),
    gcTime: 0,
  });
  return (
    <WindowDialog title={checkWorkbookCommand.title} onClose={closeDialog}>
      <div className="stack">
        {isPending && <p className="soft">Checking the file, its cross-references and the audit trail…</p>}
        {error !== null && (
          <Notice tone="stop" role="alert" title="The check could not be made">
            {failureText(failureOf(error))}
          </Notice>
        )}
        {data !== undefined && (
          <>
            <Notice
              tone={data.isSound ? 'done' : 'stop'}
              title={data.isSound ? 'The workbook is sound' : 'Something is wrong in the workbook'}
            >
              {data.isSound
                ? 'Nothing needs to be done.'
                : 'Nothing was changed. Keep a copy of the file as it is, then go back to the latest backup that passes this check.'}
            </Notice>
            <ul className="stack-tight">
              {data.findings.map(({ id, label, isSound, message }) => (
                <li key={id} className="dense">
                  {isSound ? '✓' : '✗'} <strong>{label}</strong> <span className="soft">{message}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </WindowDialog>
  );
}
