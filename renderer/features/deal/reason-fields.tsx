import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { ReasonKind } from '#shared/domain/deal-states.ts';
import type { CodedReason } from '#shared/domain/model-wording.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { currentModelQuery } from '../../editor/queries.ts';
import { NoteEntry } from './note-entry.tsx';

interface Why {
  readonly reason: string | null;
  readonly words: string | null;
  readonly set: (change: Partial<Pick<Why, 'reason' | 'words'>>) => void;
  /** Everything is given that the move needs. */
  readonly isGiven: boolean;
  readonly reasons: readonly CodedReason[];
  readonly needsWords: boolean;
}

/** The reason of a move, from the list of its kind where it has one, and words beside it. */
export function useWhy(kind: ReasonKind | null, needsWords: boolean): Why {
  const { data } = useQuery(currentModelQuery);
  const [{ reason, words }, setWhy] = useState<Pick<Why, 'reason' | 'words'>>({ reason: null, words: null });
  const reasons = (kind === null ? null : data?.model.wording.lifecycle?.reasons[kind]) ?? [];
  const isNoteNeeded = needsWords || reasons.find(({ id }) => id === reason)?.needsNote === true;
  return {
    reason,
    words,
    set: (change) => setWhy((before) => ({ ...before, ...change })),
    isGiven: (kind === null || reason !== null) && (!isNoteNeeded || words !== null),
    reasons,
    needsWords: isNoteNeeded,
  };
}

export function ReasonFields({ why }: { readonly why: Why }): ReactElement {
  const { reasons, reason, words, set, needsWords } = why;
  return (
    <>
      {reasons.length > 0 && (
        <ChoiceField
          label="Reason"
          value={reason}
          choices={reasons.map(({ id, label }) => ({ key: id, label }))}
          onChange={(id) => set({ reason: id })}
        />
      )}
      <NoteEntry isNeeded={needsWords} value={words} onChange={(text) => set({ words: text })} />
    </>
  );
}
