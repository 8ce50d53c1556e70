import { addMonths } from './calendar-terms.ts';
import { daysBetween, type IsoDate } from './dates.ts';
import { formatCount } from './format-date.ts';

const MONTHS_OF_YEAR = 12;
/** Below so many days an age is told in days. */
const DAYS_TOLD = 62;
const MONTHS_TOLD = 24;

function wholeMonths(from: IsoDate, to: IsoDate): number {
  const [years = 0, months = 0] = to.split('-').map(Number);
  const [fromYears = 0, fromMonths = 0] = from.split('-').map(Number);
  const most = (years - fromYears) * MONTHS_OF_YEAR + months - fromMonths;
  return addMonths(from, Math.max(0, most)) > to ? most - 1 : most;
}

function monthsText(months: number): string {
  if (months < MONTHS_TOLD && months !== MONTHS_OF_YEAR) return formatCount(months, 'month');
  const [years, rest] = [Math.floor(months / MONTHS_OF_YEAR), months % MONTHS_OF_YEAR];
  const whole = formatCount(years, 'year');
  return rest === 0 ? whole : `${whole} and ${formatCount(rest, 'month')}`;
}

/** The time from one day to a later one as people say it: `39 days`, `14 months`, `2 years and 5 months`. Total and pure. */
export function spanText(from: IsoDate, to: IsoDate): string {
  const days = Math.max(0, daysBetween(from, to));
  return days < DAYS_TOLD ? formatCount(days, 'day') : monthsText(wholeMonths(from, to));
}

/** A length that a rule gives in years, as people say it: `6 months`, `2 years`; in days where it is no whole months. */
export function yearsText(years: number): string {
  const months = years * MONTHS_OF_YEAR;
  const whole = Math.round(months);
  return Math.abs(months - whole) < 1e-9 && whole > 0
    ? monthsText(whole)
    : formatCount(Math.round(years * 365.25), 'day');
}

/** The same of how far back something is looked for: `the last year`, `the last 2 years`. */
export const lastYearsText = (years: number): string => `the last ${years === 1 ? 'year' : yearsText(years)}`;

/** An age under a limit in years: in days where whole months would read as that limit. */
export function ageUnder(from: IsoDate, to: IsoDate, years: number): string {
  const age = spanText(from, to);
  return age === yearsText(years) ? formatCount(Math.max(0, daysBetween(from, to)), 'day') : age;
}
