import { isIsoDate, utcDay } from './dates.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A calendar day as `22 Nov 2026` (no-break spaces). Text that is not a calendar day is returned as it is. */
export function formatDate(date: string): string {
  if (!isIsoDate(date)) return date;
  const month = MONTHS[Number(date.slice(5, 7)) - 1] ?? '';
  return `${Number(date.slice(8, 10))}\u00a0${month}\u00a0${date.slice(0, 4)}`;
}

/** The month of a calendar day as `Nov 2026` (no-break space). */
export const formatMonth = (date: string): string => formatDate(date).replace(/^\d+\u00a0/, '');

const LONG_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** The month of a calendar day within a sentence: `November 2026` (no-break space). */
export const monthInWords = (date: string): string =>
  isIsoDate(date) ? `${LONG_MONTHS[Number(date.slice(5, 7)) - 1] ?? ''}\u00a0${date.slice(0, 4)}` : date;

/** An ISO date-time in UTC as `22 Nov 2026, 14:05 UTC`. Text that is not a date-time is returned as it is. */
export function formatDateTime(timestamp: string): string {
  const time = Date.parse(timestamp);
  if (!Number.isFinite(time)) return timestamp;
  const iso = new Date(time).toISOString();
  return `${formatDate(utcDay(new Date(time)))}, ${iso.slice(11, 16)}\u00a0UTC`;
}

/** A count with its noun: `1 day`, `365 days`. */
export function formatCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',')}\u00a0${count === 1 ? singular : plural}`;
}
