import { z } from 'zod';

/** A calendar day, `YYYY-MM-DD`, without time zone. */
export type IsoDate = string;

const DAY_MS = 86_400_000;

/** True for a real calendar day written `YYYY-MM-DD` (2025-02-30 is not one). */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().slice(0, 10) === text;
}

export const isoDateSchema = z
  .string({ error: 'must be a calendar date written YYYY-MM-DD' })
  .refine(isIsoDate, { error: 'must be a calendar date written YYYY-MM-DD' })
  .meta({ format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** Whole days from `from` to `to` (negative when `to` is earlier). Both must be valid. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** The day `days` after `date`. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The calendar day of a moment where this computer stands. */
export function localDay(moment: Date): IsoDate {
  const two = (n: number) => String(n).padStart(2, '0');
  const year = String(moment.getFullYear()).padStart(4, '0');
  return `${year}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
