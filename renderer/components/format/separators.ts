const SHOWN = 40;

/** What was typed, for a sentence. */
export const quoted = (typed: string): string =>
  `“${typed.length <= SHOWN ? typed : `${typed.slice(0, SHOWN)}…`}”`;

/** Digits grouped by one separator throughout, in threes, or not at all; a point before decimals. */
const GROUPED = /^\d{1,3}([,\s_'’])\d{3}(?:\1\d{3})*(\.\d+)?$/;
const PLAIN = /^(\d+)?(\.\d+)?$/;

/** The digits with their point, without what separates thousands; null where separators stand elsewhere than in threes. */
export const inThrees = (text: string): string | null =>
  GROUPED.test(text) || (PLAIN.test(text) && /\d/.test(text)) ? text.replace(/[,\s_'’]/g, '') : null;

const withCommas = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/**
 * The ways to read digits with a point before exactly three: as thousands, as much of the world writes them, or as decimals.
 * Null for all others; `whole` is null where no thousands begin with a nought.
 */
export function threeAfterPoint(
  digits: string,
): { readonly whole: string | null; readonly decimal: string } | null {
  const match = /^(\d*)\.(\d{3})$/.exec(digits);
  if (match === null) return null;
  const [, before = '', after = ''] = match;
  return {
    whole: /^[1-9]/.test(before) ? withCommas(`${before}${after}`) : null,
    decimal: `${withCommas(before || '0')}.${after.replace(/0$/, '')}`,
  };
}
