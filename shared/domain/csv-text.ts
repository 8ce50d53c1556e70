/** What a spreadsheet takes for the start of a formula, also after quotes were stripped. */
const FORMULA_SIGN = '=+\\-@\\uff1d\\uff0b\\uff0d\\uff20';
const AT_START = new RegExp(`^[${FORMULA_SIGN}\\t\\r\\n]`);
/**
 * Where the list separator is a semicolon, what follows one, or a break, is a cell of its own, whatever quotes stand
 * around.
 */
const AFTER_SEPARATOR = new RegExp(`([;\\t\\r\\n]\\s*)(?=[${FORMULA_SIGN}])`, 'g');
const NEEDS_QUOTES = /[",\r\n\t]|^\s|\s$/;

/**
 * A text as a cell of CSV (RFC 4180: quotes doubled): nothing in it can run as a formula, at its start or behind a
 * separator of another locale; an apostrophe in front makes it plain text (OWASP, CSV injection).
 */
export function csvCellOf(text: string): string {
  const inert = (AT_START.test(text) ? `'${text}` : text).replace(AFTER_SEPARATOR, "$1'");
  return NEEDS_QUOTES.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
