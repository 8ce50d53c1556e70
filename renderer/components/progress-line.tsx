import type { ReactElement } from 'react';
import { ProgressBar } from 'react-aria-components';
import './progress-line.css';

interface ProgressLineProps {
  readonly label: string;
  readonly done: number;
  /** Null while it is not known how much there is. */
  readonly total: number | null;
  /** How far it is, in words. */
  readonly words: string;
}

/** How far something is that takes a while: a bar, and the same in words. */
export const ProgressLine = ({ label, done, total, words }: ProgressLineProps): ReactElement => (
  <ProgressBar
    aria-label={label}
    className="progress-line"
    minValue={0}
    maxValue={Math.max(1, total ?? 1)}
    value={done}
    valueLabel={words}
    isIndeterminate={total === null}
  >
    {({ percentage }) => (
      <>
        <span className="progress-track">
          <span className="progress-fill" style={{ width: `${percentage ?? 0}%` }} />
        </span>
        <span className="progress-words figures">{words}</span>
      </>
    )}
  </ProgressBar>
);
