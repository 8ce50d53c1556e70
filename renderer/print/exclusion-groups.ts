import type { CoveragePartId } from '#shared/domain/vocabulary.ts';
import type { QuotedParts } from './part-numbers.ts';

/** Exclusions that stand on the same parts. */
export interface ExclusionGroup<E> {
  /** `every part`, `parts 1 and 2`. */
  readonly under: string;
  readonly isWhole: boolean;
  readonly exclusions: readonly E[];
}

/** Exclusions by the parts that they stand on, said once for all: those of every part first, the most of them next. */
export function exclusionGroups<E extends { readonly parts: readonly CoveragePartId[] }>(
  exclusions: readonly E[],
  { reference, count }: QuotedParts,
): readonly ExclusionGroup<E>[] {
  const groups = new Map<string, E[]>();
  for (const exclusion of exclusions) {
    const under = reference(exclusion.parts);
    groups.set(under, [...(groups.get(under) ?? []), exclusion]);
  }
  return [...groups]
    .map(([under, own]) => ({ under, isWhole: own[0]?.parts.length === count, exclusions: own }))
    .toSorted((a, b) => Number(b.isWhole) - Number(a.isWhole) || b.exclusions.length - a.exclusions.length);
}
