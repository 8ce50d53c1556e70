import { addDays, daysBetween, type IsoDate, isIsoDate } from './dates.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/**
 * The same day of the month `months` later, or the last day of that month where it has no such day (31 August and six
 * months: 28 or 29 February). Total for months of 0 and more; stays within the year 9999.
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1];
  for (let last = day; last > 0; last -= 1) {
    const found = `${String(newYear).padStart(4, '0')}-${two(newMonth)}-${two(last)}`;
    if (isIsoDate(found)) return found;
  }
  return addDays(date, 0);
}

/** The length in days of a period of `months` calendar months that begins on `start`. */
export const daysOfMonths = (start: IsoDate, months: number): number =>
  daysBetween(start, addMonths(start, months));

/**
 * The anniversary that a period misses by a day: a year or a few of them, written in days, over a leap day. Null where it
 * ends on one, or nowhere near.
 */
export function missedAnniversary(
  start: IsoDate,
  days: number,
): { readonly months: number; readonly end: IsoDate; readonly days: number } | null {
  for (const months of [12, 24, 36]) {
    const whole = daysOfMonths(start, months);
    if (Math.abs(days - whole) === 1) return { months, end: addDays(start, whole), days: whole };
  }
  return null;
}
