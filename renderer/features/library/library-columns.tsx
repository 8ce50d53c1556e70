import type { ReactElement } from 'react';
import { formatDate } from '#shared/domain/format-date.ts';
import { formatUnits, formatUnitsShort } from '#shared/domain/format-money.ts';
import { formatPercent } from '#shared/domain/format-number.ts';
import { CONFIDENCES } from '#shared/library/library-row.ts';
import { ACTOR_WORDS, CAUSE_WORDS, CONFIDENCE_WORDS, TYPE_WORDS } from '#shared/library/library-words.ts';
import type { RecordColumn } from '../../components/record-columns.ts';
import { type LibraryRow, shareOf } from './library-row.ts';

const none = <span className="faint">–</span>;

const OWN_MARK = 'Yours';
export const OWN_USE = 'Yours: not in the fits';

/** An amount in short form, exact on hover. */
const Usd = ({ usd }: { readonly usd: number }): ReactElement => (
  <data value={usd} data-exact={`USD ${formatUnits(usd)}`} title={`USD ${formatUnits(usd)}`}>
    {formatUnitsShort(usd, '').trim()}
  </data>
);

const useWords = ({ isOwn, use }: LibraryRow): string => (isOwn ? OWN_USE : (use?.words ?? ''));

/** The columns of the library. */
export const LIBRARY_COLUMNS: readonly RecordColumn<LibraryRow>[] = [
  {
    id: 'date',
    title: 'Date',
    sortBy: ({ row }) => row.date,
    startsDescending: true,
    cell: ({ row }) => <span className="figures">{formatDate(row.date)}</span>,
    exported: [
      { title: 'Id', value: ({ row }) => row.id },
      { title: 'Date', value: ({ row }) => row.date },
    ],
  },
  {
    id: 'subject',
    title: 'Subject',
    sortBy: ({ row }) => row.subject,
    cell: ({ row, isOwn }) => (
      <>
        <strong title={row.subject}>{row.subject}</strong>
        {isOwn && <span className="own-mark">{OWN_MARK}</span>}
        <span className="library-second">{TYPE_WORDS[row.subject_type]}</span>
      </>
    ),
    exported: [
      { title: 'Subject', value: ({ row }) => row.subject },
      { title: 'Own row', value: ({ isOwn }) => (isOwn ? 'yes' : 'no') },
      { title: 'Type', value: ({ row }) => TYPE_WORDS[row.subject_type] },
    ],
  },
  {
    id: 'cause',
    title: 'Cause',
    sortBy: ({ row }) => CAUSE_WORDS[row.cause],
    cell: ({ row }) => CAUSE_WORDS[row.cause],
    exported: [{ title: 'Cause', value: ({ row }) => CAUSE_WORDS[row.cause] }],
  },
  {
    id: 'loss',
    title: 'Loss, USD',
    sortBy: ({ row }) => row.gross_loss_usd,
    startsDescending: true,
    isFigure: true,
    cell: ({ row }) => <Usd usd={row.gross_loss_usd} />,
    exported: [
      { title: 'Loss, USD', value: ({ row }) => row.gross_loss_usd },
      { title: 'Recovered, USD', value: ({ row }) => row.recovered_usd },
    ],
  },
  {
    id: 'share',
    title: 'Share of assets',
    sortBy: shareOf,
    startsDescending: true,
    isFigure: true,
    above: 1240,
    cell: (shown) => {
      const share = shareOf(shown);
      return share === null ? none : formatPercent(share, 1);
    },
    exported: [{ title: 'Assets at risk, USD', value: ({ assetsUsd }) => assetsUsd }],
  },
  {
    id: 'confidence',
    title: 'Confidence',
    sortBy: ({ row }) => CONFIDENCES.indexOf(row.confidence),
    cell: ({ row }) => CONFIDENCE_WORDS[row.confidence],
    above: 640,
    exported: [{ title: 'Confidence', value: ({ row }) => CONFIDENCE_WORDS[row.confidence] }],
  },
  {
    id: 'actor',
    title: 'Actor',
    sortBy: ({ row }) => (row.actor === null ? null : ACTOR_WORDS[row.actor]),
    cell: ({ row }) => (row.actor === null ? none : (row.actor_name ?? ACTOR_WORDS[row.actor])),
    above: 1240,
    exported: [
      { title: 'Actor', value: ({ row }) => (row.actor === null ? null : ACTOR_WORDS[row.actor]) },
      { title: 'Name of the actor', value: ({ row }) => row.actor_name },
    ],
  },
  {
    id: 'use',
    title: 'Used for',
    sortBy: useWords,
    cell: (shown) => <span title={useWords(shown)}>{useWords(shown)}</span>,
    above: 900,
    exported: [{ title: 'Used for', value: useWords }],
  },
  {
    id: 'source',
    title: 'Source',
    sortBy: ({ row }) => row.source,
    cell: ({ row }) => <span title={row.source}>{row.source}</span>,
    above: 1240,
    exported: [{ title: 'Source', value: ({ row }) => row.source }],
  },
];
