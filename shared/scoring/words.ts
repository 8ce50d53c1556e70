import { formatLossShare } from '../domain/format-figures.ts';
import { formatMoneyPlain, formatUnitsShort } from '../domain/format-money.ts';
import { exactNumber, formatPercentShort, formatSignificant } from '../domain/format-number.ts';
import { toMinor } from '../domain/money.ts';

/** A number for a sentence: at most four significant digits. */
export const numberText = (value: number): string => formatSignificant(value, 4);

/** A share above which a percentage says no more than that it is one. */
const MOST_SHARE = 10;

/** A share 0..1 as per cent with at most one decimal: `12.5%`. */
export const percentText = (share: number): string =>
  share > MOST_SHARE ? `more than ${formatPercentShort(MOST_SHARE)}` : formatPercentShort(share);

/** What a loss was of the assets: `12.5% of assets`, `more than all assets`, `620,000 times the assets`. */
export function ofAssetsText(share: number): string {
  if (share <= 1) return `${formatLossShare(share)} of assets`;
  const times = formatSignificant(share, 2);
  return times === '1' ? 'more than all assets' : `${times} times the assets`;
}

const withUnit = (text: string, unit: string | null): string => {
  if (unit === null) return text;
  return unit.startsWith('%') ? `${text}${unit}` : `${text} ${unit}`;
};

/** A computed number with the unit of its factor: `9 months`, `6% of assets`. */
export const quantityText = (value: number, unit: string | null): string => withUnit(numberText(value), unit);

/** A number that somebody entered, every digit of it, with the unit of its factor. */
export const enteredText = (value: number, unit: string | null): string => withUnit(exactNumber(value), unit);

/** An amount in currency units for a sentence: `USD 1,250,000`; short where it is beyond exact cents. */
export const amountText = (units: number, currency = 'USD'): string =>
  Math.abs(units) <= Number.MAX_SAFE_INTEGER / 100
    ? formatMoneyPlain(toMinor(units), currency)
    : formatUnitsShort(units, currency);
