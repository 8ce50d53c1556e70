import type { ReactElement } from 'react';
import type { Answer } from '#shared/domain/assessment-content.ts';
import { formatDate } from '#shared/domain/format-date.ts';
import type { Factor } from '#shared/domain/rating-model.ts';
import { DateField } from '../../components/date-field.tsx';
import { Disclosure } from '../../components/disclosure.tsx';
import { TextEntry } from '../../components/text-entry.tsx';
import { editAnswer } from './answer-edit.ts';
import { words } from './scoring.strings.ts';

interface AnswerDetailsProps {
  readonly factor: Factor;
  readonly answer: Answer;
  readonly isReadOnly: boolean;
}

/** Where the answer comes from. Closed, it says what is inside. */
export function AnswerDetails({ factor, answer, isReadOnly }: AnswerDetailsProps): ReactElement {
  const path = `field:answers.${factor.id}`;
  const change = (aspect: string, patch: Partial<Answer>) =>
    editAnswer(factor, aspect, (before) => ({ ...before, ...patch }));
  return (
    <Disclosure title={words.details} summary={summaryOf(answer)}>
      <div className="field-grid">
        <div className="field-broad">
          <TextEntry
            id={`${path}.source`}
            label={words.source}
            value={answer.source}
            onChange={(source) => change('source', { source })}
            maximumLength={1000}
            isReadOnly={isReadOnly}
          />
        </div>
        <DateField
          id={`${path}.seenOn`}
          label={words.seenOn}
          value={answer.seenOn}
          onChange={(seenOn) => change('date seen', { seenOn })}
          isReadOnly={isReadOnly}
        />
        <div className="field-wide">
          <TextEntry
            id={`${path}.note`}
            label={words.note}
            value={answer.note}
            onChange={(note) => change('note', { note })}
            maximumLength={4000}
            isLong
            isReadOnly={isReadOnly}
          />
        </div>
      </div>
    </Disclosure>
  );
}

function summaryOf({ source, seenOn, note }: Answer): string {
  const parts = [source, seenOn === null ? null : `seen ${formatDate(seenOn)}`, note];
  return parts.filter((part) => part !== null && part !== '').join(' · ') || 'none yet';
}
