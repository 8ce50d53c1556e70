import type { Calibration } from '../calibrate.ts';
import { toDigits } from '../numeric/round.ts';

/** Digits that every machine and engine agrees on, far beyond the tolerances of any comparison. */
const DIGITS = 8;

/** A calibration as JSON text: every figure to eight significant digits, what is no number as null. */
export const calibrationJson = (calibration: Calibration): string =>
  `${JSON.stringify(rounded({ format: 'calibration-1', ...calibration }), null, 2)}\n`;

function rounded(value: unknown): unknown {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return null;
    // -0 and 0 are the same figure.
    return Number.isInteger(value) ? value + 0 : toDigits(value, DIGITS);
  }
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rounded(item)]));
  return value;
}
