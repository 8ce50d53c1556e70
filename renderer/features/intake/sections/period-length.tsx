import type { ReactElement } from 'react';
import { daysOfMonths } from '#shared/domain/calendar-terms.ts';
import { addDays, type IsoDate } from '#shared/domain/dates.ts';
import { formatDate } from '#shared/domain/format-date.ts';
import { Button } from '../../../components/button.tsx';
import { EntryField, type EntryFieldProps } from '../../../components/entry-field.tsx';
import { plainNumber } from '../../../components/format/numbers.ts';
import { parsePeriodLength } from './parse-period-length.ts';

const YEAR_MONTHS = 12;

interface PeriodLengthProps extends Pick<EntryFieldProps<number>, 'id' | 'isReadOnly' | 'error'> {
  readonly start: IsoDate | null;
  readonly days: number;
  readonly onChange: (days: number) => void;
}

/** The length of the period in days, or in months once its start is known, with the day on which it ends. */
export function PeriodLength({ start, days, onChange, ...field }: PeriodLengthProps): ReactElement {
  const year = start === null ? null : daysOfMonths(start, YEAR_MONTHS);
  return (
    <div className="stack-tight">
      <EntryField
        {...field}
        label="Length of period"
        value={days}
        unit="days"
        isFigure
        format={plainNumber}
        parse={(text) => parsePeriodLength(text, start)}
        help={start === null ? 'In days.' : `Ends on ${formatDate(addDays(start, days))}.`}
        emptyError="The length cannot be empty; the previous one is kept."
        onChange={(value) => value !== null && onChange(value)}
      />
      {start !== null && year !== null && year !== days && field.isReadOnly !== true && (
        <div>
          <Button tone="quiet" isSmall onPress={() => onChange(year)}>
            {`12 months, to ${formatDate(addDays(start, year))}`}
          </Button>
        </div>
      )}
    </div>
  );
}
