import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { type DiaryKind, type DiaryLine, diary } from '#shared/deal/diary.ts';
import { formatCount, formatDate } from '#shared/domain/format-date.ts';
import { assessmentIdSchema } from '#shared/domain/records.ts';
import { Button } from '../../../components/button.tsx';
import { Disclosure } from '../../../components/disclosure.tsx';
import { today } from '../../../components/format/dates.ts';
import { type ChipTone, StateChip } from '../../../components/state-chip.tsx';
import { openAssessment } from '../../../editor/actions.ts';
import { currentModelQuery, diaryQuery } from '../../../editor/queries.ts';
import './diary.css';

const WORDS: Readonly<Record<DiaryKind, { readonly label: string; readonly tone: ChipTone }>> = {
  overdue: { label: 'Overdue', tone: 'waits' },
  lapsed: { label: 'Lapsed', tone: 'over' },
  'review-due': { label: 'Review was due', tone: 'waits' },
  due: { label: 'Due', tone: 'plain' },
  lapses: { label: 'Lapses', tone: 'plain' },
  review: { label: 'Review', tone: 'plain' },
  expires: { label: 'Expires', tone: 'plain' },
};

/** Where it is looked at: the offers and what they are subject to, else the whole. */
const sectionOf = (kind: DiaryKind) =>
  kind === 'review' || kind === 'review-due' ? ('overview' as const) : ('quotes' as const);

/** What lapses, falls due, expires and is to be reviewed, the earliest first; nothing where there is none of it. */
export function Diary(): ReactElement | null {
  const { data: cases } = useQuery(diaryQuery);
  const { data: current } = useQuery(currentModelQuery);
  const intervals = current?.model.wording.lifecycle?.review ?? [];
  const lines = diary(cases ?? [], { today: today(), intervals });
  if (lines.length === 0) return null;
  return (
    <Disclosure isOpenAtFirst title={`Diary: ${formatCount(lines.length, 'date')}`}>
      <ul className="diary" aria-label="Diary">
        {lines.map((line) => (
          <li key={`${line.kind} ${line.assessmentId} ${line.on} ${line.about}`}>
            <Line line={line} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function Line({ line: { kind, on, assessmentId, subjectName, about } }: { readonly line: DiaryLine }) {
  const { label, tone } = WORDS[kind];
  return (
    <Button
      tone="quiet"
      isSmall
      onPress={() => openAssessment(assessmentIdSchema.parse(assessmentId), sectionOf(kind))}
    >
      <span className="figures">{formatDate(on)}</span> <StateChip label={label} tone={tone} />{' '}
      <strong>{subjectName}</strong>
      {about === '' ? '' : ` · ${about}`}
    </Button>
  );
}
