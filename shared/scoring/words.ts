const plain = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 4 });
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const percentage = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** A number for a sentence: at most four significant digits, grouped. */
export const numberText = (value: number): string =>
  Math.abs(value) >= 1000 ? whole.format(value) : plain.format(value);

/** A share 0..1 as per cent with at most one decimal: `12.5 %`. */
export const percentText = (share: number): string => `${percentage.format(share * 100)} %`;

/** An amount in currency units for a sentence: `USD 1,250,000`. */
export const amountText = (units: number, currency = 'USD'): string => `${currency} ${whole.format(units)}`;

/** `a`, `a and b`, `a, b and c`. */
export function listText(items: readonly string[]): string {
  if (items.length <= 1) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}
