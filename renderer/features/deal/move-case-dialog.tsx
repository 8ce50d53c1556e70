import type { ReactElement } from 'react';
import { caseMove } from '#shared/deal/moves.ts';
import { makeMove, standsNow } from '../../editor/deal-actions.ts';
import { useEditor } from '../../editor/draft/editor-context.tsx';
import type { OpenDialog } from '../../editor/state/dialogs.ts';
import { DealDialog } from './deal-dialog.tsx';
import { ReasonFields, useWhy } from './reason-fields.tsx';

type To = Extract<OpenDialog, { readonly kind: 'move-case' }>['to'];

const CLOSES: readonly To[] = ['declined', 'not-taken-up', 'cancelled'];

interface MoveCaseDialogProps {
  readonly to: To;
  readonly onClose: () => void;
}

/** A move of the case by hand, with the reason and the words that the table of moves asks for. */
export function MoveCaseDialog({ to, onClose }: MoveCaseDialogProps): ReactElement | null {
  const { stored } = useEditor('stored');
  const { state } = stored.summary.deal;
  const legal = caseMove(state, to);
  const why = useWhy(legal?.reason ?? null, legal?.words != null);
  if (legal === undefined) return null;
  return (
    <DealDialog
      title={legal.name}
      verb={legal.name}
      isHeld={!why.isGiven}
      onClose={onClose}
      move={() =>
        makeMove(
          (deal, { summary }) => deal.move({ id: summary.id, to, reason: why.reason, words: why.words }),
          standsNow,
        )
      }
    >
      <ReasonFields why={why} />
      {CLOSES.includes(to) && (
        <p className="small soft measure">
          The assessment becomes read-only as it stands, and offers that are open are withdrawn.
          {to === 'cancelled' ? ' Nothing leads out of a cancelled case.' : ' The case can be reopened.'}
        </p>
      )}
      {legal.name === 'Reopen' && (
        <p className="small soft measure">Reopening makes a new draft revision; the earlier one stays.</p>
      )}
    </DealDialog>
  );
}
