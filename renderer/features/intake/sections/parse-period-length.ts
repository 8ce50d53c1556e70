import { daysOfMonths } from '#shared/domain/calendar-terms.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { Parsed } from '../../../components/entry-field.tsx';
import { parseNumber } from '../../../components/format/numbers.ts';

const LONGEST_DAYS = 1096;
/** Far beyond every period, so that a length that is too long is told so. */
const ANY_DAYS = 1_000_000_000;
const CALENDAR = /^(\d{1,2})\s*(months?|mths?|m|years?|yrs?|y)$/i;

const EXAMPLES = `Enter whole days, such as 365, or months or years such as “12 months” or “1 year”.`;

/** Reads a length of period: days, or calendar months and years from `start` on. */
export function parsePeriodLength(text: string, start: IsoDate | null): Parsed<number> {
  const calendar = CALENDAR.exec(text.trim());
  if (calendar !== null) {
    if (start === null) {
      return { kind: 'error', message: 'Enter the start of the period first, or the length in days.' };
    }
    const months = Number(calendar[1]) * (/^y/i.test(calendar[2] ?? '') ? 12 : 1);
    const days = daysOfMonths(start, months);
    return days >= 1 && days <= LONGEST_DAYS
      ? { kind: 'value', value: days }
      : { kind: 'error', message: 'Must be between 1 day and 36 months.' };
  }
  const parsed = parseNumber(text.trim().replace(/\s*days?$/i, ''), -ANY_DAYS, ANY_DAYS);
  if (parsed.kind === 'empty') return parsed;
  if (parsed.kind === 'error' || !Number.isInteger(parsed.value)) return { kind: 'error', message: EXAMPLES };
  return parsed.value >= 1 && parsed.value <= LONGEST_DAYS
    ? { kind: 'value', value: parsed.value }
    : { kind: 'error', message: 'Must be between 1 and 1,096 days.' };
}
