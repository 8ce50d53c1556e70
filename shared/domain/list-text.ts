/** `a`, `a and b`, `a, b and c`. */
export function listText(items: readonly string[]): string {
  if (items.length <= 1) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}

/** The same of which one is to be taken: `a or b`, `a, b or c`. */
export const orText = (items: readonly string[]): string =>
  items.length <= 1 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;

/** At most so many are named in one sentence. */
const NAMED = 8;

/** As listText, of a long list its beginning and how many more there are. */
export function listOfSome(items: readonly string[], most = NAMED): string {
  const rest = items.length - most;
  return rest > 1 ? `${items.slice(0, most).join(', ')} and ${rest} more` : listText(items);
}
