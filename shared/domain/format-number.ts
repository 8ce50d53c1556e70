// Formatting is done by hand rather than by Intl so that the same figure is the same text on every machine, runtime and
// locale setting: a stored document must read the same in ten years.

const MINUS = '\u2212';

/** What stands where a figure is not finite: never an invented number. */
export const NOT_A_FIGURE = 'not available';

function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/**
 * A number with thousands separators and a fixed count of decimals (0..12), `-1234.5` at 1 as `−1,234.5` (true minus
 * sign, no negative zero). Infinite is written `infinite`, NaN `not available`.
 */
export function formatNumber(value: number, decimals = 0): string {
  if (Number.isNaN(value)) return NOT_A_FIGURE;
  if (!Number.isFinite(value)) return value > 0 ? 'infinite' : `${MINUS}infinite`;
  const [whole = '0', fraction] = rounded(value, decimals).split('.');
  const text = fraction === undefined ? group(whole) : `${group(whole)}.${fraction}`;
  return value < 0 && /[1-9]/.test(text) ? `${MINUS}${text}` : text;
}

/** The digits of a number's size in full, as the shortest decimal that is that number: what was typed, for up to 15 digits. */
function digitsOf(value: number): { readonly whole: string; readonly fraction: string } {
  const [mantissa = '0', exponent = '0'] = String(Math.abs(value)).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return shifted({ whole, fraction }, Number(exponent));
}

/** The same digits with the point moved, to the right for a positive count. */
function shifted(
  { whole, fraction }: { readonly whole: string; readonly fraction: string },
  places: number,
): { readonly whole: string; readonly fraction: string } {
  const digits = `${'0'.repeat(Math.max(0, -places))}${whole}${fraction}${'0'.repeat(Math.max(0, places))}`;
  const point = Math.max(0, -places) + whole.length + places;
  return {
    whole: digits.slice(0, point).replace(/^0+(?=\d)/, '') || '0',
    fraction: digits.slice(point).replace(/0+$/, ''),
  };
}

/**
 * The size of a number at so many decimals, half-up as it is written: 9.975 at two is 9.98. (`toFixed` rounds the double
 * beside it, which may lie below the half.)
 */
function rounded(value: number, decimals: number): string {
  const { whole, fraction } = digitsOf(value);
  const kept = fraction.slice(0, decimals).padEnd(decimals, '0');
  const isUp = (fraction[decimals] ?? '0') >= '5';
  const digits = (BigInt(whole + kept) + (isUp ? 1n : 0n)).toString().padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

const written = (value: number, places: number): string => {
  const { whole, fraction } = shifted(digitsOf(value), places);
  const text = fraction === '' ? group(whole) : `${group(whole)}.${fraction}`;
  return value < 0 && /[1-9]/.test(text) ? `${MINUS}${text}` : text;
};

/** A number that somebody entered, every digit of it and no padded zeros: `0.004`, `1,250`, `−7.125`. */
export const exactNumber = (value: number): string =>
  Number.isFinite(value) ? written(value, 0) : formatNumber(value);

/** As `formatNumber`, with a plus sign on positive values: for changes. */
export function formatSigned(value: number, decimals = 0): string {
  const text = formatNumber(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** Up to `significant` significant digits, trailing zeros dropped: for frequencies and multipliers (`0.0311`). */
export function formatSignificant(value: number, significant = 4): string {
  if (!Number.isFinite(value) || value === 0) return formatNumber(value);
  const decimals = Math.min(12, Math.max(0, significant - 1 - Math.floor(Math.log10(Math.abs(value)))));
  const text = formatNumber(value, decimals);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

const STEPS = [
  { size: 1e12, suffix: 'tn' },
  { size: 1e9, suffix: 'bn' },
  { size: 1e6, suffix: 'm' },
  { size: 1e3, suffix: 'k' },
] as const;

function threeDigits(value: number): string {
  return rounded(value, value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2);
}

/**
 * Short form at three significant digits: `25.0m`, `1.88bn`, `643k`; under 10,000 the whole number. A value that rounds
 * up to the next step takes that step (`999,600` is `1.00m`).
 */
export function formatShort(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size < 9_999.5) return formatNumber(value);
  const step = STEPS.find((s) => size >= s.size * 0.9995) ?? STEPS[3];
  return `${value < 0 ? MINUS : ''}${threeDigits(size / step.size)}${step.suffix}`;
}

/** Short form for axis ticks: as `formatShort` without trailing zeros (`25m`, `2.5m`, `5k`). */
export function formatTick(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size < 1_000) return formatSignificant(value, 3);
  const step = STEPS.find((s) => size >= s.size * 0.9995) ?? STEPS[3];
  const digits = threeDigits(size / step.size);
  const text = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
  return `${value < 0 ? MINUS : ''}${text}${step.suffix}`;
}

/** A share (0.0220070) as per cent with fixed decimals: `2.20%`. */
export function formatPercent(share: number, decimals = 2): string {
  return Number.isFinite(share) ? `${formatNumber(share * 100, decimals)}%` : formatNumber(share);
}

/** A percentage that somebody entered, every digit of it: `9.975%`, `33.333%`, `0.004%`. What is priced is printed. */
export const formatPercentValue = (percent: number): string =>
  Number.isFinite(percent) ? `${exactNumber(percent)}%` : formatNumber(percent);

/** The same of a share that a model or an assessment states (0.0025 is `0.25%`), by its written digits. */
export const formatShareValue = (share: number): string =>
  Number.isFinite(share) ? `${written(share, 2)}%` : formatNumber(share);

/** A computed share as per cent with at most so many decimals, without trailing zeros: `12.5%`. */
export function formatPercentShort(share: number, maximumDecimals = 1): string {
  const text = formatPercent(share, maximumDecimals);
  return text.includes('.') ? text.replace(/\.?0+%$/, '%') : text;
}

/**
 * A change in per cent with its sign: `+4.20%`, `−0.35%`; a small one at two significant digits (`+0.0012%`), so that a
 * change never reads as none.
 */
export function formatPercentChange(percent: number): string {
  const isSmall = percent !== 0 && Math.abs(percent) < 0.01;
  const text = isSmall ? formatSignificant(percent, 2) : formatNumber(percent, 2);
  return `${percent > 0 ? '+' : ''}${text}%`;
}

/** A score on the 0..100 scale with one decimal: `74.5`. */
export const formatScore = (score: number): string => formatNumber(score, 1);
