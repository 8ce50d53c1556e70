import { type MinorUnits, minorOf, roundToMinor } from './money.ts';

/** Decimal places to which a share is taken as written: 17.5% is 0.175 exactly, not the double beside it. */
const PLACES = 9;
const SCALE = 10n ** BigInt(PLACES);

/**
 * A share of an amount in cents, rounded half-up (`floor(x + 1/2)`, the rating algorithm's one rule) of the decimal
 * product: `17.5% of 52,429.00` is exactly 9,175.075 and becomes 9,175.08, where the product of doubles falls just
 * below the half. A share of more than nine decimals is multiplied as a double. Throws on a non-finite share.
 */
export function minorShare(amountMinor: MinorUnits, share: number): MinorUnits {
  const written = Math.round(share * 10 ** PLACES);
  const isDecimal = Number.isSafeInteger(written) && written / 10 ** PLACES === share;
  if (!isDecimal) return roundToMinor(amountMinor * share);
  const twice = 2n * BigInt(amountMinor) * BigInt(written) + SCALE;
  const divisor = 2n * SCALE;
  const quotient = twice / divisor;
  // BigInt division truncates; the rule rounds down.
  return minorOf(Number(twice < 0n && twice % divisor !== 0n ? quotient - 1n : quotient));
}

/** A percentage as a share, to the digit: 14.1% is 0.141, not the double beside it. */
export const shareOfPercent = (percent: number): number => Number((percent / 100).toPrecision(15));

/**
 * The same for a share written in per cent: the rule of premiums under models that do not ask for exact products. All else
 * that is a percentage of an amount is `exactPercent`.
 */
export const minorPercent = (amountMinor: MinorUnits, percent: number): MinorUnits =>
  minorShare(amountMinor, shareOfPercent(percent));
