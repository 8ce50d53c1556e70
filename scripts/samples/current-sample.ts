import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { addDays, daysBetween, type IsoDate, isIsoDate, localDay } from '#shared/domain/dates.ts';
import { storedJson } from '#shared/domain/json-text.ts';
import { projectRoot } from '../runtime/paths.ts';

/** How many days after its assessment a sample is as fresh as on the day it was written. */
const FRESH_DAYS = 7;

/** Every date of a submission, moved by so many days: all that lies between two dates stays as it was, and so does the price. */
function withMovedDates(value: unknown, days: number): unknown {
  if (typeof value === 'string') return isIsoDate(value) ? addDays(value, days) : value;
  if (Array.isArray(value)) return value.map((item) => withMovedDates(item, days));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withMovedDates(item, days)]));
}

/** By how many days the dates of a submission have to move, so that its assessment is a week old at most. */
const daysToMove = (asOf: IsoDate, today: IsoDate): number =>
  Math.max(0, daysBetween(asOf, today) - FRESH_DAYS);

/** The copies that this process made, so that the same sample of the same day has one path. */
const copies = new Map<string, string>();

/**
 * The path of a bundled sample as of today. Samples have fixed dates, and a cover that is over cannot be offered: once a
 * sample has grown old, its dates are moved in a copy under the same name.
 */
export function currentSample(name: string, today: IsoDate = localDay(new Date())): string {
  const path = join(projectRoot, 'resources', 'samples', name);
  const sample = storedJson(readFileSync(path, 'utf8')) as { readonly asOf: IsoDate };
  const days = daysToMove(sample.asOf, today);
  if (days === 0) return path;
  const known = copies.get(`${name} ${days}`);
  if (known !== undefined && existsSync(known)) return known;
  const copy = join(mkdtempSync(join(tmpdir(), 'ballast-sample-')), basename(name));
  writeFileSync(copy, `${JSON.stringify(withMovedDates(sample, days), null, 2)}\n`);
  copies.set(`${name} ${days}`, copy);
  return copy;
}
