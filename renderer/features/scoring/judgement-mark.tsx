import { PencilLine } from 'lucide-react';
import type { ReactElement } from 'react';
import './judgement-mark.css';

interface JudgementMarkProps {
  /** What stands without judgement: a score or a grade. */
  readonly original: string;
}

/** Beside a figure that was set by judgement: a pencil, and what it is without. It reads without colour. */
export const JudgementMark = ({ original }: JudgementMarkProps): ReactElement => (
  <span className="judgement-mark figures">
    <PencilLine aria-hidden />
    <span>
      by judgement, <del>{original}</del>
      <span className="visually-hidden"> without it</span>
    </span>
  </span>
);
