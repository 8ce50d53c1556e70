import { z } from 'zod';

/** A calendar day, `YYYY-MM-DD`, without time zone. */
export type IsoDate = string & z.core.$brand<'IsoDate'>;

const DAY_MS = 86_400_000;

/** True for a real calendar day written `YYYY-MM-DD` (2025-02-30 is not one). */
export function isIsoDate(text: string): text is IsoDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** Text that is known to be a calendar day, as one. Throws where it is not. */
function isoDateOf(text: string): IsoDate {
  if (isIsoDate(text)) return text;
  throw new RangeError(`not a calendar day: ${text}`);
}

/** The calendar day of a moment in UTC. */
export const utcDay = (moment: Date): IsoDate => isoDateOf(moment.toISOString().slice(0, 10));

export const isoDateSchema = z
  .string({ error: 'must be a calendar date written YYYY-MM-DD' })
  .refine(isIsoDate, { error: 'must be a calendar date written YYYY-MM-DD' })
  .meta({ format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
  .brand<'IsoDate'>();

/** Whole days from `from` to `to` (negative when `to` is earlier). Both must be valid. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

const FIRST_TIME = Date.parse('0000-01-01T00:00:00Z');
const LAST_TIME = Date.parse('9999-12-31T00:00:00Z');

/** The day `days` after `date`; the first or last day of years 0000 to 9999 where it would lie outside of them. Total. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const time = Date.parse(`${date}T00:00:00Z`) + days * DAY_MS;
  return utcDay(new Date(Math.min(Math.max(time, FIRST_TIME), LAST_TIME)));
}

/** The calendar day of a moment where this computer stands. */
export function localDay(moment: Date): IsoDate {
  const two = (n: number) => String(n).padStart(2, '0');
  const year = String(moment.getFullYear()).padStart(4, '0');
  return isoDateOf(`${year}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`);
}
