import type { ReactElement } from 'react';
import { TextEntry } from '../../components/text-entry.tsx';

interface NoteEntryProps {
  readonly isNeeded: boolean;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** Why something is done, in one's own words. */
export const NoteEntry = ({ isNeeded, ...entry }: NoteEntryProps): ReactElement => (
  <TextEntry {...entry} label="Note" help={isNeeded ? 'Say why.' : 'Optional.'} maximumLength={4000} isLong />
);
