import type { ProgrammeGrid } from '../actuarial/index.ts';
import type { RatingModel } from '../domain/rating-model.ts';

/** The engine's grid of the draft or of the full price, from the model's lattices. */
export function latticeGrid(name: 'draft' | 'full', { pricing: { lattice } }: RatingModel): ProgrammeGrid {
  const { countTail } = lattice;
  return name === 'full'
    ? { partPoints: lattice.partPoints, policyPoints: lattice.policyPoints, countTail }
    : { partPoints: lattice.draftPartPoints, policyPoints: lattice.draftPolicyPoints, countTail };
}
