import type { Incident } from './assessment-content.ts';
import { addDays, daysBetween, type IsoDate, isIsoDate } from './dates.ts';
import { formatDate, formatMonth, monthInWords } from './format-date.ts';

type Dated = Pick<Incident, 'date' | 'datePrecision'>;

/** What is known of a day: `2024-03-10`, `2024-03`, `2024`. */
export const knownOfDay = ({ date, datePrecision }: Dated): string =>
  datePrecision === undefined ? date : date.slice(0, datePrecision === 'month' ? 7 : 4);

/** A month (`2024-03`) or a year (`2024`) as its last day with what is known of it; null for all else. */
export function lastDayOf(text: string): Required<Dated> | null {
  const isYear = /^\d{4}$/.test(text);
  const first = isYear ? `${text}-01-01` : `${text}-01`;
  if (!isIsoDate(first)) return null;
  const ofNext = isYear
    ? `${String(Number(text) + 1).padStart(4, '0')}-01-01`
    : addDays(first, 31).slice(0, 7).concat('-01');
  if (!isIsoDate(ofNext)) return null;
  return { date: addDays(ofNext, -1), datePrecision: isYear ? 'year' : 'month' };
}

/** The first day that an incident may have been on. */
export const firstDay = (incident: Dated): IsoDate => {
  const first = `${knownOfDay(incident)}-01-01`.slice(0, 10);
  return isIsoDate(first) ? first : incident.date;
};

/**
 * The day that counts: of a month or a year the last, since a recent loss weighs most, but none after `asOf` (rating
 * algorithm 2026.2, section 0: what is not known is never better than its worst sensible value).
 */
export function countedDay(incident: Dated, asOf: IsoDate): IsoDate {
  if (incident.datePrecision === undefined) return incident.date;
  const last = lastDayOf(knownOfDay(incident))?.date ?? incident.date;
  return last > asOf ? asOf : last;
}

/**
 * The fewest days after `earlier` that `later` may have been, each on whichever day of what is known of it; null where it was
 * before (rating algorithm 2026.2, section 0: a repeat is one if on any day it may have been one).
 */
export function leastDaysAfter(earlier: Dated, later: Dated, asOf: IsoDate): number | null {
  const [lastOfLater, firstOfEarlier] = [countedDay(later, asOf), firstDay(earlier)];
  if (lastOfLater < firstOfEarlier) return null;
  return Math.max(0, daysBetween(countedDay(earlier, asOf), firstDay(later)));
}

/** The fewest days that may lie between two incidents. */
export const daysApart = (one: Dated, other: Dated, asOf: IsoDate): number =>
  leastDaysAfter(one, other, asOf) ?? leastDaysAfter(other, one, asOf) ?? 0;

/** When it was, as a sentence says it: `on 10 Mar 2024`, `in March 2024`, `in 2024`. */
export function whenText(incident: Dated): string {
  const { date, datePrecision } = incident;
  if (datePrecision === undefined) return `on ${formatDate(date)}`;
  return `in ${datePrecision === 'month' ? monthInWords(date) : date.slice(0, 4)}`;
}

/** As a person reads it in a table or a field: `10 Mar 2024`, `Mar 2024`, `2024`. */
export function dayText(incident: Dated): string {
  const { date, datePrecision } = incident;
  if (datePrecision === undefined) return formatDate(date);
  return datePrecision === 'month' ? formatMonth(date) : date.slice(0, 4);
}
