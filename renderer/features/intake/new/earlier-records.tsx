import type { ReactElement } from 'react';
import { formatDate } from '#shared/domain/format-date.ts';
import type { AssessmentId } from '#shared/domain/records.ts';
import { Button } from '../../../components/button.tsx';
import { Notice } from '../../../components/notice.tsx';
import { type ListRow, offerName } from '../list/list-row.ts';

interface EarlierRecordsProps {
  readonly records: readonly ListRow[];
  readonly onOpen: (id: AssessmentId) => void;
  readonly onDuplicate: (id: AssessmentId) => void;
}

/** Typing a known name offers the earlier record with its last decision. */
export const EarlierRecords = ({ records, onOpen, onDuplicate }: EarlierRecordsProps): ReactElement => (
  <Notice tone="note" title="There is already an assessment of this name" role="status">
    <ul className="earlier-records">
      {records.map((record) => (
        <li key={record.id}>
          <span>
            <strong>{record.subjectName}</strong>, as of {formatDate(record.asOf)}, {lastDecision(record)}
          </span>
          <span className="row">
            <Button
              tone="quiet"
              isSmall
              onPress={() => onOpen(record.id)}
              aria-label={`Open ${record.subjectName}`}
            >
              Open
            </Button>
            <Button
              tone="quiet"
              isSmall
              onPress={() => onDuplicate(record.id)}
              aria-label={`Start from the answers of ${record.subjectName}`}
            >
              Start from its answers
            </Button>
          </span>
        </li>
      ))}
    </ul>
  </Notice>
);

function lastDecision({ grade, offer, state }: ListRow): string {
  const graded = grade === null ? 'no grade' : `grade ${grade}`;
  if (offer !== null) return `${graded}, quoted as ${offerName(offer)}`;
  return `${graded}, ${state === 'draft' ? 'still a draft' : 'finalised without a quote'}`;
}
