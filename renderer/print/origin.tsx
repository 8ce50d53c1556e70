import type { ReactElement, ReactNode } from 'react';
import type { IsoDate } from '#shared/domain/dates.ts';
import { formatDate } from '#shared/domain/format-date.ts';
import { missing, ValueOrMissing } from './value-or-missing.tsx';

interface Origin {
  readonly reason?: string | null;
  readonly note: string | null;
  readonly source: string | null;
}

/** Reason and note as given, then the source or that there is none. */
export function origin(given: Origin | undefined): ReactElement {
  const remarks = [given?.reason, given?.note].filter((text) => text !== null && text !== undefined);
  return (
    <>
      {remarks.map((remark) => `${remark} `)}
      <ValueOrMissing value={given?.source} missing="Source not stated" />
    </>
  );
}

export const seenOn = (date: IsoDate | null | undefined): ReactNode =>
  date === null || date === undefined ? (
    missing('Date not stated')
  ) : (
    <span className="whole">{formatDate(date)}</span>
  );
