import { memo, type ReactElement } from 'react';
import type { Answer } from '#shared/domain/assessment-content.ts';
import { formatDate } from '#shared/domain/format-date.ts';
import type { Factor } from '#shared/domain/rating-model.ts';
import { DateField } from '../../components/date-field.tsx';
import { Disclosure } from '../../components/disclosure.tsx';
import { TextEntry } from '../../components/text-entry.tsx';
import { fieldId } from '../../editor/draft/field-path.ts';
import { editAnswer } from './answer-edit.ts';

type Details = Pick<Answer, 'source' | 'seenOn' | 'note'>;

interface AnswerDetailsProps extends Details {
  readonly factor: Factor;
  readonly isReadOnly: boolean;
}

/** Where the answer comes from. Closed, it says what is inside. */
export const AnswerDetails = memo(function AnswerDetails(props: AnswerDetailsProps): ReactElement {
  const { factor, source, seenOn, note, isReadOnly } = props;
  const path = fieldId(`answers.${factor.id}`);
  const change = (aspect: string, patch: Partial<Answer>) =>
    editAnswer(factor, aspect, (before) => ({ ...before, ...patch }));
  return (
    <Disclosure title="Note, source and date seen" summary={summaryOf(props)}>
      <div className="field-grid">
        <div className="field-broad">
          <TextEntry
            id={`${path}.source`}
            label="Source"
            value={source}
            onChange={(typed) => change('source', { source: typed })}
            maximumLength={1000}
            isReadOnly={isReadOnly}
          />
        </div>
        <DateField
          id={`${path}.seenOn`}
          label="Seen on"
          value={seenOn}
          onChange={(typed) => change('date seen', { seenOn: typed })}
          isReadOnly={isReadOnly}
        />
        <div className="field-wide">
          <TextEntry
            id={`${path}.note`}
            label="Note"
            value={note}
            onChange={(typed) => change('note', { note: typed })}
            maximumLength={4000}
            isLong
            isReadOnly={isReadOnly}
          />
        </div>
      </div>
    </Disclosure>
  );
});

function summaryOf({ source, seenOn, note }: Details): string {
  const parts = [source, seenOn === null ? null : `seen ${formatDate(seenOn)}`, note];
  return parts.filter((part) => part !== null && part !== '').join(' · ') || 'none yet';
}
