import type { ReactElement } from 'react';
import './state-chip.css';

/** Whether what it says waits for somebody, went well, is over, or is nothing of these. */
export type ChipTone = 'plain' | 'waits' | 'done' | 'over';

interface StateChipProps {
  readonly label: string;
  readonly tone: ChipTone;
}

/** A state in one or two words; the frame tells its tone without colour. */
export const StateChip = ({ label, tone }: StateChipProps): ReactElement => (
  <span className={`state-chip is-${tone}`}>{label}</span>
);
