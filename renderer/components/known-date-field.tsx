import type { ReactElement } from 'react';
import type { Incident } from '#shared/domain/assessment-content.ts';
import { isIsoDate } from '#shared/domain/dates.ts';
import { dayText, knownOfDay, lastDayOf } from '#shared/domain/unknown-day.ts';
import { EntryField, type EntryFieldProps, type Parsed } from './entry-field.tsx';
import { parseKnownDate, today } from './format/dates.ts';

type Dated = Pick<Incident, 'date' | 'datePrecision'>;

interface KnownDateFieldProps
  extends Omit<
    EntryFieldProps<string>,
    'format' | 'parse' | 'isFigure' | 'prefix' | 'exact' | 'value' | 'onChange'
  > {
  readonly value: Dated;
  readonly onChange: (value: Dated) => void;
}

/** What is known of a day, `2024-03-10`, `2024-03` or `2024`, as the day that it is kept as; null for all else. */
function datedBy(known: string): Dated | null {
  if (isIsoDate(known)) return { date: known };
  return lastDayOf(known);
}

function parse(text: string): Parsed<string> {
  const parsed = parseKnownDate(text.replaceAll('\u00a0', ' '), today());
  return parsed.kind === 'date' ? { kind: 'value', value: parsed.date } : parsed;
}

const format = (known: string): string => {
  const dated = datedBy(known);
  return dated === null ? known : dayText(dated);
};

/** A calendar day, or the month or year of one that is not known: `10 Mar 2024`, `Mar 2024`, `2024`. */
export function KnownDateField({ value, onChange, ...props }: KnownDateFieldProps): ReactElement {
  return (
    <EntryField
      {...props}
      value={knownOfDay(value)}
      format={format}
      parse={parse}
      onChange={(known) => {
        const dated = known === null ? null : datedBy(known);
        if (dated !== null) onChange(dated);
      }}
      placeholder="day month year"
    />
  );
}
