import { type IsoDate, isIsoDate, localDay } from '#shared/domain/dates.ts';
import { quoted } from './separators.ts';

const LOCALE = 'en-GB';
const clock = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' });
const moment = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** The number of a month by its full name or its first three letters, with or without a point after those; 0 for all else. */
const monthNumber = (name: string): number =>
  MONTHS.findIndex((month) => {
    const short = month.slice(0, 3);
    return [month, short, `${short}.`].includes(name.toLowerCase());
  }) + 1;

/** A stored UTC time in the reader's own time zone: `22 Nov 2026, 14:02`. */
export const momentText = (timestamp: string): string =>
  moment.format(new Date(timestamp)).replace('Sept', 'Sep');

/** `14:02` */
export const clockText = (timestamp: number): string => clock.format(new Date(timestamp));

/** The reader's own calendar day. */
export function today(now: Date = new Date()): IsoDate {
  return localDay(now);
}

export type ParsedDate =
  | { readonly kind: 'empty' }
  | { readonly kind: 'date'; readonly date: IsoDate }
  | { readonly kind: 'error'; readonly message: string };

/**
 * Reads a day as people write it: `2026-11-22`, `22/11/2026`, `22 Nov 2026`, `22 November 2026`, `today`. Day before month;
 * a month by its whole name or its first three letters.
 */
export function parseDate(text: string, currentDay: IsoDate): ParsedDate {
  const compact = text.trim().toLowerCase().replace(/,/g, ' ').replace(/\s+/g, ' ');
  if (compact === '') return { kind: 'empty' };
  if (compact === 'today') return { kind: 'date', date: currentDay };
  const date = isoFrom(compact);
  if (date !== null && isIsoDate(date)) return { kind: 'date', date };
  if (date !== null)
    return { kind: 'error', message: `There is no such day; the day stands before the month. ${EXAMPLES}` };
  const word = /\d/.test(text) ? /\p{L}[\p{L}\p{M}]{2,}/u.exec(text)?.[0] : undefined;
  return word !== undefined && monthNumber(word) === 0
    ? { kind: 'error', message: `${quoted(word)} is no month in English. ${EXAMPLES}` }
    : { kind: 'error', message: EXAMPLES };
}

type KnownDate =
  | Exclude<ParsedDate, { readonly kind: 'date' }>
  | { readonly kind: 'date'; readonly date: string };

/** As `parseDate`, and also a month or a year alone: `Mar 2024`, `2024-03`, `03/2024` as `2024-03`, and `2024`. */
export function parseKnownDate(text: string, currentDay: IsoDate): KnownDate {
  const compact = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (/^(19|20)\d\d$/.test(compact)) return { kind: 'date', date: compact };
  const yearFirst = /^(?<year>(19|20)\d\d)[-/](?<month>\d{1,2})$/.exec(compact);
  const monthFirst = /^(?<month>\d{1,2}|[a-z]+\.?)[ /-](?<year>(19|20)\d\d)$/.exec(compact);
  const { year, month = '' } = (yearFirst ?? monthFirst)?.groups ?? {};
  const number = /^\d/.test(month) ? Number(month) : monthNumber(month);
  if (year === undefined || number < 1 || number > 12) {
    const parsed = parseDate(text, currentDay);
    return parsed.kind === 'error' ? { ...parsed, message: `${parsed.message} ${WITHOUT_DAY}` } : parsed;
  }
  return { kind: 'date', date: `${year}-${String(number).padStart(2, '0')}` };
}

const WITHOUT_DAY = 'If the day is not known: Nov 2026, or 2026.';
const EXAMPLES = 'Enter a date such as 22 Nov 2026, 22/11/2026 or 2026-11-22.';

function isoFrom(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return assemble(iso[1], iso[2], iso[3]);
  const numeric = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text);
  if (numeric) return assemble(numeric[3], numeric[2], numeric[1]);
  const named = /^(\d{1,2})[ -]([a-z]+\.?)[ -](\d{4})$/.exec(text);
  if (named) {
    const month = monthNumber(named[2] ?? '');
    return month === 0 ? null : assemble(named[3], String(month), named[1]);
  }
  return null;
}

const assemble = (year = '', month = '', dayOfMonth = ''): string =>
  `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
