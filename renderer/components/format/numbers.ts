import { formatNumber } from '#shared/domain/format-number.ts';

/** A plain number with thousands separated and no padded zeros, at most six decimals. */
export function plainNumber(value: number): string {
  const text = formatNumber(value, 6);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

export type ParsedNumber =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'error'; readonly message: string };

/** Reads a decimal number between `low` and `high`; a trailing per cent sign or thousands commas are welcome. */
export function parseNumber(text: string, low: number, high: number): ParsedNumber {
  const compact = text.trim().replace(/%$/, '').replace(/[\s_]/g, '').replace('−', '-');
  if (compact === '') return { kind: 'empty' };
  if (!/^[+-]?(\d+|\d{1,3}(,\d{3})+)?(\.\d*)?$/.test(compact) || !/\d/.test(compact))
    return { kind: 'error', message: 'Enter a number, with a point for decimals: 12 or 2.5.' };
  const value = Number(compact.replaceAll(',', ''));
  if (!Number.isFinite(value) || value < low || value > high)
    return { kind: 'error', message: `Must be between ${plainNumber(low)} and ${plainNumber(high)}.` };
  return { kind: 'number', value };
}
