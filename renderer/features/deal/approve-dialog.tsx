import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Notice } from '../../components/notice.tsx';
import { TextEntry } from '../../components/text-entry.tsx';
import { makeMove, standsNow } from '../../editor/deal-actions.ts';
import { useEditor } from '../../editor/draft/editor-context.tsx';
import { WITHOUT_PASSPHRASE } from '../../editor/people/person-form.ts';
import { presentQuery } from '../../editor/queries.ts';
import { DealDialog } from './deal-dialog.tsx';
import { keptMemo, MemoView } from './memo-view.tsx';

const MOST_CONDITIONS = 6;

/** What was referred, and the conditions on which it is approved: one on each line, printed on the quote. */
export function ApproveDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { stored } = useEditor('stored');
  const [text, setText] = useState<string | null>(null);
  const { data: present } = useQuery(presentQuery);
  const approver = present?.profile ?? null;
  const { referral } = stored.deal;
  const memo = keptMemo(referral?.memo);
  const conditions = (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isTooMany = conditions.length > MOST_CONDITIONS;
  return (
    <DealDialog
      title="Approve"
      verb="Approve"
      width="wide"
      isHeld={isTooMany}
      onClose={onClose}
      move={() => makeMove((deal, { summary }) => deal.approve({ id: summary.id, conditions }), standsNow)}
    >
      {referral !== null && (
        <p className="measure">
          Referred by {referral.actor}.{referral.words === null ? '' : ` ${referral.words}`}
        </p>
      )}
      {approver?.hasPassphrase === false && (
        <Notice tone="refer" title={`${approver.name} has no passphrase`}>
          {WITHOUT_PASSPHRASE} Choose one in Settings before approving, if that matters here.
        </Notice>
      )}
      {memo === null ? (
        <Notice tone="refer">The memo of this referral cannot be read. Look at its referrals instead.</Notice>
      ) : (
        <MemoView memo={memo} />
      )}
      <TextEntry
        label="Conditions, one on each line"
        help={`May be left out. At most ${MOST_CONDITIONS}; they are printed on the quote.`}
        error={isTooMany ? `Conditions: at most ${MOST_CONDITIONS} lines.` : undefined}
        value={text}
        onChange={setText}
        maximumLength={1800}
        isLong
      />
    </DealDialog>
  );
}
