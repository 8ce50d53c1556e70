const MOST_NAMED = 12;

/** One sentence naming the fields that a save changed, for the history; a long list is cut with its count. */
export function changedInWords(fields: readonly string[]): string {
  if (fields.length === 0) return 'Scored again; the content is the same.';
  const named = fields.slice(0, MOST_NAMED).join(', ');
  const more = fields.length - MOST_NAMED;
  return more > 0 ? `Changed ${named} and ${more} more.` : `Changed ${named}.`;
}
