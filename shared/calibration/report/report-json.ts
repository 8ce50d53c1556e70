import type { Calibration } from '../calibrate.ts';
import { toDigits } from '../numeric/round.ts';

/** Digits that every machine and engine agrees on, far beyond the tolerances of any comparison. */
const DIGITS = 7;
/** Of standard errors, which second differences make: they carry the rounding of an engine a million times larger. */
const ERROR_DIGITS = 4;

/**
 * A calibration as JSON text: every figure to seven significant digits (standard errors four), what is no number
 * as null.
 */
export const calibrationJson = (calibration: Calibration): string =>
  `${JSON.stringify(rounded({ format: 'calibration-1', ...calibration }, DIGITS), null, 2)}\n`;

function rounded(value: unknown, digits: number): unknown {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return null;
    // -0 and 0 are the same figure.
    return Number.isInteger(value) ? value + 0 : toDigits(value, digits);
  }
  if (Array.isArray(value)) return value.map((item) => rounded(item, digits));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, rounded(item, key === 'se' ? ERROR_DIGITS : DIGITS)]),
    );
  return value;
}
