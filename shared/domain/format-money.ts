import { formatNumber, formatShort } from './format-number.ts';
import type { MinorUnits } from './money.ts';

const NO_BREAK_SPACE = '\u00a0';
const MINUS = '\u2212';

function grouped(units: number): string {
  return String(units).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** Exact amount with cents and without currency, from integer cents: `1,892,600.00`. Throws on a fraction of a cent. */
export function formatAmount(minor: MinorUnits): string {
  if (!Number.isSafeInteger(minor)) throw new RangeError('an amount must be a whole number of cents');
  const size = Math.abs(minor);
  const cents = String(size % 100).padStart(2, '0');
  return `${minor < 0 ? MINUS : ''}${grouped(Math.floor(size / 100))}.${cents}`;
}

/**
 * Amount without currency, cents shown only where there are any: `25,000,000` or `1,992,164.67`. For limits and terms.
 */
export function formatAmountPlain(minor: MinorUnits): string {
  const text = formatAmount(minor);
  return text.endsWith('.00') ? text.slice(0, -3) : text;
}

/** Exact amount with cents and currency: `USD 1,892,600.00`. The space is a no-break space. */
export function formatMoney(minor: MinorUnits, currency: string): string {
  return `${currency}${NO_BREAK_SPACE}${formatAmount(minor)}`;
}

/** Amount with currency, cents only where there are any: `USD 25,000,000`. */
export function formatMoneyPlain(minor: MinorUnits, currency: string): string {
  return `${currency}${NO_BREAK_SPACE}${formatAmountPlain(minor)}`;
}

/** Short form of an amount in cents: `USD 25.0m`. */
export function formatMoneyShort(minor: MinorUnits, currency: string): string {
  return `${currency}${NO_BREAK_SPACE}${formatShort(minor / 100)}`;
}

/** Short form of an amount in currency units (a double of the engine): `USD 647k`. */
export function formatUnitsShort(units: number, currency: string): string {
  return `${currency}${NO_BREAK_SPACE}${formatShort(units)}`;
}

/** Whole currency units of a double of the engine, without currency: `646,913`. */
export const formatUnits = (units: number): string => formatNumber(units, 0);

/** A change of an amount in cents with its sign, without currency: `+49,859.96`, `−543,284.41`. */
export function formatChange(minor: MinorUnits): string {
  return minor > 0 ? `+${formatAmount(minor)}` : formatAmount(minor);
}
