import type { ReactElement } from 'react';
import type { IsoDate } from '#shared/domain/dates.ts';
import { formatDate } from '#shared/domain/format-date.ts';
import { EntryField, type EntryFieldProps, type Parsed } from './entry-field.tsx';
import { parseDate, today } from './format/dates.ts';

export type DateFieldProps = Omit<EntryFieldProps<IsoDate>, 'format' | 'parse' | 'isFigure' | 'exact'>;

function parse(text: string): Parsed<IsoDate> {
  const parsed = parseDate(text.replaceAll('\u00a0', ' '), today());
  return parsed.kind === 'date' ? { kind: 'value', value: parsed.date } : parsed;
}

/** A calendar day, typed as `22 Nov 2026`, `22/11/2026`, `2026-11-22` or `today`. */
export function DateField(props: DateFieldProps): ReactElement {
  return (
    <EntryField
      {...props}
      format={formatDate}
      parse={parse}
      placeholder={props.placeholder ?? 'day month year'}
    />
  );
}
