import { exactNumber } from '#shared/domain/format-number.ts';
import { inThrees, quoted, threeAfterPoint } from './separators.ts';

/** A number as it was entered, with thousands separated: every digit and no padded zeros. */
export const plainNumber = (value: number): string => exactNumber(value);

export type ParsedNumber =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'error'; readonly message: string };

/** More digits than a double keeps would be priced as another number than the one that was typed. */
const MOST_DIGITS = 15;

/**
 * Reads a decimal number between `low` and `high`; a trailing per cent sign or thousands commas are welcome. A point before
 * three digits is refused where both ways to read it are allowed: `1.250` hours, but not `9.975` per cent.
 */
export function parseNumber(text: string, low: number, high: number): ParsedNumber {
  const typed = text.trim();
  const error = (message: string): ParsedNumber => ({ kind: 'error', message });
  if (typed === '') return { kind: 'empty' };
  const match = /^([+-]?)(.*?)\s*%?$/s.exec(typed.replace(/[−–]/, '-'));
  const sign = match?.[1] === '-' ? -1 : 1;
  const digits = inThrees((match?.[2] ?? '').replace(/\.$/, ''));
  if (digits === null)
    return error(`${quoted(typed)} cannot be read: enter a number, with a point for decimals: 12 or 2.5.`);
  if (digits.replace(/^0*\.?0*|\./g, '').length > MOST_DIGITS)
    return error(`Enter at most ${MOST_DIGITS} digits.`);
  const isWithin = (value: number) => value >= low && value <= high;
  const three = threeAfterPoint(digits);
  if (three !== null && three.whole !== null && isWithin(sign * Number(three.whole.replaceAll(',', '')))) {
    const before = sign < 0 ? '-' : '';
    return error(
      `${quoted(typed)} can be read in two ways: write ${before}${three.whole} or ${before}${three.decimal}.`,
    );
  }
  const value = sign * Number(digits);
  if (!isWithin(value)) return error(`Must be between ${plainNumber(low)} and ${plainNumber(high)}.`);
  return { kind: 'number', value: value === 0 ? 0 : value };
}
