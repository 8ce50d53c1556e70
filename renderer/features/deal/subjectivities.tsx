import { type ReactElement, useState } from 'react';
import { subjectivityShown } from '#shared/deal/state-shown.ts';
import { SUBJECTIVITY_STATE_WORDS } from '#shared/deal/state-words.ts';
import type { SubjectivityRecord } from '#shared/domain/deal-records.ts';
import type { ShownSubjectivityState, SubjectivityState } from '#shared/domain/deal-states.ts';
import { formatDate } from '#shared/domain/format-date.ts';
import type { QuoteId } from '#shared/domain/records.ts';
import { Button } from '../../components/button.tsx';
import { momentText, today } from '../../components/format/dates.ts';
import { type ChipTone, StateChip } from '../../components/state-chip.tsx';
import { makeMove } from '../../editor/deal-actions.ts';
import { useEditor } from '../../editor/draft/editor-context.tsx';
import { DealDialog } from './deal-dialog.tsx';
import { NoteEntry } from './note-entry.tsx';
import './deal.css';

const TONES: Readonly<Record<ShownSubjectivityState, ChipTone>> = {
  open: 'plain',
  met: 'done',
  waived: 'over',
  overdue: 'waits',
};

interface Asked {
  readonly subjectivity: SubjectivityRecord;
  readonly to: SubjectivityState;
}

/** What an offer that stands, or was bound, is subject to: met, waived with a reason, or overdue. */
export function Subjectivities({ quoteId }: { readonly quoteId: QuoteId }): ReactElement | null {
  const { stored, model } = useEditor('stored', 'model');
  const [asked, setAsked] = useState<Asked | null>(null);
  const own = stored.deal.subjectivities.filter((subjectivity) => subjectivity.quoteId === quoteId);
  if (own.length === 0) return null;
  const textOf = ({ key, text }: SubjectivityRecord) =>
    text ?? model.subjectivities.find(({ id }) => id === key)?.text ?? key;
  return (
    <section aria-label="Subjectivities">
      <h4>Subjectivities</h4>
      <ul>
        {own.map((subjectivity) => (
          <li key={subjectivity.key} className="deal-subjectivity">
            <Line subjectivity={subjectivity} text={textOf(subjectivity)} />
            <div className="deal-actions">
              {(subjectivity.state === 'open' ? MOVES_OF_OPEN : MOVES_OF_SETTLED).map(({ to, label }) => (
                <Button
                  key={to}
                  isSmall
                  aria-label={`${label} ${textOf(subjectivity)}`}
                  onPress={() => setAsked({ subjectivity, to })}
                >
                  {label}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {asked !== null && (
        <SettleDialog asked={asked} text={textOf(asked.subjectivity)} onClose={() => setAsked(null)} />
      )}
    </section>
  );
}

const MOVES_OF_OPEN = [
  { to: 'met', label: 'Met…' },
  { to: 'waived', label: 'Waive…' },
] as const;
const MOVES_OF_SETTLED = [{ to: 'open', label: 'Open again…' }] as const;

function Line({
  subjectivity,
  text,
}: {
  readonly subjectivity: SubjectivityRecord;
  readonly text: string;
}): ReactElement {
  const { dueOn, last } = subjectivity;
  const shown = subjectivityShown(subjectivity, today());
  return (
    <div>
      <p>
        {text} <StateChip label={SUBJECTIVITY_STATE_WORDS[shown]} tone={TONES[shown]} />
      </p>
      <p className="small faint">
        {dueOn === null ? 'Without a day' : `Due ${formatDate(dueOn)}`}
        {last === null
          ? ''
          : ` · ${SUBJECTIVITY_STATE_WORDS[subjectivity.state].toLowerCase()} ${momentText(last.at)}, ${last.actor}${last.words === null ? '' : `: ${last.words}`}`}
      </p>
    </div>
  );
}

const TITLES: Readonly<Record<SubjectivityState, string>> = {
  met: 'Record as met',
  waived: 'Waive',
  open: 'Open again',
};

function SettleDialog({
  asked: { subjectivity, to },
  text,
  onClose,
}: {
  readonly asked: Asked;
  readonly text: string;
  readonly onClose: () => void;
}): ReactElement {
  const [words, setWords] = useState<string | null>(null);
  const isNeeded = to !== 'met';
  return (
    <DealDialog
      title={TITLES[to]}
      verb={TITLES[to]}
      isHeld={isNeeded && words === null}
      onClose={onClose}
      move={async () => {
        await makeMove(
          (deal) =>
            deal.moveSubjectivity({
              id: subjectivity.quoteId as QuoteId,
              subjectivity: subjectivity.key,
              to,
              words,
            }),
          () => `${SUBJECTIVITY_STATE_WORDS[to]}: ${text}`,
        );
        onClose();
      }}
    >
      <p className="measure">{text}</p>
      <NoteEntry isNeeded={isNeeded} value={words} onChange={setWords} />
    </DealDialog>
  );
}
