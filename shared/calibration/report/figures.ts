import { NOTHING } from '../../report/plain-number.ts';

/** A figure to so many significant digits, without exponent; a dash for what is no number. */
export function figure(value: number | null | undefined, digits = 4): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return NOTHING;
  if (value === 0) return '0';
  const exponent = Math.floor(Math.log10(Math.abs(Number(value.toPrecision(digits)))));
  return value.toFixed(Math.min(12, Math.max(0, digits - 1 - exponent)));
}

/** With so many decimals; -0 is 0. */
export const decimals = (value: number | null, places: number): string => {
  if (value === null || !Number.isFinite(value)) return NOTHING;
  const text = value.toFixed(places);
  return Number(text) === 0 ? (0).toFixed(places) : text;
};

/** Millions of US dollars. */
export const millions = (usd: number): string => figure(usd / 1e6, 4);

export const withError = ({ value, se }: { readonly value: number; readonly se: number | null }): string =>
  `${decimals(value, 4)} (${decimals(se, 4)})`;
