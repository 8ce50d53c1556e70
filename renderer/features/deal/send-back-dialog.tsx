import { type ReactElement, useState } from 'react';
import { TextEntry } from '../../components/text-entry.tsx';
import { makeMove } from '../../editor/deal-actions.ts';
import { DealDialog } from './deal-dialog.tsx';

/** Questions to whoever referred; they are answered in a new draft revision. */
export function SendBackDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const [questions, setQuestions] = useState<string | null>(null);
  return (
    <DealDialog
      title="Send back with questions"
      verb="Send back"
      isHeld={questions === null}
      onClose={onClose}
      move={() =>
        makeMove(
          (deal, { summary }) => deal.sendBack({ id: summary.id, questions: questions ?? '' }),
          ({ summary }) => `Sent back. Revision ${summary.revision} is the draft to answer in.`,
        )
      }
    >
      <TextEntry label="Questions" value={questions} onChange={setQuestions} maximumLength={4000} isLong />
    </DealDialog>
  );
}
