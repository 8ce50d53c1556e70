import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { ask, failureOf, failureText } from '../../bridge.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { Notice } from '../../components/notice.tsx';
import { TextEntry } from '../../components/text-entry.tsx';
import { closeDialog } from '../../editor/state/dialogs.ts';

/** Says whether the head of the trail that stands on a paper is in the trail of this workbook. */
export function ComparePaperDialog(): ReactElement {
  const [head, setHead] = useState('');
  const { mutate, data, error, isPending, reset } = useMutation({
    mutationFn: (typed: string) => ask((client) => client.workbook.compareWithPaper({ head: typed })),
  });
  return (
    <FormDialog
      title="Compare with paper"
      verb="Compare"
      leave="Close"
      onClose={closeDialog}
      onConfirm={() => mutate(head)}
      isBusy={isPending}
      isHeld={head.trim() === ''}
      error={null}
    >
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
    </FormDialog>
  );
}
