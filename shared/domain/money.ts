import { z } from 'zod';
import { formatNumber } from './format-number.ts';

/** Integer hundredths of the currency unit (cents); a number of units is not one until `toMinor` made it so. */
export type MinorUnits = number & z.core.$brand<'MinorUnits'>;

/** The largest amount taken from outside: 10^15 cents (10 trillion), far below 2^53 so that sums stay exact. */
export const MAXIMUM_MINOR = minorOf(1_000_000_000_000_000);

const WHOLE_CENTS = 'must be a whole number of cents in digits alone: 25,000.00 is written 2500000';

export const minorUnitsSchema = z
  .number({ error: WHOLE_CENTS })
  .int({ error: WHOLE_CENTS })
  .min(0, { error: 'must not be negative' })
  .max(MAXIMUM_MINOR, { error: `must not be above ${formatNumber(MAXIMUM_MINOR)} cents` })
  .brand<'MinorUnits'>();

/** Cents of a record of the workbook: any whole number, since what was stored is shown as it is. */
export const signedMinorSchema = z.number().int().brand<'MinorUnits'>();

/**
 * Rounds half-up, `floor(x + 1/2)`: the one rounding rule of the rating algorithm (model 2026.1, premium build-up).
 * Throws on a non-finite value: a price is never NaN.
 */
export function roundHalfUp(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError('cannot round a non-finite amount');
  return Math.floor(value + 0.5);
}

/** A whole number that is known to be cents, as cents. Throws where it is not a whole number. */
export function minorOf(cents: number): MinorUnits {
  if (Number.isInteger(cents)) return cents as MinorUnits;
  throw new RangeError('an amount must be a whole number of cents');
}

export const NO_MONEY = minorOf(0);

/** Cents that a product or a quotient left with a fraction, to whole cents, half-up. */
export const roundToMinor = (cents: number): MinorUnits => minorOf(roundHalfUp(cents));

/** Doubles in currency units to cents, half-up. */
export const toMinor = (units: number): MinorUnits => roundToMinor(units * 100);

export const sumOfMinor = (amounts: readonly MinorUnits[]): MinorUnits =>
  minorOf(amounts.reduce<number>((sum, amount) => sum + amount, 0));

/** The largest of at least one amount. */
export const largestMinor = (amounts: readonly MinorUnits[]): MinorUnits => minorOf(Math.max(...amounts));

/** The smallest of at least one amount. */
export const smallestMinor = (amounts: readonly MinorUnits[]): MinorUnits => minorOf(Math.min(...amounts));

/** An amount without its sign. */
export const sizeOfMinor = (minor: MinorUnits): MinorUnits => minorOf(Math.abs(minor));

/** What is left of `minor` without `less`; negative where `less` is more. */
export const minorWithout = (minor: MinorUnits, less: MinorUnits): MinorUnits => minorOf(minor - less);

/** Cents to doubles in currency units. */
export const fromMinor = (minor: MinorUnits): number => minor / 100;

/**
 * Splits `totalMinor` by non-negative `weights` so that the parts sum exactly to the whole: each gets the floor of its
 * share and the left-over cents go to the largest remainders (ties to the earlier part). All-zero weights split evenly.
 */
export function allocateLargestRemainder(totalMinor: MinorUnits, weights: readonly number[]): MinorUnits[] {
  if (weights.length === 0) return [];
  const sum = weights.reduce((a, b) => a + b, 0);
  const shares = weights.map((w) => (sum > 0 ? (totalMinor * w) / sum : totalMinor / weights.length));
  const floors = shares.map(Math.floor);
  let left = totalMinor - floors.reduce((a, b) => a + b, 0);
  const order = shares
    .map((share, i) => ({ i, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of order) {
    if (left <= 0) break;
    floors[i] = (floors[i] ?? 0) + 1;
    left -= 1;
  }
  return floors.map(minorOf);
}
