import { searchKey, searchWords } from '#shared/domain/name-key.ts';
import type { IncidentRow, LibraryCause, LibrarySubjectType } from '#shared/library/library-row.ts';
import { CAUSE_WORDS, TYPE_WORDS } from '#shared/library/library-words.ts';
import type { LibraryRow } from './library-row.ts';

/** Loss, USD: from so much, and below so much. */
export const SIZES = {
  'under-1m': { label: 'Under USD 1m', from: 0, below: 1e6 },
  '1m': { label: 'USD 1m to 10m', from: 1e6, below: 1e7 },
  '10m': { label: 'USD 10m to 100m', from: 1e7, below: 1e8 },
  '100m': { label: 'USD 100m and more', from: 1e8, below: Number.POSITIVE_INFINITY },
} as const;
type Size = keyof typeof SIZES;

export interface LibraryFilter {
  readonly text: string;
  readonly type: LibrarySubjectType | 'any';
  readonly cause: LibraryCause | 'any';
  readonly actor: NonNullable<IncidentRow['actor']> | 'any' | 'not-named';
  readonly confidence: IncidentRow['confidence'] | 'any';
  readonly size: Size | 'any';
  /** The years from and to, as text; `any` is open. */
  readonly fromYear: string;
  readonly toYear: string;
  readonly rows: 'any' | 'own' | 'used' | 'not-used';
}

export const noFilter: LibraryFilter = {
  text: '',
  type: 'any',
  cause: 'any',
  actor: 'any',
  confidence: 'any',
  size: 'any',
  fromYear: 'any',
  toYear: 'any',
  rows: 'any',
};

export const isFiltering = (filter: LibraryFilter): boolean =>
  (Object.keys(noFilter) as (keyof LibraryFilter)[]).some((key) => filter[key].trim() !== noFilter[key]);

/** The rows that a filter leaves; every word of the text must occur in what the row says in words. */
export function filterRows(rows: readonly LibraryRow[], filter: LibraryFilter): LibraryRow[] {
  const words = searchWords(filter.text);
  const size = filter.size === 'any' ? null : SIZES[filter.size];
  return rows.filter(({ row, year, isOwn, use }) => {
    if (filter.type !== 'any' && row.subject_type !== filter.type) return false;
    if (filter.cause !== 'any' && row.cause !== filter.cause) return false;
    if (filter.confidence !== 'any' && row.confidence !== filter.confidence) return false;
    if (filter.actor !== 'any' && (row.actor ?? 'not-named') !== filter.actor) return false;
    if (size !== null && (row.gross_loss_usd < size.from || row.gross_loss_usd >= size.below)) return false;
    if (filter.fromYear !== 'any' && year < Number(filter.fromYear)) return false;
    if (filter.toYear !== 'any' && year > Number(filter.toYear)) return false;
    if (filter.rows === 'own' && !isOwn) return false;
    if (filter.rows === 'used' && use?.isUsed !== true) return false;
    if (filter.rows === 'not-used' && use?.isUsed !== false) return false;
    if (words.length === 0) return true;
    const haystack = searchKey(
      [
        row.subject,
        TYPE_WORDS[row.subject_type],
        CAUSE_WORDS[row.cause],
        row.chain_or_venue,
        row.actor_name,
        row.vendor,
        row.id,
      ]
        .filter((part) => part !== null)
        .join(' '),
    );
    return words.every((word) => haystack.includes(word));
  });
}
