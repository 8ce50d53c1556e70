import type { CoveragePart } from '#shared/domain/rating-model.ts';

/** A text of the model in which another part stands by its id, with that part's label in place of the id. */
export function withPartLabels(text: string, parts: readonly Pick<CoveragePart, 'id' | 'label'>[]): string {
  const labels = new Map<string, string>(parts.map(({ id, label }) => [id, `“${label}”`]));
  return text.replaceAll(/[a-z]+(?:-[a-z]+)+/g, (word) => labels.get(word) ?? word);
}
