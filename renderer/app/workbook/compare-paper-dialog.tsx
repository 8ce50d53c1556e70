import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { ask, failureOf, failureText } from '../../bridge.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { TextEntry } from '../../components/text-entry.tsx';
import { WindowDialog } from '../../components/window-dialog.tsx';
import { closeDialog } from '../../editor/state/dialogs.ts';

/** Says whether the head of the trail that stands on a paper is in the trail of this workbook. */
export function ComparePaperDialog(): ReactElement {
  const [head, setHead] = useState('');
  const { mutate, data, error, isPending, reset } = useMutation({
    mutationFn: (typed: string) => ask((client) => client.workbook.compareWithPaper({ head: typed })),
  });
  return (
    <WindowDialog
      title="Compare with paper"
      onClose={closeDialog}
      footer={
        <>
          <Button onPress={closeDialog}>Close</Button>
          {/* Not disabled meanwhile: a button that is loses the focus, and with it the dialog's keys. */}
          <Button
            tone="primary"
            isDisabled={head.trim() === ''}
            onPress={() => {
              if (!isPending) mutate(head);
            }}
          >
            Compare
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="soft">
          Each issued paper carries, at the foot of each page after “Trail”, the entry of the audit trail that
          tells of it. If the workbook was written anew since, it has another entry there.
        </p>
        <TextEntry
          label="Trail on the paper"
          help="As in 128-0f3c99aa01d2e4b7."
          value={head === '' ? null : head}
          onChange={(typed) => {
            setHead(typed ?? '');
            reset();
          }}
          maximumLength={100}
          error={error === null ? undefined : failureText(failureOf(error))}
        />
        {data !== undefined && (
          <Notice
            tone={data.isInTrail ? 'done' : 'stop'}
            role="status"
            title={
              data.isInTrail ? 'The paper is of this workbook' : 'The paper is not of this workbook as it is'
            }
          >
            {data.message}
          </Notice>
        )}
      </div>
    </WindowDialog>
  );
}
