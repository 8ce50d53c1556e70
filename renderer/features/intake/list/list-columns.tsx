import { stateShown } from '#shared/deal/state-shown.ts';
import { CASE_STATE_WORDS } from '#shared/deal/state-words.ts';
import { formatDate } from '#shared/domain/format-date.ts';
import { formatScore } from '#shared/domain/format-number.ts';
import { GRADES, type SubjectType } from '#shared/domain/vocabulary.ts';
import { CaseState } from '../../../components/deal-states.tsx';
import { MoneyFigure } from '../../../components/exact.tsx';
import { momentText, today } from '../../../components/format/dates.ts';
import { GradeBadge } from '../../../components/grade-badge.tsx';
import {
  type ExportedColumn,
  exportedAmount,
  type RecordColumn,
} from '../../../components/record-columns.ts';
import { type ListRow, offerName, offerStanding } from './list-row.ts';

const stateOf = ({ state }: ListRow) => (state === 'draft' ? 'Draft' : 'Finalised');
const caseStateOf = ({ deal }: ListRow) => CASE_STATE_WORDS[stateShown(deal, today())];

/** The columns of the list, each with what it puts into the exported table. */
export const listColumns = (typeLabel: (type: SubjectType) => string): readonly RecordColumn<ListRow>[] => [
  {
    id: 'subjectName',
    title: 'Subject',
    sortBy: ({ subjectName }) => subjectName,
    cell: ({ subjectName }) => (
      <strong className="list-subject" title={subjectName}>
        {subjectName}
      </strong>
    ),
    exported: [{ title: 'Subject', value: ({ subjectName }) => subjectName }],
  },
  {
    id: 'subjectType',
    title: 'Type',
    sortBy: ({ subjectType }) => typeLabel(subjectType),
    cell: ({ subjectType }) => typeLabel(subjectType),
    above: 900,
    exported: [{ title: 'Type', value: ({ subjectType }) => typeLabel(subjectType) }],
  },
  {
    id: 'state',
    title: 'State',
    sortBy: (row) => `${caseStateOf(row)} ${row.state} ${row.revision}`,
    cell: (row) => (
      <>
        <CaseState facts={row.deal} />
        {/* The state is of the case; a revision in work is said beside it. */}
        {row.state === 'draft' && row.deal.state !== 'draft' && <span className="faint"> · draft</span>}
        {row.revision > 1 && <span className="faint"> · revision {row.revision}</span>}
      </>
    ),
    above: 640,
    exported: [
      { title: 'Case', value: caseStateOf },
      { title: 'State', value: stateOf },
      { title: 'Revision', value: ({ revision }) => revision },
    ],
  },
  {
    id: 'asOf',
    title: 'As of',
    sortBy: ({ asOf }) => asOf,
    cell: ({ asOf }) => formatDate(asOf),
    above: 1240,
    exported: [{ title: 'As of', value: ({ asOf }) => asOf }],
  },
  {
    id: 'overall',
    title: 'Score',
    sortBy: ({ overall }) => overall,
    startsDescending: true,
    cell: ({ overall }) => formatScore(overall),
    isFigure: true,
    above: 640,
    exported: [{ title: 'Score', value: ({ overall }) => overall }],
  },
  {
    id: 'grade',
    title: 'Grade',
    sortBy: ({ grade }) => (grade === null ? null : GRADES.indexOf(grade)),
    cell: ({ grade, isKnockedOut }) => <GradeBadge grade={grade} isKnockedOut={isKnockedOut} />,
    exported: [
      { title: 'Grade', value: ({ grade }) => grade },
      { title: 'Knocked out', value: ({ isKnockedOut }) => (isKnockedOut ? 'yes' : 'no') },
      { title: 'Referrals', value: ({ referralCount }) => referralCount },
    ],
  },
  {
    id: 'premium',
    title: 'Premium',
    sortBy: ({ quotedMinor }) => quotedMinor,
    startsDescending: true,
    cell: ({ quotedMinor, currency }) =>
      quotedMinor === null ? (
        <span className="faint">not priced</span>
      ) : (
        <MoneyFigure minor={quotedMinor} currency={currency} form="plain" />
      ),
    isFigure: true,
    exported: [
      { title: 'Currency', value: ({ currency }) => currency },
      { title: 'Premium', value: ({ quotedMinor }) => exportedAmount(quotedMinor) },
    ],
  },
  {
    id: 'quote',
    title: 'Latest offer',
    sortBy: ({ offer }) => offer?.reference,
    cell: ({ offer }) =>
      offer === null ? (
        <span className="faint">none</span>
      ) : (
        <>
          {offerName(offer)}
          <span className="list-standing faint small">{offerStanding(offer, today())}</span>
        </>
      ),
    above: 900,
    exported: [
      { title: 'Quote reference', value: ({ offer }) => offer?.reference },
      { title: 'Quote version', value: ({ offer }) => offer?.version },
      { title: 'Premium as issued', value: ({ offer }) => exportedAmount(offer?.quotedMinor) },
      { title: 'Issued at', value: ({ offer }) => offer?.issuedAt },
      { title: 'Valid until', value: ({ offer }) => offer?.validUntil },
    ],
  },
  {
    id: 'updatedAt',
    title: 'Updated',
    sortBy: ({ updatedAt }) => updatedAt,
    startsDescending: true,
    cell: ({ updatedAt }) => momentText(updatedAt),
    above: 1080,
    exported: [{ title: 'Updated', value: ({ updatedAt }) => updatedAt }],
  },
];

/** What the exported table says beside what is on the screen. */
export const COLUMNS_OF_EXPORT_ALONE: readonly ExportedColumn<ListRow>[] = [
  { title: 'Assessment id', value: ({ id }) => id },
  { title: 'Case id', value: ({ caseId }) => caseId },
];
