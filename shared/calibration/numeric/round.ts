/** Nearest number of so many decimals. */
export const toDecimals = (value: number, decimals: number): number => Number(value.toFixed(decimals));

/** Nearest number of so many significant digits. */
export const toDigits = (value: number, digits: number): number => Number(value.toPrecision(digits));
