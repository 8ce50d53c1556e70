import type { ReactElement } from 'react';
import { Button } from 'react-aria-components';
import { formatNumber } from '#shared/domain/format-number.ts';
import type { ScoreResult } from '#shared/scoring/score-result.ts';
import './ask-next-list.css';

interface AskNextListProps {
  readonly questions: ScoreResult['askNext'];
  readonly onOpen: (factorId: string) => void;
}

const SHOWN = 5;

const unprovenText = (count: number) =>
  count === 1 ? '1 more answer is unproven.' : `${count} more answers are unproven.`;

/** Open questions, those first that could add most to the score. */
export function AskNextList({ questions, onOpen }: AskNextListProps): ReactElement | null {
  if (questions.length === 0) return null;
  return (
    <section className="ask-next" aria-label="Ask next">
      <div className="spread">
        <h3>Ask next</h3>
        <p className="small faint">could add to the score</p>
      </div>
      <ol>
        {questions.slice(0, SHOWN).map(({ factorId, label, couldAdd }) => (
          <li key={factorId}>
            <Button className="ask-next-item" onPress={() => onOpen(factorId)}>
              <span>{label}</span>
              <span className="figures">+{formatNumber(couldAdd, 1)}</span>
            </Button>
          </li>
        ))}
      </ol>
      {questions.length > SHOWN && <p className="small faint">{unprovenText(questions.length - SHOWN)}</p>}
    </section>
  );
}
