import { pricingFigures } from '../../domain/pricing-figures.ts';
import type { RatingModel } from '../../domain/rating-model.ts';

/** How many figures of a model carry each mark. */
export interface MarkCount {
  readonly mark: string;
  readonly meaning: string;
  readonly count: number;
}

const MEANINGS: Readonly<Record<string, string>> = {
  L: 'from the incident library',
  J: 'judgement, with its reason',
  S: 'from a named source',
};

/** Counts the figures of the price by their marks, and the marks of all other parts wherever they stand. */
export function markCounts({ pricing, wording, ...others }: RatingModel): readonly MarkCount[] {
  const counts = new Map<string, number>(Object.keys(MEANINGS).map((mark) => [mark, 0]));
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('mark' in value && typeof value.mark === 'string' && 'note' in value)
      counts.set(value.mark, (counts.get(value.mark) ?? 0) + 1);
    for (const part of Object.values(value)) visit(part);
  };
  visit(others);
  for (const { mark } of pricingFigures({ pricing }, wording))
    if (mark !== null) counts.set(mark.mark, (counts.get(mark.mark) ?? 0) + 1);
  return [...counts].map(([mark, count]) => ({ mark, meaning: MEANINGS[mark] ?? mark, count }));
}
